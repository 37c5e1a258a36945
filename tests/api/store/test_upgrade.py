"""A store of the first release, brought forward with all that it holds."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import text

from api.settings import Settings
from api.store.database import (
    connect,
    libpq_url,
    make_config,
    open_database,
    upgrade,
    upgrade_jobs,
)
from api.store.documents import Documents
from api.store.graph.graph import Graph
from api.store.originals import Originals
from api.store.search.finder import Finder
from api.store.tasks import Tasks
from api.work.intake import Intake
from api.work.queue import Queue
from api.work.reader import Reader

HELD = (Path(__file__).parent / "first_release.sql").read_text("utf-8")


@pytest.fixture
def old(database_url):
    """A database of its own with the tables and the data of the first release."""
    server = connect(database_url)
    with server.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CREATE DATABASE first_release"))
    engine = connect(database_url.replace("/postgres?", "/first_release?"))
    with engine.begin() as connection:
        upgrade_jobs(connection)
        config = make_config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.exec_driver_sql(HELD.replace("%", "%%"))
    yield engine
    engine.dispose()
    with server.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("DROP DATABASE first_release WITH (FORCE)"))
    server.dispose()


def test_a_store_of_the_first_release_comes_forward_with_its_data(old, settings, runner):
    upgrade(old)
    documents, tasks = Documents(old), Tasks(old)
    ready, waiting, failed = sorted(documents.newest(), key=lambda row: row.sha256)
    assert (ready.number, ready.arrival_number, ready.version) == ("12/KH-UBND", "0210", 1)
    assert documents.record(ready.id)["tasks"][0]["action"] == "báo cáo kết quả"
    (task,) = tasks.of(ready.id)
    assert (task.state, task.due_on, task.due_source) == (
        "proposed",
        date(2024, 12, 20),
        "document",
    )
    assert tasks.change(task.id, {"state": "accepted"}, 1).state == "accepted"
    assert failed.state == "failed"
    with closing(Reader(runner, settings)) as reader:
        intake = Intake(settings, Originals(settings.data_dir), documents, reader, Queue())
        intake.read(waiting.id)
    assert documents.get(waiting.id).number == "9/CV-UBND"
    with old.connect() as connection:
        assert connection.scalar(text("SELECT level FROM refusals")) == "MẬT"


@pytest.fixture
def opened(old):
    """The same database, as a desk of today opens it."""
    with open_database(Settings(database_url=libpq_url(old))) as engine:
        yield engine


def test_what_the_first_release_held_is_found_after(opened):
    with closing(Finder(opened)) as finder:
        for words in ("trồng cây", "trong cay", "12/kh ubnd", "loại:KH", "viện dẫn:9/CV-UBND"):
            found = finder.find(words).hits
            assert [hit.document.number for hit in found] == ["12/KH-UBND"], words
        assert finder.find("số hóa").hits == ()


def test_what_the_first_release_held_is_bound_to_what_it_cites(opened, settings, runner):
    documents, graph = Documents(opened), Graph(opened)
    ready, waiting, _ = sorted(documents.newest(), key=lambda row: row.sha256)
    (ghost,) = graph.relations(ready.id).cites
    assert (ghost.relation, ghost.node.number) == ("implements", "9/CV-UBND")
    assert ghost.node.document_id is None
    with closing(Reader(runner, settings)) as reader:
        Intake(settings, Originals(settings.data_dir), documents, reader, Queue()).read(waiting.id)
    (cited,) = graph.relations(ready.id).cites
    assert cited.node.document_id == waiting.id
    (citing,) = graph.relations(waiting.id).cited_by
    assert citing.node.document_id == ready.id
