"""All dates, periods, terms and recurrences of a text."""

from dataclasses import dataclass, replace
from datetime import date, time
from itertools import pairwise

from nlp.lexicon.schema import load_lexicon
from nlp.spans.dates.calendar import Reading, day_mention
from nlp.spans.dates.days import is_year, parse_day, parse_day_list, parse_range
from nlp.spans.dates.periods import (
    parse_horizon,
    parse_month,
    parse_months_in_figures,
    parse_part_of_year,
    parse_quarter,
    parse_vague,
    parse_year_end,
)
from nlp.spans.dates.recurrence import parse_bare, parse_monthly, parse_weekday, parse_weekly
from nlp.spans.dates.terms import parse_at_once, parse_term
from nlp.spans.numerals import parse_numeral
from nlp.spans.span import DateMention, Operator, Span
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
HOURS = 24
NOT_BEFORE_DAY = frozenset({"/", "-", "số", "tuần", "thứ", "lần", "đợt", "nhóm"})
MOST_STAINS = 4  # specks and dots where a day should stand
MINUTES = 60
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
REACH = 6  # tokens before a date in which its use is told


@dataclass(frozen=True, slots=True)
class Prefix:
    """What stands before a date: where it ends, the operator, the time of day, the weekday."""

    end: int
    operator: Operator | None = None
    at: time | None = None
    weekday: str | None = None


def parse_time(tokens: Tokens, index: int) -> tuple[int, time] | None:
    """End and time of `16 giờ 00`, `16 giờ 30 phút`, `8h00`, `16h`."""
    hour = parse_numeral(tokens, index)
    if hour is None or hour.value >= HOURS:
        return None
    mark = low_at(tokens, hour.end)
    if mark in {"giờ", "h"}:
        minute = parse_numeral(tokens, hour.end + 1)
        if (
            minute is None
            or len(minute.digits) != len("00")
            or minute.value >= MINUTES
            or low_at(tokens, minute.end) in {"/", "tháng"}
        ):
            return hour.end + 1, time(hour.value)
        return minute.end + (low_at(tokens, minute.end) == "phút"), time(hour.value, minute.value)
    if (
        len(mark) == len("h00")
        and mark[0] == "h"
        and mark[1:].isascii()
        and mark[1:].isdigit()
        and int(mark[1:]) < MINUTES
    ):
        return hour.end + 1, time(hour.value, int(mark[1:]))
    return None


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
    if weekday is None or low_at(tokens, weekday[0]) not in {",", "ngày", "("}:
        return None
    end = weekday[0] + (low_at(tokens, weekday[0]) != "ngày")
    return replace(prefix, end=end, weekday=weekday[1])


def _skip(tokens: Tokens, prefix: Prefix) -> Prefix | None:
    low = low_at(tokens, prefix.end)
    is_lead = low in LEAD_INS and (prefix.operator or prefix.at or low not in {",", ":", "'"})
    return (
        replace(prefix, end=prefix.end + 1) if is_lead and prefix.end + 1 < len(tokens) else None
    )


def parse_core(
    tokens: Tokens, index: int, issued: date | None, *, is_led: bool
) -> tuple[Reading, ...]:
    """The readings of a date whose prefix ends at `index`; several for a list of days."""
    single = parse_monthly(tokens, index) or parse_weekly(tokens, index)
    if is_led or low_at(tokens, index) != "năm":
        single = single or parse_term(tokens, index)
    single = (
        single or parse_part_of_year(tokens, index, issued) or parse_range(tokens, index, issued)
    )
    if single:
        return (single,)
    days = parse_day_list(tokens, index, issued)
    if days:
        return days
    single = (
        _parse_single_day(tokens, index, issued)
        or _parse_blank_day(tokens, index)
        or parse_quarter(tokens, index, issued)
        or parse_month(tokens, index, issued)
        or parse_months_in_figures(tokens, index, issued, is_led=is_led)
        or parse_year_end(tokens, index)
        or parse_at_once(tokens, index)
        or parse_bare(tokens, index)
        or parse_vague(tokens, index)
    )
    return (single,) if single else ()


def _parse_single_day(tokens: Tokens, index: int, issued: date | None) -> Reading | None:
    """A day with the word `ngày`, or a full date without it."""
    has_word = low_at(tokens, index) == "ngày"
    at = index + has_word
    at += has_word and low_at(tokens, at) in {":", "mùng", "mồng"}
    found = parse_day(tokens, at)
    if found is None or found[1].month is None:
        return None
    end, day = found
    if not has_word and (day.year is None or low_at(tokens, index - 1) in NOT_BEFORE_DAY):
        return None
    return Reading(end, day_mention(day, day, issued), "date.day")


def _parse_blank_day(tokens: Tokens, index: int) -> Reading | None:
    """
    A day left to be filled in, or filled in illegibly, with its month.

    `ngày …. tháng 11 năm 2018`, `ngày (O- tháng 10`, `ngày 43 tháng 11`.
    """
    if low_at(tokens, index) != "ngày":
        return None
    at = next(
        (k for k in range(index + 1, index + MOST_STAINS + 2) if low_at(tokens, k) == "tháng"),
        None,
    )
    if at is None or any(_is_word(tokens, k) for k in range(index + 1, at)):
        return None
    month = parse_numeral(tokens, at + 1)
    if month is None and at == index + 1:
        return None
    end = month.end if month else at + 1
    while low_at(tokens, end) and set(low_at(tokens, end)) <= {".", "…", "_"}:
        end += 1
    year = parse_numeral(tokens, end + 1) if low_at(tokens, end) == "năm" else None
    end = year.end if year and is_year(year) else end
    return Reading(end, DateMention("day", is_valid=False), "date.blank", 0.9)


def _is_word(tokens: Tokens, index: int) -> bool:
    return index < len(tokens) and len(tokens[index].text) > 1 and tokens[index].text.isalpha()


def _purpose(tokens: Tokens, start: int, mention: DateMention) -> DateMention:
    """The mention, as a cut-off or a day of effect where the words before it say so."""
    before = [low_at(tokens, k) for k in range(max(0, start - REACH), start)]
    if mention.kind in {"recurring", "term", "horizon", "vague"}:
        return mention
    if "tính" in before[-2:] or (low_at(tokens, start) == "tính"):
        return replace(mention, kind="cutoff")
    pairs = set(pairwise(before))
    if ("hiệu", "lực") in pairs:
        return replace(mention, kind="effective")
    return mention


def _finish(tokens: Tokens, index: int, prefix: Prefix, reading: Reading) -> Span:
    mention = replace(
        reading.mention, operator=reading.mention.operator or prefix.operator, at=prefix.at
    )
    mention = _purpose(tokens, index, mention)
    confidence, rule = reading.confidence, reading.rule
    if prefix.weekday and mention.start and WEEKDAYS[mention.start.weekday()] != prefix.weekday:
        confidence, rule = 0.4, "date.weekday_mismatch"
    if not mention.is_valid and rule != "date.blank":
        confidence, rule = 0.3, "date.impossible"
    return Span(tokens[index].start, tokens[reading.end - 1].end, mention, confidence, rule)


def find_effect(tokens: Tokens, index: int) -> tuple[int, Span] | None:
    """`có hiệu lực thi hành kể từ ngày ký`: a day of effect without a date."""
    if (
        low_at(tokens, index) != "kể"
        or low_at(tokens, index + 1) != "từ"
        or low_at(tokens, index + 2) != "ngày"
    ):
        return None
    if low_at(tokens, index + 3) not in {"ký", "ban"} or "lực" not in {
        low_at(tokens, k) for k in range(max(0, index - 4), index)
    }:
        return None
    end = index + 4 + (low_at(tokens, index + 3) == "ban")
    mention = DateMention("effective", operator="from", anchor="signing")
    return end, Span(tokens[index].start, tokens[end - 1].end, mention, 0.95, "date.effective")


def find_dates(tokens: Tokens, issued: date | None) -> tuple[Span, ...]:
    """All time expressions of a text, in order; `issued` gives the missing years."""
    spans: list[Span] = []
    index = 0
    while index < len(tokens):
        effect = find_effect(tokens, index)
        if effect:
            index = effect[0]
            spans.append(effect[1])
            continue
        horizon = parse_horizon(tokens, index) or parse_vague(tokens, index)
        prefix = Prefix(index) if horizon else parse_prefix(tokens, index)
        readings = (
            (horizon,)
            if horizon
            else parse_core(tokens, prefix.end, issued, is_led=prefix.operator is not None)
        )
        if not readings:
            index += 1
            continue
        for number, reading in enumerate(readings):
            own = (
                index
                if number == 0
                else next(
                    k
                    for k in range(readings[number - 1].end, reading.end)
                    if tokens[k].text[0].isdigit()
                )
            )
            spans.append(_finish(tokens, own, prefix, reading))
        index = readings[-1].end
    return tuple(spans)
