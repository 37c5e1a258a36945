"""The tables of the graph, made from records."""

from datetime import date

from sqlalchemy import BigInteger, ForeignKey, Identity, Index, Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from api.store.tables import Document, Table


class DirectiveNode(Table):
    """A directive of a document, 0 for the first, and what it may be cited by.

    `key` is its number in canonical spelling; `title_key` that of a law by its name. `likeness`
    are sketches of its subject: directives of like subjects share some.
    """

    __tablename__ = "directives"

    document_id: Mapped[int] = mapped_column(
        ForeignKey(Document.id, ondelete="CASCADE"), primary_key=True
    )
    directive: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str | None] = mapped_column(Text)
    title_key: Mapped[str | None] = mapped_column(Text)
    number: Mapped[str | None] = mapped_column(Text)
    type: Mapped[str | None] = mapped_column(Text)
    issuer: Mapped[str | None] = mapped_column(Text)
    issued_on: Mapped[date | None]
    subject: Mapped[str | None] = mapped_column(Text)
    likeness: Mapped[list[str]] = mapped_column(ARRAY(Text))

    __table_args__ = (
        Index("directives_key", "key"),
        Index("directives_title_key", "title_key"),
        Index("directives_likeness", "likeness", postgresql_using="gin"),
    )


class Citation(Table):
    """That a directive cites a document; `target_id` is None while that is not here (a ghost).

    `is_certain`: number and date or issuer agree, else the number alone does.
    """

    __tablename__ = "citations"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey(Document.id, ondelete="CASCADE"))
    directive: Mapped[int]
    position: Mapped[int]
    relation: Mapped[str] = mapped_column(Text)
    key: Mapped[str | None] = mapped_column(Text)
    number: Mapped[str | None] = mapped_column(Text)
    type: Mapped[str | None] = mapped_column(Text)
    issuer: Mapped[str | None] = mapped_column(Text)
    issued_on: Mapped[date | None]
    title: Mapped[str | None] = mapped_column(Text)
    target_id: Mapped[int | None] = mapped_column(ForeignKey(Document.id, ondelete="SET NULL"))
    target_directive: Mapped[int | None]
    is_certain: Mapped[bool] = mapped_column(default=False, server_default="false")

    __table_args__ = (
        Index("citations_of_document", "document_id", "directive", "position", unique=True),
        Index("citations_key", "key"),
        Index("citations_target", "target_id"),
    )
