"""Invented sentences of directives in which organs, documents and days are marked.

Lines of our own samples, most of whose organs, documents and days are replaced by invented ones.
Words, places and samples are split in two: what judges was never trained on.
"""

import random
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeVar

from nlp.lexicon.schema import load_lexicon
from nlp.lexicon.units import unit_rows
from nlp.spans.agencies.find import find_agencies
from nlp.spans.dates.find import find_dates
from nlp.spans.references.find import find_marks
from nlp.spans.span import AgencyMention, DateMention, ReferenceMention, Span
from nlp.spans.tokens import tokenize
from samples.bench.noise import damage_char
from samples.render.script import Script, load_script

T = TypeVar("T")
Part = Literal["train", "judge"]
Kind = Literal["organ", "group", "post", "person", "reference", "day"]
WORDS: Final = Path(__file__).with_name("words.toml")
SAMPLES: Final = Path(__file__).parents[2] / "samples"
KINDS: Final[dict[str, Kind]] = {
    "agency": "organ",
    "group": "group",
    "post": "post",
    "person": "person",
}
REPLACED: Final = 0.7
MARKUP: Final = re.compile(r"\*\*|__|^\s*(?:#+|>)\s*")
FIRST_DAY: Final = date(2010, 1, 1)
DAYS: Final = 6000
_LOW: Final = 4  # the level from which on `các` may stand before it
_JUDGED: Final = 3  # one word or place in so many judges


class Mark(NamedTuple):
    """text[start:end] is of a kind; `value` is the number of a document, the ISO day, or empty."""

    start: int
    end: int
    kind: Kind
    value: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text with its marks; those of a cited document hold those of its issuer and day."""

    text: str
    marks: tuple[Mark, ...]

    def damaged(self, rate: float, dice: random.Random) -> "Sentence":
        """The same with characters damaged at a rate, as recognition damages them; no blanks."""
        text, at = "", [0]
        for char in self.text:
            is_hit = not char.isspace() and dice.random() < rate
            text += damage_char(char, dice) if is_hit else char
            at.append(len(text))
        return Sentence(
            text, tuple(m._replace(start=at[m.start], end=at[m.end]) for m in self.marks)
        )


class Page:
    """A text that grows, and the marks in it."""

    def __init__(self) -> None:
        self.text = ""
        self.marks: list[Mark] = []

    def put(self, piece: str, kind: Kind | None = None, value: str = "") -> None:
        """Add a piece, marked where it is of a kind."""
        if kind:
            self.marks.append(Mark(len(self.text), len(self.text) + len(piece), kind, value))
        self.text += piece


def read_lines(script: Script) -> Iterator[str]:
    """The lines of body and appendix without their markup, each cell of a table by itself."""
    for line in f"{script.body}\n{script.appendix}".splitlines():
        if line.startswith(("|:", "---")):
            continue
        for cell in line.strip("|").split("|") if line.startswith("|") else [line]:
            text = MARKUP.sub("", cell).strip()
            if len(text) > 1:
                yield text
    for one in script.enclosed:
        yield from read_lines(one)


class Writer:
    """Writes the sentences of one part, the same ones for the same seed."""

    def __init__(self, part: Part, seed: int) -> None:
        self._dice = random.Random(f"{part}{seed}")  # noqa: S311 - a corpus, no secret
        self._is_judge = part == "judge"
        words = tomllib.loads(WORDS.read_text("utf-8"))
        self._heads, self._bare, self._fields = (
            self._share(words[name]) for name in ("heads", "bare", "fields")
        )
        self._alone, self._levels = words["alone"], words["levels"]
        self._places = self._share(sorted({row[3] for row in unit_rows()}))
        judging = set(words["judging"])
        paths = sorted(
            path
            for path in SAMPLES.glob("*/script.toml")
            if (path.parent.name in judging) == self._is_judge
        )
        self._lines = [line for path in paths for line in read_lines(load_script(path))]
        rows = [row for row in load_lexicon().type if row.family == "administrative"]
        self._types = [(row.names[0], row.symbols[0]) for row in rows]
        self._letters = [row.letters for row in load_lexicon().symbol]

    def _share(self, words: Sequence[T]) -> list[T]:
        last = _JUDGED - 1
        return [w for at, w in enumerate(words) if (at % _JUDGED == last) == self._is_judge]

    def sentences(self, count: int) -> Iterator[Sentence]:
        """So many sentences, one after another."""
        for _ in range(count):
            yield self._rewrite(self._dice.choice(self._lines))

    def _rewrite(self, line: str) -> Sentence:
        page, end = Page(), 0
        spans = _mark_by_grammar(line)
        for span in _outermost(spans):
            page.put(line[end : span.start])
            if isinstance(span.value, ReferenceMention):
                self._put_document(page, span, line, spans)
            else:
                self._put(page, span, line[span.start : span.end])
            end = span.end
        page.put(line[end:])
        return Sentence(page.text, tuple(page.marks))

    def _put(self, page: Page, span: Span, said: str) -> None:
        """What was said there, or something invented of the same kind."""
        is_new, value = self._dice.random() < REPLACED, span.value
        if isinstance(value, DateMention):
            if is_new and value.kind == "day" and value.operator is None:
                self._put_day(page)
            else:
                day = value.start if value.kind == "day" else None
                page.put(said, "day" if day else None, day.isoformat() if day else "")
        elif isinstance(value, AgencyMention):
            is_organ = value.kind == "agency"
            page.put(self._organ() if is_new and is_organ else said, KINDS[value.kind])
        else:
            page.put(said)

    def _put_document(self, page: Page, span: Span, line: str, spans: Sequence[Span]) -> None:
        """An invented document, or the one that is cited with the issuer and the day in it."""
        value, start = span.value, len(page.text)
        number = value.number if isinstance(value, ReferenceMention) else None
        if number and self._dice.random() < REPLACED:
            self._put_reference(page)
            return
        end = span.start
        for inner in _outermost([s for s in spans if s is not span and _is_within(s, span)]):
            page.put(line[end : inner.start])
            self._put(page, inner, line[inner.start : inner.end])
            end = inner.end
        page.put(line[end : span.end])
        if number:
            page.marks.append(Mark(start, len(page.text), "reference", number))

    def _put_reference(self, page: Page) -> None:
        dice, start = self._dice, len(page.text)
        name, symbol = dice.choice(self._types)
        number = f"{dice.randint(1, 4000)}/{symbol}-{dice.choice(self._letters)}"
        page.put(f"{name} số {number} ")
        self._put_day(page)
        page.put(" của ")
        page.put(self._organ(), "organ")
        page.marks.append(Mark(start, len(page.text), "reference", number))

    def _put_day(self, page: Page) -> None:
        day = FIRST_DAY + timedelta(days=self._dice.randrange(DAYS))
        forms = (
            f"ngày {day.day:02}/{day.month}/{day.year}",
            f"ngày {day.day} tháng {day.month} năm {day.year}",
            f"ngày {day:%d-%m-%Y}",
        )
        page.put(self._dice.choice(forms), "day", day.isoformat())

    def _organ(self) -> str:
        dice = self._dice
        match dice.choices(("alone", "bare", "field"), (6, 24, 70))[0]:
            case "alone":
                return dice.choice(self._alone) + dice.choice(("", f" {self._place()}"))
            case "bare":
                return f"{dice.choice(self._bare)} {self._level()}"
            case _:
                name = f"{dice.choice(self._heads)} {self._field()}"
                return name + dice.choice(("", "", f" {self._level()}", f" {self._place()}"))

    def _field(self) -> str:
        """A field, its first letter or those of its words large, or some of them joined."""
        dice = self._dice
        fields = dice.sample(self._fields, dice.choices((1, 2, 3), (4, 3, 1))[0])
        style = dice.choices((_open_large, _all_large, str), (60, 20, 20))[0]
        done = [style(field) for field in fields]
        joined = dice.choice((" và ", " - ", " và ", " & "))
        return ", ".join([*done[:-2], joined.join(done[-2:])])

    def _level(self) -> str:
        dice = self._dice
        match dice.choices(("level", "place", "several"), (45, 44, 11))[0]:
            case "level":
                return dice.choice(self._levels)
            case "place":
                return self._place()
            case _:
                return f"các {dice.choice(self._levels[_LOW:])}"

    def _place(self) -> str:
        """A commune with its level, or two in five times without."""
        place = self._dice.choice(self._places)
        with_level = self._dice.choices((True, False), (60, 40))[0]
        return place if with_level else place.split(" ", 1)[-1].removeprefix("trấn ")


def _open_large(field: str) -> str:
    return field[:1].upper() + field[1:]


def _all_large(field: str) -> str:
    """The first letters of the words of two syllables large: Quản lý Vận tải."""
    return " ".join(
        _open_large(word) if at % 2 == 0 and word != "và" else word
        for at, word in enumerate(field.split())
    )


def _mark_by_grammar(line: str) -> Sequence[Span]:
    """The spans of a line by rules alone: the tagger must not learn from itself."""
    tokens = tokenize(line)
    spans = (*find_marks(tokens, line), *find_dates(tokens, None), *find_agencies(tokens, line))
    return sorted(spans, key=lambda span: (span.start, -span.end))


def _outermost(spans: Sequence[Span]) -> Iterator[Span]:
    """Spans that lie in no other one."""
    end = 0
    for span in spans:
        if span.start >= end:
            yield span
            end = span.end


def _is_within(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end
