import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.store.lexemes import fold, lexemes, number_key, split_numbers, syllables, vector

SPELLINGS = [
    "2873/KH-UBND",
    "2873/kh-ubnd",
    "2873 / KH - UBND",
    "2873/KH–UBND",
    "2873/kh ubnd",
    "2873/KHUBND",
    "2873-KH-UBND",
    "02873/KH-UBND",
    "Số: 2873/KH-UBND",
    "số 2873/KH\N{NON-BREAKING HYPHEN}UBND",
]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_number_has_one_key_in_every_spelling(spelling):
    assert number_key(spelling) == "2873/KHUBND"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("05/HD-SNV", "05/HĐ-SNV"),
        ("12/KH-UBND", "21/KH-UBND"),
        ("15/2021/NĐ-CP", "15/2022/NĐ-CP"),
        ("3176/QĐ-SYT", "3176B/QĐ-SYT"),
    ],
)
def test_numbers_that_differ_in_meaning_have_different_keys(first, second):
    assert number_key(first) != number_key(second)


@pytest.mark.parametrize(
    ("number", "key"),
    [
        ("12-NQ/TU", "12/NQTU"),
        ("15/2021/NĐ-CP", "15/2021/NĐCP"),
        ("15/2021", "15/2021"),
        ("73/2006/QH11", "73/2006/QH11"),
        ("1211/2016/UBTVQH13", "1211/2016/UBTVQH13"),
        ("197", "197"),
        ("3176B/QĐ-SYT", "3176B/QĐSYT"),
        ("05/HÐ-SNV", "5/HĐSNV"),
        ("bình đẳng giới", None),
        ("", None),
    ],
)
def test_keys_of_numbers(number, key):
    assert number_key(number) == key


def test_a_decomposed_number_has_the_same_key():
    assert number_key(unicodedata.normalize("NFD", "05/QĐ-SYT")) == number_key("05/QĐ-SYT")


def test_lexemes_are_syllables_as_written_and_folded_and_pairs():
    assert lexemes("Bình đẳng giới") == {
        *("bình", "binh", "đẳng", "dang", "giới", "gioi"),
        *("binh_dang", "dang_gioi"),
    }


def test_pairs_go_on_from_line_to_line():
    assert "dang_gioi" in lexemes("bình đẳng\ngiới")


@pytest.mark.parametrize(
    "text", ["2018 binh dang", "8271/KH-UBND phụ nữ", "12 phòng", "2018 bình đẳng"]
)
def test_words_behind_a_number_are_no_symbol(text):
    assert number_key(text) is None


def test_a_number_among_words_is_taken_out():
    assert split_numbers("phụ nữ 8271/KH-UBND") == ("PHỤ NỮ ", ("8271/KHUBND",))
    assert split_numbers("tháng hành động 2018")[1] == ()


@given(st.text())
def test_no_text_breaks_the_syntax_of_a_vector(words):
    found = lexemes(words)
    parts = (part for lexeme in found for part in lexeme.split("_"))
    assert all(part.isalnum() or not part.isascii() for part in parts)
    assert vector(found).count("'") == 2 * len(found)
    assert "\\" not in vector(found)


@given(st.text())
def test_folding_twice_changes_nothing(words):
    assert fold(fold(words)) == fold(words)


def test_syllables_are_composed():
    assert syllables(unicodedata.normalize("NFD", "Kế hoạch")) == ("kế", "hoạch")
