"""Units that no lexicon holds, told by what parts them."""

import pytest

from nlp.statements.duties.guessed import GUESSED, guess_units


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Đội Sao Vàng; Hội Trà Việt", ["Đội Sao Vàng", "Hội Trà Việt"]),
        ("Phòng Số hóa, lưu trữ và Trạm Sông Đà", ["Phòng Số hóa, lưu trữ", "Trạm Sông Đà"]),
        ("Văn phòng HĐND và UBND huyện", ["Văn phòng HĐND và UBND huyện"]),
    ],
)
def test_a_list_is_cut_at_semicolons_and_before_the_first_word_of_a_name(mark, text, names):
    marked = mark([(0, "", text)]).items[0].marked
    assert [unit.value for unit in guess_units(marked, 0, len(text), "rule")] == names


def test_what_is_guessed_is_less_sure_than_what_is_known(mark):
    marked = mark([(0, "", "Đội Sao Vàng")]).items[0].marked
    (unit,) = guess_units(marked, 0, len(marked.text), "rule")
    assert unit.confidence <= GUESSED
