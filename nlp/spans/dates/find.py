"""All dates, periods, terms and recurrences of a text."""

from dataclasses import replace
from datetime import date

from nlp.spans.dates.calendar import PartialDay, Reading, day_mention
from nlp.spans.dates.days import (
    MAX_DAY,
    is_year,
    parse_day,
    parse_day_list,
    parse_range,
    parse_run_on_day,
)
from nlp.spans.dates.days_of_recurrence import add_day, tells_thing
from nlp.spans.dates.half_years import parse_days_behind, parse_half_years
from nlp.spans.dates.months import (
    parse_month,
    parse_month_list,
    parse_months_in_figures,
    parse_week,
)
from nlp.spans.dates.periods import (
    parse_horizon,
    parse_part_of_year,
    parse_quarter,
    parse_vague,
    parse_year_end,
)
from nlp.spans.dates.prefix import Prefix, is_dated, parse_prefix
from nlp.spans.dates.purpose import find_effect, is_lunar, tell_purpose
from nlp.spans.dates.recurrence import (
    parse_bare,
    parse_daily,
    parse_interval,
    parse_monthly,
    parse_weekday,
    parse_weekly,
)
from nlp.spans.dates.starts import may_start
from nlp.spans.dates.terms import parse_at_once, parse_term
from nlp.spans.numerals import parse_numeral
from nlp.spans.span import DateMention, Span
from nlp.spans.tokens import Tokens, low_at

PARTS_OF_DAY = frozenset({"sáng", "chiều", "tối", "trưa", "đêm"})
NOT_BEFORE_DAY = frozenset({"/", "-", "số", "tuần", "thứ", "lần", "đợt", "nhóm"})
MANY_PARTS = 8  # from which on `trước 5/8` is no fraction
MOST_OCCASION = 7  # words between `ngày` and the day that it names
MOST_STAINS = 4  # specks and dots where a day should stand
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def parse_core(
    tokens: Tokens, index: int, issued: date | None, *, is_led: bool
) -> tuple[Reading, ...]:
    """The readings of a date whose prefix ends at `index`; several for a list of days."""
    at = index + (low_at(tokens, index) == "ngày")
    single = (
        parse_half_years(tokens, index)
        or parse_days_behind(tokens, at)
        or parse_monthly(tokens, index)
        or parse_weekly(tokens, index)
        or parse_interval(tokens, index, is_marked=False)
    )
    if is_led or low_at(tokens, index) != "năm":
        single = single or parse_term(tokens, index)
    single = (
        single or parse_part_of_year(tokens, index, issued) or parse_range(tokens, index, issued)
    )
    if single:
        return (add_day(tokens, single),)
    several = parse_day_list(tokens, index, issued) or parse_month_list(tokens, index, issued)
    if several:
        return several
    single = (
        _parse_single_day(tokens, index, issued)
        or _parse_blank_day(tokens, index)
        or parse_week(tokens, index, issued)
        or parse_quarter(tokens, index, issued)
        or parse_month(tokens, index, issued)
        or parse_months_in_figures(tokens, index, issued, is_led=is_led)
        or parse_year_end(tokens, index)
        or parse_at_once(tokens, index)
        or parse_bare(tokens, index)
        or parse_vague(tokens, index)
    )
    if single is None or tells_thing(tokens, index):
        return ()
    return (add_day(tokens, single),)


def _parse_single_day(tokens: Tokens, index: int, issued: date | None) -> Reading | None:
    """A day with the word `ngày`, or a full date without it."""
    has_word = low_at(tokens, index) == "ngày"
    at = index + has_word
    at += has_word and low_at(tokens, at) in {":", "mùng", "mồng"}
    found = parse_day(tokens, at)
    if has_word and (found is None or found[1].month is None):
        found = parse_run_on_day(tokens, at)
    if found is None or found[1].month is None:
        return _parse_impossible_day(tokens, at) if has_word else None
    end, day = found
    if not has_word and low_at(tokens, index - 1) in NOT_BEFORE_DAY:
        return None
    if not has_word and day.year is None and not _stands_dated(tokens, index, found):
        return None
    confidence = 0.6 if day.is_suspicious else 0.95
    return Reading(end, day_mention(day, day, issued), "date.day", confidence)


def _parse_impossible_day(tokens: Tokens, index: int) -> Reading | None:
    """`ngày 32/01/2019`: no month has such a day."""
    day = parse_numeral(tokens, index)
    if day is None or len(day.digits) != len("32") or day.value <= MAX_DAY:
        return None
    month = parse_numeral(tokens, day.end + 1) if low_at(tokens, day.end) == "/" else None
    year = parse_numeral(tokens, month.end + 1) if month else None
    if month is None or not is_year(year) or year is None or low_at(tokens, month.end) != "/":
        return None
    return Reading(year.end, DateMention("day", is_valid=False), "date.impossible", 0.3)


def _stands_dated(tokens: Tokens, index: int, found: tuple[int, PartialDay]) -> bool:
    """Whether a day without `ngày` and year is told by what stands before it, or stands alone.

    `Thứ Hai (13/11)`, `sáng 13/11`, a cell `13/11`; behind an operator where it is no fraction.
    """
    before = index - (low_at(tokens, index - 1) in {"(", ","})
    if low_at(tokens, before - 1) in PARTS_OF_DAY or _ends_weekday(tokens, before):
        return True
    if _names_day(tokens, index):
        return True
    is_alone = index == 0 and found[0] == len(tokens)
    is_bound = low_at(tokens, index - 1) in {"trước", "đến", "từ", "hết", "nhất", "là", "vào"}
    is_late = low_at(tokens, index - 1) == "trước" and (found[1].month or 0) >= MANY_PARTS
    return (is_alone or is_bound) and (is_dated(found) or is_late)


def _names_day(tokens: Tokens, index: int) -> bool:
    """Whether `ngày` and what it is for stand before: `ngày ra quân đồng loạt 18/10`."""
    for at in range(index - 1, max(-1, index - MOST_OCCASION), -1):
        token = tokens[at]
        if token.low == "ngày":
            return at < index - 1
        if not token.text.isalpha() or token.is_capital:
            return False
    return False


def _ends_weekday(tokens: Tokens, index: int) -> bool:
    """Whether the name of a weekday ends before `index`."""
    return any(
        found[0] == index
        for start in range(max(0, index - 2), index)
        if (found := parse_weekday(tokens, start))
    )


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


def _finish(
    tokens: Tokens, index: int, prefix: Prefix, reading: Reading, issued: date | None
) -> Span:
    mention = replace(
        reading.mention, operator=reading.mention.operator or prefix.operator, at=prefix.at
    )
    if mention.kind == "term" and mention.operator == "before" and mention.anchor is None:
        mention = replace(mention, anchor="other")  # so many days ahead of something
    mention = tell_purpose(tokens, index, mention, issued)
    confidence, rule = reading.confidence, reading.rule
    if prefix.weekday and mention.start and WEEKDAYS[mention.start.weekday()] != prefix.weekday:
        confidence, rule = 0.4, "date.weekday_mismatch"
    if not mention.is_valid and rule != "date.blank":
        confidence, rule = 0.3, "date.impossible"
    return Span(tokens[index].start, tokens[reading.end - 1].end, mention, confidence, rule)


def find_dates(tokens: Tokens, issued: date | None) -> tuple[Span, ...]:
    """All time expressions of a text, in order; `issued` gives the missing years."""
    spans: list[Span] = []
    index = 0
    while index < len(tokens):
        if not may_start(tokens[index]):
            index += 1
            continue
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
        daily = parse_daily(tokens, prefix.end) if prefix.at and not readings else None
        readings = (daily,) if daily else readings
        if not readings or is_lunar(tokens, readings[-1].end):
            index = readings[-1].end if readings else index + 1
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
            spans.append(_finish(tokens, own, prefix, reading, issued))
        index = readings[-1].end
    return tuple(spans)
