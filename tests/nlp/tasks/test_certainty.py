import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.evidence import Leaf
from nlp.lexicon.schema import load_certainty
from nlp.tasks.certainty import as_measured, read_line

LINE = ((0.4, 0.6), (0.8, 0.9))


@pytest.mark.parametrize(
    ("confidence", "probability"), [(0.0, 0.0), (0.2, 0.3), (0.4, 0.6), (0.6, 0.75), (1.0, 0.9)]
)
def test_a_probability_is_read_between_the_measured_points(confidence, probability):
    assert read_line(LINE, confidence) == pytest.approx(probability)


def test_a_field_without_a_line_keeps_its_confidence():
    assert as_measured("header.number", Leaf("5/KH-UBND", 0.7, None)).confidence == 0.7


@pytest.mark.parametrize("field", sorted(load_certainty()))
@given(one=st.floats(0, 1), other=st.floats(0, 1))
def test_a_surer_value_is_never_less_probable(field, one, other):
    low, high = (
        as_measured(field, Leaf("x", confidence, None)).confidence
        for confidence in sorted((one, other))
    )
    assert 0 <= low <= high <= 1
