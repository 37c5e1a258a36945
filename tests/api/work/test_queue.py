import io
import threading
import time
from types import SimpleNamespace

import pytest
from sqlalchemy import text

from api.errors import Problem
from api.store.database import libpq_url
from api.work.pool import Stopped
from api.work.queue import make_worker_app, running_worker


def wait_until(condition, seconds=20):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def jobs(engine):
    with engine.connect() as connection:
        # The periodic look for stalled jobs is a job too, and may stand on the list at any time.
        query = "SELECT status FROM procrastinate_jobs WHERE task_name = 'read_document'"
        return connection.scalars(text(query)).all()


NOTHING = dict.fromkeys(("remind", "deliver", "judge"), lambda: None)


@pytest.fixture
def document(intake):
    return intake.receive(io.BytesIO(b"number: 1/KH\fsubject: X"), "a.txt")[0]


@pytest.fixture
def work(engine):
    def run(read, stop=lambda: None):
        work = SimpleNamespace(read=read, read_anew=read, **NOTHING)
        app = make_worker_app(libpq_url(engine), work)
        return running_worker(app, 2, stop)

    return run


def test_a_worker_reads_what_waits(intake, document, work):
    with work(intake.read):
        wait_until(lambda: intake.documents.get(document.id).state == "ready")


def test_a_worker_hears_of_new_documents(intake, work):
    with work(intake.read):
        document, _ = intake.receive(io.BytesIO(b"number: 2/KH"), "b.txt")
        wait_until(lambda: intake.documents.get(document.id).state == "ready")


def test_a_job_that_was_stopped_waits_for_the_next_worker(engine, intake, document, work):
    started, stopped = threading.Event(), threading.Event()

    def read(document_id):
        assert document_id == document.id
        started.set()
        stopped.wait(20)
        raise Stopped

    with work(read, stop=stopped.set):
        assert started.wait(20)
    assert jobs(engine) == ["todo"]
    with work(intake.read):
        wait_until(lambda: intake.documents.get(document.id).state == "ready")


def test_a_job_that_fails_is_tried_again_until_its_document_is_quarantined(
    intake, document, work, runner, monkeypatch
):
    monkeypatch.setattr("api.work.queue.RETRY_SECONDS", 0)
    runner.fails_at, runner.problem = "understand", Problem(code="internal_error")
    with work(intake.read):
        wait_until(lambda: intake.documents.get(document.id).state == "failed")
    assert runner.steps.count("understand") == 3


def test_a_job_of_a_worker_that_died_is_taken_up(engine, intake, document, work, monkeypatch):
    monkeypatch.setattr("api.work.queue.STALLED_AFTER_SECONDS", 1)
    with engine.begin() as connection:
        connection.execute(
            text(
                "WITH dead AS (INSERT INTO procrastinate_workers (last_heartbeat)"
                " VALUES (now() - interval '1 hour') RETURNING id)"
                " UPDATE procrastinate_jobs SET status = 'doing',"
                " worker_id = (SELECT id FROM dead)"
            )
        )
    with work(intake.read):
        wait_until(lambda: intake.documents.get(document.id).state == "ready", 30)
