import pytest

from nlp.spans.keywords import find_keywords, is_keyword

SUBJECT = "Về việc số hóa hồ sơ đất đai tại thị trấn Vĩnh Tường"
STATEMENTS = [
    "Thực hiện Kế hoạch số 15/KH-UBND: rà soát hồ sơ đất đai, bàn giao cho kho lưu trữ.",
    "Phối hợp với Công an thị trấn Vĩnh Tường về hồ sơ cư trú trong quý IV.",
]


def test_keywords_are_the_compounds_that_come_back_the_most_frequent_first():
    assert find_keywords(SUBJECT, STATEMENTS) == ("hồ sơ", "đất đai", "thị trấn")


def test_a_compound_of_the_subject_alone_is_a_keyword_and_one_of_a_single_statement_is_not():
    found = find_keywords("Về bảo trì thang máy", ["Kiểm tra cầu dao."])
    assert "thang máy" in found
    assert "cầu dao" not in found


def test_a_compound_counts_once_in_a_statement():
    assert find_keywords("", ["Hồ sơ đất đai, hồ sơ cư trú, hồ sơ hộ tịch."]) == ()


@pytest.mark.parametrize("word", ["thực hiện", "địa bàn", "Vĩnh Tường", "quý IV", "15/KH", "giới"])
def test_what_stands_in_any_directive_names_numbers_and_single_syllables_are_none(word):
    assert not is_keyword(word)


def test_a_line_in_capitals_gives_keywords_in_small_letters():
    assert find_keywords("PHÒNG CHÁY, CHỮA CHÁY", []) == ("chữa cháy",)


def test_no_more_than_asked_for_are_given():
    assert len(find_keywords(SUBJECT, STATEMENTS, most=1)) == 1


def test_no_text_has_no_keywords():
    assert find_keywords("", ["  ", "15/KH"]) == ()
