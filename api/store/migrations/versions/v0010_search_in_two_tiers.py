"""Search entries without positions, the vocabulary, and saved searches.

Entries are made anew from records and texts when the store is opened (`api.store.rebuild`).
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Put the new tables in the place of the old."""
    op.drop_table("number_entries")
    op.drop_table("search_entries")
    _create_entries()
    op.create_table(
        "search_words",
        sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True),
        sa.Column("word", sa.Text, nullable=False, unique=True),
    )
    op.create_table(
        "saved_searches",
        sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True),
        sa.Column("name", sa.Text, nullable=False, unique=True),
        sa.Column("query", sa.Text, nullable=False),
        sa.Column("sort", sa.Text, nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            nullable=False,
            server_default=sa.text("now()"),
        ),
    )


def _create_entries() -> None:
    owner = sa.ForeignKey("documents.id", ondelete="CASCADE")
    op.create_table(
        "search_entries",
        sa.Column("document_id", sa.BigInteger, owner, primary_key=True, nullable=False),
        sa.Column("version", sa.SmallInteger, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("type", "issuer")),
        sa.Column("head", postgresql.TSVECTOR, nullable=False),
        sa.Column("body", postgresql.TSVECTOR, nullable=False),
    )
    for column in ("head", "body"):
        op.create_index(
            f"search_entries_{column}",
            "search_entries",
            [column],
            postgresql_using="gin",
            postgresql_with={"fastupdate": "off"},
        )
    op.create_index("search_entries_day", "search_entries", ["day"])
