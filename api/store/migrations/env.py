"""How Alembic reaches the database: over the connection, and in the transaction, of its caller."""

from alembic import context

import api.store.graph.tables
import api.store.search.tables  # noqa: F401 - makes its tables known
from api.store.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    transaction_per_migration=False,
)
context.run_migrations()
