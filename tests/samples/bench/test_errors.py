import pytest
from hypothesis import given
from hypothesis import strategies as st

from samples.bench.errors import Errors, count_errors, flat, nearest


@pytest.mark.parametrize(
    ("needle", "hay", "edits"),
    [
        ("kênh", "nạo vét kênh mương", 0),
        ("kênh", "nạo vét kệnh mương", 1),
        ("kênh", "nạo vét knh mương", 1),
        ("kênh", "", 4),
        ("", "nạo vét", 0),
    ],
)
def test_the_nearest_stretch_counts(needle, hay, edits):
    assert nearest(needle, hay) == edits


@given(st.text("abc", max_size=8), st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_a_text_inside_another_has_no_errors(before, needle, after):
    assert nearest(needle, before + needle + after) == 0


@given(st.text("abc", max_size=8), st.text("abc", max_size=12))
def test_no_more_errors_than_characters(needle, hay):
    assert 0 <= nearest(needle, hay) <= len(needle)


def test_lines_may_come_in_any_order_and_be_broken_anywhere():
    errors = count_errors(
        "Xã An Hải\nvét kênh Số:\n15/KH", ["vét kênh", "Số: 15/KH"], ["Số: 15/KH"]
    )
    assert errors == Errors(0, 17, 0, 4, 1, 1)


def test_a_header_line_with_a_slip_is_not_found():
    errors = count_errors("Số: 16/KH", ["Số: 15/KH"], ["Số: 15/KH"])
    assert (errors.wrong_characters, errors.wrong_words, errors.recall) == (1, 1, 0)


def test_rates_are_percents_of_all_pages_together():
    both = Errors(1, 100, 1, 20, 1, 2) + Errors(0, 100, 0, 20, 2, 2)
    assert (both.character_rate, both.word_rate, both.recall) == (0.5, 2.5, 75)


def test_dashes_and_quotes_of_any_form_are_one():
    assert flat(" “Nhà  sạch” –\nngõ xanh ") == '"Nhà sạch" - ngõ xanh'
