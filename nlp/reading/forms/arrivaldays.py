"""The days on which a document may have arrived: its day of issue and those after it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from nlp.reading.forms.letterhead import find_year
from nlp.reading.page import Line, Slot

_USUAL: Final = 14  # days within which documents arrive
_SURE: Final = 0.7  # of the day and month of issue
_MARKS: Final = "/.-"


def likely_arrivals(
    lines: Sequence[Line], size: tuple[float, float], slots: Sequence[Slot]
) -> tuple[str, ...]:
    """
    How the days of the fortnight from the day of issue are written.

    Empty where the letterhead does not tell that day surely.

    Args:
        lines: The printed lines of the page.
        size: Its width and height in points.
        slots: The slots of its letterhead.
    """
    issued = _issued(find_year(lines, size), slots)
    if issued is None:
        return ()
    days = (issued + timedelta(days) for days in range(_USUAL + 1))
    return tuple(text for day in days for text in spellings(day))


def _issued(year: int | None, slots: Sequence[Slot]) -> date | None:
    parts = {slot.kind: int(slot.text) for slot in slots if slot.text and slot.confidence >= _SURE}
    if year is None or not {"day", "month"} <= parts.keys():
        return None
    try:
        return date(year, parts["month"], parts["day"])
    except ValueError:
        return None


def spellings(day: date) -> Iterator[str]:
    """
    The ways to write a day in a stamp.

    >>> sorted(spellings(date(2018, 11, 9)))[:4]
    ['09-11-18', '09-11-2018', '09.11.18', '09.11.2018']
    """
    padded, bare = (f"{day.day:02}", f"{day.month:02}"), (f"{day.day}", f"{day.month}")
    for pair in dict.fromkeys((padded, bare, (padded[0], bare[1]))):
        for year in (f"{day.year % 100:02}", f"{day.year}"):
            for mark in _MARKS:
                yield mark.join((*pair, year))
