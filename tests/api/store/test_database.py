import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from api.errors import Problem
from api.settings import Settings
from api.store.database import libpq_url, open_database, upgrade
from api.store.tables import Table


def is_ours(_object, name, kind, _reflected, _compared):
    return kind != "table" or not name.startswith(("procrastinate_", "job_migrations"))


def test_migrations_make_exactly_the_tables_that_the_code_knows(engine):
    with engine.connect() as connection:
        options = {"include_object": is_ours, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Table.metadata) == []


def test_upgrading_what_is_up_to_date_changes_nothing(engine):
    upgrade(engine)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM alembic_version")) == 1


def test_an_address_of_any_driver_is_taken(engine, settings):
    with open_database(settings) as other:
        assert libpq_url(other) == libpq_url(engine)
        assert libpq_url(other).startswith("postgresql://")


def test_a_server_that_does_not_answer_is_told(tmp_path):
    settings = Settings(database_url=f"postgresql://nobody@/x?host={tmp_path}", data_dir=tmp_path)
    with pytest.raises(Problem) as caught, open_database(settings):
        pass
    assert caught.value.code == "database_unavailable"
