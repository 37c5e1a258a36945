import pytest

from api.web.leaf import Leaves, Place, Value

BOX = {"page": 2, "box": [72, 100, 172, 112.5], "text": "Số: 41/CV-PNV", "rule": "header.number"}
LEAF = {"value": "41/CV-PNV", "evidence": BOX, "confidence": 0.62}


def read(node, path="header.number", text=None, review=()) -> Value:
    return Leaves(review).value(node, path, "Số, ký hiệu", "header", text)


def test_a_leaf_shows_its_value_its_place_and_its_confidence():
    value = read(LEAF)
    assert value.text == "41/CV-PNV"
    assert value.place == Place(2, 72, 100, 100, 12.5)
    assert (value.rule, value.percent, value.is_doubtful) == ("header.number", "62 %", True)


def test_a_bare_value_is_shown_without_a_place():
    value = read("41/CV-PNV")
    assert (value.text, value.place, value.confidence) == ("41/CV-PNV", None, None)
    assert not value.is_doubtful


def test_what_the_document_does_not_state_is_empty():
    assert read(None).text == ""
    assert read({"value": None, "evidence": None, "confidence": 0.2}).text == ""


def test_the_text_on_the_paper_is_told_only_where_the_value_says_it_otherwise():
    assert read(LEAF).read_as == "Số: 41/CV-PNV"
    same = {**LEAF, "evidence": {**BOX, "text": "41/CV-PNV"}}
    assert read(same).read_as == ""


def test_evidence_without_a_box_has_no_place():
    assert read({**LEAF, "evidence": {**BOX, "box": None}}).place is None


def test_a_path_in_review_marks_the_value_whatever_its_confidence():
    value = read({**LEAF, "confidence": 0.99}, review={"header.number"})
    assert value.is_review
    assert value.is_doubtful


def test_a_path_becomes_an_identifier_of_html():
    assert read(LEAF, "enclosed[0].tasks[3].lead[1]").anchor == "enclosed-0-tasks-3-lead-1"


def test_items_of_a_list_carry_their_index_and_the_prefix():
    values = Leaves(prefix="enclosed[1].").values(["a", "b"], "purposes", "Mục đích", "statement")
    assert [value.path for value in values] == [
        "enclosed[1].purposes[0]",
        "enclosed[1].purposes[1]",
    ]


def test_a_list_that_is_missing_has_no_items():
    assert Leaves().values(None, "purposes", "Mục đích", "statement") == ()


@pytest.mark.parametrize(
    ("path", "control"),
    [
        ("header.number", "line"),
        ("header.signer.name", "line"),
        ("header.subject", "text"),
        ("header.type", "type"),
        ("incoming.date", "date"),
        ("header.secrecy", ""),
        ("tasks[0].deadline", ""),
    ],
)
def test_a_value_is_corrected_with_what_fits_it(path, control):
    value = Leaves().value({"value": "x"}, path, "Mục", "header")
    assert (value.control, value.raw) == (control, "x")


def test_values_of_enclosed_documents_are_not_corrected_on_the_page():
    assert not Leaves(prefix="enclosed[0].").value(None, "header.number", "Số", "header").control
