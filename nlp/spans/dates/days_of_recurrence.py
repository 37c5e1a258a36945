"""On which day a recurring time falls, where it is told behind it: `hằng tuần (thứ Sáu)`."""

from dataclasses import replace

from nlp.spans.dates.calendar import Reading
from nlp.spans.dates.days import MAX_DAY
from nlp.spans.dates.recurrence import EVERY, parse_weekday
from nlp.spans.numerals import parse_numeral
from nlp.spans.tokens import Tokens, low_at

ENDS = frozenset({".", ";"})
BEFORE_DAY = frozenset({"vào", "trước", "(", "là", "nhất"})
MAX_NOTE = 6
# last syllables of things that come every year: ngân sách, dự toán, kế hoạch hằng năm
YEARLY_THINGS = frozenset({"sách", "toán", "hoạch", "quyết", "phí", "sung", "trình"})
NOT_BEHIND_DAY = frozenset({"tháng", "/", "-", "làm"})


def add_day(tokens: Tokens, reading: Reading) -> Reading:
    """The same with the day that its clause names: `hằng tháng báo cáo … trước ngày 25`.

    A bracket right behind the time becomes a part of it.
    """
    rrule = reading.mention.recurrence or ""
    if "BY" in rrule or not rrule.startswith(("FREQ=WEEKLY", "FREQ=MONTHLY")):
        return reading
    at = reading.end
    while at < len(tokens) and low_at(tokens, at) not in ENDS:
        found = _day_part(tokens, at, is_weekly=rrule.startswith("FREQ=WEEKLY"))
        if found and low_at(tokens, at - 1) in BEFORE_DAY:
            mention = replace(reading.mention, recurrence=f"{rrule};{found[1]}")
            is_note = low_at(tokens, reading.end) == "(" and low_at(tokens, found[0]) == ")"
            is_near = is_note and found[0] - reading.end < MAX_NOTE
            return replace(reading, end=found[0] + 1 if is_near else reading.end, mention=mention)
        at += 1
    return reading


def _day_part(tokens: Tokens, index: int, *, is_weekly: bool) -> tuple[int, str] | None:
    """End and part of the rule of `thứ Sáu` (weekly) or `ngày 25` (monthly)."""
    if is_weekly:
        weekday = parse_weekday(tokens, index)
        return (weekday[0], f"BYDAY={weekday[1]}") if weekday else None
    day = parse_numeral(tokens, index + 1) if low_at(tokens, index) == "ngày" else None
    if day is None or not 1 <= day.value <= MAX_DAY or low_at(tokens, day.end) in NOT_BEHIND_DAY:
        return None
    if low_at(tokens, day.end) == "," and _is_day(tokens, day.end + 1):  # ngày 10, 25
        return None
    return day.end, f"BYMONTHDAY={day.value}"


def _is_day(tokens: Tokens, index: int) -> bool:
    return low_at(tokens, index) == "ngày" or low_at(tokens, index)[:1].isdigit()


def tells_thing(tokens: Tokens, index: int) -> bool:
    """Whether `hằng năm` belongs to a thing: `ngân sách hằng năm` is no time of a duty."""
    is_yearly = low_at(tokens, index) in EVERY and low_at(tokens, index + 1) == "năm"
    return is_yearly and low_at(tokens, index - 1) in YEARLY_THINGS
