"""Reports twice a year: `định kỳ 6 tháng (trước ngày 15/6), hằng năm (trước ngày 15/12)`."""

from nlp.spans.dates.calendar import PartialDay, Reading
from nlp.spans.dates.days import parse_day
from nlp.spans.numerals import parse_count
from nlp.spans.span import DateMention
from nlp.spans.tokens import Tokens, low_at

HALF = 6  # months
YEARLY = frozenset({"hằng", "hàng", "mỗi", "một", "1", "01"})
BEFORE_DAY = frozenset({"trước", "ngày", "là", "vào", "chậm", "nhất", "và"})
MOST_BETWEEN = 40
ENDS = frozenset({".", ";"})


def parse_half_years(tokens: Tokens, index: int) -> Reading | None:
    """`(định kỳ) 6 tháng, hằng năm`, with the days that brackets or the clause tell.

    None where the year, or the days of both halves, are not told.
    """
    rhythm = _rhythm(tokens, index)
    if rhythm is None:
        return None
    end, days = rhythm
    days = days or days_of_half_years(tokens, end)
    if not days:
        return None
    return Reading(end, DateMention("recurring", recurrence=_rule(days)), "date.half_years", 0.9)


def parse_days_behind(tokens: Tokens, index: int) -> Reading | None:
    """`15/6 và 15/12` behind `định kỳ 6 tháng, hằng năm báo cáo … trước ngày`."""
    found = _two_days(tokens, index)
    if found is None:
        return None
    for start in range(index - 1, max(-1, index - MOST_BETWEEN), -1):
        if tokens[start].text in ENDS:
            return None
        rhythm = _rhythm(tokens, start)
        if rhythm and not rhythm[1]:
            mention = DateMention("recurring", recurrence=_rule(found[1]))
            return Reading(found[0], mention, "date.half_years", 0.9)
    return None


def days_of_half_years(tokens: Tokens, index: int) -> tuple[PartialDay, ...]:
    """The first two days without a year that stand together in the rest of the clause."""
    for at in range(index, min(index + MOST_BETWEEN, len(tokens))):
        if tokens[at].text in ENDS:
            return ()
        found = _two_days(tokens, at)
        if found is not None:
            return found[1]
    return ()


def _rhythm(tokens: Tokens, index: int) -> tuple[int, tuple[PartialDay, ...]] | None:
    """End of `6 tháng …, hằng năm …` and the days in its two brackets."""
    at = index + 2 * (low_at(tokens, index) == "định" and low_at(tokens, index + 1) == "kỳ")
    count = parse_count(tokens, at)
    if count is None or count[1] != HALF or low_at(tokens, count[0]) != "tháng":
        return None
    end, first = _noted(tokens, count[0] + 1)
    end += low_at(tokens, end) in {",", "và"}
    end += low_at(tokens, end) == "và"
    end += low_at(tokens, end) in YEARLY
    if low_at(tokens, end) != "năm":
        return None
    end, second = _noted(tokens, end + 1)
    return end, (first, second) if first and second else ()


def _noted(tokens: Tokens, index: int) -> tuple[int, PartialDay | None]:
    """Index behind `(trước ngày 15/6)` and its day; the index itself where no bracket stands."""
    if low_at(tokens, index) != "(":
        return index, None
    at = index + 1
    while low_at(tokens, at) in BEFORE_DAY:
        at += 1
    found = parse_day(tokens, at)
    is_whole = found is not None and low_at(tokens, found[0]) == ")"
    if found is None or not is_whole or found[1].month is None or found[1].year is not None:
        return index, None
    return found[0] + 1, found[1]


def _two_days(tokens: Tokens, index: int) -> tuple[int, tuple[PartialDay, ...]] | None:
    """End and days of `15/6 và (trước ngày) 15/12`, neither with a year."""
    days: list[PartialDay] = []
    at = index
    for _ in range(2):
        while days and low_at(tokens, at) in BEFORE_DAY:
            at += 1
        found = parse_day(tokens, at)
        if found is None or found[1].month is None or found[1].year is not None:
            return None
        days.append(found[1])
        at = found[0]
        if len(days) == 1 and low_at(tokens, at) != "và":
            return None
    return at, tuple(days)


def _rule(days: tuple[PartialDay, ...]) -> str:
    months = ",".join(dict.fromkeys(str(day.month) for day in days))
    numbers = ",".join(dict.fromkeys(str(day.day) for day in days))
    return f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={numbers}"
