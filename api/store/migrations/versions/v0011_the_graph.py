"""Directives and what they cite; filled from records when the store is opened."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    _create_directives()
    _create_citations()


def _create_directives() -> None:
    owner = sa.ForeignKey("documents.id", ondelete="CASCADE")
    op.create_table(
        "directives",
        sa.Column("document_id", sa.BigInteger, owner, primary_key=True, nullable=False),
        sa.Column("directive", sa.Integer, primary_key=True, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("key", "title_key", "number", "type", "issuer")),
        sa.Column("issued_on", sa.Date),
        sa.Column("subject", sa.Text),
        sa.Column("likeness", postgresql.ARRAY(sa.Text), nullable=False),
    )
    op.create_index("directives_key", "directives", ["key"])
    op.create_index("directives_title_key", "directives", ["title_key"])
    op.create_index("directives_likeness", "directives", ["likeness"], postgresql_using="gin")


def _create_citations() -> None:
    owner = sa.ForeignKey("documents.id", ondelete="CASCADE")
    target = sa.ForeignKey("documents.id", ondelete="SET NULL")
    op.create_table(
        "citations",
        sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True),
        sa.Column("document_id", sa.BigInteger, owner, nullable=False),
        sa.Column("directive", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("relation", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("key", "number", "type", "issuer")),
        sa.Column("issued_on", sa.Date),
        sa.Column("title", sa.Text),
        sa.Column("target_id", sa.BigInteger, target),
        sa.Column("target_directive", sa.Integer),
        sa.Column("is_certain", sa.Boolean, nullable=False, server_default="false"),
    )
    columns = ["document_id", "directive", "position"]
    op.create_index("citations_of_document", "citations", columns, unique=True)
    op.create_index("citations_key", "citations", ["key"])
    op.create_index("citations_target", "citations", ["target_id"])
