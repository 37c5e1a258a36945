from datetime import date
from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.tokens import Doc

from nlp.spans.components import marks_of
from nlp.spans.load import load_marker
from nlp.spans.pipeline import build_pipeline, mark_doc

MODEL = Path(__file__).parents[3] / "models" / "vi_directive"
SENTENCE = (
    "Thực hiện Kế hoạch số 15/KH-UBND ngày 03/02/2020 của UBND tỉnh Nghệ An, "
    "giao Phòng Nội vụ chủ trì, báo cáo trước ngày 20/3."
)


@pytest.mark.parametrize("text", [SENTENCE, "", "Căn cứ  Luật Đo lường;\n\n- giao\tSở Nội vụ"])
def test_the_pipeline_marks_as_the_marker_does(text):
    issued = date(2020, 2, 10)
    (marked,) = load_marker().mark([text], issued)
    found = marks_of(mark_doc(build_pipeline(), text, issued))
    assert set(found) == set(marked.spans)


def test_the_pipeline_on_disk_marks_as_the_one_in_memory():
    saved = spacy.load(MODEL)
    fresh = build_pipeline()
    assert saved.pipe_names == fresh.pipe_names
    docs = [nlp(SENTENCE) for nlp in (saved, fresh)]
    spans = [[(s.start_char, s.end_char, s.label_) for s in doc.spans["sc"]] for doc in docs]
    assert spans[0] == spans[1]
    assert spans[0]


def test_a_marked_doc_can_be_written_as_bytes():
    nlp = build_pipeline()
    (doc,) = nlp.pipe([SENTENCE])
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [span.label_ for span in again.spans["sc"]] == [s.label_ for s in doc.spans["sc"]]


def test_displacy_draws_the_spans():
    html = displacy.render(build_pipeline()(SENTENCE), style="span", page=False, jupyter=False)
    assert "REFERENCE" in html
