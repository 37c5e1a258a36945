"""Which units lie within which."""

from datetime import date

import pytest

from nlp.lexicon.areas import LEVELS, REFORM, lies_within, units_within

BEFORE = date(2025, 6, 30)


def test_the_country_has_its_provinces():
    assert len(units_within("", {"tỉnh", "thành phố"}, BEFORE)) == 63
    assert len(units_within("", {"tỉnh", "thành phố"}, REFORM)) == 34


def test_a_province_had_districts_until_the_reform():
    assert len(units_within("tỉnh Vĩnh Phúc", {"huyện", "thành phố"}, BEFORE)) == 9
    assert units_within("tỉnh Phú Thọ", {"huyện"}, REFORM) == ()
    assert "xã Vĩnh Tường" in units_within("tỉnh Phú Thọ", {"xã"}, None)


def test_a_name_that_several_have_lists_nothing_but_each_may_hold_a_unit():
    assert units_within("huyện Châu Thành", {"xã"}, BEFORE) == ()
    assert lies_within("xã Song Lộc", "huyện Châu Thành", BEFORE)
    assert not lies_within("xã Lũng Hòa", "huyện Châu Thành", BEFORE)


def test_both_ways_to_place_a_tone_are_one():
    assert lies_within("xã Lũng Hoà", "huyện Vĩnh Tường", BEFORE)


@pytest.mark.parametrize("unit", ["huyện Không Đâu Có", "Vĩnh Tường"])
def test_what_the_register_does_not_have_holds_nothing(unit):
    assert units_within(unit, set(LEVELS), BEFORE) == ()
