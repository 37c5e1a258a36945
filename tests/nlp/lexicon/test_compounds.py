import pytest

from nlp.lexicon.compounds import is_known_syllable, known_pairs, load_compounds
from nlp.lexicon.syllables import is_syllable


def test_every_compound_is_made_of_syllables():
    assert [entry for entry in load_compounds() if not all(map(is_syllable, entry))] == []


def test_a_pair_is_known_in_its_order_only():
    assert ("văn", "bản") in known_pairs()
    assert ("bản", "văn") not in known_pairs()


@pytest.mark.parametrize("syllable", ["Quyết", "HOẠCH", "hoà", "hòa", "giữ", "yêu", "khuỷu"])
def test_syllables_are_spelled_by_first_consonant_rhyme_and_tone(syllable):
    assert is_syllable(syllable)


@pytest.mark.parametrize("word", ["", "tôt", "hcp", "Strong", "thựự", "2873", "qđ", "chjc"])
def test_other_words_are_no_syllables(word):
    assert not is_syllable(word)
    assert not is_known_syllable(word)
