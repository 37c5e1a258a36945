"""Names of signers, whole, worn and cut."""

from dataclasses import replace

import pytest

from nlp.statements.heading.persons import find_person


@pytest.mark.parametrize(
    ("read", "name"),
    [
        ("Định Thị Thu Hoài", "Đinh Thị Thu Hoài"),
        ("Là Minh Viết", "Lò Minh Viết"),
        ("Nguyên Đìnn Khang", "Nguyễn Đình Khang"),
        ("Thị Bích Hằng", "Thị Bích Hằng"),
        ("Quang Hợi", "Quang Hợi"),
        ("_.Lê Thế Hiển", "Lê Thế Hiển"),
        ("Hã Thị Thu", "Hà Thị Thu"),
        ("Phan Ÿăn Khang", "Phan Văn Khang"),
        ("Lê Thị Viêng", "Lê Thị Viêng"),
        ("Nguyeu Thị Thu", "Nguyễn Thị Thu"),
        ("Ngiyễn Thị Thu", "Nguyễn Thị Thu"),
    ],
)
def test_a_doubtful_name_is_mended_where_it_is_whole(passage, read, name):
    assert find_person(passage(read, 0.58)).value == name


def test_a_mended_name_and_a_part_of_one_are_never_sure(passage):
    sure, *others = (
        find_person(passage(name, 0.9)).confidence
        for name in ("Lê Đình Khang", "Lê Đìnn Khang", "Đình Khang")
    )
    assert max(others) < sure


def test_a_syllable_that_no_names_have_is_never_sure(passage):
    likely, odd = (
        find_person(passage(n, 0.96)).confidence for n in ("Lê Hữu Chẩn", "Lê Hữu Chãn")
    )
    assert odd < 0.6 < likely


def test_a_family_name_that_was_read_surely_stays(passage):
    assert find_person(passage("Ngục Văn Khang", 0.9)).value == "Ngục Văn Khang"


def test_degrees_and_ranks_are_no_part_of_a_name(passage):
    assert find_person(passage("BS. Lê Tú An")).value == "Lê Tú An"


def test_a_name_is_not_mended_to_the_words_of_other_text(passage):
    mended = passage("Trưởng Thành Đạo", 0.96)
    first = mended.words[0]
    raw = replace(first, word=replace(first.word, raw="Trương"))
    read = replace(mended, words=(raw, *mended.words[1:]))
    assert find_person(read).value == "Trương Thành Đạo"
