"""One desk: the store, the readers and the list of jobs, opened together and closed together."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Engine

from api.clock import read_today
from api.errors import Problem
from api.settings import Settings
from api.store.arrivals import Arrivals
from api.store.audit import Audit
from api.store.corrections import Change, Corrections
from api.store.database import libpq_url, open_database
from api.store.documents import Documents
from api.store.graph.graph import Graph
from api.store.lives import Policy
from api.store.offices import Offices
from api.store.originals import Originals
from api.store.search.finder import Finder
from api.store.tasks import Tasks
from api.store.webhooks import Webhooks
from api.work.intake import Intake
from api.work.pool import Pool
from api.work.queue import Queue, make_worker_app, running_worker
from api.work.reader import Reader, Runner
from api.work.webhooks import deliver

MakeRunner = Callable[[int, int], Runner]


@dataclass(frozen=True, slots=True)
class Desk:
    """All that routes and commands work with."""

    settings: Settings
    engine: Engine
    documents: Documents
    tasks: Tasks
    corrections: Corrections
    arrivals: Arrivals
    audit: Audit
    webhooks: Webhooks
    finder: Finder
    originals: Originals
    runner: Runner
    reader: Reader
    intake: Intake

    def read(self, document_id: int) -> None:
        """Read a document that was taken in."""
        self.intake.read(document_id)

    def read_anew(self, document_id: int) -> None:
        """Read a document anew, and keep that for someone to accept."""
        document = self.documents.require(document_id)
        self.corrections.propose(document_id, *self.intake.read_anew(document))

    def compare_anew(self, document_id: int) -> list[Change]:
        """What a reading by this version would change; kept for someone to accept, if anything.

        Raises:
            Problem: not_found, not_ready, or the document cannot be read.
        """
        if self.documents.require(document_id).state != "ready":
            raise Problem(code="not_ready")
        self.read_anew(document_id)
        changes = self.corrections.proposed(document_id)
        if not changes:
            self.corrections.drop(document_id)
        return changes

    def remind(self) -> None:
        """Remind of tasks that are due within the days that the office set."""
        today = read_today()
        self.tasks.remind(today, today + timedelta(days=self.settings.remind_days))

    def deliver(self) -> None:
        """Tell webhooks what is due."""
        deliver(self.webhooks)

    def judge(self) -> None:
        """Learn what the office is called, and tell which tasks are its own."""
        self.offices.judge()

    @property
    def graph(self) -> Graph:
        """The graph of documents."""
        return Graph(self.engine)

    @property
    def offices(self) -> Offices:
        """The office that reads."""
        return Offices(self.engine)

    @contextlib.contextmanager
    def working(self) -> Iterator[None]:
        """Read documents that wait, meanwhile."""
        url = libpq_url(self.engine)
        app = make_worker_app(url, self)
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
        contextlib.closing(Finder(engine)) as finder,
    ):
        policy = Policy(settings.accept_confidence, settings.term_days)
        documents = Documents(engine, policy)
        originals = Originals(settings.data_dir, settings.storage_url)
        originals.sweep()
        intake = Intake(settings, originals, documents, reader, Queue())
        yield Desk(
            settings,
            engine,
            documents,
            Tasks(engine),
            Corrections(engine, policy),
            Arrivals(engine),
            Audit(engine),
            Webhooks(engine),
            finder,
            originals,
            runner,
            reader,
            intake,
        )
