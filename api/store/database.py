"""The database behind the store: where it is, its engine, and its schema brought up to date."""

import contextlib
from collections.abc import Iterator
from importlib import resources
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from procrastinate.schema import SchemaManager
from sqlalchemy import Connection, Engine, create_engine, inspect, text
from sqlalchemy.exc import OperationalError

from api.errors import Problem
from api.settings import Settings
from api.store.cluster import Cluster
from api.store.rebuild import rebuild_stale

# Any number of our own: whoever holds it brings the schema up to date, others wait.
SCHEMA_LOCK = 2_873_210


@contextlib.contextmanager
def open_database(settings: Settings) -> Iterator[Engine]:
    """An engine on a database with the newest schema; a private cluster is kept running meanwhile.

    Raises:
        Problem: database_unavailable.
    """
    with contextlib.ExitStack() as stack:
        url = settings.database_url or stack.enter_context(Cluster.at(settings.data_dir).use())
        engine = connect(url)
        stack.callback(engine.dispose)
        try:
            upgrade(engine)
            rebuild_stale(engine)
        except OperationalError as error:
            raise Problem(code="database_unavailable") from error
        yield engine


def connect(url: str) -> Engine:
    """An engine for a postgresql:// address; its connections are checked before use."""
    _, _, rest = url.partition("://")
    return create_engine(
        f"postgresql+psycopg://{rest}", pool_pre_ping=True, pool_size=10, max_overflow=20
    )


def libpq_url(engine: Engine) -> str:
    """The address of the engine's database as libpq and Procrastinate take it."""
    return engine.url.set(drivername="postgresql").render_as_string(hide_password=False)


def upgrade(engine: Engine) -> None:
    """Bring the schema up to date: our tables by Alembic, the jobs' by Procrastinate's scripts."""
    config = make_config()
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": SCHEMA_LOCK})
        upgrade_jobs(connection)
        head = ScriptDirectory.from_config(config).get_current_head()
        if MigrationContext.configure(connection).get_current_revision() != head:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


def make_config() -> Config:
    """How Alembic finds our migrations."""
    config = Config()
    config.set_main_option("script_location", "api.store:migrations")
    return config


def upgrade_jobs(connection: Connection) -> None:
    """Bring the tables of the jobs up to date by Procrastinate's scripts, each run once."""
    folder = resources.files("procrastinate") / "sql" / "migrations"
    migrations = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    if inspect(connection).has_table("job_migrations"):
        done = set(connection.scalars(text("SELECT name FROM job_migrations")))
        scripts = [(folder / name).read_text("utf-8") for name in migrations if name not in done]
    else:
        connection.execute(text("CREATE TABLE job_migrations (name text PRIMARY KEY)"))
        done, scripts = set[str](), [SchemaManager.get_schema()]
    for script in scripts:
        _execute_script(connection, script)
    fresh: list[dict[str, Any]] = [{"name": name} for name in migrations if name not in done]
    if fresh:
        connection.execute(text("INSERT INTO job_migrations (name) VALUES (:name)"), fresh)


def _execute_script(connection: Connection, script: str) -> None:
    raw = connection.connection.cursor()
    try:
        raw.execute(script)
    finally:
        raw.close()
