from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.orm import sessionmaker

from api.store.search.entries import Entry, index_document
from api.store.search.scope import Opening
from api.store.search.vocabulary import Vocabulary, is_syllable, keep_words
from api.store.tables import Document


@pytest.fixture
def vocabulary(engine):
    known = Vocabulary()
    with sessionmaker(engine).begin() as session:
        keep_words(session, ["hoach", "hoạch", "hoacb", "hoanh", "ke_hoach", "2018", "ke"])
        known.refresh(session, Opening(session).word)
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
        vocabulary.refresh(session, Opening(session).word)
    assert set(vocabulary.neighbours("hoạch")) == {"hoacb", "hoacj"}


def test_each_kind_of_slip_is_near_and_two_slips_are_not(engine):
    known = Vocabulary()
    near = ["quyt", "quyett", "quyec", "quyte", "uqyet", "qquyet"]
    with sessionmaker(engine).begin() as session:
        keep_words(session, [*near, "quyet", "quytte", "uqyte", "qyett", "quye1"])
        known.refresh(session, Opening(session).word)
    assert set(known.neighbours("quyết", is_loose=True)) == {*near, "quye1"}


def test_the_most_common_syllables_are_the_nearest(engine):
    known = Vocabulary()
    with sessionmaker(engine).begin() as session:
        entry = Entry(date(2018, 5, 2), None, None, (), frozenset(), frozenset({"toan"}))
        session.add(Document(id=9, sha256="9", file_name="a", media_type="b", size=1, pages=1))
        session.flush()
        index_document(session, 9, entry)
        keep_words(session, ["noan", "noa", "ngoan", "toan"])
        session.execute(text("ANALYZE search_entries"))
        known.refresh(session, Opening(session).word)
    assert known.neighbours("noan", is_loose=True) == ("toan", "ngoan", "noa")


@pytest.mark.parametrize("word", ["nghieng", "quyet", "uy", "thuong", "yeu", "khuyu"])
def test_syllables_are_told_from_slips(word):
    assert is_syllable(word)
    assert not is_syllable(f"{word}z")
