"""The tables of the search. All but the saved searches are made from records and texts."""

from datetime import date, datetime

from sqlalchemy import BigInteger, DateTime, ForeignKey, Identity, Index, SmallInteger, Text, func
from sqlalchemy.dialects.postgresql import ARRAY, TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from api.store.tables import Document, Table


class SearchEntry(Table):
    """What a document is found by.

    `head` holds lexemes of number, type, issuer, place and subject, `body` those of all its text
    as well; both hold its attributes (`api.store.search.entries`), and no positions. `day` is that
    of issue, else of receipt; by its year, `type`, `issuer` and `keywords` hits are divided.
    `version` is that of the code that made the entry.
    """

    __tablename__ = "search_entries"

    document_id: Mapped[int] = mapped_column(
        ForeignKey(Document.id, ondelete="CASCADE"), primary_key=True
    )
    version: Mapped[int] = mapped_column(SmallInteger)
    day: Mapped[date]
    type: Mapped[str | None] = mapped_column(Text)
    issuer: Mapped[str | None] = mapped_column(Text)
    head: Mapped[str] = mapped_column(TSVECTOR)
    body: Mapped[str] = mapped_column(TSVECTOR)
    keywords: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list, server_default="{}")

    __table_args__ = (
        Index(
            "search_entries_head",
            "head",
            postgresql_using="gin",
            postgresql_with={"fastupdate": "off"},
        ),
        Index(
            "search_entries_body",
            "body",
            postgresql_using="gin",
            postgresql_with={"fastupdate": "off"},
        ),
        Index("search_entries_day", "day"),
    )


class SearchWord(Table):
    """A folded syllable that some text holds."""

    __tablename__ = "search_words"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    word: Mapped[str] = mapped_column(Text, unique=True)


class SavedSearch(Table):
    """A question that is kept under a name."""

    __tablename__ = "saved_searches"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    name: Mapped[str] = mapped_column(Text, unique=True)
    query: Mapped[str] = mapped_column(Text)
    sort: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(
        DateTime(timezone=True), server_default=func.now()
    )
