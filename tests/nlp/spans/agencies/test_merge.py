"""The tagger speaks where the grammar knows no name, and is not heard against it."""

from itertools import pairwise

import pytest

from nlp.spans.agencies.merge import mark_agencies
from nlp.spans.span import AgencyMention
from nlp.spans.tokens import tokenize


def organs(text):
    """The organs of a text, each with the rule that decided."""
    return [
        (text[span.start : span.end], span.rule)
        for span in mark_agencies(tokenize(text), text)
        if isinstance(span.value, AgencyMention)
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Giao Công ty Chiếu sáng và Xử lý chất thải lập phương án trước ngày 20/5/2021.",
            "Công ty Chiếu sáng và Xử lý chất thải",
        ),
        (
            "Báo cáo về Viện Sức khỏe sinh sản và Dinh dưỡng trước ngày 15/9/2019.",
            "Viện Sức khỏe sinh sản và Dinh dưỡng",
        ),
    ],
)
def test_a_name_that_no_row_of_the_lexicon_holds_is_read_to_its_end(text, name):
    assert (name, "agency.tagger") in organs(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Các đơn vị gửi Sở Nội vụ tổng hợp, báo cáo.", "Sở Nội vụ"),
        ("Phối hợp với Văn phòng Sở: Đảm bảo hậu cần cho đoàn.", "Văn phòng Sở"),
        ("Gửi về Văn phòng Huyện ủy trong Quý II.", "Văn phòng Huyện ủy"),
        ("Kết quả báo cáo về UBND tỉnh bằng văn bản trước ngày 20/6.", "UBND tỉnh"),
    ],
)
def test_what_an_organ_does_is_no_part_of_its_name(text, name):
    assert name in [said for said, _ in organs(text)]


@pytest.mark.parametrize(
    "text", ["", "Tháng Thanh niên năm 2024", "Luật Đất đai số 31/2024/QH15", "1. Mục đích"]
)
def test_other_names_are_no_organs(text):
    assert organs(text) == []


def test_spans_are_in_order_and_none_cuts_another():
    text = (
        "Giao Sở Y tế, Công ty Cây xanh Hoa Ban và các phòng, ban chủ trì; Công an tỉnh phối hợp."
    )
    spans = mark_agencies(tokenize(text), text)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert len(spans) > 2
