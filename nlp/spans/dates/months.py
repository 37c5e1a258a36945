"""Months, and several of them."""

from datetime import date
from itertools import pairwise

from nlp.spans.dates.calendar import MONTHS, Reading, months_mention
from nlp.spans.dates.days import is_year, parse_year_tail
from nlp.spans.numerals import parse_numeral
from nlp.spans.span import DateMention
from nlp.spans.tokens import Tokens, low_at

JOINTS = frozenset({"-", "đến", "và", ",", "tới"})
STAINS = frozenset("{}[]|/\\~*^_<>…")  # what recognition makes of a day written by hand
PARTS = frozenset({"đầu", "giữa", "cuối", "hết"})
LIST_ENDS = frozenset({"", ".", ";", ")", "năm", "hằng", "hàng"})


def parse_month(tokens: Tokens, index: int, issued: date | None) -> Reading | None:
    """`tháng 11`, `tháng 9-10/2022`, `tháng 9, 10 và tháng 11 năm 2026`, `đầu tháng 8/2024`."""
    at = index + 1 if low_at(tokens, index) in PARTS else index
    if low_at(tokens, at) != "tháng" or low_at(tokens, at - 1) in STAINS:
        return None
    numeral = parse_numeral(tokens, at + 1)
    if numeral is None or len(numeral.digits) > len("12") or not 1 <= numeral.value <= MONTHS:
        return None
    first = numeral.value
    end, first_year = parse_year_tail(tokens, numeral.end) or (numeral.end, None)
    last, last_year = first, first_year
    end, last, last_year = _last_month(tokens, end, (last, last_year))
    mention = months_mention((first, first_year), (last, last_year), issued)
    return Reading(end, mention, "date.month", 0.9 if at == index else 0.7)


def parse_week(tokens: Tokens, index: int, issued: date | None) -> Reading | None:
    """`tuần thứ ba của tháng 9/2023`, `tuần đầu tháng 5`: a time that no one day ends."""
    if low_at(tokens, index) != "tuần":
        return None
    at = index + 1
    if low_at(tokens, at) == "đầu":
        at += 1 + (low_at(tokens, at + 1) == "tiên")
    elif low_at(tokens, at) == "thứ":
        at += 2
    else:
        return None
    at += low_at(tokens, at) in {"của", "trong"}
    month = parse_month(tokens, at, issued) if low_at(tokens, at) == "tháng" else None
    return Reading(month.end, DateMention("vague"), "date.week_of_month", 0.8) if month else None


def _last_month(
    tokens: Tokens, end: int, known: tuple[int, int | None]
) -> tuple[int, int, int | None]:
    last, year = known
    while low_at(tokens, end) in JOINTS:
        at = end + 1
        at += low_at(tokens, at) == "hết"
        at += low_at(tokens, at) == "tháng"
        numeral = parse_numeral(tokens, at)
        if numeral is None or len(numeral.digits) > len("12") or not 1 <= numeral.value <= MONTHS:
            break
        is_bare = low_at(tokens, at - 1) != "tháng"
        tail = parse_year_tail(tokens, numeral.end)
        if (
            is_bare
            and tail is None
            and (low_at(tokens, end) != "-" or low_at(tokens, numeral.end) in {"/", "%"})
        ):
            break
        end, last = numeral.end, numeral.value
        if tail:
            end, year = tail
            break
    return end, last, year


def parse_months_in_figures(
    tokens: Tokens, index: int, issued: date | None, *, is_led: bool
) -> Reading | None:
    """`từ 8/2025 đến 12/2025`, or a cell with `10/2025` alone."""
    first = _month_of_year(tokens, index)
    if first is None or not (is_led or (index == 0 and first[0] == len(tokens))):
        return None
    end, month = first
    joint = end + 1 if low_at(tokens, end) in {"-", "đến"} else None
    last = _month_of_year(tokens, joint + (low_at(tokens, joint) == "hết")) if joint else None
    end, last_month = last or first
    return Reading(end, months_mention(month, last_month, issued), "date.month_in_figures", 0.8)


def _month_of_year(tokens: Tokens, index: int) -> tuple[int, tuple[int, int | None]] | None:
    month = parse_numeral(tokens, index)
    if month is None or not 1 <= month.value <= MONTHS or low_at(tokens, month.end) != "/":
        return None
    year = parse_numeral(tokens, month.end + 1)
    if year is None or not is_year(year) or low_at(tokens, year.end) == "/":
        return None
    return year.end, (month.value, year.value)


def parse_month_list(tokens: Tokens, index: int, issued: date | None) -> tuple[Reading, ...]:
    """
    The months of `tháng 3, 6, 9 và 12 năm 2019`, `tháng 10, 11`: one period where they are a run.

    Empty where there is no list.
    """
    if low_at(tokens, index) != "tháng":
        return ()
    found: list[tuple[int, int]] = []  # end and month
    at = index + 1
    while True:
        at += low_at(tokens, at) == "tháng"
        numeral = parse_numeral(tokens, at)
        if numeral is None or len(numeral.digits) > len("12") or not 1 <= numeral.value <= MONTHS:
            break
        found.append((numeral.end, numeral.value))
        if low_at(tokens, numeral.end) not in {",", "và"}:
            break
        at = numeral.end + 1
    if len(found) <= 1:
        return ()
    end = found[-1][0]
    tail = parse_year_tail(tokens, end)
    if tail is None and low_at(tokens, end) not in LIST_ENDS:
        return ()
    last_end, year = tail or (end, None)
    found[-1] = (last_end, found[-1][1])
    return _month_readings(found, year, issued)


def _month_readings(
    found: list[tuple[int, int]], year: int | None, issued: date | None
) -> tuple[Reading, ...]:
    months = [month for _, month in found]
    if all(after - before == 1 for before, after in pairwise(months)):
        mention = months_mention((months[0], year), (months[-1], year), issued)
        return (Reading(found[-1][0], mention, "date.month", 0.9),)
    mentions = [(end, months_mention((one, year), (one, year), issued)) for end, one in found]
    return tuple(Reading(end, mention, "date.month_of_list", 0.85) for end, mention in mentions)
