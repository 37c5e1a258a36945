"""The tables of the store. Their words are the contract's."""

from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import BigInteger, DateTime, ForeignKey, Identity, Index, Text, func
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

State = Literal["waiting", "reading", "ready", "failed"]
TaskState = Literal["proposed", "accepted", "in_progress", "done", "returned"]


class Table(DeclarativeBase):
    """The root of all tables."""


class Document(Table):
    """One kept file and what was read of it.

    `record` is the contract's record, None until `state` is "ready"; the columns from `number`
    to `arrival_date` are taken from it for lists and filters. `error_code` and `error_detail`
    tell why the state is "failed". `attempts` counts the readings that were begun since the last
    page was kept. `version` grows with every change that a person can see. `stamp_organ` is the
    office of the ĐẾN stamp where that was read surely; `judged` the version of the office by which
    it was last told which tasks are ours.
    """

    __tablename__ = "documents"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    sha256: Mapped[str] = mapped_column(Text, unique=True)
    file_name: Mapped[str] = mapped_column(Text)
    media_type: Mapped[str] = mapped_column(Text)
    size: Mapped[int] = mapped_column(BigInteger)
    pages: Mapped[int]
    pages_done: Mapped[int] = mapped_column(default=0, server_default="0")
    state: Mapped[str] = mapped_column(Text, default="waiting", server_default="waiting")
    error_code: Mapped[str | None] = mapped_column(Text)
    error_detail: Mapped[str | None] = mapped_column(Text)
    attempts: Mapped[int] = mapped_column(default=0, server_default="0")
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    received_at: Mapped[datetime] = mapped_column(
        DateTime(timezone=True), server_default=func.now()
    )
    read_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    number: Mapped[str | None] = mapped_column(Text)
    type: Mapped[str | None] = mapped_column(Text)
    issuer: Mapped[str | None] = mapped_column(Text)
    place: Mapped[str | None] = mapped_column(Text)
    issued_on: Mapped[date | None]
    subject: Mapped[str | None] = mapped_column(Text)
    urgency: Mapped[str | None] = mapped_column(Text)
    arrival_number: Mapped[str | None] = mapped_column(Text)
    arrival_date: Mapped[date | None]
    stamp_organ: Mapped[str | None] = mapped_column(Text)
    judged: Mapped[int] = mapped_column(default=0, server_default="0")
    record: Mapped[dict[str, Any] | None] = mapped_column(JSONB, deferred=True)

    __table_args__ = (
        Index("documents_newest", "received_at", "id"),
        Index("documents_issued_on", "issued_on"),
        Index("documents_judged", "judged"),
        Index("documents_stamped", "id", postgresql_where="stamp_organ IS NOT NULL"),
    )


class Page(Table):
    """One page as it was read: its upright size in points, its text, and the whole reading."""

    __tablename__ = "pages"

    document_id: Mapped[int] = mapped_column(
        ForeignKey(Document.id, ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    width: Mapped[float]
    height: Mapped[float]
    origin: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    reading: Mapped[dict[str, Any]] = mapped_column(JSONB, deferred=True)


class Task(Table):
    """One item of `tasks` of a record, and what became of it.

    `directive` is 0 for the first document of the file, then counts the enclosed ones. `units` are
    the folded names of all that lead or support it. `number` and `issuer` are the document's.
    `due_on` is the day that counts: `due_source` tells whether it comes from the document, from
    its recurrence, from the office's own term ("sla") or from a person ("hand"). A recurring task
    opens its next `occurrence` when it is done. `corrected` names the columns that a person set.
    `ours` tells whether the office leads it or supports, None: neither, as far as is known.
    """

    __tablename__ = "tasks"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey(Document.id, ondelete="CASCADE"))
    directive: Mapped[int]
    position: Mapped[int]
    action: Mapped[str] = mapped_column(Text)
    lead: Mapped[list[str]] = mapped_column(ARRAY(Text))
    support: Mapped[list[str]] = mapped_column(ARRAY(Text))
    deadline: Mapped[date | None]
    deadline_text: Mapped[str | None] = mapped_column(Text)
    deadline_operator: Mapped[str | None] = mapped_column(Text)
    recurrence: Mapped[str | None] = mapped_column(Text)
    report_to: Mapped[str | None] = mapped_column(Text)
    deliverable: Mapped[str | None] = mapped_column(Text)
    section: Mapped[list[str]] = mapped_column(ARRAY(Text))
    units: Mapped[str] = mapped_column(Text)
    page: Mapped[int | None]
    number: Mapped[str | None] = mapped_column(Text)
    issuer: Mapped[str | None] = mapped_column(Text)
    confidence: Mapped[float | None]
    state: Mapped[str] = mapped_column(Text, default="proposed", server_default="proposed")
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    occurrence: Mapped[int] = mapped_column(default=0, server_default="0")
    due_on: Mapped[date | None]
    due_source: Mapped[str | None] = mapped_column(Text)
    owner_unit: Mapped[str | None] = mapped_column(Text)
    owner_person: Mapped[str | None] = mapped_column(Text)
    answer_number: Mapped[str | None] = mapped_column(Text)
    answer_id: Mapped[int | None] = mapped_column(ForeignKey(Document.id, ondelete="SET NULL"))
    reminded_for: Mapped[date | None]
    corrected: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list, server_default="{}")
    ours: Mapped[str | None] = mapped_column(Text)

    __table_args__ = (
        Index("tasks_ours", "due_on", "id", postgresql_where="ours IS NOT NULL"),
        Index("tasks_of_document", "document_id", "directive", "position", "occurrence"),
        Index("tasks_deadline", "deadline", "id"),
        Index("tasks_due", "due_on", "id"),
        Index("tasks_of_answer", "answer_id"),
    )


class Refusal(Table):
    """That a secret document was refused: when, its hash and its level, nothing else."""

    __tablename__ = "refusals"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    refused_at: Mapped[datetime] = mapped_column(
        DateTime(timezone=True), server_default=func.now()
    )
    sha256: Mapped[str] = mapped_column(Text)
    level: Mapped[str | None] = mapped_column(Text)


class AuditEntry(Table):
    """One thing that was done: when, by whom, to which document or task, and how.

    `actor` is None for the program itself. `detail` holds what the action is about: the values
    before and after, a note, a state.
    """

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    actor: Mapped[str | None] = mapped_column(Text)
    action: Mapped[str] = mapped_column(Text)
    document_id: Mapped[int | None] = mapped_column(ForeignKey(Document.id, ondelete="CASCADE"))
    task_id: Mapped[int | None] = mapped_column(BigInteger)
    detail: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default="{}")

    __table_args__ = (
        Index("audit_of_document", "document_id", "id"),
        Index("audit_of_task", "task_id", "id"),
    )


class Signature(Table):
    """What a document is known again by: its legal key, and what its text is like.

    `key` is number, symbol and organ; `hashes` are of the pairs of its words, `bands` of those.
    """

    __tablename__ = "signatures"

    document_id: Mapped[int] = mapped_column(
        ForeignKey(Document.id, ondelete="CASCADE"), primary_key=True
    )
    key: Mapped[str | None] = mapped_column(Text)
    hashes: Mapped[list[int]] = mapped_column(ARRAY(BigInteger))
    bands: Mapped[list[int]] = mapped_column(ARRAY(BigInteger))

    __table_args__ = (
        Index("signatures_key", "key"),
        Index("signatures_bands", "bands", postgresql_using="gin"),
    )


class Duplicate(Table):
    """That a document is likely the same paper as one kept before.

    `reason` is "key" (number, symbol, organ and year agree) or "text" (nearly the same words).
    """

    __tablename__ = "duplicates"

    document_id: Mapped[int] = mapped_column(
        ForeignKey(Document.id, ondelete="CASCADE"), primary_key=True
    )
    other_id: Mapped[int] = mapped_column(
        ForeignKey(Document.id, ondelete="CASCADE"), primary_key=True
    )
    reason: Mapped[str] = mapped_column(Text, primary_key=True)

    __table_args__ = (Index("duplicates_of_other", "other_id"),)


class Proposal(Table):
    """What a new reading of a document gives, until it is accepted or dropped."""

    __tablename__ = "proposals"

    document_id: Mapped[int] = mapped_column(
        ForeignKey(Document.id, ondelete="CASCADE"), primary_key=True
    )
    made_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    record: Mapped[dict[str, Any]] = mapped_column(JSONB)
    readings: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, deferred=True)


class Correction(Table):
    """The value that a person gave a leaf of a record; `path` as in `header.number`."""

    __tablename__ = "corrections"

    document_id: Mapped[int] = mapped_column(
        ForeignKey(Document.id, ondelete="CASCADE"), primary_key=True
    )
    path: Mapped[str] = mapped_column(Text, primary_key=True)
    value: Mapped[Any] = mapped_column(JSONB(none_as_null=False))


class Arrival(Table):
    """One line of the arrival book: the number of a document among those of its year.

    `source` is "auto", "hand" or "stamp". `warnings` are what was odd when it was entered:
    "repeat", "gap", "before_issue". A line stays when its document goes, so that its number is
    not used again.
    """

    __tablename__ = "arrivals"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    year: Mapped[int]
    number: Mapped[int]
    arrived_on: Mapped[date]
    document_id: Mapped[int | None] = mapped_column(
        ForeignKey(Document.id, ondelete="SET NULL"), unique=True
    )
    source: Mapped[str] = mapped_column(Text)
    warnings: Mapped[list[str]] = mapped_column(ARRAY(Text))

    __table_args__ = (Index("arrivals_book", "year", "number", "id"),)


class OfficeProfile(Table):
    """The one office of the store: its names, the organ above it, the organs that groups mean.

    `learned` are those of its names that were read off its stamps; `refused` those that a person
    took off, which are not learned again.
    """

    __tablename__ = "office"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    names: Mapped[list[str]] = mapped_column(ARRAY(Text))
    learned: Mapped[list[str]] = mapped_column(ARRAY(Text))
    refused: Mapped[list[str]] = mapped_column(ARRAY(Text))
    parent: Mapped[str | None] = mapped_column(Text)
    members: Mapped[list[str]] = mapped_column(ARRAY(Text))
