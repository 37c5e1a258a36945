from nlp.spans.letters import fold, skeleton


def test_tone_marks_have_one_place():
    assert fold("Uỷ") == fold("ỦY") == "ủy"
    assert fold("Hoà") == fold("Hòa")
    assert fold("quý") == "quý"


def test_dashes_and_the_icelandic_letter_are_folded():
    assert fold("QÐ") == fold("QĐ")
    assert fold("–") == "-"


def test_a_skeleton_has_no_marks():
    assert skeleton("quyểt") == skeleton("quyết") == "quyet"
