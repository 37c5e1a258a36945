from sqlalchemy import text

from api.store.search.connections import connect_search


def test_the_search_has_connections_of_its_own_that_read_no_table_from_end_to_end(engine):
    search = connect_search(engine)
    with search.connect() as connection, engine.connect() as other:
        assert connection.scalar(text("SHOW enable_seqscan")) == "off"
        assert other.scalar(text("SHOW enable_seqscan")) == "on"
    search.dispose()


def test_a_search_of_its_connections_is_no_open_transaction(engine):
    search = connect_search(engine)
    state = text("SELECT state FROM pg_stat_activity WHERE pid = :pid")
    with search.connect() as connection, engine.connect() as other:
        pid = connection.scalar(text("SELECT pg_backend_pid()"))
        assert other.scalar(state, {"pid": pid}) == "idle"
    search.dispose()
