"""The templates give sound HTML: unique ids, links that lead somewhere, labels, nothing inline."""

from collections import Counter
from datetime import date
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest

from api.store.tables import Document
from api.web.document import PageSize, view_document
from api.web.render import load_environment

SHOWN = {
    "received": "hôm nay",
    "others": (),
    "endings": (),
    "line": None,
    "oddities": (),
    "task_ids": {"tasks-0-action": 3},
    "ours": {"tasks-0-action": "ta chủ trì"},
    "today": date(2026, 3, 10),
    "type_names": {"CV": "Công văn"},
}


class Page(HTMLParser):
    """The elements of a page, and the text outside of them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def all(self, attribute: str) -> list[str]:
        return [attrs[attribute] or "" for _, attrs in self.elements if attribute in attrs]


def render(name: str, path: str = "/", **values) -> Page:
    request = SimpleNamespace(url=SimpleNamespace(path=path))
    return Page(load_environment().get_template(name).render(request=request, **values))


def make_document(**changes) -> Document:
    told = {
        "id": 7,
        "file_name": "cv-41.pdf",
        "pages": 2,
        "pages_done": 2,
        "state": "ready",
        "number": "41/UBND-NV",
        "subject": "rà soát hồ sơ",
    }
    return Document(**told | changes)


@pytest.fixture
def document_page(record) -> Page:
    record["enclosed"] = [{**record, "review": ["header.date"]}]
    sizes = (PageSize(1, 595, 842), PageSize(2, 595, 842))
    view = view_document(record, sizes, {"CV": "Công văn"})
    return render("document.html", document=make_document(), view=view, **SHOWN)


@pytest.fixture
def home_page() -> Page:
    documents = [make_document(), make_document(id=8, state="failed", error_detail="Hỏng.")]
    return render(
        "home.html",
        documents=documents,
        total=2,
        is_changing=False,
        next_before=None,
        tasks=(),
        overdue=3,
        ended={7: ("amends",)},
        tasks_ended={},
        max_upload_bytes=100 * 1024 * 1024,
    )


@pytest.fixture(params=["home_page", "document_page"])
def page(request) -> Page:
    return request.getfixturevalue(request.param)


def test_ids_are_unique(page):
    assert [name for name, count in Counter(page.all("id")).items() if count > 1] == []


def test_links_within_the_page_lead_somewhere(page):
    targets = {link[1:] for link in page.all("href") if link.startswith("#")}
    assert targets <= set(page.all("id"))


def test_nothing_is_inline_so_that_the_security_policy_can_be_strict(page):
    for tag, attrs in page.elements:
        assert "style" not in attrs
        assert not any(name.startswith(("on", "hx-on")) for name in attrs)
        assert tag != "style"
        assert tag != "script" or attrs.get("src")


def test_nothing_is_fetched_from_elsewhere(page):
    addresses = page.all("src") + page.all("href")
    assert [address for address in addresses if "//" in address] == []


def test_every_field_has_a_label(page):
    labels = {attrs.get("for") for tag, attrs in page.elements if tag == "label"}
    fields = {
        attrs["id"]
        for tag, attrs in page.elements
        if tag in {"input", "select", "textarea"} and attrs.get("type") != "hidden"
    }
    assert fields <= labels


def test_every_image_has_a_text(page):
    assert all("alt" in attrs for tag, attrs in page.elements if tag == "img")


def test_a_box_and_its_value_know_each_other(document_page):
    marks = {
        attrs["data-place"] for _, attrs in document_page.elements if "mark" in classes(attrs)
    }
    values = {
        attrs["data-place"] for _, attrs in document_page.elements if "value" in classes(attrs)
        and "data-place" in attrs
    }  # fmt: skip
    assert marks == values


def classes(attrs: dict[str, str | None]) -> list[str]:
    return (attrs.get("class") or "").split()


def test_what_is_to_be_checked_is_counted_at_the_top(document_page):
    assert "4 chỗ cần kiểm tra" in document_page.text


def test_what_the_scan_says_is_escaped(record):
    record["header"]["subject"]["value"] = "<script>alert(1)</script>"
    view = view_document(record, (), {})
    page = render("document.html", document=make_document(), view=view, **SHOWN)
    assert "<script>alert(1)</script>" in page.text


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"state": "waiting", "pages_done": 0}, "Đã nhận, đang chờ đến lượt đọc."),
        ({"state": "reading", "pages_done": 1}, "Đang đọc trang 2 trên 2…"),
        ({"state": "reading", "pages_done": 2}, "Đã đọc 2 trang, đang hiểu nội dung…"),
        ({"state": "failed", "error_detail": "Tệp bị hỏng."}, "Tệp bị hỏng."),
        ({"state": "ready"}, "41/UBND-NV – rà soát hồ sơ"),
    ],
)
def test_the_row_of_a_sent_file_says_how_far_it_is(changes, told):
    page = render("parts/upload.html", document=make_document(**changes), known=False)
    assert told in page.text


@pytest.mark.parametrize("state", ["ready", "failed"])
def test_the_row_of_a_sent_file_stops_asking_once_it_is_over(state):
    page = render("parts/upload.html", document=make_document(state=state), known=False)
    assert page.all("hx-get") == []


def test_a_file_that_was_here_before_is_told():
    page = render("parts/upload.html", document=make_document(), known=True)
    assert "đã có trong kho" in page.text


def test_a_number_that_could_not_be_read_is_not_made_up():
    documents = [make_document(number=None)]
    page = render("parts/documents.html", documents=documents, ended={})
    assert "Chưa rõ số" in page.text
