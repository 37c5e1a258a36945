"""The arrival book: each document that came has its number among those of its year."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from sqlalchemy import BigInteger, Engine, Select, func, literal, select, text, tuple_
from sqlalchemy.orm import Session, sessionmaker

from api.errors import Problem
from api.store.audit import Deed, note
from api.store.cursors import read_cursor, write_cursor
from api.store.settling import settle
from api.store.tables import Arrival, Document, Task

Source = Literal["auto", "hand", "stamp"]
# With the year: whoever holds it enters a line, others wait, so that numbers have no gap.
BOOK_LOCK: Final = 2_873_211
_DIGITS: Final = re.compile(r"\d{1,6}")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be entered; without a `number` it is the next one of the year."""

    arrived_on: date
    number: int | None = None
    source: Source = "auto"


@dataclass(frozen=True, slots=True)
class BookLine:
    """A line, its document (None where that is gone), to whom it went, and who has its tasks."""

    line: Arrival
    document: Document | None
    forwarded_to: str | None
    owners: tuple[str, ...] = ()

    @property
    def receivers(self) -> str:
        """To whom the document went: as its stamp says, else those who were given its tasks."""
        return self.forwarded_to or "; ".join(self.owners)


def enter(session: Session, document: Document, entry: Entry) -> Arrival:
    """The line of a document in the book; one that it has already is written anew.

    The next number follows the largest that is beyond doubt: a number from a stamp that leaves a
    gap may be misread. Numbers that are taken are passed over.
    """
    year = entry.arrived_on.year
    session.execute(
        text("SELECT pg_advisory_xact_lock(:book, :year)"), {"book": BOOK_LOCK, "year": year}
    )
    line = session.scalar(select(Arrival).where(Arrival.document_id == document.id))
    if line is not None and entry.source == "auto" and line.year == year:
        return line
    number = entry.number if entry.number is not None else _next_number(session, year)
    warnings = _find_warnings(session, document, entry, number)
    if line is None:
        line = Arrival(document_id=document.id)
        session.add(line)
    line.year, line.number, line.arrived_on = year, number, entry.arrived_on
    line.source, line.warnings = entry.source, warnings
    document.arrival_number, document.arrival_date = str(number), entry.arrived_on
    document.version += 1
    session.flush()
    settle(session, document)
    detail = {"number": number, "arrived_on": entry.arrived_on.isoformat(), "source": entry.source}
    note(session, Deed("entered", document.id), {**detail, "warnings": warnings})
    return line


def align(session: Session, document: Document) -> None:
    """Bring a document whose record was just filed and its line in the book together.

    A line from the stamp follows what the record says of it; any other line stands, and the
    document shows its number. A number from the stamp is kept as it was read.
    """
    line = session.scalar(select(Arrival).where(Arrival.document_id == document.id))
    number, day = document.arrival_number, document.arrival_date
    if line is not None and line.source != "stamp":
        document.arrival_number, document.arrival_date = str(line.number), line.arrived_on
    elif number is None or day is None or not _DIGITS.fullmatch(number) or not int(number):
        return
    elif line is None or (line.number, line.arrived_on) != (int(number), day):
        enter(session, document, Entry(day, int(number), "stamp"))
        document.arrival_number = number


class Arrivals:
    """The arrival book of one store."""

    def __init__(self, engine: Engine) -> None:
        """Work on the database of `engine`."""
        self._session = sessionmaker(engine, expire_on_commit=False)

    def enter(self, document_id: int, entry: Entry) -> Arrival:
        """The line of a document, entered in one transaction.

        Raises:
            Problem: not_found.
        """
        with self._session.begin() as session:
            document = session.get(Document, document_id, with_for_update=True)
            if document is None:
                raise Problem(code="not_found", detail=f"Không có văn bản mã {document_id}.")
            return enter(session, document, entry)

    def book(self, year: int, limit: int = 100, after: str | None = None) -> list[Arrival]:
        """The lines of a year by number, from behind a cursor on.

        Raises:
            Problem: invalid_request where `after` is no cursor.
        """
        place = (Arrival.number, Arrival.id)
        query = select(Arrival).where(Arrival.year == year).order_by(*place).limit(limit)
        if (last := read_cursor(after, 2)) is not None:
            query = query.where(tuple_(*place) > tuple_(*(literal(n, BigInteger) for n in last)))
        with self._session() as session:
            return list(session.scalars(query))

    def register(self, year: int, limit: int, after: str | None = None) -> list[BookLine]:
        """The lines of a year with what the book tells of their documents."""
        lines = self.book(year, limit, after)
        forwarded = Document.record["incoming"]["forwarded_to"]["value"].astext
        of_year = select(Arrival.document_id).where(Arrival.year == year)
        kept = of_year.where(Arrival.document_id.is_not(None))
        with self._session() as session:
            rows = session.execute(select(Document, forwarded).where(Document.id.in_(kept)))
            told: dict[int | None, tuple[Document | None, str | None]] = {
                row[0].id: (row[0], row[1]) for row in rows
            }
            owners = _owners(session, kept)
        return [
            BookLine(
                line,
                *told.get(line.document_id, (None, None)),
                owners=tuple(owners.get(line.document_id, ())),
            )
            for line in lines
        ]

    def years(self) -> list[int]:
        """The years that the book has lines of, the latest first."""
        with self._session() as session:
            query = select(Arrival.year).distinct().order_by(Arrival.year.desc())
            return list(session.scalars(query))

    def of(self, document_id: int) -> Arrival | None:
        """The line of a document, None where it has none."""
        with self._session() as session:
            return session.scalar(select(Arrival).where(Arrival.document_id == document_id))


def _owners(session: Session, documents: Select[Any]) -> dict[int | None, list[str]]:
    """Units, else persons, that tasks of documents were given to, each once."""
    owner = func.coalesce(Task.owner_unit, Task.owner_person)
    query = select(Task.document_id, owner).where(Task.document_id.in_(documents), owner != "")
    found: dict[int | None, list[str]] = defaultdict(list)
    for document_id, name in session.execute(query.distinct().order_by(Task.document_id, owner)):
        found[document_id].append(name)
    return found


def line_cursor(line: Arrival) -> str:
    """The cursor of what follows a line in the book of its year."""
    return write_cursor(line.number, line.id)


def _next_number(session: Session, year: int) -> int:
    is_doubtful = (Arrival.source == "stamp") & Arrival.warnings.contains(["gap"])
    sure = select(func.max(Arrival.number)).where(Arrival.year == year, ~is_doubtful)
    number = (session.scalar(sure) or 0) + 1
    taken = set(session.scalars(select(Arrival.number).where(Arrival.year == year)))
    while number in taken:
        number += 1
    return number


def _find_warnings(session: Session, document: Document, entry: Entry, number: int) -> list[str]:
    of_others = Arrival.document_id.is_distinct_from(document.id)
    others = select(Arrival.number).where(Arrival.year == entry.arrived_on.year, of_others)
    below = select(func.max(others.where(Arrival.number < number).subquery().c.number))
    largest = session.scalar(below)
    odd = {
        "repeat": session.scalar(others.where(Arrival.number == number).limit(1)) is not None,
        "gap": largest is not None and largest + 1 < number,
        "before_issue": document.issued_on is not None and entry.arrived_on < document.issued_on,
    }
    return [name for name, holds in odd.items() if holds]
