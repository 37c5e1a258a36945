"""Cursors: the place in a list where it goes on, as text that nobody else needs to understand.

A cursor holds what the list is ordered by, not a row or a count: what comes or goes meanwhile
neither repeats a row nor passes one over.
"""

import base64
import json
from typing import Final

from api.errors import Problem

LARGEST: Final = 2**63 - 1


def write_cursor(*place: int) -> str:
    """The cursor of a place.

    >>> read_cursor(write_cursor(2018, 7), 2)
    (2018, 7)
    """
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def read_cursor(cursor: str | None, length: int) -> tuple[int, ...] | None:
    """The place of so many numbers that a cursor names, None where there is no cursor.

    Raises:
        Problem: invalid_request.
    """
    if not cursor:
        return None
    try:
        values = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        place = tuple(int(value) for value in values)
    except (ValueError, TypeError, OverflowError):
        raise wrong_cursor() from None
    if len(place) != length or any(abs(number) > LARGEST for number in place):
        raise wrong_cursor()
    return place


def wrong_cursor() -> Problem:
    """That a cursor is none of this list."""
    detail = "Không hiểu vị trí trang; hãy lấy “next” của trang trước."
    return Problem(code="invalid_request", detail=detail)
