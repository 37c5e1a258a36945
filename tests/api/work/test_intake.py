import io

import pytest
from sqlalchemy import text

from api.errors import Problem
from api.work.pool import Stopped

PLAN = "number: 12/KH-UBND\nsubject: Bình đẳng giới\ntask: báo cáo\nlead: Phòng Nội vụ".encode()


def receive(intake, content=PLAN, name="a.txt"):
    return intake.receive(io.BytesIO(content), name)


def kept_files(settings):
    return [path for path in settings.data_dir.rglob("*") if path.is_file()]


def count(engine, table):
    with engine.connect() as connection:
        return connection.scalar(text(f"SELECT count(*) FROM {table}"))  # noqa: S608


def test_a_received_file_is_kept_with_its_row_and_its_job(intake, engine, settings):
    document, is_new = receive(intake)
    assert is_new
    assert intake.originals.path(document.sha256).read_bytes() == PLAN
    assert kept_files(settings) == [intake.originals.path(document.sha256)]
    assert count(engine, "procrastinate_jobs") == 1
    assert document.pages_done == 1


def test_the_same_file_gives_the_same_document_without_reading_it(intake, runner, settings):
    first, _ = receive(intake)
    steps = list(runner.steps)
    second, is_new = receive(intake, name="khác.txt")
    assert (second.id, is_new) == (first.id, False)
    assert runner.steps == steps
    assert len(kept_files(settings)) == 1


def test_of_a_secret_document_nothing_is_kept_but_hash_and_level(intake, engine, settings):
    with pytest.raises(Problem) as caught:
        receive(intake, "MẬT\nnumber: 1/KH".encode())
    assert (caught.value.code, caught.value.level) == ("secret_document", "MẬT")
    assert kept_files(settings) == []
    assert count(engine, "documents") == 0
    assert count(engine, "refusals") == 1


def test_a_secret_document_behind_page_one_is_let_go_when_it_is_found(intake, engine, settings):
    document, _ = receive(intake, "cover\fsecrecy: TỐI MẬT".encode())
    intake.read(document.id)
    assert kept_files(settings) == []
    assert intake.documents.get(document.id) is None
    assert count(engine, "refusals") == 1
    assert count(engine, "pages") == 0


@pytest.mark.parametrize("step", ["inspect", "read", "find_marks"])
def test_a_file_that_cannot_be_read_leaves_nothing(intake, runner, settings, engine, step):
    runner.fails_at = step
    with pytest.raises(Problem):
        receive(intake)
    assert kept_files(settings) == []
    assert count(engine, "documents") == 0


def test_reading_goes_on_where_it_stood(intake, runner):
    document, _ = receive(intake, b"one\ftwo\fthree")
    runner.fails_at, runner.problem = "understand", Problem(code="internal_error")
    with pytest.raises(Problem):
        intake.read(document.id)
    assert runner.steps.count("read") == 3
    runner.fails_at = None
    intake.read(document.id)
    assert runner.steps.count("read") == 3
    assert intake.documents.get(document.id).state == "ready"


def test_a_document_that_cannot_be_read_says_why(intake, runner):
    document, _ = receive(intake, b"one\ftwo")
    runner.fails_at = "read"
    intake.read(document.id)
    row = intake.documents.get(document.id)
    assert (row.state, row.error_code) == ("failed", "page_timeout")
    assert row.error_detail.endswith(".")


def test_a_document_that_breaks_its_reading_three_times_is_quarantined(intake, runner):
    document, _ = receive(intake)
    runner.fails_at, runner.problem = "understand", Problem(code="internal_error")
    for _ in range(2):
        with pytest.raises(Problem):
            intake.read(document.id)
    intake.read(document.id)
    row = intake.documents.get(document.id)
    assert (row.state, row.error_code) == ("failed", "quarantined")


def test_a_document_whose_worker_dies_three_times_is_quarantined(intake):
    document, _ = receive(intake)
    for _ in range(3):
        assert intake.documents.start(document.id) is not None  # and the worker is killed
    assert intake.documents.start(document.id) is None
    assert intake.documents.get(document.id).error_code == "quarantined"


def test_a_page_that_was_kept_begins_the_count_anew(intake):
    document, _ = receive(intake, b"one\ftwo\fthree")
    for number in (2, 3):
        intake.documents.start(document.id)
        intake.documents.start(document.id)
        reading = {"number": number, "width": 1, "height": 1, "origin": "text", "lines": []}
        intake.documents.save_page(document.id, reading)
    assert intake.documents.start(document.id) is not None


def test_a_worker_that_is_told_to_stop_does_not_count(intake, runner):
    document, _ = receive(intake)
    runner.fails_at, runner.problem = "understand", Stopped()
    for _ in range(5):
        with pytest.raises(Stopped):
            intake.read(document.id)
    assert intake.documents.get(document.id).state == "waiting"


def test_a_document_that_failed_is_read_again_when_asked(intake, runner):
    document, _ = receive(intake)
    runner.fails_at = "understand"
    intake.read(document.id)
    runner.fails_at = None
    intake.documents.restart(document.id, intake.queue.put)
    intake.read(document.id)
    assert intake.documents.get(document.id).state == "ready"
    with pytest.raises(Problem) as caught:
        intake.documents.restart(document.id, intake.queue.put)
    assert caught.value.code == "not_failed"


def test_the_urgent_are_put_before_others(intake, engine):
    receive(intake)
    receive(intake, "KHẨN\nnumber: 1/CĐ".encode())
    with engine.connect() as connection:
        query = "SELECT priority FROM procrastinate_jobs ORDER BY id"
        assert connection.scalars(text(query)).all() == [0, 10]


def test_receiving_is_written_down(intake, engine):
    document, _ = receive(intake)
    with engine.connect() as connection:
        query = "SELECT action, document_id FROM audit"
        assert connection.execute(text(query)).all() == [("received", document.id)]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\win.ini", "win.ini"),
        ("a\r\nX-Evil: 1.pdf", "aX-Evil: 1.pdf"),
        ("\u202efdp.exe", "fdp.exe"),
        ("", "van-ban"),
        ("a" * 4000, "a" * 255),
        ("Kế hoạch.pdf", "Kế hoạch.pdf"),
    ],
)
def test_no_name_does_more_than_name(intake, settings, given, kept):
    document, _ = receive(intake, name=given)
    assert document.file_name == kept
    assert kept_files(settings) == [intake.originals.path(document.sha256)]


def test_a_document_is_kept_with_what_it_is_about(intake, runner):
    document, _ = receive(intake)
    intake.read(document.id)
    assert intake.documents.record(document.id)["keywords"] == ["bình đẳng giới"]
    assert runner.steps[-2:] == ["understand", "find"]
    record, _ = intake.read_anew(intake.documents.get(document.id))
    assert record["keywords"] == ["bình đẳng giới"]


def test_of_a_secret_document_no_keywords_are_sought(intake, runner):
    document, _ = receive(intake, "cover\fsecrecy: TỐI MẬT\nsubject: a\ntask: b".encode())
    intake.read(document.id)
    assert "find" not in runner.steps
