import pytest

from nlp.lexicon.schema import load_lexicon
from nlp.spans.letters import fold
from nlp.spans.syllables import is_syllable


@pytest.mark.parametrize("low", ["nghị", "quyết", "khuya", "ngoéo", "quỳnh", "ướt", "giếng"])
def test_what_can_be_written_is_a_syllable(low):
    assert is_syllable(low)


@pytest.mark.parametrize(
    "low", ["hiộn", "trl", "tpiển", "h0ạch", "ubnd", "hànb", "", "nghịch" * 3]
)
def test_what_cannot_be_written_is_none(low):
    assert not is_syllable(low)


def test_the_words_of_the_phrases_are_syllables():
    words = {
        fold(word)
        for row in load_lexicon().phrase
        for phrase in row.words
        for word in phrase.replace(",", " ").split()
        if word.isalpha() and len(word) > 1
    }
    assert {word for word in words if not is_syllable(word)} <= {"tp"}
