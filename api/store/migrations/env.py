"""How Alembic reaches the database: over the connection, and in the transaction, of its caller."""

from alembic import context

from api.store.search.tables import SearchEntry

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SearchEntry.metadata,
    transaction_per_migration=False,
)
context.run_migrations()
