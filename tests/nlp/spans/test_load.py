from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.spans.load import load_marker
from nlp.spans.span import AgencyMention, CueMention, DateMention, ReferenceMention

SENTENCE = (
    "Thực hiện Kế hoạch số 15/KH-UBND ngày 03/02/2020 của UBND tỉnh Nghệ An, "
    "giao Phòng Nội vụ chủ trì, báo cáo trước ngày 20/3."
)
PIECES = st.sampled_from(
    [
        *(
            "Kế hoạch số ",
            "15/KH-UBND",
            " ngày ",
            "31/02",
            "/2019",
            " của ",
            "UBND các xã ",
            "Luật ",
        ),
        *("từ ", "đến ", "hằng tháng", "Quý IV", "số ", "…", "\n", ", ", " và ", "05 (năm) ngày"),
        *("Sở ", "/", "-", "QÐ", "2O18", "tháng ", "(", "đồng chí ", "1U", "§", "thứ Tư "),
    ]
)


def test_one_text_gives_one_marked_text_with_spans_of_every_kind():
    (marked,) = load_marker().mark([SENTENCE], date(2020, 2, 10))
    kinds = {type(span.value) for span in marked.spans}
    assert kinds == {ReferenceMention, DateMention, AgencyMention, CueMention}
    assert marked.text == SENTENCE


def test_the_date_of_a_cited_document_is_told_from_a_deadline():
    (marked,) = load_marker().mark([SENTENCE], date(2020, 2, 10))
    days = [
        (s.value.start, s.value.is_document_date)
        for s in marked.spans
        if isinstance(s.value, DateMention)
    ]
    assert days == [(date(2020, 2, 3), True), (date(2020, 3, 20), False)]


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=30).map("".join)),
    st.sampled_from([None, date(2020, 2, 29)]),
)
def test_any_text_is_marked_and_spans_lie_inside_it(text, issued):
    (marked,) = load_marker().mark([text], issued)
    assert marked.text == text
    assert all(0 <= span.start < span.end <= len(text) for span in marked.spans)
    assert all(0 <= span.confidence <= 1 and span.rule for span in marked.spans)
    assert list(marked.spans) == sorted(marked.spans, key=lambda s: (s.start, -s.end))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Số:", "ngày", "0" * 5000, "/" * 500])
def test_poor_texts_do_no_harm(text):
    (marked,) = load_marker().mark([text])
    assert marked.text == text
