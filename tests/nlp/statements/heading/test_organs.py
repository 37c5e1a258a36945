from collections import Counter

import pytest

from nlp.regions.region import Item, Letterhead, Parts
from nlp.statements.heading.organs import find_organs


@pytest.fixture
def organs(passage):
    def find(*lines, number=None, body=()):
        letterhead = Letterhead(organs=tuple(passage(line) for line in lines))
        items = tuple(Item("", 0, -1, passage(text)) for text in body)
        found = find_organs(Parts(1, 1, letterhead, body=items), number, Counter())
        return tuple(leaf.value if leaf else None for leaf in found)

    return find


def test_one_organ_has_no_parent(organs):
    assert organs("ỦY BAN NHÂN DÂN TỈNH NGHỆ AN") == (None, "UBND tỉnh Nghệ An")


def test_the_line_above_the_issuer_is_its_parent(organs):
    assert organs("UBND TỈNH NGHỆ AN", "SỞ Y TẾ") == ("UBND tỉnh Nghệ An", "Sở Y tế")


def test_damaged_names_are_told_by_their_level_and_by_the_letters_of_the_number(organs):
    found = organs("3ND TỈNH NGHỆ AN", "SỚY TẺ.", number="/SYT-NVY")
    assert found == ("UBND tỉnh Nghệ An", "Sở Y tế")
    assert organs("SỞ TÈ,", number="/KH-SYT") == (None, "Sở Y tế")
    assert organs("SỞ TƯ PHÁP", number="/KH-SYT") == (None, "Sở Tư pháp")
    assert organs("ỦY BAN NHÂN ĐÂN", "TÍNH NGHỆ AN") == (None, "UBND tỉnh Nghệ An")


def test_a_name_broken_over_two_lines_is_one(organs):
    assert organs("ỦY BAN NHÂN DÂN", "HUYỆN YÊN LẠC") == (None, "UBND huyện Yên Lạc")


def test_the_nearest_of_several_lines_is_the_parent(organs):
    found = organs("UBND HUYỆN YÊN LẠC", "PHÒNG GD&ĐT", "TRƯỜNG THCS TRUNG NGUYÊN")
    assert found == ("Phòng GD&ĐT", "Trường THCS Trung Nguyên")


def test_a_joint_letterhead_joins_its_issuers(organs):
    assert organs("SỞ TƯ PHÁP -", "SỞ NỘI VỤ") == (None, "Sở Tư pháp - Sở Nội vụ")


def test_a_star_below_a_party_organ_is_no_organ(organs):
    assert organs("HUYỆN ỦY YÊN LẠC", "*") == (None, "Huyện ủy Yên Lạc")


def test_a_lost_letterhead_is_inferred_from_the_body(organs):
    body = ["UBND huyện Yên Lạc ban hành Kế hoạch phòng, chống hạn hán như sau:"]
    assert organs(number="9/KH-UBND", body=body) == (None, "UBND huyện Yên Lạc")


def test_an_inferred_issuer_must_fit_the_symbol(organs):
    body = ["Sở Y tế đề nghị được hướng dẫn.", "UBND huyện Yên Lạc yêu cầu các xã rà soát."]
    assert organs(number="9/UBND-NC", body=body) == (None, "UBND huyện Yên Lạc")


def test_nothing_is_guessed_from_nothing(organs):
    assert organs() == (None, None)
