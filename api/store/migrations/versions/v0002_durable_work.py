"""Durable work: audit, attempts, versions, duplicates, corrections, proposals of new readings."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NOW = sa.text("now()")
MOMENT = sa.DateTime(timezone=True)
NUMBERS = postgresql.ARRAY(sa.BigInteger)


def upgrade() -> None:
    """Add the columns and tables."""
    op.add_column(
        "documents", sa.Column("attempts", sa.Integer, nullable=False, server_default="0")
    )
    op.add_column(
        "documents", sa.Column("version", sa.Integer, nullable=False, server_default="1")
    )
    _create_audit()
    _create_duplicates()
    op.create_table(
        "proposals",
        _document("document_id", is_key=True),
        sa.Column("made_at", MOMENT, nullable=False, server_default=NOW),
        sa.Column("record", postgresql.JSONB, nullable=False),
        sa.Column("readings", postgresql.JSONB, nullable=False),
    )
    op.create_table(
        "corrections",
        _document("document_id", is_key=True),
        sa.Column("path", sa.Text, primary_key=True),
        sa.Column("value", postgresql.JSONB, nullable=False),
    )


def _document(name: str, *, is_key: bool) -> sa.Column[int]:
    owner = sa.ForeignKey("documents.id", ondelete="CASCADE")
    return sa.Column(name, sa.BigInteger, owner, primary_key=is_key, nullable=not is_key)


def _create_audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True),
        sa.Column("at", MOMENT, nullable=False, server_default=NOW),
        sa.Column("actor", sa.Text),
        sa.Column("action", sa.Text, nullable=False),
        _document("document_id", is_key=False),
        sa.Column("task_id", sa.BigInteger),
        sa.Column("detail", postgresql.JSONB, nullable=False, server_default="{}"),
    )
    op.create_index("audit_of_document", "audit", ["document_id", "id"])
    op.create_index("audit_of_task", "audit", ["task_id", "id"])


def _create_duplicates() -> None:
    op.create_table(
        "signatures",
        _document("document_id", is_key=True),
        sa.Column("key", sa.Text),
        sa.Column("hashes", NUMBERS, nullable=False),
        sa.Column("bands", NUMBERS, nullable=False),
    )
    op.create_index("signatures_key", "signatures", ["key"])
    op.create_index("signatures_bands", "signatures", ["bands"], postgresql_using="gin")
    op.create_table(
        "duplicates",
        _document("document_id", is_key=True),
        _document("other_id", is_key=True),
        sa.Column("reason", sa.Text, primary_key=True),
    )
    op.create_index("duplicates_of_other", "duplicates", ["other_id"])
