import re
from datetime import date

import pytest
from pydantic import TypeAdapter

from api.web.explanation import render_explanation
from nlp.explanation import ExplainedPassage
from nlp.spans.load import load_marker

TEXT = (
    "Thực hiện Kế hoạch số 15/KH-UBND ngày 03/02/2024 của UBND tỉnh Nghệ An, "
    "giao Phòng Nội vụ báo cáo trước ngày 20/5 và hằng quý <b>."
)


@pytest.fixture
def page(record):
    (marked,) = load_marker().mark([TEXT], date(2024, 3, 1))
    passage = ExplainedPassage("paragraph", TEXT, 1, marked.spans, "-", 1)
    passages = TypeAdapter(tuple[ExplainedPassage, ...]).dump_python((passage,), mode="json")
    record["source"]["file_name"] = "ke-hoach.pdf"
    return render_explanation(record, [passages])


def test_the_text_stands_on_the_page_as_it_was_read(page):
    shown = re.search(r'<div class="passage paragraph".*?<p>(.*?)</p>', page, re.DOTALL)[1]
    bare = re.sub(r"<sup>\d+</sup>|<[^>]+>", "", shown)
    assert bare.strip() == "- " + TEXT.replace("<b>", "&lt;b&gt;")


def test_every_span_tells_its_reading_its_rule_and_how_sure_it_is(page):
    assert "reference.numbered" in page
    assert "có tên loại văn bản và số, ký hiệu" in page
    assert "Thực hiện · KH · 15/KH-UBND · ngày 03/02/2024 · của UBND tỉnh Nghệ An" in page
    assert "trước 20/05/2024 năm được suy ra" in page
    assert "hằng quý" in page
    assert "97 %" in page


def test_a_mark_inside_another_one_is_nested(page):
    assert re.search(r'<mark class="reference"[^>]*>Kế hoạch[^<]*<mark class="date"', page)


def test_the_record_stands_beside_the_text_with_what_is_left_to_the_clerk(page):
    assert "41/UBND-NV" in page
    assert "cần xem lại" in page


def test_the_page_stands_alone(page):
    assert not re.search(r"<script|<link|src=|https?://|url\(", page)
