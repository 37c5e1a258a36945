import pytest

from api.errors import EXIT_REFUSED, EXIT_UNREADABLE, KINDS, SENTENCES, Problem
from nlp.errors import SENTENCES as READING_SENTENCES


def test_every_code_of_the_library_is_answered():
    assert set(READING_SENTENCES) <= set(KINDS)


@pytest.mark.parametrize("code", KINDS)
def test_every_problem_has_a_sentence_that_says_what_to_do(code):
    sentence = Problem(code=code).detail
    assert sentence.endswith(".")
    assert "hãy" in sentence
    assert "{" not in sentence


def test_every_sentence_belongs_to_a_problem():
    assert set(SENTENCES) <= set(KINDS)


def test_unreadable_input_and_refusal_have_their_exit_codes():
    assert Problem(code="not_a_pdf").kind.exit_code == EXIT_UNREADABLE
    assert Problem(code="secret_document").kind.exit_code == EXIT_REFUSED


def test_an_unknown_code_is_an_internal_error():
    assert Problem(code="no such code").code == "internal_error"
