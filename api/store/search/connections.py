"""The connections of the search."""

from typing import Any

from sqlalchemy import Engine, create_engine, event


def connect_search(engine: Engine) -> Engine:
    """An engine on the same database, for questions of the search alone.

    Each statement is a transaction of its own. Tables are not read from end to end: to look into
    all vectors takes longest, which PostgreSQL does not know.
    """
    search = create_engine(engine.url, pool_pre_ping=True, isolation_level="AUTOCOMMIT")

    @event.listens_for(search, "connect")
    def prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - psycopg's
        with connection.cursor() as cursor:
            cursor.execute("SET enable_seqscan = off")
        connection.commit()

    return search
