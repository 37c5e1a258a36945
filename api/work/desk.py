"""One desk: the store, the readers and the list of jobs, opened together and closed together."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import Engine

from api.settings import Settings
from api.store.database import libpq_url, open_database
from api.store.documents import Documents
from api.store.graph.graph import Graph
from api.store.originals import Originals
from api.store.search.finder import Finder
from api.store.tasks import Tasks
from api.work.intake import Intake
from api.work.pool import Pool
from api.work.queue import Queue, make_worker_app, running_worker
from api.work.reader import Reader, Runner

MakeRunner = Callable[[int, int], Runner]


@dataclass(frozen=True, slots=True)
class Desk:
    """All that routes and commands work with."""

    settings: Settings
    engine: Engine
    documents: Documents
    tasks: Tasks
    finder: Finder
    originals: Originals
    runner: Runner
    reader: Reader
    intake: Intake

    @property
    def graph(self) -> Graph:
        """The graph of documents."""
        return Graph(self.engine)

    @contextlib.contextmanager
    def working(self) -> Iterator[None]:
        """Read documents that wait, meanwhile."""
        url = libpq_url(self.engine)
        app = make_worker_app(url, self.intake.read, self.intake.give_up)
        with running_worker(app, self.settings.workers, self.runner.close):
            yield


@contextlib.contextmanager
def open_desk(settings: Settings, make_runner: MakeRunner = Pool) -> Iterator[Desk]:
    """The desk of these settings; `make_runner` makes what reads files.

    Raises:
        Problem: database_unavailable.
    """
    with (
        open_database(settings) as engine,
        contextlib.closing(make_runner(settings.workers, settings.child_memory_bytes)) as runner,
        contextlib.closing(Reader(runner, settings)) as reader,
    ):
        documents, originals = Documents(engine), Originals(settings.data_dir)
        intake = Intake(settings, originals, documents, reader, Queue())
        yield Desk(
            settings,
            engine,
            documents,
            Tasks(engine),
            Finder(engine),
            originals,
            runner,
            reader,
            intake,
        )
