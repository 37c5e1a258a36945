"""The tagger finds organs of names and in damage that it never saw."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.vi_directive.corpus import Writer
from nlp.errors import ModelMissing
from nlp.spans.agencies.find import find_agencies
from nlp.spans.agencies.tagger import AgencyTagger, describe, load_tagger
from nlp.spans.tokens import tokenize

SENTENCES, RATE = 120, 0.02
WHOLE = tuple(Writer("judge", 9).sentences(SENTENCES))


def found_by_tagger(text):
    tokens = tokenize(text)
    tagged = load_tagger().find(tokens)
    return {(tokens[t.start].start, tokens[t.end - 1].end) for t in tagged if t.kind == "organ"}


def found_by_grammar(text):
    spans = find_agencies(tokenize(text), text)
    return {(span.start, span.end) for span in spans if span.rule == "agency.organ"}


def test_in_damaged_text_of_unseen_names_more_organs_are_found_than_by_rules_alone():
    dice = random.Random(7)  # noqa: S311 - noise, no secret
    tagged = ruled = wanted = 0
    for whole in WHOLE:
        sentence = whole.damaged(RATE, dice)
        right = {(mark.start, mark.end) for mark in sentence.marks if mark.kind == "organ"}
        wanted += len(right)
        tagged += len(right & found_by_tagger(sentence.text))
        ruled += len(right & found_by_grammar(sentence.text))
    assert tagged > 0.7 * wanted
    assert tagged > ruled


def test_names_that_judge_were_not_trained_on():
    def names(sentences):
        return {s.text[m.start : m.end] for s in sentences for m in s.marks if m.kind == "organ"}

    judged = names(WHOLE)
    trained = names(Writer("train", 1).sentences(SENTENCES))
    # the samples on both sides name a few units of which every office has one
    assert len(judged & trained) < 0.05 * len(judged)


@pytest.mark.parametrize("rate", [0.0, 0.02, 0.3])
def test_marks_lie_in_the_text_and_hold_what_they_say(rate):
    dice = random.Random(3)  # noqa: S311
    for whole in WHOLE:
        sentence = whole.damaged(rate, dice)
        assert all(0 <= m.start <= m.end <= len(sentence.text) for m in sentence.marks)
        for mark in whole.marks:
            said = whole.text[mark.start : mark.end]
            assert said == said.strip()
            assert mark.kind != "reference" or mark.value.split("/")[0] in said


@given(st.text())
def test_any_text_is_described_token_by_token(text):
    tokens = tokenize(text)
    assert len(describe(tokens)) == len(tokens)
    assert all(0 <= t.start < t.end <= len(tokens) for t in load_tagger().find(tokens))


def test_a_tagger_without_its_model_says_what_is_missing(tmp_path):
    with pytest.raises(ModelMissing):
        AgencyTagger(tmp_path / "agencies.crf")
