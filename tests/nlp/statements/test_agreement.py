from collections import Counter

import pytest

from nlp.statements.agreement import mend_place, mend_places, places_in


@pytest.mark.parametrize(
    ("place", "voices", "right"),
    [
        ("Vinh Tường", {"Vĩnh Tường": 3}, "Vĩnh Tường"),
        ("Bắy Hà", {"Bắc Hà": 1}, "Bắc Hà"),
        ("Cầy Giuộc", {"Cần Giuộc": 2, "Long An": 4}, "Cần Giuộc"),
    ],
)
def test_a_place_becomes_the_one_that_the_document_names_elsewhere(place, voices, right):
    assert mend_place(place, Counter(voices)) == right


@pytest.mark.parametrize(
    ("place", "voices"),
    [
        ("Yên Lạc", {"Yên Lập": 5}),  # both are districts
        ("Zêm Lxc", {"Yên Lạc": 5}),  # two letters apart
        ("Bìa Hà", {"Bắc Hà": 1, "Nam Hà": 1}),
    ],
)
def test_a_place_of_its_own_or_too_far_from_all_stays(place, voices):
    assert mend_place(place, Counter(voices)) == place


def test_the_place_in_an_organs_name_is_mended_and_heard():
    assert mend_places("UBND tỉnh Gà Giang", Counter({"Hà Giang": 1})) == "UBND tỉnh Hà Giang"
    assert places_in("UBND huyện Bắc Hà") == Counter({"Bắc Hà": 1})
    assert places_in("Bộ Y tế") == Counter()
