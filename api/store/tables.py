"""The tables of the store. Their words are the contract's."""

from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import BigInteger, DateTime, ForeignKey, Identity, Index, Text, func
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

State = Literal["waiting", "reading", "ready", "failed"]


class Table(DeclarativeBase):
    """The root of all tables."""


class Document(Table):
    """One kept file and what was read of it.

    `record` is the contract's record, None until `state` is "ready"; the columns from `number`
    to `arrival_date` are taken from it for lists and filters. `error_code` and `error_detail`
    tell why the state is "failed".
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
    record: Mapped[dict[str, Any] | None] = mapped_column(JSONB, deferred=True)

    __table_args__ = (
        Index("documents_newest", "received_at", "id"),
        Index("documents_issued_on", "issued_on"),
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
    """One item of `tasks` of a record.

    `directive` is 0 for the first document of the file, then counts the enclosed ones. `units` are
    the folded names of all that lead or support it. `number` and `issuer` are the document's.
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

    __table_args__ = (
        Index("tasks_of_document", "document_id", "directive", "position", unique=True),
        Index("tasks_deadline", "deadline", "id"),
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
