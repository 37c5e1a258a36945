"""Hits as they are shown: the document, and the part of its text that shows why it was found."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import BigInteger, bindparam, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from api.store.graph.graph import endings_of, order_endings
from api.store.search.counting import Counted, tally
from api.store.search.found import Facet, Hit
from api.store.search.paging import Position
from api.store.search.snippets import Piece, Seeker, count_kinds, cut_snippet
from api.store.search.tables import SearchEntry
from api.store.tables import Document, Page

PAGES: Final = select(Page.text).where(Page.document_id == Document.id).order_by(Page.number)
NUMBERS: Final = PAGES.with_only_columns(Page.number)
# Documents that are shown, what divides them, and how they have ended.
SHOWN: Final = (
    select(
        Document,
        *(SearchEntry.day, SearchEntry.type, SearchEntry.issuer, SearchEntry.keywords),
        func.array(endings_of(Document.id)).label("ended"),
    )
    .join(SearchEntry, SearchEntry.document_id == Document.id)
    .where(Document.id == func.any(bindparam("ids", type_=ARRAY(BigInteger))))
)
# The same with their pages.
READ: Final = SHOWN.add_columns(
    func.array(NUMBERS.scalar_subquery()).label("numbers"),
    func.array(PAGES.scalar_subquery()).label("texts"),
)


def show(
    session: Session, shown: Sequence[Position], seeker: Seeker
) -> tuple[tuple[Hit, ...], Counted]:
    """The hits at these positions with what `seeker` finds in them, and how they are divided."""
    numbers = [position.document_id for position in shown]
    found = session.execute(READ if seeker.wanted else SHOWN, {"ids": numbers})
    rows = {row.Document.id: row for row in found}
    hits = []
    for position in shown:
        if row := rows.get(position.document_id):
            page, snippet = _best_page(seeker, row) if seeker.wanted else (None, ())
            ended = order_endings(row.ended)
            hits.append(Hit(row.Document, position.place, page, snippet, ended))
    return tuple(hits), tally(map(_values, rows.values()))


def _values(row: Any) -> dict[Facet, Sequence[str]]:  # noqa: ANN401 - a row of SHOWN
    """The values of facets that a document has."""
    return {
        "type": [row.type] if row.type else [],
        "issuer": [row.issuer] if row.issuer else [],
        "year": [f"{row.day.year}"],
        "keyword": row.keywords,
    }


def _best_page(seeker: Seeker, row: Any) -> tuple[int | None, tuple[Piece, ...]]:  # noqa: ANN401
    """The page of a row of READ that holds the most of what is wanted, and a part of it."""
    best = 0
    shown: tuple[int | None, tuple[Piece, ...]] = (None, ())
    for number, page in zip(row.numbers, row.texts, strict=True):
        words = page.split()
        found = seeker.find(words)
        score = count_kinds(found)
        if score > best:
            best, shown = score, (number, cut_snippet(words, found))
    return shown
