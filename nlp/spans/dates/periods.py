"""Months, quarters and halves of a year; spans of years that plan nothing."""

from datetime import date

from nlp.lexicon.schema import load_lexicon
from nlp.spans.dates.calendar import MONTHS, YEARS, Reading, months_mention
from nlp.spans.dates.days import is_year, parse_year_tail
from nlp.spans.numerals import ROMAN, parse_count, parse_numeral
from nlp.spans.span import DateMention
from nlp.spans.tokens import Phrases, Tokens, low_at

QUARTER = 3
JOINTS = frozenset({"-", "đến", "và", ",", "tới"})
HORIZONS = Phrases(load_lexicon().phrases("horizon"))
VAGUE = Phrases(load_lexicon().phrases("vague"))
STAINS = frozenset("{}[]|/\\~*^_<>…")  # what recognition makes of a day written by hand
PARTS = ("đầu", "giữa", "cuối", "hết")


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


def parse_quarter(tokens: Tokens, index: int, issued: date | None) -> Reading | None:
    """`Quý I/2022`, `quý IV năm 2025`, `Quý I, II/2022`, `Quý IV/2026 – Quý I/2027`."""
    at = index + 1 if low_at(tokens, index) in PARTS else index
    if low_at(tokens, at) != "quý" or low_at(tokens, at + 1) not in ROMAN:
        return None
    first = last = ROMAN[low_at(tokens, at + 1)]
    end, first_year = parse_year_tail(tokens, at + 2) or (at + 2, None)
    last_year = first_year
    while low_at(tokens, end) in JOINTS:
        next_at = end + 1
        next_at += low_at(tokens, next_at) == "quý"
        if low_at(tokens, next_at) not in ROMAN or tokens[next_at].text.isdigit():
            break
        last = ROMAN[low_at(tokens, next_at)]
        end, last_year = parse_year_tail(tokens, next_at + 1) or (next_at + 1, last_year)
    mention = months_mention(
        ((first - 1) * QUARTER + 1, first_year), (last * QUARTER, last_year), issued
    )
    return Reading(end, mention, "date.quarter", 0.95)


def parse_part_of_year(tokens: Tokens, index: int, issued: date | None) -> Reading | None:
    """`6 tháng đầu năm 2024`, `06 tháng cuối năm 2022`, `9 tháng đầu năm`."""
    count = parse_count(tokens, index)
    if (
        count is None
        or low_at(tokens, count[0]) != "tháng"
        or low_at(tokens, count[0] + 1) not in {"đầu", "cuối"}
    ):
        return None
    if low_at(tokens, count[0] + 2) != "năm" or not 1 <= count[1] <= MONTHS:
        return None
    end = count[0] + 3
    numeral = parse_numeral(tokens, end)
    year = numeral.value if numeral and is_year(numeral) else None
    end = numeral.end if numeral and year else end
    is_head = low_at(tokens, count[0] + 1) == "đầu"
    first, last = (1, count[1]) if is_head else (MONTHS + 1 - count[1], MONTHS)
    if year is None and issued is not None:
        year = issued.year
    mention = months_mention((first, year), (last, year), issued)
    return Reading(end, mention, "date.part_of_year", 0.95)


def parse_horizon(tokens: Tokens, index: int) -> Reading | None:
    """`giai đoạn 2019-2020`, `năm học 2026-2027`, `đến năm 2030`: no deadline."""
    found = HORIZONS.match(tokens, index)
    if found is None:
        return None
    end = found[0] + (low_at(tokens, found[0]) == "năm")
    first = parse_numeral(tokens, end)
    if first is None or not is_year(first) or first.value not in YEARS:
        return None
    end, last = first.end, first.value
    if low_at(tokens, end) in {"-", "đến"}:
        at = end + 1 + (low_at(tokens, end + 1) == "năm")
        other = parse_numeral(tokens, at)
        if other and is_year(other) and other.value in YEARS:
            end, last = other.end, other.value
    start = date(min(first.value, last), 1, 1)
    return Reading(
        end, DateMention("horizon", start, date(max(first.value, last), 12, 31)), "date.horizon"
    )


def parse_year_end(tokens: Tokens, index: int) -> Reading | None:
    """`hết năm 2026`, `cuối năm 2026`: the end of a year, a horizon with an end to keep."""
    if low_at(tokens, index) not in {"hết", "cuối"} or low_at(tokens, index + 1) != "năm":
        return None
    year = parse_numeral(tokens, index + 2)
    if year is None or not is_year(year) or year.value not in YEARS:
        return None
    day = date(year.value, 12, 31)
    return Reading(year.end, DateMention("horizon", day, day, operator="by"), "date.year_end", 0.7)


def parse_vague(tokens: Tokens, index: int) -> Reading | None:
    """`thường xuyên`, `trong năm 2022`: a time that is no date."""
    found = VAGUE.match(tokens, index)
    if found is None:
        return None
    year = parse_numeral(tokens, found[0])
    end = year.end if year and is_year(year) else found[0]
    return Reading(end, DateMention("vague"), "date.vague", 0.8)
