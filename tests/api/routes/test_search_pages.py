import io
from collections.abc import Iterator
from datetime import UTC, date, datetime

import docx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from openpyxl import load_workbook

from api.dependencies import get_finder, get_saved
from api.routes.search_pages import files, router
from api.store.search.found import Found, Hit
from api.store.search.snippets import Piece
from api.store.search.tables import SavedSearch
from api.store.tables import Document

DOCUMENT = Document(
    id=7,
    file_name="cv-41.pdf",
    state="ready",
    number="41/UBND-NV",
    type="CV",
    issuer="UBND huyện Tam Nông",
    issued_on=date(2026, 3, 5),
    received_at=datetime(2026, 3, 9, 18, 30, tzinfo=UTC),
)


class FakeFinder:
    """Finds one document of two for any query, and takes a near word for one."""

    def find(self, _query, wish):
        pieces = (Piece("rà soát", is_match=False), Piece("hồ sơ", is_match=True))
        facets = {"type": (("CV", 1), ("KH", 1)), "issuer": (), "year": (("2026", 2),)}
        near = {"hồ": ("hoo",)}
        hits = (Hit(DOCUMENT, "body", 1, pieces, ("amends",)),)
        return Found(hits, 2, next="abc" if wish.after is None else None, facets=facets, near=near)


class FakeSaved:
    """Keeps searches in a list."""

    def __init__(self):
        self.rows = []

    def list(self):
        return self.rows

    def save(self, name, query, sort):
        self.rows.append(SavedSearch(id=len(self.rows) + 1, name=name, query=query, sort=sort))

    def remove(self, search_id):
        self.rows = [row for row in self.rows if row.id != search_id]


@pytest.fixture
def client() -> Iterator[TestClient]:
    app, saved = FastAPI(), FakeSaved()
    app.include_router(router)
    app.include_router(files)
    app.dependency_overrides = {get_finder: FakeFinder, get_saved: lambda: saved}
    with TestClient(app) as client:
        yield client


def test_hits_lead_to_the_page_with_the_words_marked(client):
    html = client.get("/tim", params={"q": "hồ sơ"}).text
    assert "<mark>hồ sơ</mark>" in html
    assert "/van-ban/7?tim=h%E1%BB%93+s%C6%A1#trang-1" in html
    assert "Tìm cả cách viết gần với “hồ”: hoo." in html


def test_hits_are_narrowed_by_their_facets_and_come_in_parts(client):
    html = client.get("/tim", params={"q": "hồ sơ", "xep": "ngay"}).text
    assert "Công văn</a>" in html
    assert "lo%E1%BA%A1i%3ACV&amp;xep=ngay" in html
    assert ">Năm<" not in html
    assert "sau=abc" in html
    assert "sau=" not in client.get("/tim", params={"q": "hồ sơ", "sau": "abc"}).text


def test_an_empty_question_tells_what_may_be_asked(client):
    assert "không cần dấu" in client.get("/tim", params={"q": "  "}).text


def test_a_search_is_saved_shown_and_removed(client):
    told = client.post("/tim/luu", data={"q": "hồ sơ", "ten": "Hồ sơ của tôi", "xep": "date"})
    assert told.url.params["xep"] == "ngay"
    assert "Hồ sơ của tôi" in client.get("/tim").text
    client.post("/tim/luu/1/xoa")
    assert "Hồ sơ của tôi" not in client.get("/tim").text


def test_hits_are_exported_as_a_workbook(client):
    answer = client.get("/search/export", params={"q": "hồ sơ"})
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert 'filename="tra-cuu.xlsx"' in answer.headers["content-disposition"]
    assert sheet["A1"].value == "Kết quả tra cứu văn bản: hồ sơ"
    row = [cell.value for cell in sheet[4]]
    assert row[1:3] == ["41/UBND-NV", "CV"]
    assert row[3] == datetime(2026, 3, 5)  # noqa: DTZ001 - a cell knows no zone
    assert row[8] == "rà soát hồ sơ"


def test_hits_are_exported_as_a_text_document(client):
    answer = client.get("/search/export", params={"q": "hồ sơ", "format": "docx"})
    cells = docx.Document(io.BytesIO(answer.content)).tables[0].rows[1].cells
    assert [cell.text for cell in cells][1:4] == ["41/UBND-NV", "CV", "05/03/2026"]
