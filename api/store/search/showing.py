"""Hits as they are shown: the document, and the part of its text that shows why it was found."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import BigInteger, bindparam, func, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from api.store.graph.graph import endings_of, order_endings
from api.store.search.counting import Counted, tally
from api.store.search.found import Facet, Hit
from api.store.search.paging import Position
from api.store.search.snippets import Piece, Place, Seeker, count_kinds, cut_snippet
from api.store.search.tables import SearchEntry
from api.store.tables import Document

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
# A text, since to build it of parts takes longer than to run it.
PAGES: Final = text(
    "SELECT document_id, number, text FROM pages WHERE document_id = ANY(:ids) ORDER BY number"
)


def show(
    session: Session, shown: Sequence[Position], wanted: set[str]
) -> tuple[tuple[Hit, ...], Counted]:
    """The hits at these positions, and how they are divided."""
    numbers = [position.document_id for position in shown]
    rows = {row.Document.id: row for row in session.execute(SHOWN, {"ids": numbers})}
    snippets = _snippets(session, rows, wanted)
    hits = []
    for position in shown:
        if row := rows.get(position.document_id):
            page, snippet = snippets.get(row.Document.id, (None, ()))
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


def _snippets(
    session: Session, documents: Iterable[int], wanted: set[str]
) -> dict[int, tuple[int, tuple[Piece, ...]]]:
    if not wanted:
        return {}
    seeker = Seeker(wanted)
    best: dict[int, tuple[int, int, list[str], list[Place]]] = {}
    for document_id, number, page in session.execute(PAGES, {"ids": list(documents)}):
        words = page.split()
        found = seeker.find(words)
        score = count_kinds(found)
        if score > best.get(document_id, (0,))[0]:
            best[document_id] = (score, number, words, found)
    return {
        document: (number, cut_snippet(words, found))
        for document, (_, number, words, found) in best.items()
    }
