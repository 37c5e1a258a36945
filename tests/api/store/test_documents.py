import pytest
from sqlalchemy import select, text

from api.errors import Problem
from api.store.cursors import write_cursor
from api.store.documents import Arrived, Documents
from api.store.pages import page_text
from api.store.tables import Refusal
from api.store.tasks import Tasks

READING = {
    "number": 1,
    "width": 595.0,
    "height": 842.0,
    "origin": "text",
    "lines": [{"words": [{"text": "Kế"}, {"text": "hoạch"}]}],
    "frames": [{"lines": [{"words": [{"text": "ĐẾN"}]}]}],
}
LEAF = {"evidence": None, "confidence": 1.0}
RECORD = {
    "source": {"file_name": "a.pdf"},
    "header": {"number": {"value": "12/KH-UBND", **LEAF}, "date": {"value": "2024-03-01", **LEAF}},
    "incoming": {"number": {"value": "007", **LEAF}, "date": {"value": "2024-03-04", **LEAF}},
    "tasks": [
        {"action": {"value": "báo cáo", "evidence": {"page": 2}, "confidence": 1.0}, "lead": []}
    ],
    "enclosed": [{"header": {}, "tasks": [{"action": "rà soát", "deadline": "2024-05-01"}]}],
}


class Jobs:
    def __init__(self):
        self.documents = []

    def put(self, connection, document_id):
        assert connection.in_transaction()
        self.documents.append(document_id)


@pytest.fixture
def documents(engine):
    return Documents(engine)


@pytest.fixture
def jobs():
    return Jobs()


@pytest.fixture
def add(documents, jobs):
    def add_one(mark="a", pages=2):
        arrived = Arrived(mark * 64, f"{mark}.pdf", "application/pdf", 10, pages)
        return documents.add(arrived, READING, jobs.put)

    return add_one


def test_a_new_document_waits_with_its_first_page(add, documents, jobs):
    document, is_new = add()
    assert is_new
    assert (document.state, document.pages, document.pages_done) == ("waiting", 2, 1)
    assert jobs.documents == [document.id]
    assert [page.text for page in documents.pages(document.id)] == ["Kế hoạch\nĐẾN"]
    assert documents.reading(document.id, 1) == READING
    assert documents.reading(document.id, 2) is None


def test_the_same_file_gives_the_same_document(add, jobs):
    first, _ = add()
    second, is_new = add()
    assert (second.id, is_new) == (first.id, False)
    assert len(jobs.documents) == 1


def test_a_job_that_cannot_be_put_leaves_no_document(documents):
    def refuse(_connection, document_id):
        raise ValueError("no " * document_id)

    with pytest.raises(ValueError, match="no"):
        documents.add(Arrived("b" * 64, "b.pdf", "application/pdf", 1, 1), READING, refuse)
    assert documents.newest() == []


def test_a_failed_document_that_comes_again_is_read_again(add, documents, jobs):
    document, _ = add()
    documents.fail(document.id, Problem(code="page_timeout"))
    assert documents.get(document.id).error_code == "page_timeout"
    again, is_new = add()
    assert (again.id, again.state, again.error_code, is_new) == (
        document.id,
        "waiting",
        None,
        False,
    )
    assert len(jobs.documents) == 2


def test_a_page_counts_once(add, documents):
    document, _ = add()
    for _ in range(2):
        documents.save_page(document.id, READING | {"number": 2})
    assert documents.get(document.id).pages_done == 2
    assert sorted(documents.readings(document.id)) == [1, 2]


def test_a_finished_document_has_its_record_columns_and_tasks(add, documents, engine):
    document, _ = add()
    documents.finish(document.id, RECORD)
    row = documents.get(document.id)
    assert (row.state, row.number, str(row.issued_on)) == ("ready", "12/KH-UBND", "2024-03-01")
    assert (row.arrival_number, str(row.arrival_date)) == ("007", "2024-03-04")
    assert row.read_at is not None
    assert documents.record(document.id) == RECORD
    tasks = Tasks(engine).of(document.id)
    assert [(task.directive, task.action, task.page) for task in tasks] == [
        (0, "báo cáo", 2),
        (1, "rà soát", None),
    ]


def test_a_slower_worker_changes_nothing_that_is_filed(add, documents, engine):
    document, _ = add()
    documents.finish(document.id, RECORD)
    documents.finish(document.id, RECORD | {"tasks": [], "enclosed": []})
    assert len(Tasks(engine).of(document.id)) == 2


def test_a_ready_document_is_not_started_again(add, documents):
    document, _ = add()
    assert documents.start(document.id).state == "reading"
    documents.finish(document.id, RECORD)
    assert documents.start(document.id) is None
    assert documents.start(999) is None


def test_of_a_refused_document_only_hash_and_level_are_kept(add, documents, engine):
    document, _ = add("c")
    documents.refuse(document.sha256, "MẬT")
    assert documents.get(document.id) is None
    with engine.connect() as connection:
        (row,) = connection.execute(select(Refusal.sha256, Refusal.level, Refusal.refused_at))
        assert (row.sha256, row.level) == ("c" * 64, "MẬT")
        assert row.refused_at is not None
        assert connection.scalar(text("SELECT count(*) FROM pages")) == 0


def test_lists_go_back_in_time_page_by_page(add, documents):
    ids = [add(mark)[0].id for mark in "abc"]
    assert [row.id for row in documents.newest(2)] == ids[:0:-1]
    assert [row.id for row in documents.newest(2, after=write_cursor(ids[1]))] == ids[:1]
    documents.fail(ids[0], Problem(code="page_timeout"))
    assert [row.id for row in documents.newest(state="failed")] == ids[:1]
    assert documents.counts() == {"waiting": 2, "failed": 1}


def test_progress_leaves_out_what_is_gone(add, documents):
    document, _ = add()
    progress = documents.progress([document.id, 999])
    assert set(progress) == {document.id}
    assert not progress[document.id].is_over


def test_a_document_that_is_not_there_is_told(documents):
    with pytest.raises(Problem, match="mã 12"):
        documents.require(12)


def test_the_text_of_a_page_has_a_line_a_line():
    assert page_text(READING) == "Kế hoạch\nĐẾN"
