"""The office that reads, and which tasks are its own."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

# Of a record in which the office of the stamp does not wait for the clerk; a leaf may be bare.
STAMPS = """
UPDATE documents SET stamp_organ =
  CASE jsonb_typeof(record #> '{incoming,organisation}')
    WHEN 'object' THEN record #>> '{incoming,organisation,value}'
    ELSE record #>> '{incoming,organisation}'
  END
WHERE record IS NOT NULL
  AND NOT coalesce(record -> 'review' ? 'incoming.organisation', false)
"""


def upgrade() -> None:
    """Add the office, what is read off its stamps, and whose tasks they are."""
    names = postgresql.ARRAY(sa.Text)
    op.create_table(
        "office",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("names", names, nullable=False),
        sa.Column("learned", names, nullable=False),
        sa.Column("refused", names, nullable=False),
        sa.Column("parent", sa.Text),
        sa.Column("members", names, nullable=False),
    )
    op.execute(
        "INSERT INTO office (id, version, names, learned, refused, members)"
        " VALUES (1, 1, '{}', '{}', '{}', '{}')"
    )
    op.add_column("documents", sa.Column("stamp_organ", sa.Text))
    op.add_column("documents", sa.Column("judged", sa.Integer, nullable=False, server_default="0"))
    op.add_column("tasks", sa.Column("ours", sa.Text))
    op.execute(STAMPS)
    op.create_index("documents_judged", "documents", ["judged"])
    op.create_index(
        "documents_stamped", "documents", ["id"], postgresql_where="stamp_organ IS NOT NULL"
    )
    op.create_index("tasks_ours", "tasks", ["due_on", "id"], postgresql_where="ours IS NOT NULL")
