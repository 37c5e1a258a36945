import pytest

from nlp.spans.damage import differs_little, mend_word
from nlp.spans.tokens import tokenize


@pytest.mark.parametrize(
    ("before", "low", "after", "right"),
    [
        ("kế", "hoạh", "số", "hoạch"),
        ("thực", "hiộn", "kế", "hiện"),
        ("chấp", "hànb", "đảng", "hành"),
        ("kế", "xyz", "số", None),
        ("", "hiộn", "", None),
    ],
)
def test_a_word_is_mended_only_between_words_that_tell_it(before, low, after, right):
    assert mend_word(before, low, after) == right


def test_one_letter_more_or_less_is_little():
    assert differs_little("hanh", "hnh")
    assert not differs_little("hanh", "hoa")


@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("Thực hiộn Kế hoạch", ["thực", "hiện", "kế", "hoạch"]),
        ("ngày 5 thárg 6 nàm 2020", ["ngày", "5", "tháng", "6", "năm", "2020"]),
        ("UBND, TTg, QH15, THPT", ["ubnd", ",", "ttg", ",", "qh15", ",", "thpt"]),
    ],
)
def test_tokens_keep_their_text_and_tell_what_they_must_have_been(text, lows):
    tokens = tokenize(text)
    assert [token.low for token in tokens] == lows
    assert all(text[token.start : token.end] == token.text for token in tokens)
