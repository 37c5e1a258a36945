"""The first tables: documents with their pages and tasks, search, refusals."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NOW = sa.text("now()")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables."""
    _create_documents()
    _create_pages()
    _create_tasks()
    _create_search()
    op.create_table(
        "refusals",
        sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True),
        sa.Column("refused_at", MOMENT, nullable=False, server_default=NOW),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("level", sa.Text),
    )


def _document_id(*, is_key: bool) -> sa.Column[int]:
    owner = sa.ForeignKey("documents.id", ondelete="CASCADE")
    return sa.Column("document_id", sa.BigInteger, owner, primary_key=is_key, nullable=False)


def _create_documents() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True),
        sa.Column("sha256", sa.Text, nullable=False, unique=True),
        sa.Column("file_name", sa.Text, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("pages", sa.Integer, nullable=False),
        sa.Column("pages_done", sa.Integer, nullable=False, server_default="0"),
        sa.Column("state", sa.Text, nullable=False, server_default="waiting"),
        sa.Column("error_code", sa.Text),
        sa.Column("error_detail", sa.Text),
        sa.Column("received_at", MOMENT, nullable=False, server_default=NOW),
        sa.Column("read_at", MOMENT),
        *(sa.Column(name, sa.Text) for name in ("number", "type", "issuer", "place")),
        sa.Column("issued_on", sa.Date),
        *(sa.Column(name, sa.Text) for name in ("subject", "urgency", "arrival_number")),
        sa.Column("arrival_date", sa.Date),
        sa.Column("record", postgresql.JSONB),
        sa.CheckConstraint(
            "state IN ('waiting', 'reading', 'ready', 'failed')", "documents_state"
        ),
    )
    op.create_index("documents_newest", "documents", ["received_at", "id"])
    op.create_index("documents_issued_on", "documents", ["issued_on"])


def _create_pages() -> None:
    op.create_table(
        "pages",
        _document_id(is_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("width", sa.Float, nullable=False),
        sa.Column("height", sa.Float, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("reading", postgresql.JSONB, nullable=False),
    )


def _create_tasks() -> None:
    op.create_table(
        "tasks",
        sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True),
        _document_id(is_key=False),
        sa.Column("directive", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("lead", postgresql.ARRAY(sa.Text), nullable=False),
        sa.Column("support", postgresql.ARRAY(sa.Text), nullable=False),
        sa.Column("deadline", sa.Date),
        *(sa.Column(name, sa.Text) for name in ("deadline_text", "deadline_operator")),
        *(sa.Column(name, sa.Text) for name in ("recurrence", "report_to", "deliverable")),
        sa.Column("section", postgresql.ARRAY(sa.Text), nullable=False),
        sa.Column("units", sa.Text, nullable=False),
        sa.Column("page", sa.Integer),
        *(sa.Column(name, sa.Text) for name in ("number", "issuer")),
    )
    op.create_index(
        "tasks_of_document", "tasks", ["document_id", "directive", "position"], unique=True
    )
    op.create_index("tasks_deadline", "tasks", ["deadline", "id"])


def _create_search() -> None:
    op.create_table(
        "search_entries",
        _document_id(is_key=True),
        sa.Column("head", postgresql.TSVECTOR, nullable=False),
        sa.Column("body", postgresql.TSVECTOR, nullable=False),
    )
    for column in ("head", "body"):
        op.create_index(
            f"search_entries_{column}", "search_entries", [column], postgresql_using="gin"
        )
    op.create_table(
        "number_entries",
        _document_id(is_key=True),
        sa.Column("role", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
    )
    op.create_index(
        "number_entries_key",
        "number_entries",
        ["key"],
        postgresql_ops={"key": "text_pattern_ops"},
    )
