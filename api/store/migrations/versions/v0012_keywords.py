"""Keywords of search entries; those of documents read before come with their next reading."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    words = postgresql.ARRAY(sa.Text)
    op.add_column(
        "search_entries", sa.Column("keywords", words, nullable=False, server_default="{}")
    )
