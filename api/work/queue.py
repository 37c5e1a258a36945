"""The list of jobs, in the same database as the documents, and the worker that goes through it."""

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable, Iterator
from typing import Final, Protocol

from procrastinate import (
    App,
    BaseRetryStrategy,
    PsycopgConnector,
    RetryDecision,
    SyncPsycopgConnector,
)
from procrastinate.jobs import Job, Status
from sqlalchemy import Connection, select

from api.store.tables import Document
from api.work.pool import Stopped

log = logging.getLogger(__name__)

READ_DOCUMENT: Final = "read_document"
READ_ANEW: Final = "read_anew"
AFTER_OTHERS: Final = -10
PRIORITIES: Final = {"KHẨN": 10, "THƯỢNG KHẨN": 20, "HỎA TỐC": 30}
HEARTBEAT_SECONDS: Final = 5
STALLED_AFTER_SECONDS: Final = 20
STOP_SECONDS: Final = 20
RETRY_SECONDS: Final = 5
RECONNECT_SECONDS: Final = 2
POLL_SECONDS: Final = 0.1
LAST_ATTEMPT_ANEW: Final = 2


class Queue:
    """Puts jobs on the list."""

    def __init__(self) -> None:
        """Need nothing: each job goes over the connection of its caller."""
        self._app = App(connector=SyncPsycopgConnector())

    def put(self, connection: Connection, document_id: int) -> None:
        """Have a document read, the urgent before others; in the transaction of `connection`."""
        urgency = connection.scalar(select(Document.urgency).where(Document.id == document_id))
        self._defer(connection, READ_DOCUMENT, document_id, PRIORITIES.get(urgency or "", 0))

    def put_again(self, connection: Connection, document_id: int) -> None:
        """Have a document read anew, after all others; in the transaction of `connection`."""
        self._defer(connection, READ_ANEW, document_id, AFTER_OTHERS)

    def _defer(self, connection: Connection, task: str, document_id: int, priority: int) -> None:
        raw = connection.connection.driver_connection
        job = self._app.configure_task(task, connection=raw, priority=priority)
        job.defer(document_id=document_id)


class RetryStrategy(BaseRetryStrategy):
    """A stopped job goes on as soon as it can; one that failed is tried again, later each time."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """When to try again; the document itself knows when it has been tried too often."""
        if isinstance(exception, Stopped):
            return RetryDecision(retry_in={"seconds": 0})
        if job.task_name == READ_ANEW and job.attempts >= LAST_ATTEMPT_ANEW:
            return None
        return RetryDecision(retry_in={"seconds": RETRY_SECONDS * 4 ** min(job.attempts, 4)})


class Work(Protocol):
    """What a worker does, as `api.work.desk.Desk` has it."""

    def read(self, document_id: int) -> None:
        """Read a document that was taken in."""
        ...

    def read_anew(self, document_id: int) -> None:
        """Read a document anew, for someone to accept."""
        ...

    def remind(self) -> None:
        """Remind of tasks that are due soon."""
        ...

    def deliver(self) -> None:
        """Tell webhooks what is due."""
        ...

    def judge(self) -> None:
        """Tell which tasks are the office's own, where that may have changed."""
        ...


def make_worker_app(url: str, work: Work) -> App:
    """The jobs of a worker."""
    app = App(connector=PsycopgConnector(conninfo=url))
    app.task(name=READ_DOCUMENT, retry=RetryStrategy())(work.read)
    app.task(name=READ_ANEW, retry=RetryStrategy())(work.read_anew)

    @app.periodic(cron="* * * * * */10")
    @app.task(name="free_stalled", queueing_lock="free_stalled")
    async def free_stalled(timestamp: int) -> None:
        log.debug("looking for stalled jobs, as due at %d", timestamp)
        stalled = await app.job_manager.get_stalled_jobs(
            seconds_since_heartbeat=STALLED_AFTER_SECONDS
        )
        for job in stalled:
            if job.task_name in {READ_DOCUMENT, READ_ANEW}:
                await app.job_manager.retry_job(job)
            else:  # falls due again by itself
                await app.job_manager.finish_job(job, Status.FAILED, delete_job=True)

    @app.periodic(cron="*/10 * * * *")
    @app.task(name="remind", queueing_lock="remind")
    def remind(timestamp: int) -> None:
        log.debug("looking for tasks that are due soon, as due at %d", timestamp)
        work.remind()

    @app.periodic(cron="* * * * * */5")
    @app.task(name="deliver", queueing_lock="deliver")
    def deliver(timestamp: int) -> None:
        log.debug("telling webhooks, as due at %d", timestamp)
        work.deliver()

    @app.periodic(cron="* * * * * */10")
    @app.task(name="judge", queueing_lock="judge")
    def judge(timestamp: int) -> None:
        log.debug("looking for tasks that may be ours, as due at %d", timestamp)
        work.judge()

    return app


@contextlib.contextmanager
def running_worker(app: App, concurrency: int, stop: Callable[[], None]) -> Iterator[None]:
    """Go through the list of jobs in a thread meanwhile; `stop` makes running jobs end."""
    worker = _WorkerThread(app, concurrency)
    worker.start()
    try:
        yield
    finally:
        stop()
        worker.stop()
        worker.join()


class _WorkerThread(threading.Thread):
    """An event loop of its own for Procrastinate's worker."""

    def __init__(self, app: App, concurrency: int) -> None:
        super().__init__(name="worker", daemon=True)
        self._app = app
        self._concurrency = concurrency
        self._stopped = threading.Event()

    def run(self) -> None:
        """Work until told to stop, also when the database was away for a while."""
        while not self._stopped.is_set():
            try:
                asyncio.run(self._go())
            except Exception:
                log.exception("the worker lost the database, and tries again")
                self._stopped.wait(RECONNECT_SECONDS)

    def stop(self) -> None:
        """Take no further job."""
        self._stopped.set()

    async def _go(self) -> None:
        async with self._app.open_async():
            work = asyncio.create_task(self._work())
            while not (self._stopped.is_set() or work.done()):
                await asyncio.wait({work}, timeout=POLL_SECONDS)
            work.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await work

    async def _work(self) -> None:
        await self._app.run_worker_async(
            concurrency=self._concurrency,
            install_signal_handlers=False,
            delete_jobs="successful",
            fetch_job_polling_interval=2,
            update_heartbeat_interval=HEARTBEAT_SECONDS,
            stalled_worker_timeout=STALLED_AFTER_SECONDS,
            shutdown_graceful_timeout=STOP_SECONDS,
        )
