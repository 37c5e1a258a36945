"""The language of the query box: words, "phrases", numbers, and filters such as `loại:KH`."""

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Final, Literal

from api.store.lexemes import fold, number_key, split_numbers, syllables
from nlp.lexicon.schema import load_lexicon

Field = Literal[
    "type", "issuer", "place", "since", "until", "signer", "assignee", "keyword", "tasks", "cites"
]

# Every filter by its names; each is understood without diacritics too.
FILTERS: Final[dict[Field, tuple[str, ...]]] = {
    "type": ("loại",),
    "issuer": ("cơ quan", "cơ-quan"),
    "place": ("nơi",),
    "since": ("từ ngày", "từ-ngày", "từ"),
    "until": ("đến ngày", "đến-ngày", "đến"),
    "signer": ("người ký", "người-ký"),
    "assignee": ("giao cho", "giao"),
    "keyword": ("từ khóa", "từ-khóa", "từ khoá"),
    "tasks": ("còn việc", "còn-việc"),
    "cites": ("viện dẫn", "viện-dẫn"),
}
_NAMES: Final[dict[str, Field]] = {
    spelling: kind
    for kind, names in FILTERS.items()
    for name in names
    for spelling in (name, fold(name))
}
_HEAD: Final = re.compile(
    rf"(?<!\w)(?P<name>{'|'.join(sorted(_NAMES, key=len, reverse=True))})\s*:\s*", re.IGNORECASE
)
_QUOTED: Final = re.compile(r'["“”](?P<inside>[^"“”]*)(?:["“”]|$)')
_VALUE_END: Final = re.compile(r'[,;"“”]')
_DAY: Final = re.compile(
    r"""
    (?P<iso>\d{4}-\d{1,2}-\d{1,2})(?!\d)
    | (?:(?:(?P<day>\d{1,2})[/.\-])?(?P<month>\d{1,2})[/.\-])?(?P<year>\d{4})(?!\d)
    """,
    re.VERBOSE,
)
_FUZZY: Final = re.compile(r"~([^\W_]+)")
_YES: Final = frozenset({"", "co", "yes", "1"})
_NO: Final = frozenset({"khong", "no", "0"})


@dataclass(frozen=True, slots=True)
class Filters:
    """What hits must be. Names are kept as typed; `types` are codes, any of which will do.

    `has_open_tasks` is None where nothing was asked.
    """

    types: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    signers: tuple[str, ...] = ()
    assignees: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    has_open_tasks: bool | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What a user asks for.

    `words` and `phrases` are syllables in lower case as typed, `numbers` canonical, `loose` the
    words of which near spellings will do. `is_number`: the whole question may be the number of a
    document. `unclear` are filters whose value could not be understood, as typed.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    numbers: tuple[str, ...] = ()
    loose: frozenset[str] = frozenset()
    is_number: bool = False
    filters: Filters = field(default_factory=Filters)
    unclear: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing."""
        return not (self.words or self.phrases or self.numbers) and self.filters == Filters()

    @property
    def spoken(self) -> tuple[str, ...]:
        """Every syllable that is looked for in texts."""
        return (*self.words, *(word for phrase in self.phrases for word in phrase))


def parse_question(text: str) -> Question:
    """What `text` asks for; every text is understood in some way.

    >>> parse_question("kế hoạch 2873/KH-UBND").numbers
    ('2873/KHUBND',)
    >>> parse_question('"bình đẳng giới" loại:KH từ:2018').filters.since
    datetime.date(2018, 1, 1)
    """
    text = unicodedata.normalize("NFC", text).strip()
    key = number_key(text)
    if key is not None:
        return Question(numbers=(key,), is_number=True)
    rest, filters, unclear = _take_filters(text)
    rest, phrases = _take_phrases(rest)
    loose = frozenset(word for found in _FUZZY.findall(rest) for word in syllables(found))
    key = number_key(rest)
    numbers: tuple[str, ...] = (key,) if key is not None else ()
    if key is not None:
        rest = ""
    else:
        rest, numbers = split_numbers(rest)
    return Question(syllables(rest), phrases, numbers, loose, filters=filters, unclear=unclear)


def _take_phrases(text: str) -> tuple[str, tuple[tuple[str, ...], ...]]:
    found = (syllables(match["inside"]) for match in _QUOTED.finditer(text))
    return _QUOTED.sub(" ", text), tuple(phrase for phrase in found if phrase)


def _take_filters(text: str) -> tuple[str, Filters, tuple[str, ...]]:
    rest, filters, unclear = [], Filters(), []
    position = 0
    for match in _HEAD.finditer(text):
        if match.start() < position:
            continue
        rest.append(text[position : match.start()])
        value, position = _value_at(text, match.end())
        taken = _read_value(filters, _NAMES[match["name"].lower()], value)
        if taken is None:
            unclear.append(text[match.start() : position].strip())
        else:
            filters = taken[0]
            rest.append(taken[1])
    rest.append(text[position:])
    return " ".join(rest), filters, tuple(unclear)


def _value_at(text: str, start: int) -> tuple[str, int]:
    """The value that begins at `start`, and where the text goes on behind it."""
    if quoted := _QUOTED.match(text, start):
        return quoted["inside"].strip(), quoted.end()
    ends = [
        match.start()
        for pattern in (_HEAD, _VALUE_END)
        if (match := pattern.search(text, start)) is not None
    ]
    end = min(ends, default=len(text))
    return text[start:end].strip(), end + (text[end : end + 1] in {",", ";"})


def _read_value(filters: Filters, kind: Field, value: str) -> tuple[Filters, str] | None:
    """The filters with one more, and what follows the value; None where it means nothing."""
    match kind:
        case "type":
            return _read_type(filters, value)
        case "since" | "until":
            return _read_day(filters, kind, value)
        case "tasks":
            return _read_answer(filters, value)
        case "cites":
            key = number_key(value)
            rest, numbers = ("", (key,)) if key is not None else split_numbers(value)
            cites = (*filters.cites, *numbers)
            return (replace(filters, cites=cites), rest) if numbers else None
        case _:
            return _read_name(filters, kind, value)


def _read_name(filters: Filters, kind: Field, value: str) -> tuple[Filters, str] | None:
    if not syllables(value):
        return None
    match kind:
        case "issuer":
            return replace(filters, issuers=(*filters.issuers, value)), ""
        case "place":
            return replace(filters, places=(*filters.places, value)), ""
        case "signer":
            return replace(filters, signers=(*filters.signers, value)), ""
        case "keyword":
            return replace(filters, keywords=(*filters.keywords, value)), ""
        case _:
            return replace(filters, assignees=(*filters.assignees, value)), ""


def _read_type(filters: Filters, value: str) -> tuple[Filters, str] | None:
    words = value.split()
    for length in range(len(words), 0, -1):
        codes = find_types(" ".join(words[:length]))
        if codes:
            types = tuple(dict.fromkeys((*filters.types, *codes)))
            return replace(filters, types=types), " ".join(words[length:])
    return None


def _read_day(filters: Filters, kind: Field, value: str) -> tuple[Filters, str] | None:
    match = _DAY.match(value)
    span = _span(match) if match else None
    if match is None or span is None:
        return None
    rest = value[match.end() :]
    if kind == "since":
        return replace(filters, since=span[0]), rest
    return replace(filters, until=span[1]), rest


def _read_answer(filters: Filters, value: str) -> tuple[Filters, str] | None:
    first, _, rest = value.partition(" ")
    if fold(first) in _NO:
        return replace(filters, has_open_tasks=False), rest
    return replace(filters, has_open_tasks=True), rest if fold(first) in _YES else value


def _span(match: re.Match[str]) -> tuple[date, date] | None:
    """The first and the last day that a written day, month or year means."""
    try:
        if match["iso"]:
            year, month, day = map(int, match["iso"].split("-"))
            return date(year, month, day), date(year, month, day)
        year, month = int(match["year"]), int(match["month"] or 0)
        if match["day"]:
            return date(year, month, int(match["day"])), date(year, month, int(match["day"]))
        if month:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None


def find_types(text: str) -> tuple[str, ...]:
    """The codes of the types that a code or a name means: as written, else folded.

    >>> find_types("ke hoach"), find_types("hđ"), find_types("TTr")
    (('KH',), ('HĐ',), ('TTr',))
    """
    by_spelling = _type_table()
    for spelling in (text, text.upper(), text.lower(), fold(text)):
        if spelling in by_spelling:
            return by_spelling[spelling]
    return ()


@cache
def _type_table() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for row in load_lexicon().type:
        for spelling in dict.fromkeys(
            (row.code, fold(row.code), *row.names, *map(fold, row.names))
        ):
            table.setdefault(spelling, []).append(row.code)
    return {spelling: tuple(codes) for spelling, codes in table.items()}
