"""Places in a list of hits."""

from typing import NamedTuple

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
