"""What is ours, and whom a group of organs means."""

import re
from datetime import date

import pytest

from nlp.lexicon.schema import load_groups
from nlp.tasks.office import Office, Origin, expand, is_ours

BEFORE = date(2020, 3, 2)
HEALTH = Office(("Phòng Y tế huyện Yên Lạc", "Phòng YT"), parent="UBND huyện Yên Lạc")
COMMUNE = Office(("UBND xã Lũng Hòa", "Ủy ban nhân dân xã Lũng Hoà, huyện Vĩnh Tường"))
DISTRICT = Origin("UBND huyện Vĩnh Tường", "UBND tỉnh Vĩnh Phúc", BEFORE)
PROVINCE = Origin("Sở Y tế", "UBND tỉnh Vĩnh Phúc", BEFORE)
YEN_LAC = Origin("UBND huyện Yên Lạc", None, BEFORE)


@pytest.mark.parametrize(
    "assignee",
    ["UBND xã Lũng Hòa", "Chủ tịch UBND xã Lũng Hòa", "UBND các xã, thị trấn", "các xã",
     "UBND các xã: Kim Xá, Lũng Hoà", "UBND cấp xã"],
)  # fmt: skip
def test_a_commune_is_meant_by_its_district(assignee):
    assert is_ours(assignee, COMMUNE, DISTRICT)


@pytest.mark.parametrize(
    "assignee",
    ["UBND xã Kim Xá", "UBND các phường", "UBND các xã: Kim Xá, Vũ Di", "Công an các xã",
     "UBND huyện Vĩnh Tường", "các phòng, ban", "các đơn vị liên quan", ""],
)  # fmt: skip
def test_a_commune_is_not_meant_by_what_others_are_told(assignee):
    assert not is_ours(assignee, COMMUNE, DISTRICT)


def test_communes_of_another_district_are_not_ours():
    assert not is_ours("UBND các xã, thị trấn", COMMUNE, YEN_LAC)
    assert not is_ours("UBND các xã thuộc huyện Yên Lạc", COMMUNE, PROVINCE)


def test_a_province_means_all_its_communes():
    assert is_ours("UBND các xã, phường, thị trấn", COMMUNE, PROVINCE)


@pytest.mark.parametrize(
    "assignee",
    ["Phòng Y tế", "Phòng Y tế huyện", "Phòng Y tế huyện Yên Lạc", "Trưởng Phòng Y tế",
     "các phòng, ban", "các phòng: Nội vụ, Y tế", "các cơ quan, đơn vị", "các cơ quan chuyên môn",
     "Phòng YT"],
)  # fmt: skip
def test_a_department_is_meant_by_its_district(assignee):
    assert is_ours(assignee, HEALTH, YEN_LAC)


@pytest.mark.parametrize("assignee", ["Phòng Y tế", "các phòng, ban", "Phòng Y tế huyện"])
def test_a_department_is_not_meant_by_another_district(assignee):
    assert not is_ours(assignee, HEALTH, DISTRICT)


def test_a_department_is_one_of_those_of_its_province():
    assert is_ours("Phòng Y tế các huyện, thành phố", HEALTH, PROVINCE)
    assert is_ours("Phòng Y tế huyện Yên Lạc", HEALTH, PROVINCE)
    assert not is_ours("Phòng Y tế các huyện", HEALTH, Origin("Sở Y tế", "UBND tỉnh Lai Châu"))


def test_an_organ_of_a_province_may_bear_its_name():
    office = Office(("Sở Y tế Lai Châu",))
    origin = Origin("UBND tỉnh Lai Châu", None, BEFORE)
    assert is_ours("Sở Y tế", office, origin)
    assert not is_ours("Sở Y tế", office, Origin("UBND tỉnh Sơn La"))
    assert is_ours(
        "Sở Y tế các tỉnh, thành phố", Office(("Sở Y tế tỉnh Lai Châu",)), Origin("Bộ Y tế")
    )


def test_what_is_under_an_organ_is_meant_by_it():
    office = Office(("Bệnh viện Đa khoa Phúc Yên",), parent="Sở Y tế Vĩnh Phúc")
    assert is_ours("các đơn vị trực thuộc", office, Origin("Sở Y tế Vĩnh Phúc"))
    assert is_ours(
        "các đơn vị trực thuộc Sở Y tế Vĩnh Phúc", office, Origin("UBND tỉnh Vĩnh Phúc")
    )
    assert not is_ours("các đơn vị trực thuộc", office, Origin("Sở Nội vụ", "UBND tỉnh Vĩnh Phúc"))


def test_an_office_that_nobody_named_has_nothing():
    assert not is_ours("UBND các xã", Office(), DISTRICT)


def test_a_group_of_communes_is_told_by_the_register():
    communes = expand("UBND các xã, thị trấn", Office(), DISTRICT)
    assert len(communes) == 20
    assert "UBND xã Lũng Hòa" in communes
    assert expand("UBND các xã: Kim Xá, Vũ Di", Office(), DISTRICT) == (
        "UBND xã Kim Xá",
        "UBND xã Vũ Di",
    )


def test_after_the_reform_communes_are_those_of_the_province():
    later = Origin("UBND tỉnh Phú Thọ", None, date(2025, 8, 1))
    communes = expand("UBND các xã, phường", Office(), later)
    assert "UBND xã Vĩnh Tường" in communes
    assert expand("UBND các huyện", Office(), later) == ()


def test_what_the_office_lists_goes_before_the_register():
    office = Office(
        ("UBND huyện Vĩnh Tường",), members=("UBND xã Lũng Hòa", "Phòng Y tế huyện Vĩnh Tường")
    )
    assert expand("UBND các xã, thị trấn", office, DISTRICT) == ("UBND xã Lũng Hòa",)
    assert expand("các phòng, ban", office, DISTRICT) == ("Phòng Y tế huyện Vĩnh Tường",)
    assert expand("các trường", office, DISTRICT) == ()


@pytest.mark.parametrize("assignee", ["UBND xã Lũng Hòa", "các xã liên quan", "các đơn vị"])
def test_what_is_no_group_or_unknown_stands_for_nobody(assignee):
    assert expand(assignee, Office(), DISTRICT) == ()


ROWS = load_groups()


def means(example: str) -> bool:
    """Whether the issuer of the unit that ends the example means its organ by its group."""
    group, _, organ = example.partition(": ")
    unit = re.search(r"(?:xã|huyện|tỉnh) .*", organ)
    issuer = f"UBND {unit[0]}" if unit else "Văn phòng Chính phủ"
    return is_ours(group, Office((organ,)), Origin(issuer))


@pytest.mark.parametrize("text", [text for row in ROWS for text in row.examples])
def test_words_for_groups_mean_what_their_rows_say(text):
    assert means(text)


@pytest.mark.parametrize("text", [text for row in ROWS for text in row.non_examples])
def test_words_for_groups_do_not_mean_others(text):
    assert not means(text)
