from datetime import date

import pytest

from api.store.lexemes import fold, syllables
from api.store.organs.register import find_in, find_organs


def test_a_district_that_ended_has_many_successors():
    (organ,) = find_organs("huyện Vĩnh Tường")
    assert (organ.within, organ.until) == ("tỉnh Vĩnh Phúc", date(2025, 6, 30))
    assert {"xã Thổ Tang", "xã Vĩnh Tường"} <= set(organ.later)


def test_a_province_that_ended_has_a_successor():
    (organ,) = find_organs("tỉnh Vĩnh Phúc")
    assert (organ.until, organ.later) == (date(2025, 6, 30), ("tỉnh Phú Thọ",))


def test_a_province_that_took_others_in_goes_on():
    (organ,) = find_organs("tỉnh Phú Thọ")
    assert (organ.since, organ.until) == (None, None)
    assert set(organ.former) == {"tỉnh Hòa Bình", "tỉnh Vĩnh Phúc"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Sở Giao thông vận tải", "Sở Xây dựng"),
        ("Sở Lao động - Thương binh và Xã hội", "Sở Nội vụ"),
    ],
)
def test_a_department_that_was_renamed_leads_both_ways(old, new):
    assert new in find_organs(old)[0].later
    assert old in find_organs(new)[0].former


def test_units_of_one_name_are_all_given():
    assert len(find_organs("xã Tân Thành")) > 1


def test_a_name_is_found_among_words():
    words = [fold(word) for word in syllables("rác thải xã Thổ Tang năm 2025")]
    ((start, end, organs),) = find_in(words)
    assert (start, end, organs[0].name) == (2, 5, "xã Thổ Tang")
