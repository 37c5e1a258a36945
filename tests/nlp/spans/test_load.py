from datetime import date
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy import displacy
from spacy.tokens import Doc

from nlp.spans.load import build_pipeline, load_marker
from nlp.spans.span import AgencyMention, CueMention, DateMention, ReferenceMention

MODEL = Path(__file__).parents[3] / "models" / "vi_directive"
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


def test_the_pipeline_on_disk_marks_as_the_one_in_memory():
    saved = spacy.load(MODEL)
    fresh = build_pipeline()
    assert saved.pipe_names == fresh.pipe_names
    docs = [nlp(SENTENCE) for nlp in (saved, fresh)]
    spans = [[(s.start_char, s.end_char, s.label_) for s in doc.spans["sc"]] for doc in docs]
    assert spans[0] == spans[1]
    assert spans[0]


def test_a_marked_doc_can_be_written_as_bytes():
    nlp = load_marker().nlp
    (doc,) = nlp.pipe([SENTENCE])
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [span.label_ for span in again.spans["sc"]] == [s.label_ for s in doc.spans["sc"]]


def test_displacy_draws_the_spans():
    html = displacy.render(load_marker().nlp(SENTENCE), style="span", page=False, jupyter=False)
    assert "REFERENCE" in html


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
