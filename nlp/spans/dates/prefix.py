"""What stands before a date: its operator, the time of day and the weekday."""

from dataclasses import dataclass, replace
from datetime import time

from nlp.lexicon.schema import load_lexicon
from nlp.spans.dates.calendar import PartialDay
from nlp.spans.dates.clock import parse_time
from nlp.spans.dates.days import parse_day
from nlp.spans.dates.periods import parse_year_end
from nlp.spans.dates.recurrence import parse_weekday
from nlp.spans.span import Operator
from nlp.spans.tokens import Phrases, Tokens, low_at

_OPERATORS: tuple[Operator, ...] = ("before", "by", "within", "from")
OPERATORS: Phrases[Operator] = Phrases(
    (words, operator) for operator in _OPERATORS for words in load_lexicon().words(operator)
)
LEAD_INS = frozenset(
    {
        "vào",
        "các",
        "những",
        "lúc",
        "hồi",
        "sáng",
        "chiều",
        "tối",
        "trưa",
        "đêm",
        "buổi",
        "khoảng",
        "là",
        ",",
        ":",
        "'",
        "’",
        "dự",
        "kiến",
    }
)


@dataclass(frozen=True, slots=True)
class Prefix:
    """What stands before a date: where it ends, the operator, the time of day, the weekday."""

    end: int
    operator: Operator | None = None
    at: time | None = None
    weekday: str | None = None


def parse_prefix(tokens: Tokens, index: int) -> Prefix:
    """Operator, time of day and weekday before a date, in the order in which they stand."""
    prefix = Prefix(index)
    while prefix.end < len(tokens):
        step = _step(tokens, prefix)
        if step is None:
            break
        prefix = step
    return prefix


def _step(tokens: Tokens, prefix: Prefix) -> Prefix | None:
    clock = parse_time(tokens, prefix.end)
    if clock:
        return replace(prefix, end=clock[0], at=clock[1])
    if parse_year_end(tokens, prefix.end):
        return None
    return _read_operator(tokens, prefix) or _read_weekday(tokens, prefix) or _skip(tokens, prefix)


def _read_operator(tokens: Tokens, prefix: Prefix) -> Prefix | None:
    operator = OPERATORS.match(tokens, prefix.end)
    if operator is None or (operator[1] == "from" and prefix.operator):
        return None
    is_year_end = parse_year_end(tokens, operator[0] - 1) is not None  # `đến hết năm 2026`
    return replace(prefix, end=operator[0] - is_year_end, operator=prefix.operator or operator[1])


def _read_weekday(tokens: Tokens, prefix: Prefix) -> Prefix | None:
    weekday = parse_weekday(tokens, prefix.end)
    if weekday is None:
        return None
    is_joined = low_at(tokens, weekday[0]) in {",", "("}
    if not is_joined and low_at(tokens, weekday[0]) != "ngày":
        found = parse_day(tokens, weekday[0])
        return replace(prefix, end=weekday[0], weekday=weekday[1]) if is_dated(found) else None
    end = weekday[0] + is_joined
    return replace(prefix, end=end, weekday=weekday[1])


def is_dated(found: tuple[int, PartialDay] | None) -> bool:
    """Whether figures are a day of a month and no fraction: `13/11`, `05/11`; not `2/3`."""
    return found is not None and found[1].month is not None and found[1].day > found[1].month


def _skip(tokens: Tokens, prefix: Prefix) -> Prefix | None:
    low = low_at(tokens, prefix.end)
    is_lead = low in LEAD_INS and (prefix.operator or prefix.at or low not in {",", ":", "'"})
    return (
        replace(prefix, end=prefix.end + 1) if is_lead and prefix.end + 1 < len(tokens) else None
    )
