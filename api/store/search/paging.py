"""Places in a list of hits, and cursors that name them."""

import base64
import json
from typing import NamedTuple

from api.errors import Problem
from api.store.search.queries import Place


class Position(NamedTuple):
    """Where a hit stands: rank, then newest first. Positions compare in the order of the list."""

    tier: int
    minus_day: int
    minus_id: int
    place: Place = "body"

    @property
    def document_id(self) -> int:
        """The document that stands there."""
        return -self.minus_id


def write_cursor(position: Position) -> str:
    """The cursor of what follows a position."""
    return base64.urlsafe_b64encode(json.dumps(position[:3]).encode()).decode().rstrip("=")


def read_cursor(cursor: str | None) -> tuple[int, ...] | None:
    """The position that a cursor names, None where there is no cursor.

    Raises:
        Problem: invalid_request.
    """
    if not cursor:
        return None
    try:
        values = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        tier, day, document = (int(value) for value in values)
    except (ValueError, TypeError):
        detail = "Không hiểu vị trí trang; hãy lấy “next” của trang trước."
        raise Problem(code="invalid_request", detail=detail) from None
    return tier, day, document
