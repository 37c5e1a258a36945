"""The repository of documents: what is kept, how far it is read, and what was read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Engine, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session, sessionmaker

from api.errors import Problem
from api.record import Record
from api.store.audit import Deed, note
from api.store.corrections import file_reading
from api.store.cursors import read_cursor
from api.store.lives import Policy
from api.store.pages import save_page
from api.store.tables import Document, Duplicate, Page, Refusal

MOST_ATTEMPTS: Final = 3
NO_POLICY: Final = Policy()
# Puts the reading of a document on the list of jobs, in the transaction of the connection.
Enqueue = Callable[[Connection, int], None]


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that was taken in: its original is kept, its row not yet.

    `urgency` is the mark of page 1, by which its reading is put before others.
    """

    sha256: str
    file_name: str
    media_type: str
    size: int
    pages: int
    urgency: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading of a document is."""

    state: str
    pages: int
    pages_done: int

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen by itself."""
        return self.state in {"ready", "failed"}


class Documents:
    """Documents of one store. Rows come back detached, with all columns but the deferred ones."""

    def __init__(self, engine: Engine, policy: Policy = NO_POLICY) -> None:
        """Work on the database of `engine` by what an office has settled."""
        self._session = sessionmaker(engine, expire_on_commit=False)
        self._policy = policy

    def add(
        self, arrived: Arrived, first_page: dict[str, Any], enqueue: Enqueue
    ) -> tuple[Document, bool]:
        """The document of a file, and whether it is new; all of it in one transaction.

        A file whose reading failed before is read again.
        """
        values = {name: getattr(arrived, name) for name in Arrived.__slots__}
        with self._session.begin() as session:
            statement = insert(Document).values(**values).on_conflict_do_nothing()
            created = session.scalar(statement.returning(Document.id))
            document = session.scalars(
                select(Document).where(Document.sha256 == arrived.sha256).with_for_update()
            ).one()
            if created is not None:
                note(session, Deed("received", document.id), {"sha256": arrived.sha256})
                save_page(session, document.id, first_page)
            if created is not None or document.state == "failed":
                _reset(document)
                session.flush()
                enqueue(session.connection(), document.id)
            session.flush()
            session.refresh(document)
            return document, created is not None

    def newest(
        self, limit: int = 50, after: str | None = None, state: str | None = None
    ) -> list[Document]:
        """Documents, newest first, from behind a cursor (of the id) on.

        Raises:
            Problem: invalid_request where `after` is no cursor.
        """
        query = select(Document).order_by(Document.id.desc()).limit(limit)
        if (last := read_cursor(after, 1)) is not None:
            query = query.where(Document.id < last[0])
        if state is not None:
            query = query.where(Document.state == state)
        with self._session() as session:
            return list(session.scalars(query))

    def get(self, document_id: int) -> Document | None:
        """The document without its record, None where there is none."""
        with self._session() as session:
            return session.get(Document, document_id)

    def require(self, document_id: int) -> Document:
        """The document without its record.

        Raises:
            Problem: not_found.
        """
        document = self.get(document_id)
        if document is None:
            raise _missing(document_id)
        return document

    def by_hash(self, sha256: str) -> Document | None:
        """The document of a file that is kept already, None where it is new."""
        with self._session() as session:
            return session.scalar(select(Document).where(Document.sha256 == sha256))

    def only_one(self, number: str | None) -> int | None:
        """The document that bears this number, None where none or several do."""
        query = select(Document.id).where(Document.number == number).limit(2)
        with self._session() as session:
            found = session.scalars(query).all()
        return found[0] if len(found) == 1 else None

    def record(self, document_id: int) -> Record | None:
        """The contract's record, None until the document is ready."""
        with self._session() as session:
            return session.scalar(select(Document.record).where(Document.id == document_id))

    def duplicates(self, document_id: int) -> dict[int, list[str]]:
        """The documents that are likely the same paper, each with the reasons."""
        own, other = Duplicate.document_id, Duplicate.other_id
        query = select(own, other, Duplicate.reason).order_by(own, other, Duplicate.reason)
        found: dict[int, list[str]] = {}
        with self._session() as session:
            for row in session.execute(query.where(or_(own == document_id, other == document_id))):
                found.setdefault(row[0] + row[1] - document_id, []).append(row[2])
        return found

    def pages(self, document_id: int) -> list[Page]:
        """The pages read so far, by number."""
        query = select(Page).where(Page.document_id == document_id).order_by(Page.number)
        with self._session() as session:
            return list(session.scalars(query))

    def readings(self, document_id: int) -> dict[int, dict[str, Any]]:
        """The whole readings of the pages read so far, by number."""
        query = select(Page.number, Page.reading).where(Page.document_id == document_id)
        with self._session() as session:
            return {row[0]: row[1] for row in session.execute(query)}

    def reading(self, document_id: int, number: int) -> dict[str, Any] | None:
        """The whole reading of one page, None where it is not read."""
        query = select(Page.reading).where(Page.document_id == document_id, Page.number == number)
        with self._session() as session:
            return session.scalar(query)

    def progress(self, document_ids: Iterable[int]) -> dict[int, Progress]:
        """How far the reading of each document is; one that is gone is left out."""
        columns = (Document.id, Document.state, Document.pages, Document.pages_done)
        with self._session() as session:
            rows = session.execute(select(*columns).where(Document.id.in_(document_ids)))
            return {row.id: Progress(row.state, row.pages, row.pages_done) for row in rows}

    def counts(self) -> dict[str, int]:
        """How many documents are in each state."""
        query = select(Document.state, func.count()).group_by(Document.state)
        with self._session() as session:
            return {row[0]: row[1] for row in session.execute(query)}

    def start(self, document_id: int) -> Document | None:
        """The document, now being read; None where there is nothing to read.

        A document whose reading was begun MOST_ATTEMPTS times without a page to show for it, as
        when it takes its worker down, is put aside as "quarantined".
        """
        with self._session.begin() as session:
            document = session.get(Document, document_id, with_for_update=True)
            if document is None or document.state in {"ready", "failed"}:
                return None
            if document.attempts >= MOST_ATTEMPTS:
                _fail(session, document, Problem(code="quarantined"))
                return None
            document.attempts += 1
            document.state = "reading"
            return document

    def release(self, document_id: int) -> None:
        """Say that the reading that was begun was stopped through no fault of the document."""
        fewer = {"attempts": Document.attempts - 1, "state": "waiting"}
        query = update(Document).where(Document.id == document_id, Document.attempts > 0)
        with self._session.begin() as session:
            session.execute(query.where(Document.state == "reading").values(**fewer))

    def restart(self, document_id: int, enqueue: Enqueue) -> Document:
        """Have a document that failed read again.

        Raises:
            Problem: not_found; not_failed where it did not fail.
        """
        with self._session.begin() as session:
            document = session.get(Document, document_id, with_for_update=True)
            if document is None:
                raise _missing(document_id)
            if document.state != "failed":
                raise Problem(code="not_failed")
            note(session, Deed("restarted", document_id))
            _reset(document)
            enqueue(session.connection(), document_id)
            session.flush()
            session.refresh(document)
            return document

    def save_page(self, document_id: int, reading: dict[str, Any]) -> None:
        """Keep the reading of one page; a page that was kept before stays."""
        with self._session.begin() as session:
            save_page(session, document_id, reading)

    def request(self, document_id: int, enqueue: Enqueue) -> None:
        """Put a job for a document that is ready.

        Raises:
            Problem: not_found or not_ready.
        """
        with self._session.begin() as session:
            document = session.get(Document, document_id)
            if document is None:
                raise _missing(document_id)
            if document.state != "ready":
                raise Problem(code="not_ready")
            enqueue(session.connection(), document_id)

    def finish(self, document_id: int, record: Record) -> None:
        """File the record of a document; it is ready now."""
        with self._session.begin() as session:
            document = session.get_one(Document, document_id, with_for_update=True)
            if document.state == "ready":
                return  # another worker, that was taken for dead, was quicker
            file_reading(session, document, record, self._policy)
            document.state, document.attempts = "ready", 0
            document.read_at = session.scalar(select(func.now()))

    def fail(self, document_id: int, problem: Problem) -> None:
        """Tell why a document could not be read."""
        with self._session.begin() as session:
            document = session.get(Document, document_id, with_for_update=True)
            if document is not None and document.state != "ready":
                _fail(session, document, problem)

    def refuse(self, sha256: str, level: str | None) -> None:
        """Note that a secret document was refused, and forget all else of it."""
        with self._session.begin() as session:
            document = session.scalar(select(Document).where(Document.sha256 == sha256))
            if document is not None:
                session.delete(document)
            session.add(Refusal(sha256=sha256, level=level))


def _missing(document_id: int) -> Problem:
    return Problem(code="not_found", detail=f"Không có văn bản mã {document_id}.")


def _reset(document: Document) -> None:
    document.state, document.error_code, document.error_detail = "waiting", None, None
    document.attempts = 0


def _fail(session: Session, document: Document, problem: Problem) -> None:
    document.state = "failed"
    document.error_code, document.error_detail = problem.code, problem.detail
    note(session, Deed("failed", document.id), {"code": problem.code})
