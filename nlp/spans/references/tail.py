"""What stands behind a cited document: its date, issuer and subject."""

import re
from dataclasses import dataclass, replace
from datetime import date

from nlp.lexicon.schema import PhraseKind, load_lexicon
from nlp.spans.agencies.organs import parse_tail
from nlp.spans.agencies.parse import parse_agency
from nlp.spans.dates.calendar import PartialDay, make_day
from nlp.spans.dates.clock import parse_time
from nlp.spans.dates.days import parse_day
from nlp.spans.letters import skeleton
from nlp.spans.numerals import Numeral, parse_numeral
from nlp.spans.references.issuers import mend_issuer
from nlp.spans.tokens import Phrases, Tokens, low_at

LEXICON = load_lexicon()
SUBJECTS: Phrases[PhraseKind] = Phrases(LEXICON.phrases("subject"))
OPENERS = Phrases((("về việc", 1), ("về", 1), ("v/v", 3), ("v/v:", 4)))
BEFORE_DATE = frozenset(
    {"ban", "hành", "ký", "đề", "được", "thông", "qua", "lúc", "hồi", "ra", "vào", "cùng"}
)
BEHIND_NOTE = frozenset({"ngày", "của", ",", "về"})
MOST_NOTE = 5
DAY_MONTH_YEAR = (2, 2, 4)
MOST_DAMAGED = 9  # tokens of a day that cannot be read
MOST_SUBJECT = 90
MOST_SESSION = 7  # tokens up to the organ: Hội nghị lần thứ mười một
TERM = re.compile(r"[IVX]{1,5}|\d{1,2}")
ACTING = LEXICON.words("acting")
SUBJECT_VERBS = frozenset(
    {("phê", "duyệt"), ("ban", "hành"), ("quy", "định"), ("hướng", "dẫn"), ("sửa", "đổi")}
)
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
    at = _skip_note(tokens, index)
    noted = replace(tail, end=at)
    for _ in range(3):
        step = _read_date(tokens, noted) or _read_issuer(tokens, noted)
        if step is None:
            break
        tail = noted = step
    return _read_subject(tokens, text, tail)


def _skip_note(tokens: Tokens, index: int) -> int:
    """Index behind `(A11)`, `(khóa XII)` where a date or an issuer follows."""
    if low_at(tokens, index) != "(" or low_at(tokens, index + 1) in {"ngày", "sau", "gọi"}:
        return index
    for end in range(index + 1, index + MOST_NOTE):
        if low_at(tokens, end) == ")":
            return end + 1 if low_at(tokens, end + 1) in BEHIND_NOTE else index
    return index


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
    if found is None or found[1].year is None:
        found = _parse_damaged_day(tokens, at) or found
    if found is None or (found[1].year is None and _damaged_date_end(tokens, found[0])):
        end = _blank_date_end(tokens, at) or _damaged_date_end(tokens, at)
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


def _parse_damaged_day(tokens: Tokens, index: int) -> tuple[int, PartialDay] | None:
    """A day whose marks are damaged, three numbers in a row: `09 thá.ng 6 nam 2025`."""
    numbers: list[Numeral] = []
    at = index
    while at < min(index + MOST_DAMAGED, len(tokens)) and len(numbers) < len(DAY_MONTH_YEAR):
        numeral = parse_numeral(tokens, at)
        if numeral:
            numbers.append(numeral)
        elif tokens[at].low in {"của", ";", "về"} or len(tokens[at].low) > len("tháng"):
            return None
        at = numeral.end if numeral else at + 1
    if [len(number.digits) for number in numbers[2:]] != [len("2025")]:
        return None
    day, month, year = (number.value for number in numbers)
    if make_day(day, month, year) is None:
        return None
    return at, PartialDay(day, month, year, is_suspicious=True)


def _damaged_date_end(tokens: Tokens, index: int) -> int | None:
    """End of a day that cannot be read, before `của`: `42/02/2018`, `2A/1O-20 18`."""
    for end in range(index, min(index + MOST_DAMAGED, len(tokens))):
        if tokens[end].low == "của":
            return end if end > index else None
        is_figure = any(map(str.isdigit, tokens[end].text)) or not tokens[end].text.isalnum()
        if tokens[end].low not in {"tháng", "năm"} and not is_figure:
            return None
    return None


def _read_issuer(tokens: Tokens, tail: Tail) -> Tail | None:
    if tail.issuer is not None:
        return None
    at = tail.end + (low_at(tokens, tail.end) in {",", "."} and _is_stop_misread(tokens, tail.end))
    is_owned = low_at(tokens, at) == "do" or skeleton(low_at(tokens, at)) == "cua"
    start = at + is_owned
    start += (
        is_owned and low_at(tokens, start) in {"liên", "đồng"} and not tokens[start].is_capital
    )
    start = _behind_session(tokens, start) if is_owned else start
    end = _before_reference(tokens, start, _issuer_end(tokens, start))
    if end is None or not (is_owned or low_at(tokens, end) in ISSUER_ENDS):
        return None
    issuer = mend_issuer(tokens, start, end)
    if low_at(tokens, at) == "do":
        end += 2 * (low_at(tokens, end) == "ban" and low_at(tokens, end + 1) == "hành")
    if low_at(tokens, end) == "(" and low_at(tokens, end + 1) == "cũ":
        end += 3
    end = _behind_term(tokens, end)
    return replace(tail, end=end, reach=end, issuer=issuer)


def _behind_session(tokens: Tokens, index: int) -> int:
    """Index of the organ whose session it was: `Hội nghị lần thứ tám` + `Ban Chấp hành …`."""
    if (low_at(tokens, index), low_at(tokens, index + 1)) != ("hội", "nghị"):
        return index
    ends = range(index + 2, index + MOST_SESSION)
    return next((at for at in ends if at < len(tokens) and parse_agency(tokens, at)), index)


def _behind_term(tokens: Tokens, index: int) -> int:
    """Index behind the term of an organ: `khóa XVII, nhiệm kỳ 2020 - 2025`, `kỳ họp thứ ba`."""
    at = index + (low_at(tokens, index) in {",", "("})
    if low_at(tokens, at) in {"khóa", "khoá"}:
        at += 1 + (low_at(tokens, at + 1) == "thứ")
        is_term = at < len(tokens) and TERM.fullmatch(tokens[at].text)
        index = at + 1 + (low_at(tokens, at + 1) == ")") if is_term else index
        at = index + (low_at(tokens, index) == ",")
    if (low_at(tokens, at), low_at(tokens, at + 1)) == ("nhiệm", "kỳ"):
        years = at + 2
        while years < len(tokens) and (tokens[years].text.isdigit() or tokens[years].text == "-"):
            years += 1
        return years
    is_sitting = tuple(low_at(tokens, at + k) for k in range(3)) == ("kỳ", "họp", "thứ")
    return at + 4 if is_sitting else index


def _before_reference(tokens: Tokens, start: int, end: int | None) -> int | None:
    """The end of an issuer, before the next document or a subject in capitals.

    `Sở Nội vụ, Kế hoạch số …`, `Thủ tướng Chính phủ Phê duyệt Đề án …`.
    """
    if end is None:
        return None
    pairs = ((k, (low_at(tokens, k), low_at(tokens, k + 1))) for k in range(start + 1, end))
    end = next((k for k, pair in pairs if pair in SUBJECT_VERBS and tokens[k].is_capital), end)
    joints = (k for k in range(start + 1, end) if low_at(tokens, k) in {",", "và"})
    return next((k for k in joints if _opens_reference(tokens, k + 1)), end)


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
    if low == "," and low_at(tokens, index + 1) == "số" and low_at(tokens, index + 3) == "/":
        return True
    if low in {",", "và"}:
        carried = index + 3 if _carries_out(tokens, index + 1) else 0
        return _opens_reference(tokens, carried or index + 1) or (
            low == "," and _goes_on(tokens, index + 1)
        )
    return low == "(" and low_at(tokens, index + 1) in {"sau", "gọi", "được"}


def _carries_out(tokens: Tokens, index: int) -> bool:
    """True for `và` + `thực hiện Công văn số …`, which begins another document."""
    return (low_at(tokens, index), low_at(tokens, index + 1)) in {("thực", "hiện"), ("căn", "cứ")}


def _opens_reference(tokens: Tokens, index: int) -> bool:
    """True for a capitalised type word with `số` behind it."""
    if index >= len(tokens) or not tokens[index].is_capital:
        return False
    return "số" in {low_at(tokens, index + k) for k in range(1, 5)}


def _goes_on(tokens: Tokens, index: int) -> bool:
    if low_at(tokens, index) == "trong" and low_at(tokens, index + 1) == "đó":
        return True
    named = parse_agency(tokens, index)
    return named is not None and low_at(tokens, named.end) in ACTING
