"""What is wanted of a search, and what it found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from api.store.search.queries import Place
from api.store.search.snippets import Piece
from api.store.search.widening import Widening

if TYPE_CHECKING:
    from api.store.graph.graph import Ending
    from api.store.tables import Document

Sort = Literal["relevance", "date"]
Facet = Literal["type", "issuer", "year", "keyword"]

# No more hits than this are counted, ranked or paged through.
MOST: Final = 1000


@dataclass(frozen=True, slots=True)
class Wish:
    """Which part of the hits is wanted, and in what order; `after` is the `next` of a part.

    `is_widened`: organs are looked for under their names of other times too.
    """

    limit: int = 20
    after: str | None = None
    sort: Sort = "relevance"
    is_widened: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found, where it matched, and a snippet of its text, empty without.

    `ended`: that it has certainly been replaced or amended since.
    """

    document: "Document"
    matched_in: Place
    page: int | None
    snippet: tuple[Piece, ...]
    ended: "tuple[Ending, ...]" = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One part of the hits, how many there are in all, and how they divide.

    `is_capped`: there are more than `total`, and facets count the first `total` alone. `near` are
    the spellings that were taken for a word that texts do not hold as typed. `unclear` are filters
    that were not understood. `widenings` are other names, in time, of organs that were asked for;
    `is_widened`: these were looked for too.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    is_capped: bool = False
    next: str | None = None
    facets: Mapping[Facet, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    near: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unclear: tuple[str, ...] = ()
    widenings: tuple[Widening, ...] = ()
    is_widened: bool = False
