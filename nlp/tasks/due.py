"""The day on which a duty is due: periods end, terms are counted over Vietnamese working days."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from nlp.spans.span import DateMention

_NO_DEADLINE = {"recurring", "horizon", "cutoff", "effective", "vague"}


@lru_cache(maxsize=1)
def _working_days() -> Callable[[date], bool]:
    import holidays  # noqa: PLC0415 - a seventh of the start, and few documents set such a term

    return holidays.country_holidays("VN").is_working_day


def add_working_days(start: date, days: int) -> date:
    """The day that ends a term of working days; `start` itself is not counted.

    Holidays by decree and the Saturdays worked in exchange are known to the `holidays` package.

    Source: Bộ luật Dân sự 2015, Điều 147 and 148 (the first day is not counted).

    >>> add_working_days(date(2024, 8, 28), 3)
    datetime.date(2024, 9, 4)
    """
    is_working, day = _working_days(), start
    while days > 0:
        day += timedelta(days=1)
        days -= is_working(day)
    return day


def count_due_date(
    mention: DateMention, issued: date | None, received: date | None
) -> date | None:
    """The last day on which the duty can be done, None where the mention sets no such day.

    A day or period is due on its end; `từ ngày X` alone only begins. A term runs from the day the
    document arrived (`received`, else `issued`) or was signed; a term from any other event cannot
    be counted.
    """
    if not mention.is_valid or (mention.kind in _NO_DEADLINE and not _is_year_end(mention)):
        return None
    if mention.kind == "term":
        return _end_of_term(mention, issued, received)
    if mention.operator == "from" and mention.start == mention.end:
        return None
    return mention.end


def _end_of_term(mention: DateMention, issued: date | None, received: date | None) -> date | None:
    start = issued if mention.anchor == "signing" else received or issued
    if start is None or mention.anchor == "other":
        return None
    if mention.anchor is None and mention.operator is None:
        return None  # how long something lasts, or a term from an event that stands before it
    if mention.months is not None:
        return add_months(start, mention.months)
    if mention.days is None:
        return None
    if mention.is_working:
        return add_working_days(start, mention.days)
    return start + timedelta(days=mention.days)


def add_months(start: date, months: int) -> date:
    """The day of the same number some months later, the last of a month that is too short.

    Source: Bộ luật Dân sự 2015, Điều 148.

    >>> add_months(date(2024, 8, 31), 6)
    datetime.date(2025, 2, 28)
    """
    years, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + years, month + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def _is_year_end(mention: DateMention) -> bool:
    """True for `đến hết năm 2026`: a horizon that ends on a day."""
    is_day = mention.start is not None and mention.start == mention.end
    return mention.kind == "horizon" and mention.operator == "by" and is_day
