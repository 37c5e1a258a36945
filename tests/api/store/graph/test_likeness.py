from hypothesis import given
from hypothesis import strategies as st

from api.store.graph.likeness import likeness, sketch

ONE = "Triển khai Tháng hành động vì bình đẳng giới và phòng chống bạo lực năm 2018"
NEXT = "Tháng hành động vì bình đẳng giới và phòng chống bạo lực năm 2019"


def test_subjects_of_two_years_share_a_mark():
    assert set(sketch(ONE)) & set(sketch(NEXT))
    assert likeness(ONE, NEXT) > 0.8


def test_subjects_without_a_common_word_share_none():
    assert not set(sketch(ONE)) & set(sketch("Quyết toán thu chi quý II"))


def test_a_subject_of_one_word_has_no_marks():
    assert sketch("Lịch") == []


@given(st.text(), st.text())
def test_likeness_is_the_same_from_both_sides(first, second):
    assert likeness(first, second) == likeness(second, first)
    assert 0 <= likeness(first, second) <= 1
