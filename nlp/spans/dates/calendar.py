"""What days and periods are meant: missing years, month ends, impossible days."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from nlp.spans.span import DateKind, DateMention

TWO_DIGIT_YEARS = 100
CENTURY = 2000
MONTHS = 12
YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class PartialDay:
    """A day as printed; what is not printed is None. `is_suspicious` tells of damaged marks."""

    day: int
    month: int | None = None
    year: int | None = None
    is_suspicious: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read up to before token `end`."""

    end: int
    mention: DateMention
    rule: str
    confidence: float = 0.95

    def at_end(self, end: int) -> "Reading":
        """The same reading, ending later."""
        return replace(self, end=end)


def full_year(year: int) -> int:
    """
    A year of four digits.

    >>> full_year(18)
    2018
    """
    return year + CENTURY if year < TWO_DIGIT_YEARS else year


def make_day(day: int, month: int, year: int) -> date | None:
    """The day, None where it does not exist."""
    if year not in YEARS or not 1 <= month <= MONTHS or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def year_for(day: int, month: int, issued: date | None) -> int | None:
    """
    The first year that puts a day at or after the date of issue; None where that is unknown.

    >>> year_for(18, 1, date(2023, 12, 20))
    2024
    """
    if issued is None:
        return None
    return issued.year if (month, day) >= (issued.month, issued.day) else issued.year + 1


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def day_mention(start: PartialDay, end: PartialDay, issued: date | None) -> DateMention:
    """
    A day or a period of days.

    What the first day lacks it takes from the last one. A missing year is the one that puts the
    last day at or after the date of issue.
    """
    month, year = end.month, end.year
    if month is None:
        return DateMention("day", is_valid=False)
    is_inferred = year is None
    year = year if year is not None else year_for(end.day, month, issued)
    kind: DateKind = "day" if start == end else "period"
    if year is None:
        is_possible = (
            make_day(end.day, month, CENTURY) is not None
        )  # a leap year: only what never exists is refused
        return DateMention(kind, is_year_inferred=True, is_valid=is_possible)
    last = make_day(end.day, month, year)
    first_month = start.month if start.month is not None else month
    first = make_day(start.day, first_month, _first_year(start, (first_month, month), year))
    if first is None or last is None or first > last:
        return DateMention(kind, is_year_inferred=is_inferred, is_valid=False)
    return DateMention(kind, start=first, end=last, is_year_inferred=is_inferred)


def _first_year(start: PartialDay, months: tuple[int, int], last_year: int) -> int:
    if start.year is not None:
        return start.year
    return last_year - 1 if months[0] > months[1] else last_year  # 20/12 đến 10/01/2020


def months_mention(
    first: tuple[int, int | None], last: tuple[int, int | None], issued: date | None
) -> DateMention:
    """A period of whole months, given as (month, year or None), first and last."""
    (first_month, first_year), (last_month, last_year) = first, last
    is_inferred = last_year is None
    if last_year is None:
        last_year = year_for(31, last_month, issued)
    if not (1 <= first_month <= MONTHS and 1 <= last_month <= MONTHS):
        return DateMention("period", is_valid=False)
    if last_year is None:
        return DateMention("period", is_year_inferred=True)
    if first_year is None:
        first_year = last_year - 1 if first_month > last_month else last_year
    if last_year not in YEARS or first_year not in YEARS:
        return DateMention("period", is_valid=False)
    start, end = date(first_year, first_month, 1), month_end(last_year, last_month)
    if start > end:
        return DateMention("period", is_valid=False)
    return DateMention("period", start=start, end=end, is_year_inferred=is_inferred)
