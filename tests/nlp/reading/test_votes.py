"""The best of several readings of a row."""

from dataclasses import replace

import pytest

from nlp.reading.engine import OcrWord
from nlp.reading.votes import is_of_closing, is_told_by_letters, legible, voted


def row(text, confidences=()):
    words = text.split()
    sure = confidences or [0.9] * len(words)
    return [
        OcrWord(word, 100 * at, 10, 100 * at + 80, 30, sure[at], 1)
        for at, word in enumerate(words)
    ]


def said(words):
    return " ".join(word.text for word in sorted(words, key=lambda word: word.left))


def test_a_word_of_titles_wins_over_a_surer_one_that_means_nothing():
    best = voted(row("Xiz GIÁM ĐỐC", [0.8, 0.9, 0.9]), [row("KT. GIÁM ĐỌC", [0.6, 0.7, 0.95])])
    assert said(best) == "KT. GIÁM ĐỐC"


@pytest.mark.parametrize(
    ("said_alone", "is_title"), [("TỊCH", True), ("ĐÔNG", False), ("BAN", False)]
)
def test_the_last_word_of_a_title_tells_a_row_of_which_a_seal_hides_the_rest(said_alone, is_title):
    assert is_of_closing(row(said_alone)) is is_title


def test_a_row_that_two_readings_say_alike_stays_sure():
    best = voted(row("Trần Ngọc Lan"), [row("Trần Ngọc Lan"), row("Trần")])
    assert {word.confidence for word in best} == {0.9}


def test_a_row_with_other_marks_in_one_reading_is_not_sure():
    best = voted(row("Lò Văn Thăng"), [row("Lò Văn Thăng"), row("Lò Văn Thắng")])
    assert {word.confidence for word in best} == {0.58}


def test_what_only_the_page_or_only_a_second_look_said_is_not_sure():
    for first, other in (("Lê Lan", ""), ("", "Lê Lan")):
        assert {word.confidence for word in voted(row(first), [row(other)])} == {0.58}


def test_strokes_are_no_words():
    assert said(legible(row("ˆ F xq Lê Đìnn 12", [0.9, 0.9, 0.5, 0.4, 0.4, 0.9]))) == "Lê Đìnn"


def test_only_titles_and_names_are_of_a_closing():
    assert is_of_closing(row("PHÓ-GIÁM ĐỌC"))
    assert not is_of_closing(row("xH à"))


def test_what_stands_half_on_a_surer_word_is_another_reading_of_it():
    [torn] = row("Ất", [0.6])
    assert said(voted([replace(torn, left=40, right=100)], [row("Nguyễn")])) == "Nguyễn"


def test_what_more_readings_say_wins_over_what_one_says_a_little_surer():
    assert said(voted(row("Lan", [0.93]), [row("Lân"), row("Lân")])) == "Lân"


def test_a_damaged_word_of_a_title_is_told_by_its_end_and_the_word_behind_it():
    assert said(voted(row("HIÁM ĐỐC"), [])) == "GIÁM ĐỐC"
    assert said(voted(row('"ỤC TRƯỞNG'), [])) == "CỤC TRƯỞNG"
    assert said(voted(row("XYZ TRƯỞNG"), [])) == "XYZ TRƯỞNG"


def test_the_dash_at_the_end_of_a_title_that_goes_on_is_no_stroke():
    assert said(legible(row("KẾ HOẠCH - ˆ"))) == "KẾ HOẠCH -"


@pytest.mark.parametrize(
    ("name", "is_told"),
    [("Nguyễn Văn Khang", True), ("Quảng Văn Khang", False), ("PHÓ GIÁM ĐỐC", True)],
)
def test_a_name_is_told_where_no_other_family_name_has_the_letters_of_its_first(name, is_told):
    assert is_told_by_letters(row(name), row(name)[:1]) == is_told


def test_what_the_seal_does_not_touch_needs_no_other_sign():
    assert is_told_by_letters(row("Quảng Văn Khang"), [])


def test_a_short_word_of_no_name_is_a_stroke_where_it_is_not_sure():
    assert said(legible(row("Nguyễn Ất Trúc", [0.9, 0.5, 0.9]))) == "Nguyễn Trúc"


def test_what_begins_with_a_small_letter_is_a_part_of_a_word():
    assert said(voted(row("ăn", [0.74]), [row("Ÿăn", [0.88])])) == "Ÿăn"


def test_the_marks_of_a_titles_word_come_back_and_strokes_before_it_go():
    assert said(voted([], [row("——GIAM ĐỐC", [0.7, 0.9])])) == "GIÁM ĐỐC"
    assert said(voted([], [row("_—-GIÁM ĐỐC", [0.7, 0.9])])) == "GIÁM ĐỐC"
    assert said(voted([], [row("PHÓ - GIÁM")])) == "PHÓ - GIÁM"
