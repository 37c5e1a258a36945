from collections import Counter
from datetime import date

import pytest

from nlp.geometry import Box
from nlp.reading.page import Slot
from nlp.statements.heading.dating import find_date, find_place

BOX = Box(0, 0, 10, 10)


def _slot(kind, text, confidence=0.95, alternatives=()):
    return Slot(kind, BOX, text, confidence, is_handwritten=True, alternatives=alternatives)


@pytest.mark.parametrize(
    ("line", "place", "day"),
    [
        ("Yên Lạc, ngày 05 tháng 02 năm 2020", "Yên Lạc", date(2020, 2, 5)),
        ("Hà Nội , ngày 5 tháng 12 năm 1998", "Hà Nội", date(1998, 12, 5)),
        ("TP. Hồ Chí Minh, ngày 30 tháng 4 năm 2024", "TP. Hồ Chí Minh", date(2024, 4, 30)),
        ("Huế, 07/9/2025", "Huế", date(2025, 9, 7)),
        ("Kim Xá, 15 giờ 30 ngày 13 tháng 10 năm 2022", "Kim Xá", date(2022, 10, 13)),
    ],
)
def test_place_and_day_are_read_from_their_line(passage, line, place, day):
    assert find_place(passage(line), Counter()).value == place
    assert find_date(passage(line), ()).value == day


def test_a_line_without_its_blanks_or_its_month_word_is_read(passage):
    line = passage("Hòa Bình, ngày4tháng 01 năm 2024")
    assert find_date(line, (_slot("day", "14"),)).value == date(2024, 1, 14)
    line = passage("Hòa Bình, ngàyHtháng 01 năm 2024")
    assert find_date(line, (_slot("day", "14"),)).value == date(2024, 1, 14)
    line = passage("Hòa Bình, ngày 10 năm 2024")
    assert find_date(line, (_slot("day", "14"),)).value == date(2024, 10, 14)
    assert find_date(line, ()) is None
    line = passage("Hòa Bình, ngày 14 10 năm 2024")
    assert find_place(line, Counter()).value == "Hòa Bình"
    assert find_date(line, ()).value == date(2024, 10, 14)


@pytest.mark.parametrize(
    "text",
    [
        "Sơn La, ngày 2B tháng 8 năm 2020",
        "Sơn La, ngày 28 táng 8 năm 20Z0",
        "Sơn La, ngày 28 háng 8 năn 2020",
        "Sơn La, ngày 28 thúng 8 năm 2020",
    ],
)
def test_a_damaged_line_is_read_and_a_guessed_digit_is_not_sure(passage, text):
    leaf = find_date(passage(text), ())
    assert leaf.value == date(2020, 8, 28)
    assert (leaf.confidence <= 0.5) == ("B" in text or "Z" in text)


def test_a_place_lives_where_the_day_cannot_be_read(passage):
    line = passage("Kiên Giang, ngà{ð tháng 3 năm 2019")
    assert find_place(line, Counter()).value == "Kiên Giang"
    assert find_date(line, ()) is None


def test_a_day_by_hand_comes_from_its_slot(passage):
    leaf = find_date(passage("Vinh, ngày Ăð tháng 3 năm 2019"), (_slot("day", "18"),))
    assert leaf.value == date(2019, 3, 18)
    assert leaf.confidence == pytest.approx(0.95)


def test_a_day_that_does_not_exist_gives_way_to_the_next_reading(passage):
    slot = _slot("day", "42", alternatives=(("12", 0.3),))
    leaf = find_date(passage("Vinh, ngày ## tháng 3 năm 2019"), (slot,))
    assert leaf.value == date(2019, 3, 12)
    assert leaf.confidence == pytest.approx(0.3)


def test_an_impossible_day_is_never_shifted(passage):
    assert find_date(passage("Vinh, ngày 31 tháng 6 năm 2019"), ()) is None


def test_the_raw_place_stays_in_the_evidence(passage):
    leaf = find_place(passage("Yên Lac, ngày 1 tháng 3 năm 2019"), Counter({"Yên Lạc": 4}))
    assert leaf.value == "Yên Lạc"
    assert "Lac" in leaf.evidence.text


def test_no_line_gives_neither():
    assert find_place(None, Counter()) is None
    assert find_date(None, ()) is None


@pytest.mark.parametrize("hour", ["hồi 10h30", "hồi 8 giờ 15 phút,", "lúc 7 giờ"])
def test_the_hour_of_a_telegram_is_no_part_of_the_place(passage, hour):
    line = passage(f"Nam Định, {hour} ngày 4 tháng 9 năm 2012")
    assert find_place(line, Counter()).value == "Nam Định"
    assert find_date(line, ()).value == date(2012, 9, 4)
