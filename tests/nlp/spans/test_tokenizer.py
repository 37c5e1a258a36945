from hypothesis import given
from hypothesis import strategies as st

from nlp.spans.pipeline import build_pipeline
from nlp.spans.tokenizer import SyllableTokenizer

NLP = build_pipeline()


@given(st.text())
def test_the_doc_has_the_text_given(text):
    assert NLP.make_doc(text).text == text


def test_symbols_are_split_and_syllables_kept():
    words = [token.text for token in NLP.make_doc("Số 15/KH-UBND, quý IV")]
    assert words == ["Số", "15", "/", "KH", "-", "UBND", ",", "quý", "IV"]


def test_the_tokenizer_is_kept_on_disk(tmp_path):
    tokenizer = SyllableTokenizer(NLP.vocab)
    tokenizer.to_disk(tmp_path / "tokenizer")
    assert tokenizer.from_disk(tmp_path / "tokenizer") is tokenizer
    assert tokenizer.from_bytes(tokenizer.to_bytes()) is tokenizer
