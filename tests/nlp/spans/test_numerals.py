import pytest

from nlp.spans.numerals import parse_count, parse_numeral
from nlp.spans.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "digits", "is_suspicious"),
    [("2018", "2018", False), ("05", "05", False), ("2O18", "2018", True), ("l5", "15", True)],
)
def test_digits_are_mended_and_the_mending_is_told(text, digits, is_suspicious):
    numeral = parse_numeral(tokenize(text), 0)
    assert numeral is not None
    assert (numeral.digits, numeral.is_suspicious) == (digits, is_suspicious)


@pytest.mark.parametrize("text", ["Số", "I", "O", "lI", "", "²"])
def test_letters_alone_are_no_number(text):
    assert parse_numeral(tokenize(text), 0) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("05 (năm)", 5), ("mười", 10), ("mười lăm", 15), ("hai mươi", 20), ("ba", 3)],
)
def test_a_count_may_be_given_in_words(text, value):
    count = parse_count(tokenize(text), 0)
    assert count is not None
    assert count[1] == value
