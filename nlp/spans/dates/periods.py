"""Months, quarters and halves of a year; spans of years that plan nothing."""

from datetime import date

from nlp.lexicon.schema import load_lexicon
from nlp.spans.dates.calendar import MONTHS, YEARS, Reading, months_mention
from nlp.spans.dates.days import is_year, parse_year_tail
from nlp.spans.dates.months import PARTS
from nlp.spans.numerals import Numeral, parse_count, parse_numeral, parse_quarter_number
from nlp.spans.span import DateMention
from nlp.spans.tokens import Phrases, Tokens, low_at

QUARTER = 3
QUARTER_WORDS = frozenset({"quý", "quí"})
JOINTS = frozenset({"-", "đến", "và", ",", "tới"})
HORIZONS = Phrases(load_lexicon().phrases("horizon"))
VAGUE = Phrases(load_lexicon().phrases("vague"))


def parse_quarter(tokens: Tokens, index: int, issued: date | None) -> Reading | None:
    """`Quý I/2022`, `quý IV năm 2025`, `Quý I, II/2022`, `Quý IV/2026 – Quý I/2027`."""
    at = index + 1 if low_at(tokens, index) in PARTS else index
    opening = parse_quarter_number(tokens, at + 1) if low_at(tokens, at) in QUARTER_WORDS else None
    if opening is None:
        return None
    first = last = opening
    end, first_year = _behind_quarter(tokens, first.end) or (first.end, None)
    last_year = first_year
    while low_at(tokens, end) in JOINTS:
        following = _next_quarter(tokens, end + 1)
        if following is None:
            break
        last = following
        end, last_year = _behind_quarter(tokens, last.end) or (last.end, last_year)
    is_suspicious = first.is_suspicious or last.is_suspicious
    if is_suspicious and last_year is None:
        return None
    mention = months_mention(
        ((first.value - 1) * QUARTER + 1, first_year), (last.value * QUARTER, last_year), issued
    )
    return Reading(end, mention, "date.quarter", 0.6 if is_suspicious else 0.95)


def _next_quarter(tokens: Tokens, index: int) -> Numeral | None:
    has_word = low_at(tokens, index) in QUARTER_WORDS
    if not has_word and (index >= len(tokens) or tokens[index].text[:1].isdigit()):
        return None
    return parse_quarter_number(tokens, index + has_word)


def _behind_quarter(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """End and year behind a quarter, also of `//2022`."""
    is_doubled = low_at(tokens, index) == "/" == low_at(tokens, index + 1)
    return parse_year_tail(tokens, index + is_doubled)


def parse_part_of_year(tokens: Tokens, index: int, issued: date | None) -> Reading | None:
    """`6 tháng đầu năm 2024`, `9 tháng năm 2018`, `nửa cuối năm 2019`."""
    part = _counted_part(tokens, index) or _half(tokens, index)
    if part is None:
        return None
    end, first, last = part
    is_title = tokens[end - 1].text.isupper()  # NHIỆM VỤ 6 THÁNG CUỐI NĂM
    numeral = parse_numeral(tokens, end)
    year = numeral.value if numeral and is_year(numeral) else None
    end = numeral.end if numeral and year else end
    if year is None and is_title:
        return Reading(end, DateMention("vague"), "date.part_of_year", 0.8)
    if year is None and issued is not None:
        year = issued.year
    mention = months_mention((first, year), (last, year), issued)
    return Reading(end, mention, "date.part_of_year", 0.95)


def _counted_part(tokens: Tokens, index: int) -> tuple[int, int, int] | None:
    """End, first and last month of `6 tháng đầu năm`, `6 tháng cuối năm`, `9 tháng năm 2018`."""
    count = parse_count(tokens, index)
    if count is None or low_at(tokens, count[0]) != "tháng" or not 1 <= count[1] <= MONTHS:
        return None
    place, end = low_at(tokens, count[0] + 1), count[0] + 3
    if place in {"đầu", "cuối"} and low_at(tokens, end - 1) == "năm":
        return (end, 1, count[1]) if place == "đầu" else (end, MONTHS + 1 - count[1], MONTHS)
    is_bare = place == "năm" and is_year(parse_numeral(tokens, end - 1))
    return (end - 1, 1, count[1]) if is_bare and count[1] % QUARTER == 0 else None


def _half(tokens: Tokens, index: int) -> tuple[int, int, int] | None:
    """End, first and last month of `nửa đầu năm`, `nửa cuối năm`."""
    words = [low_at(tokens, index + k) for k in range(3)]
    halves = {"đầu": (1, MONTHS // 2), "cuối": (MONTHS // 2 + 1, MONTHS)}
    if words[0] != "nửa" or words[1] not in halves or words[2] != "năm":
        return None
    return (index + 3, *halves[words[1]])


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
