import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.store.lexemes import fold, lexemes, number_key, parse_query, syllables, vector

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


def test_lexemes_are_syllables_as_written_and_folded():
    assert lexemes("Bình đẳng giới") == {"bình", "binh", "đẳng", "dang", "giới", "gioi"}


def test_a_query_of_words_and_a_number_is_split():
    query = parse_query("kế hoạch 2873/KH-UBND bình đẳng")
    assert query.words == ("kế", "hoạch", "bình", "đẳng")
    assert query.numbers == ("2873/KHUBND",)
    assert not query.is_number


def test_a_bare_number_may_be_a_document():
    assert parse_query("2873").is_number


def test_a_number_among_words_without_a_symbol_is_a_word():
    assert parse_query("tháng hành động 2018").words == ("tháng", "hành", "động", "2018")


@given(st.text())
def test_no_text_breaks_the_syntax_of_a_vector(words):
    found = lexemes(words)
    assert all(lexeme.isalnum() or not lexeme.isascii() for lexeme in found)
    assert vector(found).count("'") == 2 * len(found)
    assert "\\" not in vector(found)


@given(st.text())
def test_any_query_can_be_parsed(words):
    query = parse_query(words)
    assert all(query.words)
    assert all(query.numbers)


@given(st.text())
def test_folding_twice_changes_nothing(words):
    assert fold(fold(words)) == fold(words)


def test_syllables_are_composed():
    assert syllables(unicodedata.normalize("NFD", "Kế hoạch")) == ("kế", "hoạch")
