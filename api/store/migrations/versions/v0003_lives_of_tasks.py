"""Tasks as a life, and the arrival book."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TEXTS = postgresql.ARRAY(sa.Text)


def upgrade() -> None:
    """Add the columns and the book; tasks that are there wait for the clerk."""
    for column in (
        sa.Column("confidence", sa.Float),
        sa.Column("state", sa.Text, nullable=False, server_default="proposed"),
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
        sa.Column("occurrence", sa.Integer, nullable=False, server_default="0"),
        sa.Column("due_on", sa.Date),
        sa.Column("due_source", sa.Text),
        *(sa.Column(name, sa.Text) for name in ("owner_unit", "owner_person", "answer_number")),
        _document("answer_id"),
        sa.Column("reminded_for", sa.Date),
        sa.Column("corrected", TEXTS, nullable=False, server_default="{}"),
    ):
        op.add_column("tasks", column)
    op.execute(
        "UPDATE tasks SET due_on = deadline, due_source = 'document' WHERE deadline IS NOT NULL"
    )
    op.create_check_constraint(
        "tasks_state",
        "tasks",
        "state IN ('proposed', 'accepted', 'in_progress', 'done', 'returned')",
    )
    op.drop_index("tasks_of_document", "tasks")
    place = ["document_id", "directive", "position", "occurrence"]
    op.create_index("tasks_of_document", "tasks", place)
    op.create_index("tasks_due", "tasks", ["due_on", "id"])
    op.create_index("tasks_of_answer", "tasks", ["answer_id"])
    _create_arrivals()


def _document(name: str, *, is_unique: bool = False) -> sa.Column[int]:
    owner = sa.ForeignKey("documents.id", ondelete="SET NULL")
    return sa.Column(name, sa.BigInteger, owner, unique=is_unique)


def _create_arrivals() -> None:
    op.create_table(
        "arrivals",
        sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("arrived_on", sa.Date, nullable=False),
        _document("document_id", is_unique=True),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("warnings", TEXTS, nullable=False),
    )
    op.create_index("arrivals_book", "arrivals", ["year", "number", "id"])
