"""Days, lists of days and periods of days."""

import re
from datetime import date
from itertools import pairwise

from nlp.spans.dates.calendar import (
    YEARS,
    PartialDay,
    Reading,
    day_mention,
    full_year,
    make_day,
)
from nlp.spans.dates.clock import parse_time
from nlp.spans.letters import skeleton
from nlp.spans.numerals import Numeral, parse_numeral
from nlp.spans.span import DateMention
from nlp.spans.tokens import Tokens, low_at

MAX_DAY = 31
MAX_MONTH = 12
YEAR_DIGITS = (2, 4)
SEPARATORS = frozenset("/-.")
BOUNDS = frozenset({"trước", "nhất", "quá"})
STROKE = r"[/l|I!]"
MISREAD_MARKS = re.compile(
    rf"(?P<day>\d{{1,2}})(?P<first>{STROKE})(?P<month>\d{{1,2}})(?P<second>{STROKE})(?P<year>\d{{4}})"
)
JOINERS = frozenset({",", "và", "&"})
_ASIDES = frozenset({"tức", "nhằm", "thứ"})  # (tức ngày 28 tháng Chạp âm lịch)
_LONGEST_ASIDE = 16
LONG_YEARS = 3  # a period of more years remembers something, it plans nothing


def is_year(numeral: Numeral | None) -> bool:
    """True for a year of four digits."""
    return numeral is not None and len(numeral.digits) == YEAR_DIGITS[1]


def parse_year_tail(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """End and year of `năm 2018`, `/2018`, `-2018`, `, năm 2018`."""
    start = (
        index + 1 if low_at(tokens, index) == "," and low_at(tokens, index + 1) == "năm" else index
    )
    if low_at(tokens, start) not in {"năm", "/", "-", "."}:
        return None
    numeral = parse_numeral(tokens, start + 1)
    if not is_year(numeral) or numeral is None:
        return None
    return numeral.end, numeral.value


def parse_day(tokens: Tokens, index: int) -> tuple[int, PartialDay] | None:
    """End and day of `24/10/2018`, `24/10`, `08 tháng 11 năm 2018`, `08 tháng 11`, `08`."""
    day = parse_numeral(tokens, index)
    if day is None:
        return None
    misread = _parse_misread_marks(tokens, index) if day.end < len(tokens) else None
    if misread:
        return misread
    if len(day.digits) > len("31") or not 1 <= day.value <= MAX_DAY:
        return None
    spelled = _parse_spelled_month(tokens, day)
    marked = spelled or _parse_slashed(tokens, day) or _parse_dashed(tokens, index, day)
    return marked or (day.end, PartialDay(day.value))


def _parse_misread_marks(tokens: Tokens, index: int) -> tuple[int, PartialDay] | None:
    """`13l3/2020`: a slash was read as a stroke. Told only where the rest is a whole date."""
    end, piece = index + 1, tokens[index].text
    while end < len(tokens) and tokens[end].is_glued and len(piece) < len("20/12/2023"):
        piece, end = piece + tokens[end].text, end + 1
    found = MISREAD_MARKS.fullmatch(piece)
    if found is None or {found["first"], found["second"]} <= SEPARATORS:
        return None
    day, month, year = (int(found[name]) for name in ("day", "month", "year"))
    if make_day(day, month, year) is None:
        return None
    return end, PartialDay(day, month, year, is_suspicious=True)


def _parse_spelled_month(tokens: Tokens, day: Numeral) -> tuple[int, PartialDay] | None:
    word = low_at(tokens, day.end)
    month = parse_numeral(tokens, day.end + 1) if word in {"tháng", "ngày"} else None
    if month is None or len(month.digits) > len("12"):
        return None
    is_slip = word == "ngày"  # a slip of the pen: ngày 17 ngày 8 năm 2005
    year = parse_year_tail(tokens, month.end)
    is_mended = year is not None and not tokens[year[0] - 1].text.isdigit()  # năm 20Z5
    is_suspicious = day.is_suspicious or month.is_suspicious or is_slip or is_mended
    if year and not (is_slip and low_at(tokens, month.end) != "năm"):
        return year[0], PartialDay(day.value, month.value, year[1], is_suspicious)
    return (
        None if is_slip else (month.end, PartialDay(day.value, month.value, None, is_suspicious))
    )


def _parse_slashed(tokens: Tokens, day: Numeral) -> tuple[int, PartialDay] | None:
    mark = low_at(tokens, day.end)
    month = _join_month(tokens, day.end + 1, mark)
    if mark not in SEPARATORS or month is None:
        return None
    other = low_at(tokens, month.end)
    year = parse_numeral(tokens, month.end + 1) if other in SEPARATORS else None
    is_short = len(month.digits) <= len("12")
    if year is not None and is_short and len(year.digits) in YEAR_DIGITS and other == mark:
        is_suspicious = day.is_suspicious or month.is_suspicious or year.is_suspicious
        return year.end, PartialDay(day.value, month.value, full_year(year.value), is_suspicious)
    if year is not None and is_short and is_year(year):  # 24/10.2018
        return year.end, PartialDay(day.value, month.value, year.value, is_suspicious=True)
    if len(month.digits) > len("12") + 2:
        return _parse_run_on_year(day, month)
    is_month = is_short and 1 <= month.value <= MAX_MONTH
    if mark != "/" or not is_month or _goes_on_decimal(tokens, month.end):
        return None
    return month.end, PartialDay(day.value, month.value)


def _parse_dashed(tokens: Tokens, index: int, day: Numeral) -> tuple[int, PartialDay] | None:
    """`10-6` behind `trước ngày`, `chậm nhất ngày`: a day and its month, as the party writes."""
    is_bound = low_at(tokens, index - 1) == "ngày" and low_at(tokens, index - 2) in BOUNDS
    is_joined = low_at(tokens, day.end) == "-" and tokens[day.end].is_glued
    month = parse_numeral(tokens, day.end + 1) if is_bound and is_joined else None
    if month is None or not 1 <= month.value <= MAX_MONTH:
        return None
    goes_on = low_at(tokens, month.end) in {"/", "-", "tháng"}
    return None if goes_on else (month.end, PartialDay(day.value, month.value))


def _goes_on_decimal(tokens: Tokens, index: int) -> bool:
    """Whether figures go on behind a decimal comma: 9,4/12,6 km; not the days 4/12,5/12."""
    if low_at(tokens, index) != "," or index + 1 >= len(tokens):
        return False
    part = parse_numeral(tokens, index + 1)
    is_glued = tokens[index].is_glued and tokens[index + 1].is_glued
    return is_glued and part is not None and low_at(tokens, part.end) not in SEPARATORS


def _parse_run_on_year(day: Numeral, month: Numeral) -> tuple[int, PartialDay] | None:
    """`24/102018`: the mark before the year is lost."""
    year, own = int(month.digits[-4:]), int(month.digits[:-4])
    if year not in YEARS or not 1 <= own <= MAX_MONTH:
        return None
    return month.end, PartialDay(day.value, own, year, is_suspicious=True)


def parse_run_on_day(tokens: Tokens, index: int) -> tuple[int, PartialDay] | None:
    """`2410/2018` behind `ngày`: the mark between day and month is lost."""
    both = parse_numeral(tokens, index)
    if both is None or len(both.digits) != len("2410") or low_at(tokens, both.end) != "/":
        return None
    year = parse_numeral(tokens, both.end + 1)
    if year is None or not is_year(year):
        return None
    day, month = divmod(both.value, 100)
    if make_day(day, month, year.value) is None:
        return None
    return year.end, PartialDay(day, month, year.value, is_suspicious=True)


def _join_month(tokens: Tokens, index: int, mark: str) -> Numeral | None:
    """The number of a month, its two digits joined where a blank parts them: 22/1 1/2017."""
    first = parse_numeral(tokens, index)
    second = parse_numeral(tokens, first.end) if first else None
    if first is None or second is None or first.digits != "1" or len(second.digits) != 1:
        return first
    year = parse_numeral(tokens, second.end + 1)
    is_dated = low_at(tokens, second.end) == mark and is_year(year)
    return (
        Numeral(second.end, first.digits + second.digits, is_suspicious=True)
        if is_dated
        else first
    )


def parse_range(tokens: Tokens, index: int, issued: date | None) -> Reading | None:
    """A period `[từ] [ngày] A đến [hết] [ngày] B`, `A - B`; None where either end is no day."""
    start_at = index + 1 if low_at(tokens, index) == "ngày" else index
    first = parse_day(tokens, start_at)
    if first is None:
        return None
    last_at = _behind_joint(tokens, first[0])
    last = parse_day(tokens, last_at) if last_at else None
    if last is None or last[1].month is None:
        return None
    if first[1].month is None and low_at(tokens, first[0]) == "-" and _is_price(tokens, start_at):
        return None
    mention = day_mention(first[1], last[1], issued)
    if (
        first[1].year is not None
        and last[1].year is not None
        and last[1].year - first[1].year > LONG_YEARS
    ):
        return Reading(
            last[0], DateMention("horizon", mention.start, mention.end), "date.anniversary", 0.8
        )
    return Reading(last[0], mention, "date.range")


def _is_price(tokens: Tokens, index: int) -> bool:
    return low_at(tokens, index - 1) in {"khoản", "điều", "số", "điểm", "mục"}


def _behind_joint(tokens: Tokens, index: int) -> int | None:
    """Index behind `đến hết ngày`, `-`; None where nothing joins two days.

    What a day is in the lunar year may stand between: `16/02 (tức 28 tháng Chạp) đến 23/02`.
    """
    index = _behind_aside(tokens, index)
    index += low_at(tokens, index) == "," and low_at(tokens, index + 1) == "đến"
    if low_at(tokens, index) not in {"-", "tới"} and skeleton(low_at(tokens, index)) != "den":
        return None
    index += 1
    index += low_at(tokens, index) in {"hết", "trước"}
    clock = parse_time(tokens, index)
    if clock and low_at(tokens, clock[0] + (low_at(tokens, clock[0]) == ",")) == "ngày":
        index = clock[0] + (low_at(tokens, clock[0]) == ",")
    return index + (low_at(tokens, index) == "ngày")


def _behind_aside(tokens: Tokens, index: int) -> int:
    """Index behind `(tức ngày 28 tháng Chạp)`, else the index itself."""
    if low_at(tokens, index) != "(" or low_at(tokens, index + 1) not in _ASIDES:
        return index
    ends = (at for at in range(index + 2, index + _LONGEST_ASIDE) if low_at(tokens, at) == ")")
    return next(ends, index - 1) + 1


def parse_day_list(tokens: Tokens, index: int, issued: date | None) -> tuple[Reading, ...]:
    """
    The days of `24, 25 và 26 tháng 8 năm 2026`: a period if they are a run, else one each.

    Empty where there is no list. Each day lacks what the last one states.
    """
    days: list[tuple[int, PartialDay]] = []
    at: int | None = index
    while at is not None:
        at += low_at(tokens, at) == "ngày"
        day = parse_day(tokens, at)
        if day is None:
            break
        days.append(day)
        at = _behind_comma(tokens, day[0]) if day[1].year is None else None
    while days and days[-1][1].month is None:
        days.pop()
    return _readings_of(days, issued) if len(days) > 1 else ()


def _behind_comma(tokens: Tokens, index: int) -> int | None:
    if low_at(tokens, index) not in JOINERS:
        return None
    return index + 2 if low_at(tokens, index + 1) == "và" else index + 1


def _readings_of(days: list[tuple[int, PartialDay]], issued: date | None) -> tuple[Reading, ...]:
    month, year = days[-1][1].month, days[-1][1].year
    filled: list[tuple[int, PartialDay]] = []
    for end, day in reversed(days):
        month = day.month if day.month is not None else month
        filled.insert(
            0, (end, PartialDay(day.day, month, day.year if day.year is not None else year))
        )
    numbers = [day.day for _, day in filled]
    is_run = len({day.month for _, day in filled}) == 1 and all(
        b - a == 1 for a, b in pairwise(numbers)
    )
    if is_run:
        mention = day_mention(filled[0][1], filled[-1][1], issued)
        return (Reading(filled[-1][0], mention, "date.days"),)
    return tuple(
        Reading(end, day_mention(day, day, issued), "date.day_of_list", 0.9) for end, day in filled
    )
