from hypothesis import given
from hypothesis import strategies as st

from nlp.spans.letters import fold
from nlp.spans.tokens import Phrases, split_pieces, tokenize


@given(st.text())
def test_the_pieces_joined_are_the_text(text):
    assert "".join(split_pieces(text)) == text


@given(st.text())
def test_every_token_stands_where_it_says(text):
    assert all(text[token.start : token.end] == token.text for token in tokenize(text))


def test_folding_keeps_what_tells_symbols_apart():
    assert fold("HD") != fold("HĐ")
    assert fold("HÐ") == fold("HĐ")
    assert fold("hoà") == fold("Hòa")
    assert fold("quý") == "quý"


def test_the_longest_phrase_wins():
    phrases = Phrases([("kế hoạch", "KH"), ("kế hoạch liên tịch", "KHLT")])
    assert phrases.match(tokenize("Kế hoạch liên tịch số 3"), 0) == (4, "KHLT")
    assert phrases.match_before(tokenize("theo kế hoạch"), 3) == (1, "KH")
