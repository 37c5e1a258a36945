"""The names of assignees are taken apart, whatever they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.tasks.assignee import COMMITTEE, RANKS, parse_assignee


@pytest.mark.parametrize(
    ("name", "kind", "unit"),
    [
        ("UBND xã Lũng Hòa, huyện Vĩnh Tường", COMMITTEE, "xã Lũng Hòa"),
        ("Chủ tịch UBND thị trấn Thổ Tang", COMMITTEE, "thị trấn Thổ Tang"),
        ("UBND TP. Vinh", COMMITTEE, "thành phố Vinh"),
        ("Trưởng phòng Nội vụ", "phòng nội vụ", None),
        ("Phòng LĐ-TB&XH huyện Yên Lạc", "phòng lao động thương binh và xã hội", "huyện Yên Lạc"),
        ("Huyện ủy Yên Lạc", "huyện ủy", "huyện Yên Lạc"),
        ("xã Lũng Hòa", "", "xã Lũng Hòa"),
        ("UBND huyện", COMMITTEE, None),
        ("", "", None),
    ],
)
def test_a_single_organ_has_kind_and_unit(name, kind, unit):
    found = parse_assignee(name)
    assert (found.kind, found.unit, found.is_group) == (kind, unit, False)


@pytest.mark.parametrize(
    ("name", "kind", "levels", "places"),
    [
        ("UBND các xã, thị trấn", COMMITTEE, {"xã", "thị trấn"}, ()),
        ("Chủ tịch UBND 11 xã, phường", COMMITTEE, {"xã", "phường"}, ()),
        ("Công an các xã", "công an", {"xã"}, ()),
        ("Trạm Y tế các xã: Kim Xá, Vũ Di", "trạm y tế", {"xã"}, ("Kim Xá", "Vũ Di")),
        ("UBND các xã Kim Xá và Vũ Di", COMMITTEE, {"xã"}, ("Kim Xá", "Vũ Di")),
        (
            "Sở Y tế các tỉnh, thành phố trực thuộc Trung ương",
            "sở y tế",
            {"tỉnh", "thành phố"},
            (),
        ),
        ("UBND cấp xã", COMMITTEE, RANKS["cấp xã"], ()),
    ],
)
def test_a_group_of_units_has_levels_and_places(name, kind, levels, places):
    found = parse_assignee(name)
    assert (found.kind, found.levels, found.places) == (kind, levels, places)
    assert found.is_group


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("các sở, ban, ngành, đoàn thể tỉnh", ("sở", "ban", "ngành", "đoàn thể")),
        ("các phòng, ban chuyên môn", ("phòng", "ban")),
        ("các phòng: Nội vụ, Tư pháp và Y tế", ("phòng nội vụ", "phòng tư pháp", "phòng y tế")),
        ("các trường THCS, THPT", ("trường thcs", "trường thpt")),
        ("các trường mầm non, tiểu học", ("trường mầm non", "trường tiểu học")),
        ("cơ quan, đơn vị", ("cơ quan", "đơn vị")),
        ("tất cả các đơn vị trực thuộc", ("đơn vị",)),
    ],
)
def test_a_group_of_organs_has_words(name, words):
    found = parse_assignee(name)
    assert (found.words, found.is_group, found.is_part) == (words, True, False)


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("các trường tiểu học trên địa bàn huyện Yên Lạc", "huyện Yên Lạc"),
        ("các đơn vị trực thuộc Sở Y tế", "Sở Y tế"),
        ("UBND các xã thuộc huyện Lập Thạch", "huyện Lập Thạch"),
    ],
)
def test_a_group_may_name_its_area(name, area):
    assert parse_assignee(name).area == area


@pytest.mark.parametrize(
    "name",
    ["các đơn vị liên quan", "các cơ quan, đơn vị có liên quan", "các xã còn nợ hồ sơ năm trước"],
)
def test_nobody_can_tell_who_belongs_to_a_part_of_a_group(name):
    assert parse_assignee(name).is_part


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_any_text_is_taken_apart(name):
    found = parse_assignee(name)
    assert not (found.is_part and not found.is_group)
