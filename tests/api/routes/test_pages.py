# ruff: noqa: ARG002 -- fakes answer to the whole signature
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.dependencies import (
    get_arrivals,
    get_documents,
    get_graph,
    get_offices,
    get_settings,
    get_tasks,
)
from api.routes.pages import due_window, read_today, router
from api.store.graph.graph import Edge, Node
from api.store.tables import Document, Page, Task
from api.store.tasks import ALL, OPEN, Wanted
from api.web.words import type_names

TODAY = date(2026, 3, 10)
RECORD = {
    "source": {"pages_from": 1, "pages_to": 1, "text_origin": "ocr"},
    "header": {"number": "41/UBND-NV", "type": "CV", "subject": "rà soát hồ sơ"},
    "tasks": [{"action": "lập danh mục", "lead": ["Văn phòng"], "deadline": "2026-03-20"}],
    "review": [],
    "keywords": ["hồ sơ"],
}


REPLACED = Edge(
    "replaces", Node(9, "50/UBND-NV", "CV", None, date(2026, 3, 9), None), is_certain=True
)


def make_document(**changes) -> Document:
    told = {
        "id": 7,
        "file_name": "cv-41.pdf",
        "pages": 1,
        "pages_done": 1,
        "state": "ready",
        "number": "41/UBND-NV",
        "received_at": datetime(2026, 3, 9, 18, 30, tzinfo=UTC),
    }
    return Document(**told | changes)


@dataclass
class FakeDocuments:
    """Documents that a test gives."""

    row: Document | None = field(default_factory=make_document)
    kept: dict[str, object] | None = field(default_factory=lambda: RECORD)

    def get(self, document_id):
        return self.row if self.row is not None and document_id == self.row.id else None

    def newest(self, limit=50, after=None, state=None):
        return [self.row] if self.row is not None else []

    def counts(self):
        return {"ready": 1}

    def duplicates(self, document_id):
        return {}

    def pages(self, document_id):
        return [Page(document_id=document_id, number=1, width=595, height=842, text="")]

    def record(self, document_id):
        return self.kept


@dataclass
class FakeTasks:
    """Tasks that a test gives; notes what was asked for."""

    rows: list[Task] = field(default_factory=list)
    asked: list[tuple[object, ...]] = field(default_factory=list)

    def due(self, limit=100, after=None, wanted=ALL):
        self.asked.append((wanted.lead, wanted.since, wanted.until))
        return self.rows

    def of(self, document_id):
        return self.rows

    def count(self, wanted=ALL):
        return len(self.rows)

    def units(self, limit=200):
        return ["Văn phòng"]


@pytest.fixture
def documents() -> FakeDocuments:
    return FakeDocuments()


@pytest.fixture
def tasks() -> FakeTasks:
    row = Task(
        id=3,
        document_id=7,
        directive=0,
        position=0,
        action="lập danh mục",
        lead=["Văn phòng"],
        support=[],
        deadline=date(2026, 3, 8),
        due_on=date(2026, 3, 8),
        state="accepted",
        number="41/UBND-NV",
        ours="lead",
    )
    return FakeTasks([row])


@pytest.fixture
def client(documents, tasks) -> Iterator[TestClient]:
    app = FastAPI()
    app.include_router(router)
    app.dependency_overrides = {
        get_documents: lambda: documents,
        get_tasks: lambda: tasks,
        get_graph: lambda: SimpleNamespace(
            endings=lambda _ids: {7: [REPLACED]},
            ended=lambda ids: dict.fromkeys(ids, ("replaces",)),
        ),
        get_arrivals: lambda: SimpleNamespace(of=lambda _document_id: None),
        get_offices: lambda: SimpleNamespace(get=lambda: SimpleNamespace(names=["Văn phòng"])),
        get_settings: lambda: SimpleNamespace(max_upload_bytes=1024**2),
        read_today: lambda: TODAY,
    }
    with TestClient(app) as client:
        yield client


def test_the_desk_shows_recent_documents_and_tasks(client):
    html = client.get("/").text
    assert "41/UBND-NV" in html
    assert "lập danh mục" in html
    assert "1 việc đã quá hạn" in html


def test_the_lists_of_the_desk_can_be_renewed_alone(client):
    assert "41/UBND-NV" in client.get("/gan-day").text
    assert "<html" not in client.get("/gan-day").text
    assert "lập danh mục" in client.get("/sap-den-han").text


def test_the_list_of_documents_renews_itself_while_one_is_being_read(client, documents):
    assert "every 3s" not in client.get("/gan-day").text
    documents.row = make_document(state="reading")
    assert "every 3s" in client.get("/gan-day").text
    assert "every 3s" not in client.get("/gan-day", params={"truoc": 9}).text


@pytest.mark.parametrize("path", ["/gan-day", "/sap-den-han", "/viec"])
def test_what_was_replaced_is_marked_in_every_list(client, path):
    assert "đã bị thay thế" in client.get(path).text


def test_an_empty_desk_says_what_to_do(client, documents, tasks):
    documents.row, tasks.rows = None, []
    html = client.get("/").text
    assert "Hãy thả bản quét đầu tiên" in html


def test_tasks_begin_with_what_comes(client, tasks):
    html = client.get("/viec").text
    assert tasks.asked == [(None, TODAY, None)]
    assert "quá hạn 2 ngày" in html


def test_tasks_begin_with_all_where_nothing_comes(client, tasks):
    tasks.rows = []
    client.get("/viec")
    assert tasks.asked == [(None, None, None)]


def test_tasks_are_filtered_by_unit_and_by_deadline(client, tasks):
    client.get("/viec", params={"don_vi": "van phong", "han": "qua-han"})
    assert tasks.asked == [("van phong", None, date(2026, 3, 9))]


def test_the_next_seven_days_include_today():
    assert due_window("7-ngay", TODAY) == Wanted(None, TODAY, date(2026, 3, 17), OPEN)


def test_a_document_is_shown_with_its_record(client):
    html = client.get("/van-ban/7").text
    assert "Công văn 41/UBND-NV" in html
    assert "/api/v1/documents/7/pages/1/image" in html
    assert "nhận 10/03/2026 lúc 01:30" in html
    assert 'href="/tim?q=t%E1%BB%AB+kh%C3%B3a%3A%22h%E1%BB%93+s%C6%A1%22"' in html


def test_a_document_that_was_replaced_says_so_at_its_head(client):
    html = client.get("/van-ban/7").text
    told = html.index("Văn bản này bị thay thế bởi Công văn 50/UBND-NV ngày 09/03/2026.")
    assert told < html.index('id="so-den"')


def test_each_task_of_a_document_leads_to_its_page(client):
    html = client.get("/van-ban/7").text
    assert 'href="/viec/3"' in html
    assert "ta chủ trì" in html


def test_a_document_that_is_being_read_shows_how_far(client, documents):
    documents.row, documents.kept = make_document(state="reading", pages=3), None
    assert "Đang đọc trang 2 trên 3" in client.get("/van-ban/7").text
    assert "Đang đọc trang 2 trên 3" in client.get("/van-ban/7/tien-do").text


def test_a_document_that_failed_says_why(client, documents):
    documents.row = make_document(state="failed", error_detail="Tệp bị hỏng; hãy gửi lại.")
    documents.kept = None
    assert "Tệp bị hỏng; hãy gửi lại." in client.get("/van-ban/7").text


def test_the_page_reloads_once_the_document_is_read(client):
    assert client.get("/van-ban/7/tien-do").headers["hx-refresh"] == "true"


def test_the_row_of_a_file_tells_the_page_when_it_is_read(client, documents):
    assert client.get("/van-ban/7/dong").headers["hx-trigger"] == "document-ready"
    documents.row = make_document(state="reading")
    assert "hx-trigger" not in client.get("/van-ban/7/dong").headers


@pytest.mark.parametrize("path", ["/van-ban/99", "/van-ban/99/dong"])
def test_a_document_that_is_not_here_is_a_page_that_says_so(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Về trang đầu" in answer.text


def test_every_type_of_the_lexicon_has_a_name():
    assert type_names()["KH"] == "Kế hoạch"
