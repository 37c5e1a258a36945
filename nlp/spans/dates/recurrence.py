"""Recurring times as RFC 5545 rules: FREQ, INTERVAL, BYMONTH, BYMONTHDAY, BYDAY in this order."""

from nlp.spans.dates.calendar import MONTHS, Reading
from nlp.spans.dates.clock import parse_time
from nlp.spans.dates.days import MAX_DAY, parse_day
from nlp.spans.numerals import parse_count, parse_numeral
from nlp.spans.span import DateMention
from nlp.spans.tokens import Phrases, Tokens, low_at

EVERY = frozenset({"hằng", "hàng", "mỗi"})
WEEKDAYS = Phrases(
    (f"{word} {name}", code)
    for word in ("thứ",)
    for names, code in (
        (("hai", "2"), "MO"), (("ba", "3"), "TU"), (("tư", "4"), "WE"), (("năm", "5"), "TH"),
        (("sáu", "6"), "FR"), (("bảy", "7", "bẩy"), "SA"),
    )
    for name in names
)  # fmt: skip
SUNDAY = Phrases((("chủ nhật", "SU"), ("chúa nhật", "SU")))
UNITS = {
    "ngày": "FREQ=DAILY",
    "tuần": "FREQ=WEEKLY",
    "tháng": "FREQ=MONTHLY",
    "quý": "FREQ=MONTHLY;INTERVAL=3",
    "năm": "FREQ=YEARLY",
}
LAST_DAY = -1
PLACED = {"đầu": 1, "cuối": LAST_DAY}
COUNTED = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4}
MOST_NOTE = 12
CLAUSE_MARKS = frozenset({".", ";", ":", ",", "-", "+"})
ONCE = frozenset({"một", "1", "01", "/"})


def _recurring(end: int, rrule: str, rule: str, confidence: float = 0.95) -> Reading:
    return Reading(
        end, DateMention("recurring", recurrence=rrule), f"date.recurring.{rule}", confidence
    )


def parse_weekday(tokens: Tokens, index: int) -> tuple[int, str] | None:
    """End and RFC 5545 code of `thứ Tư`, `chủ nhật`."""
    return WEEKDAYS.match(tokens, index) or SUNDAY.match(tokens, index)


def parse_every(tokens: Tokens, index: int) -> tuple[int, str] | None:
    """End and unit of `hằng tháng`, `hàng quý`, `mỗi năm`, also `trong tháng` behind a day."""
    if low_at(tokens, index) in EVERY and low_at(tokens, index + 1) in UNITS:
        return index + 2, low_at(tokens, index + 1)
    return None


def parse_daily(tokens: Tokens, index: int) -> Reading | None:
    """`hằng ngày` behind a time of day: `trước 16 giờ hằng ngày`."""
    every = parse_every(tokens, index)
    is_daily = every is not None and every[1] == "ngày"
    return _recurring(index + 2, UNITS["ngày"], "daily", 0.9) if is_daily else None


def parse_weekly(tokens: Tokens, index: int) -> Reading | None:
    """`thứ Tư hằng tuần`, `thứ Hai và thứ Năm hằng tuần`."""
    at = index + 1 if low_at(tokens, index) == "ngày" else index
    codes: list[str] = []
    while True:
        found = parse_weekday(tokens, at)
        if found is None:
            return None
        codes.append(found[1])
        at = found[0]
        if low_at(tokens, at) not in {",", "và"}:
            break
        at += 1
    nth = _parse_nth(tokens, at)
    if nth:
        return _recurring(
            nth[0],
            "FREQ=MONTHLY;BYDAY=" + ",".join(f"{nth[1]}{code}" for code in codes),
            "monthly",
        )
    every = parse_every(tokens, at)
    if every is None or every[1] != "tuần":
        return None
    return _recurring(every[0], "FREQ=WEEKLY;BYDAY=" + ",".join(codes), "weekly")


def _parse_nth(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """End and place of `đầu tiên của tháng`, `tuần cuối hằng tháng`, `tuần thứ hai hằng tháng`."""
    at = index + (low_at(tokens, index) == "tuần")
    is_counted = at > index and low_at(tokens, at) == "thứ"
    at += is_counted
    place = (COUNTED if is_counted else PLACED).get(low_at(tokens, at))
    if place is None:
        return None
    at += 1
    at += low_at(tokens, at) in {"tiên", "cùng"}
    for word in ("của", "hằng", "hàng", "mỗi"):
        at += low_at(tokens, at) == word
    return (at + 1, place) if low_at(tokens, at) == "tháng" and place else None


def parse_monthly(tokens: Tokens, index: int) -> Reading | None:
    """`ngày 25 hằng tháng`, `ngày 20 của tháng cuối quý`, `ngày 15 tháng 12 hằng năm`.

    `ngày cuối cùng của tháng`, `26/3 hằng năm`.
    """
    if low_at(tokens, index) in {"mùng", "mồng"}:
        return _day_of_month(tokens, index)
    if low_at(tokens, index)[:1].isdigit() and low_at(tokens, index - 1) not in {"/", "-", "số"}:
        return _yearly(tokens, index)
    if low_at(tokens, index) != "ngày":
        return None
    return (
        _last_of_month(tokens, index)
        or _yearly(tokens, index + 1)
        or _day_of_month(tokens, index + 1)
    )


def _last_of_month(tokens: Tokens, index: int) -> Reading | None:
    at = index + 1
    at += low_at(tokens, at) == "làm" and 2
    if low_at(tokens, at) != "cuối":
        return None
    at += 1 + (low_at(tokens, at + 1) == "cùng")
    at += low_at(tokens, at) == "của"
    at += low_at(tokens, at) in EVERY
    if low_at(tokens, at) != "tháng" or parse_numeral(tokens, at + 1):
        return None
    return _recurring(at + 1, f"FREQ=MONTHLY;BYMONTHDAY={LAST_DAY}", "monthly", 0.85)


def _yearly(tokens: Tokens, index: int) -> Reading | None:
    """`15 tháng 6 và 15 tháng 12 hằng năm`."""
    days: list[tuple[int, int]] = []
    at = index
    while True:
        for word in ("trước", "ngày"):
            at += low_at(tokens, at) == word
        found = parse_day(tokens, at)
        if found is None or found[1].month is None or found[1].year is not None:
            return None
        days.append((found[1].month, found[1].day))
        at = _skip_note(tokens, found[0])
        if low_at(tokens, at) not in {",", "và"}:
            break
        at += 1
    every = parse_every(tokens, at + (low_at(tokens, at) == "của"))
    if every is None or every[1] != "năm" or not all(1 <= month <= MONTHS for month, _ in days):
        return None
    months = ",".join(str(month) for month in dict.fromkeys(month for month, _ in days))
    on = ",".join(str(day) for day in dict.fromkeys(day for _, day in days))
    return _recurring(every[0], f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={on}", "yearly")


def _skip_note(tokens: Tokens, index: int) -> int:
    """Index behind `(báo cáo 6 tháng)` between two days of a year."""
    if low_at(tokens, index) != "(":
        return index
    closed = (k + 1 for k in range(index, index + MOST_NOTE) if low_at(tokens, k) == ")")
    return next(closed, index)


def _day_of_month(tokens: Tokens, index: int) -> Reading | None:
    days: list[int] = []
    at = index
    while True:
        at += low_at(tokens, at) == "ngày"
        at += low_at(tokens, at) in {"mùng", "mồng"}
        numeral = parse_numeral(tokens, at)
        if numeral is None or not 1 <= numeral.value <= MAX_DAY or len(numeral.digits) > len("31"):
            return None
        days.append(numeral.value)
        at = numeral.end
        if low_at(tokens, at) not in {",", "và"}:
            break
        at += 1
    period = parse_month_of_period(tokens, at)
    if period is None:
        return None
    return _recurring(period[0], f"{period[1]};BYMONTHDAY=" + ",".join(map(str, days)), "monthly")


def parse_month_of_period(tokens: Tokens, index: int) -> tuple[int, str] | None:
    """End and rule of `hằng tháng`, `của tháng cuối quý`, `tháng đầu quý sau`, `tháng sau`."""
    at = index + (low_at(tokens, index) in {"của", ",", "trong"})
    at += low_at(tokens, at) in EVERY
    if low_at(tokens, at) == "quý":
        return at + 1, UNITS["quý"]
    if low_at(tokens, at) != "tháng":
        return None
    if low_at(tokens, at + 1) in {"đầu", "cuối", "thứ"}:
        return _month_of_quarter(tokens, at + 2)
    if low_at(tokens, at + 1) in {"sau", "kế", "liền", "tiếp"}:
        end = at + 2 + (low_at(tokens, at + 2) in {"tiếp", "theo", "kề"})
        return end, UNITS["tháng"]
    is_every = low_at(tokens, at - 1) in EVERY or low_at(tokens, index) == "của"
    is_other = parse_numeral(tokens, at + 1) is not None or low_at(tokens, at + 1) in {
        "này",
        "trước",
    }
    return (at + 1, UNITS["tháng"]) if is_every and not is_other else None


def _month_of_quarter(tokens: Tokens, index: int) -> tuple[int, str] | None:
    at = index
    at += low_at(tokens, at) in {"cùng", "tiên", "của", "hai", "ba"}
    at += low_at(tokens, at) == "của"
    at += low_at(tokens, at) in EVERY
    if low_at(tokens, at) != "quý":
        return None
    return at + 1 + (low_at(tokens, at + 1) in {"sau", "kế", "tiếp"}), UNITS["quý"]


def parse_bare(tokens: Tokens, index: int) -> Reading | None:
    """
    `định kỳ hằng quý`, `Định kỳ 6 tháng`, `03 tháng một lần`.

    `hằng tháng` alone is less sure.
    """
    is_marked = low_at(tokens, index) == "định" and low_at(tokens, index + 1) == "kỳ"
    at = index + 2 if is_marked else index
    if is_marked and low_at(tokens, at) in {"vào", "theo"}:
        at += 1
    day = parse_monthly(tokens, at) or parse_weekly(tokens, at) if is_marked else None
    if day:
        return day
    counted = parse_interval(tokens, at, is_marked=is_marked) or _parse_times(tokens, at)
    if counted:
        return counted
    every = parse_every(tokens, at)
    if every and _ends_once(tokens, every[0]):
        return _recurring(every[0] + 2, UNITS[every[1]], "interval", 0.9)
    if every is None and is_marked and low_at(tokens, at) in UNITS:
        every = at + 1, low_at(tokens, at)
    if every is None or not (is_marked or every[1] != "ngày" or _opens_clause(tokens, index)):
        return None
    return _recurring(
        every[0], UNITS[every[1]], "marked" if is_marked else "bare", 0.9 if is_marked else 0.4
    )


def _opens_clause(tokens: Tokens, index: int) -> bool:
    """True for `Hằng ngày` that begins a clause or is told by a time of day behind it.

    `sinh hoạt hằng ngày` names no time of a duty.
    """
    if parse_numeral(tokens, index + 2) or low_at(tokens, index + 2) in {"một", "càng"}:
        return False
    if index == 0 or low_at(tokens, index - 1) in CLAUSE_MARKS:
        return True
    at = index + 2 + (low_at(tokens, index + 2) in {"trước", "vào", "lúc"})
    return at > index + 2 and parse_time(tokens, at) is not None


def parse_interval(tokens: Tokens, index: int, *, is_marked: bool) -> Reading | None:
    """`03 tháng một lần`, `01 tháng/lần`; behind `định kỳ` also `6 tháng`."""
    count = parse_count(tokens, index)
    if count is None or low_at(tokens, count[0]) not in {"tháng", "tuần", "năm", "ngày", "quý"}:
        return None
    unit, end = low_at(tokens, count[0]), count[0] + 1
    is_once = _ends_once(tokens, end)
    if not (is_marked or is_once) or not 1 <= count[1] <= MAX_DAY:
        return None
    freq, number = _frequency(unit, count[1])
    rrule = f"FREQ={freq}" + (f";INTERVAL={number}" if number > 1 else "")
    return _recurring(end + 2 if is_once else end, rrule, "interval", 0.9)


def _ends_once(tokens: Tokens, index: int) -> bool:
    """True for `một lần`, `/lần` behind a unit of time."""
    return low_at(tokens, index) in ONCE and low_at(tokens, index + 1) == "lần"


def _parse_times(tokens: Tokens, index: int) -> Reading | None:
    """`02 lần/năm`, `một lần mỗi quý`: so many times in a unit that parts it evenly."""
    count = parse_count(tokens, index)
    if count is None or low_at(tokens, count[0]) != "lần" or count[1] < 1:
        return None
    at = count[0] + 1
    if low_at(tokens, at) not in EVERY | {"/"}:
        return None
    unit = low_at(tokens, at + 1)
    months = {"năm": MONTHS, "quý": MONTHS // 4, "tháng": 1}.get(unit)
    if count[1] == 1 and unit in UNITS:
        return _recurring(at + 2, UNITS[unit], "times", 0.9)
    if months is None or months % count[1]:
        return None
    freq, number = _frequency("tháng", months // count[1])
    rrule = f"FREQ={freq}" + (f";INTERVAL={number}" if number > 1 else "")
    return _recurring(at + 2, rrule, "times", 0.9)


def _frequency(unit: str, count: int) -> tuple[str, int]:
    if unit == "quý":
        return "MONTHLY", count * 3
    if unit == "tháng" and count == MONTHS:
        return "YEARLY", 1
    return {"tháng": "MONTHLY", "tuần": "WEEKLY", "năm": "YEARLY", "ngày": "DAILY"}[unit], count
