import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp.geometry import Box
from nlp.pages.load import FileFacts
from nlp.pipeline import read_document, understand
from nlp.reading.page import Frame, Line, PageReading, Word
from nlp.record import from_record, to_plain_record, to_record

FACTS = FileFacts("0" * 64, "text/plain", 1)


def _line(text, top):
    words = [
        Word(t, Box(70 + 40 * i, top, 105 + 40 * i, top + 12), 1.0, t) for i, t in enumerate(text)
    ]
    return Line(tuple(words))


def _page(text, frames=(), number=1):
    lines = [line.split() for line in text.splitlines()]
    placed = tuple(_line(words, 60 + 18 * row) for row, words in enumerate(lines) if words)
    return PageReading(number, 595, 842, "text", placed, frames=frames)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300))
def test_any_text_gives_a_record(text):
    directive = understand((_page(text),), FACTS, "a.txt")
    record = to_record(directive)
    assert to_record(from_record(record)) == record


def test_a_blank_page_gives_an_empty_record_that_is_left_to_the_clerk():
    record = to_plain_record(understand((_page(""),), FACTS, "a.pdf"))
    assert record["tasks"] == []
    assert record["incoming"] is None
    assert "header.number" in record["review"]


def test_no_pages_give_an_empty_record():
    assert understand((), FACTS, "a.pdf").tasks == ()


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
def test_a_secret_document_keeps_its_mark_and_nothing_else(mark):
    words = tuple(
        Word(t, Box(80 + 30 * i, 105, 105 + 30 * i, 117), 1.0, t, ink="red")
        for i, t in enumerate(mark.split())
    )
    frame = Frame("mark", Box(75, 100, 190, 122), "red", 0.0, 0.95, (Line(words),))
    page = _page("UBND HUYỆN YÊN LẠC\nSố: 5/KH-UBND\nKẾ HOẠCH\nBảo vệ mùa màng", (frame,))
    record = to_plain_record(understand((page,), FACTS, "a.pdf"))
    assert record.keys() == {"source", "header"}
    assert record["header"] == {"secrecy": mark}


def test_the_origin_tells_text_from_ocr():
    page = _page("Số: 5/KH-UBND")
    assert understand((page,), FACTS, "a.txt").source.text_origin == "text"


def test_a_document_is_read_through_the_given_reader():
    asked = []

    def read(data, pages):
        asked.append((data, pages))
        return [_page("Số: 5/KH-UBND")]

    directive = read_document("Số: 5/KH-UBND".encode(), "a.txt", read)
    assert asked == [("Số: 5/KH-UBND".encode(), 1)]
    assert directive.source.file_name == "a.txt"
