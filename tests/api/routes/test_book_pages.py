from datetime import date

import pytest

from api.store.arrivals import Entry
from api.store.documents import Arrived

DAY = date(2026, 3, 9)


@pytest.fixture
def desk(app_client):
    return app_client.app.state.desk


@pytest.fixture
def entered(desk):
    arrived = Arrived("0" * 64, "a.txt", "text/plain", 1, 1)
    reading = {"number": 1, "width": 1.0, "height": 1.0, "origin": "text", "lines": []}
    row, _ = desk.documents.add(arrived, reading, lambda *_: None)
    incoming = {"forwarded_to": {"value": "Phòng Tư pháp"}}
    header = {"number": {"value": "12/KH-UBND"}, "date": {"value": "2026-03-10"}}
    desk.documents.finish(row.id, {"header": header, "incoming": incoming, "tasks": []})
    desk.arrivals.enter(row.id, Entry(DAY, 7, "hand"))
    return row.id


def test_the_book_of_a_year_tells_its_lines_and_what_is_odd(app_client, entered):
    html = app_client.get("/so-den", params={"nam": 2026}).text
    assert f'href="/van-ban/{entered}#so-den">7</a>' in html
    for told in ("09/03/2026", "12/KH-UBND", "10/03/2026", "Phòng Tư pháp"):
        assert told in html
    assert "ngày đến sớm hơn ngày ban hành" in html
    book = app_client.get("/so-den.xlsx", params={"nam": 2026})
    assert "so-van-ban-den-2026.xlsx" in book.headers["content-disposition"]


def test_a_year_without_lines_says_so(app_client):
    assert "Sổ năm 2019 chưa có văn bản nào" in app_client.get("/so-den?nam=2019").text


def test_who_was_given_the_tasks_of_a_document_stands_in_the_book(app_client, desk):
    files = {"file": ("a.txt", "number: 9/KH\ntask: báo cáo\nlead: x".encode())}
    document_id = app_client.post("/api/v1/documents", files=files).json()["id"]
    desk.read(document_id)
    desk.arrivals.enter(document_id, Entry(DAY))
    [task] = desk.tasks.of(document_id)
    desk.tasks.change(task.id, {"owner_unit": "Trạm Y tế"})
    assert "Trạm Y tế" in app_client.get("/so-den", params={"nam": 2026}).text


def test_a_long_book_comes_in_parts_and_whole_for_print(app_client, entered, monkeypatch):
    assert entered
    monkeypatch.setattr("api.routes.book_pages.LINES_A_PAGE", 1)
    first = app_client.get("/so-den?nam=2026").text
    assert "ca_nam=1" in first
    assert "sau=" in first
    assert "sau=" not in app_client.get("/so-den?nam=2026&ca_nam=1").text
