"""
What surrounds a cited document.

Its relation before it, date, issuer and subject behind it.
"""

from dataclasses import dataclass, replace
from datetime import date

from nlp.lexicon.schema import PhraseKind, load_lexicon
from nlp.spans.agencies.organs import parse_tail
from nlp.spans.agencies.parse import parse_agency
from nlp.spans.dates.calendar import make_day
from nlp.spans.dates.days import parse_day
from nlp.spans.dates.prefix import parse_time
from nlp.spans.span import Relation
from nlp.spans.tokens import BarePhrases, Phrases, Tokens, low_at

LEXICON = load_lexicon()
STATED: dict[PhraseKind, Relation] = {
    "basis": "basis",
    "implements": "implements",
    "amends": "amends",
    "replaces": "replaces",
    "attached_to": "attached_to",
    "replies_to": "replies_to",
}
RELATIONS: Phrases[PhraseKind] = Phrases(LEXICON.phrases(*STATED))
SPOKEN_OF: Phrases[PhraseKind] = BarePhrases(LEXICON.phrases("spoken_of"))
BRIDGES: Phrases[PhraseKind] = Phrases(LEXICON.phrases("bridge"))
PASSIVES: Phrases[PhraseKind] = Phrases(LEXICON.phrases("passive"))
SUBJECTS: Phrases[PhraseKind] = Phrases(LEXICON.phrases("subject"))
OPENERS = Phrases((("về việc", 1), ("về", 1), ("v/v", 3), ("v/v:", 4)))
BEFORE_DATE = frozenset(
    {"ban", "hành", "ký", "đề", "được", "thông", "qua", "lúc", "hồi", "ra", "vào"}
)
MOST_BRIDGES = 8
MOST_SUBJECT = 90
ACTING = LEXICON.words("acting")
ISSUING = Phrases(LEXICON.phrases("issuing"))
MOST_NAME = 14
MOST_DATE = 9
ISSUER_ENDS = frozenset({"về", "v"})


@dataclass(frozen=True, slots=True)
class Tail:
    """
    What follows a number.

    Up to before token `end` (subject not counted), and up to `reach` with it.
    """

    end: int
    reach: int
    day: date | None = None
    date_end: int = 0
    issuer: str | None = None
    subject: str | None = None
    is_blank_date: bool = False


def line_of(tokens: Tokens, text: str, start: int, end: int) -> str:
    """The text of tokens start to end on one line."""
    return " ".join(text[tokens[start].start : tokens[end - 1].end].split())


def read_tail(tokens: Tokens, text: str, index: int) -> Tail:
    """Date and issuer in either order, then the subject."""
    tail = Tail(index, index, date_end=index)
    for _ in range(3):
        step = _read_date(tokens, tail) or _read_issuer(tokens, text, tail)
        if step is None:
            break
        tail = step
    return _read_subject(tokens, text, tail)


def _read_date(tokens: Tokens, tail: Tail) -> Tail | None:
    if tail.day is not None or tail.is_blank_date:
        return None
    at = tail.end + (low_at(tokens, tail.end) in {",", "("})
    is_bracketed = low_at(tokens, tail.end) == "("
    while low_at(tokens, at) in BEFORE_DATE:
        at += 1
    clock = parse_time(tokens, at)
    at = clock[0] if clock else at
    at += low_at(tokens, at) == "," and clock is not None
    if low_at(tokens, at) != "ngày":
        return None
    at += 1 + (low_at(tokens, at + 1) == ":")
    found = parse_day(tokens, at)
    if found is None:
        end = _blank_date_end(tokens, at)
        return replace(tail, end=end, reach=end, date_end=end, is_blank_date=True) if end else None
    end, day = found
    end += is_bracketed and low_at(tokens, end) == ")"
    stated = (
        make_day(day.day, day.month, day.year)
        if day.month is not None and day.year is not None
        else None
    )
    return replace(
        tail, end=end, reach=end, date_end=end, day=stated, is_blank_date=stated is None
    )


def _blank_date_end(tokens: Tokens, index: int) -> int | None:
    at = index
    while at < len(tokens) and set(tokens[at].text) <= {".", "…", "_"}:
        at += 1
    if low_at(tokens, at) != "tháng":
        return None
    while at < len(tokens) and (
        low_at(tokens, at) in {"tháng", "năm"}
        or tokens[at].text[0] in ".…_"
        or tokens[at].text.isdigit()
    ):
        at += 1
    return at


def _read_issuer(tokens: Tokens, text: str, tail: Tail) -> Tail | None:
    if tail.issuer is not None:
        return None
    at = tail.end + (low_at(tokens, tail.end) in {",", "."} and _is_stop_misread(tokens, tail.end))
    is_owned = low_at(tokens, at) in {"của", "do"}
    start = at + is_owned
    start += (
        is_owned and low_at(tokens, start) in {"liên", "đồng"} and not tokens[start].is_capital
    )
    end = _issuer_end(tokens, start)
    if end is None or not (is_owned or low_at(tokens, end) in ISSUER_ENDS):
        return None
    issuer = line_of(tokens, text, start, end)
    if low_at(tokens, at) == "do":
        end += 2 * (low_at(tokens, end) == "ban" and low_at(tokens, end + 1) == "hành")
    if low_at(tokens, end) == "(" and low_at(tokens, end + 1) == "cũ":
        end += 3
    return replace(tail, end=end, reach=end, issuer=issuer)


def _is_stop_misread(tokens: Tokens, index: int) -> bool:
    """True for a comma, and for a full stop that a lower-case `của` unmasks as a speck."""
    return low_at(tokens, index) == "," or (
        low_at(tokens, index + 1) == "của" and not tokens[index + 1].is_capital
    )


def _issuer_end(tokens: Tokens, index: int) -> int | None:
    named = parse_agency(tokens, index)
    if named:
        return named.end
    if low_at(tokens, index) in {"tỉnh", "thành", "huyện", "thị", "quận", "phường", "xã", "trung"}:
        return parse_tail(tokens, index)
    return None


def _read_subject(tokens: Tokens, text: str, tail: Tail) -> Tail:
    at = tail.end + (low_at(tokens, tail.end) == ",")
    is_split = at > tail.end and low_at(tokens, at) not in {"về", "v"}
    if is_split or SUBJECTS.match(tokens, at) is None:
        return tail
    opener = OPENERS.match(tokens, at)
    start = at + opener[1] if opener else at
    end = subject_end(tokens, start)
    if end <= start:
        return tail
    return replace(tail, reach=end, subject=line_of(tokens, text, start, end))


def subject_end(tokens: Tokens, start: int) -> int:
    """
    End of a trích yếu.

    A full stop, a semicolon, another cited document, or the organ that goes on to act.
    """
    depth = 0
    end = start
    while end < min(start + MOST_SUBJECT, len(tokens)):
        low = low_at(tokens, end)
        depth += (low in {"(", "“"}) - (low in {")", "”"})
        if depth < 0 or (depth == 0 and _ends_subject(tokens, end)):
            break
        end += 1
    return end


def _ends_subject(tokens: Tokens, index: int) -> bool:
    low = low_at(tokens, index)
    if low == ";" or (low == "." and not (index + 1 < len(tokens) and tokens[index + 1].is_glued)):
        return True
    if low in {",", "và"}:
        return _opens_reference(tokens, index + 1) or (low == "," and _goes_on(tokens, index + 1))
    return low == "(" and low_at(tokens, index + 1) in {"sau", "gọi", "được"}


def _opens_reference(tokens: Tokens, index: int) -> bool:
    """True for a capitalised type word with `số` behind it."""
    if index >= len(tokens) or not tokens[index].is_capital:
        return False
    return "số" in {low_at(tokens, index + k) for k in range(1, 4)}


def _goes_on(tokens: Tokens, index: int) -> bool:
    if low_at(tokens, index) == "trong" and low_at(tokens, index + 1) == "đó":
        return True
    named = parse_agency(tokens, index)
    return named is not None and low_at(tokens, named.end) in ACTING


@dataclass(frozen=True, slots=True)
class Head:
    """What an active sentence says before a document: `Ngày 05/3/2020 Bộ Nội vụ ban hành …`."""

    issuer: str
    day: date | None = None
    date_tokens: tuple[int, int] | None = None


def read_head(tokens: Tokens, text: str, index: int) -> Head | None:
    """Issuer and date that stand before `ban hành`; None where it is not so introduced."""
    issued = ISSUING.match_before(tokens, index)
    if issued is None:
        return None
    for start in range(max(0, issued[0] - MOST_NAME), issued[0]):
        named = parse_agency(tokens, start) if tokens[start].is_capital else None
        if named and named.end == issued[0]:
            issuer = line_of(tokens, text, start, named.end)
            dated = _date_before(tokens, start)
            return Head(issuer, *dated) if dated else Head(issuer)
    return None


def _date_before(tokens: Tokens, index: int) -> tuple[date, tuple[int, int]] | None:
    end = index - (low_at(tokens, index - 1) == ",")
    for start in range(max(0, end - MOST_DATE), end):
        found = parse_day(tokens, start + 1) if low_at(tokens, start) == "ngày" else None
        if found and found[0] == end and found[1].month and found[1].year:
            day = make_day(found[1].day, found[1].month, found[1].year)
            return (day, (start, end)) if day else None
    return None


def read_relation(tokens: Tokens, index: int) -> Relation | None:
    """The relation that the words right before a document state, None where they state none."""
    at = index
    for _ in range(MOST_BRIDGES):
        found = RELATIONS.match_before(tokens, at)
        if found:
            return _directed(tokens, found)
        bridge = BRIDGES.match_before(tokens, at)
        if bridge is None:
            return None
        at = bridge[0]
    return None


def _directed(tokens: Tokens, found: tuple[int, PhraseKind]) -> Relation:
    start, kind = found
    if kind == "implements" and low_at(tokens, start) == "theo":
        earlier = RELATIONS.match_before(tokens, start)
        if earlier and earlier[1] in {"amends", "replaces"}:
            start, kind = earlier
    if kind in {"amends", "replaces"} and (
        PASSIVES.match_before(tokens, start) or low_at(tokens, start - 1) in {"được", "bị"}
    ):
        return "mentions"
    is_spoken_of = kind == "implements" and SPOKEN_OF.match_before(tokens, start) is not None
    return "mentions" if is_spoken_of else STATED.get(kind, "mentions")
