import pytest
from sqlalchemy.orm import sessionmaker

from api.store.search.vocabulary import Vocabulary, is_syllable, keep_words


@pytest.fixture
def vocabulary(engine):
    known = Vocabulary()
    with sessionmaker(engine).begin() as session:
        keep_words(session, ["hoach", "hoạch", "hoacb", "hoanh", "ke_hoach", "2018", "ke"])
        known.refresh(session)
    return known


def test_slips_of_a_known_word_are_its_neighbours(vocabulary):
    assert vocabulary.neighbours("hoạch") == ("hoacb",)


def test_real_words_are_neighbours_of_a_word_that_no_text_holds(vocabulary):
    assert set(vocabulary.neighbours("hoath")) == {"hoach", "hoanh"}


def test_real_words_are_neighbours_where_near_words_are_asked_for(vocabulary):
    assert "hoanh" in vocabulary.neighbours("hoach", is_loose=True)


def test_short_words_and_numbers_have_none(vocabulary):
    assert vocabulary.neighbours("kế") == vocabulary.neighbours("2019") == ()


def test_words_that_come_later_are_known_after_a_refresh(vocabulary, engine):
    with sessionmaker(engine).begin() as session:
        keep_words(session, ["hoacj", "hoacb"])
        vocabulary.refresh(session)
    assert set(vocabulary.neighbours("hoạch")) == {"hoacb", "hoacj"}


@pytest.mark.parametrize("word", ["nghieng", "quyet", "uy", "thuong", "yeu", "khuyu"])
def test_syllables_are_told_from_slips(word):
    assert is_syllable(word)
    assert not is_syllable(f"{word}z")
