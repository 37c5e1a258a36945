"""What is made from records and texts is made anew where older code made it, or none did."""

from typing import Any, Final

from sqlalchemy import Engine, ScalarResult, Select, and_, select, text
from sqlalchemy.orm import Session, sessionmaker

from api.store.graph.linking import link_document
from api.store.search.entries import VERSION, index_document, make_entry
from api.store.search.tables import SearchEntry
from api.store.tables import Document, Page

BATCH: Final = 50
# Any number of our own: whoever holds it rebuilds, others go on.
REBUILD_LOCK: Final = 2_873_211


def rebuild_stale(engine: Engine) -> int:
    """Index and link the documents that older code filed; how many they were.

    A batch is one transaction, so that it goes on where it was stopped.
    """
    sessions, done = sessionmaker(engine), 0
    while True:
        with sessions.begin() as session:
            if not session.scalar(text(f"SELECT pg_try_advisory_xact_lock({REBUILD_LOCK})")):
                return done
            stale = _stale(session).all()
            for document in stale:
                rebuild(session, document)
        if not stale:
            return done
        done += len(stale)


def rebuild(session: Session, document: Document) -> None:
    """Make anew all that is made from the record and the pages of a document."""
    pages = select(Page.text).where(Page.document_id == document.id).order_by(Page.number)
    entry = make_entry(
        document.record or {}, "\n".join(session.scalars(pages)), document.received_at.date()
    )
    index_document(session, document.id, entry)
    link_document(session, document.id, document.record or {})


def _stale(session: Session) -> ScalarResult[Document]:
    is_fresh = and_(SearchEntry.document_id == Document.id, SearchEntry.version == VERSION)
    query: Select[Any] = select(Document).outerjoin(SearchEntry, is_fresh)
    waiting = query.where(Document.record.is_not(None), SearchEntry.document_id.is_(None))
    return session.scalars(waiting.order_by(Document.id).limit(BATCH))
