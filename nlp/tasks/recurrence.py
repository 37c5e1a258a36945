"""The next day on which a recurring duty is due."""

import re
from datetime import date, datetime, timedelta

from dateutil.rrule import rrulestr

_DAY_OF_MONTH = re.compile(r"BYMONTHDAY=(29|30|31)\b")
_MONTHS = 12
_WHEN_UNSTATED = {
    "WEEKLY": "BYDAY=FR",
    "MONTHLY": "BYMONTHDAY=-1",
    "YEARLY": "BYMONTH=12;BYMONTHDAY=31",
}


def next_due(recurrence: str, after: date) -> date | None:
    """The first day after `after` on which the RRULE falls, None where it is none.

    Months and quarters are those of the calendar. Without a day it is the last of the period, and
    Friday of a week. A day from 29 to 31 that a month does not have is its last.

    >>> next_due("FREQ=MONTHLY;BYMONTHDAY=31", date(2024, 1, 31))
    datetime.date(2024, 2, 29)
    >>> next_due("FREQ=MONTHLY;INTERVAL=3", date(2024, 2, 1))
    datetime.date(2024, 3, 31)
    """
    parts = {name: value for name, _, value in (p.partition("=") for p in recurrence.split(";"))}
    frequency, step = parts.get("FREQ", ""), parts.get("INTERVAL", "1")
    rule = recurrence
    if frequency in _WHEN_UNSTATED and not any(name.startswith("BY") for name in parts):
        rule = f"{rule};{_WHEN_UNSTATED[frequency]}"
    rule = _DAY_OF_MONTH.sub(_last_if_missing, rule)
    try:
        month = min(max(int(step), 1), _MONTHS) if frequency == "MONTHLY" else 1
        start = datetime(after.year - 1, month, 1)  # noqa: DTZ001 - a day of the calendar
        found = rrulestr(rule, dtstart=start).after(_end_of(after))
    except ValueError:
        return None
    return found.date() if found is not None else None


def _last_if_missing(match: re.Match[str]) -> str:
    days = ",".join(str(day) for day in range(28, int(match[1]) + 1))
    return f"BYMONTHDAY={days};BYSETPOS=-1"


def _end_of(day: date) -> datetime:
    midnight = datetime.combine(day + timedelta(days=1), datetime.min.time())
    return midnight - timedelta(seconds=1)
