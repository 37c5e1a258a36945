"""
Terms that are counted from an event.

`trong 05 ngày làm việc kể từ ngày nhận được văn bản này`.
"""

from typing import Literal

from nlp.lexicon.schema import load_lexicon
from nlp.spans.dates.calendar import Reading
from nlp.spans.numerals import parse_count, parse_numeral
from nlp.spans.span import DateMention
from nlp.spans.tokens import Phrases, Tokens, low_at

Anchor = Literal["receipt", "signing", "other"]

SINCE = Phrases(load_lexicon().phrases("since"))
DIRECTIVES = Phrases(load_lexicon().phrases("directive"))
RECEIVED = Phrases(load_lexicon().phrases("received"))
SIGNED = Phrases(load_lexicon().phrases("signed"))
DAYS_OF_WEEK = 7
# How names open that mean the directive without `này`: văn bản, công văn, ý kiến chỉ đạo, chỉ thị.
_ANY_TYPE = frozenset(("văn", "công", "ý", "chỉ"))


def parse_term(tokens: Tokens, index: int) -> Reading | None:
    """A count of days or weeks, with what it is counted from."""
    next_day = _parse_next_working_day(tokens, index)
    if next_day:
        return next_day
    count = parse_count(tokens, index)
    if count is None or low_at(tokens, count[0]) not in {"ngày", "tuần", "tháng", "năm", "giờ"}:
        return None
    unit, end = low_at(tokens, count[0]), count[0] + 1
    is_working = low_at(tokens, end) == "làm" and low_at(tokens, end + 1) == "việc"
    end += 2 * is_working
    is_working = is_working or _skip_bracketed_work(tokens, end) > end
    end = _skip_bracketed_work(tokens, end)
    anchored = parse_anchor(tokens, end) or _before_event(tokens, end)
    if unit != "ngày" and anchored is None and unit != "tuần":
        return None
    end, anchor = anchored or (end, None)
    days, months = _length(count[1], unit)
    mention = DateMention("term", days=days, months=months, is_working=is_working, anchor=anchor)
    return Reading(end, mention, "date.term", 0.95 if anchor else 0.7)


def _length(count: int, unit: str) -> tuple[int | None, int | None]:
    """Days or months of a term; hours are counted as whole days."""
    if unit in {"tháng", "năm"}:
        return None, count * (12 if unit == "năm" else 1)
    hours = {"ngày": 24, "tuần": 24 * DAYS_OF_WEEK}.get(unit, 1) * count
    return -(-hours // 24), None


def _skip_bracketed_work(tokens: Tokens, index: int) -> int:
    words = [low_at(tokens, index + k) for k in range(4)]
    return index + 4 if words == ["(", "làm", "việc", ")"] else index


def parse_anchor(tokens: Tokens, index: int) -> tuple[int, Anchor] | None:
    """
    End and event of `kể từ ngày nhận được văn bản này`, `, từ khi ký`.

    None where no event follows.
    """
    at = index + (low_at(tokens, index) == ",")
    since = SINCE.match(tokens, at)
    if since is None:
        return None
    at = since[0]
    if low_at(tokens, at) == "ngày" and parse_numeral(tokens, at + 1):
        return None
    if low_at(tokens, at) in {"ngày", "khi", "thời"}:
        at += 2 if low_at(tokens, at) == "thời" else 1
    received = RECEIVED.match(tokens, at)
    if received:
        return _object_of_receipt(tokens, received[0])
    signed = SIGNED.match(tokens, at)
    if signed:
        is_this = low_at(tokens, signed[0]) not in {"hợp", "biên", "giấy", "kết"}
        return signed[0], "signing" if is_this else "other"
    return at, "other"


def _before_event(tokens: Tokens, index: int) -> tuple[int, Anchor] | None:
    """End of the `trước ngày khai mạc`, `trước khi họp` that a term is counted back from."""
    if low_at(tokens, index) != "trước" or low_at(tokens, index + 1) not in {"ngày", "khi", "kỳ"}:
        return None
    return None if parse_numeral(tokens, index + 2) else (index + 2, "other")


def _object_of_receipt(tokens: Tokens, index: int) -> tuple[int, Anchor]:
    """
    What is received.

    The directive itself (or nothing is said), or a thing of some procedure.
    """
    at = index
    for word in ("đầy", "đủ", "được"):
        at += low_at(tokens, at) == word
    directive = DIRECTIVES.match(tokens, at)
    if directive:
        is_this = low_at(tokens, directive[0]) == "này"
        of_any_type = low_at(tokens, at) in _ANY_TYPE
        is_ours = is_this or of_any_type or tokens[at].is_capital  # else one of a procedure
        return directive[0] + is_this, "receipt" if is_ours else "other"
    is_end = (
        at >= len(tokens)
        or not tokens[at].text[0].isalpha()
        or low_at(tokens, at) in {"và", "để", "các"}
        or _asks_someone(tokens, at)
    )
    return at, "receipt" if is_end else "other"


def _asks_someone(tokens: Tokens, index: int) -> bool:
    """Whether `đề nghị` asks (đề nghị các xã …), and is not what is received (đề nghị của xã)."""
    if (low_at(tokens, index), low_at(tokens, index + 1)) != ("đề", "nghị"):
        return False
    after = index + len(["đề", "nghị"])
    is_asked = after < len(tokens) and tokens[after].text[0].isalpha()
    return is_asked and low_at(tokens, after) not in {"của", "thì", "hoặc", "và", "từ"}


def _parse_next_working_day(tokens: Tokens, index: int) -> Reading | None:
    """`ngày làm việc tiếp theo`: one working day after receipt."""
    words = [low_at(tokens, index + k) for k in range(4)]
    if words[:3] != ["ngày", "làm", "việc"] or words[3] not in {"tiếp", "kế", "hôm"}:
        return None
    end = index + 4 + (low_at(tokens, index + 4) in {"theo", "tiếp", "sau"})
    return Reading(
        end,
        DateMention("term", days=1, is_working=True, anchor="receipt"),
        "date.next_working_day",
        0.8,
    )


def parse_at_once(tokens: Tokens, index: int) -> Reading | None:
    """`ngay sau khi nhận được văn bản này`: at once after receipt."""
    words = [low_at(tokens, index + k) for k in range(3)]
    if words != ["ngay", "sau", "khi"]:
        return None
    received = RECEIVED.match(tokens, index + 3)
    if received is None:
        return None
    end, anchor = _object_of_receipt(tokens, received[0])
    return Reading(end, DateMention("term", days=0, anchor=anchor), "date.at_once", 0.8)
