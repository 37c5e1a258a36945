import pytest

from nlp.geometry import Box
from nlp.reading.forms.letterhead import find_places, find_year, type_size, width_of
from nlp.reading.page import Line, Word

A4 = (595.0, 842.0)
EM = 12.0


def line(*words, top=100.0):
    """A line of (text, x0, x1) at a height of the page."""
    return Line(tuple(Word(text, Box(x0, top, x1, top + 9), 0.95, text) for text, x0, x1 in words))


def places(*lines):
    return {place.kind: place for place in find_places(lines, A4)}


@pytest.mark.parametrize("label", ["Số:", "Số", "SỐ:", "Sô:", "S6:", "số.", "Só:"])
def test_the_number_stands_between_its_label_and_the_symbol(label):
    number = places(line((label, 90, 106), ("/KH-SYT", 140, 190)))["number"]
    assert number.box.x0 == pytest.approx(106, abs=1.5)
    assert number.box.x1 == pytest.approx(140, abs=1.5)
    assert number.typed == ""


@pytest.mark.parametrize(
    "symbol", ["/KH-SYT", "/TTr-UBND", "/QĐ-TTg", "/UBND-VX", "-NQ/TU", "#GM-TB", "/ QĐ-UBND"]
)
def test_symbols_of_all_kinds_end_the_slot(symbol):
    end = 130 + width_of(symbol, EM)
    number = places(line(("Số:", 90, 106), ("12", 110, 122), (symbol, 130, end)))["number"]
    assert number.typed == "12"
    assert 122 < number.box.x1 <= 131


def test_print_and_handwriting_in_one_word_come_apart_by_the_width_of_the_print():
    number = places(line(("Số:Jd9Á/KH-SYT", 90, 190)))["number"]
    assert 100 < number.box.x0 < 110
    assert 135 < number.box.x1 < 155
    assert number.typed == "Jd9Á"


def test_a_line_without_label_or_symbol_has_no_number():
    assert places(line(("V/v", 90, 106), ("báo", 110, 130))) == {}
    assert places(line(("Số:", 90, 106), ("...", 110, 150))) == {}


DATE = (("tháng", 400, 429), ("4", 433, 439), ("năm", 443, 464), ("2017", 468, 492))


@pytest.mark.parametrize("day", ["ngày", "ngà", "ngàW", "Ngày"])
def test_day_and_month_stand_between_the_words_of_the_date_line(day):
    found = places(line(("Hà", 300, 314), ("Nội,", 318, 338), (day, 342, 365), *DATE))
    assert (found["day"].box.x0, found["day"].box.x1) == pytest.approx((362, 400), abs=4)
    assert found["month"].typed == "4"


def test_the_place_name_is_not_taken_for_the_word_day():
    words = (("Quảng", 290, 324), ("Ngãi,", 327, 354), ("ngày", 359, 384), (",Ê3", 386, 399))
    assert places(line(*words, *DATE))["day"].box.x0 == pytest.approx(384, abs=4)


def test_handwriting_that_reaches_into_a_word_widens_the_slot():
    words = (("Giang,", 300, 334), ("ngày", 342, 382), ("tháng", 388, 429), *DATE[1:])
    title = line(
        ("NAM", 300, 300 + width_of("NAM", EM)), ("phúc", 350, 350 + width_of("phúc", EM))
    )
    day = places(title, line(*words), title)["day"]
    assert day.box.x0 < 370
    assert day.box.x1 > 395


def test_where_the_word_before_the_month_was_lost_the_day_stands_before_its_place():
    words = (("Lâm,", 300, 334), ("ngày", 342, 420))
    title = line(
        ("NAM", 300, 300 + width_of("NAM", EM)), ("phúc", 350, 350 + width_of("phúc", EM))
    )
    found = places(title, line(*words, *DATE[1:]), title)
    assert (found["day"].box.x0, found["day"].box.x1) == pytest.approx((366, 401), abs=5)
    assert found["month"].typed == "4"


def test_a_month_that_stands_right_behind_the_word_day_leaves_no_room_for_one():
    assert places(line(("Lâm,", 300, 334), ("ngày", 405, 429), *DATE[1:])) == {}


def test_a_date_in_the_body_or_the_left_column_is_no_slot():
    words = (("ngày", 342, 365), ("9", 370, 376), *DATE)
    assert places(line(*words, top=500)) == {}
    moved = ((text, x0 - 300, x1 - 300) for text, x0, x1 in words)
    assert places(line(*moved)) == {}


@pytest.mark.parametrize(
    ("text", "year"), [("2018", 2018), ("2018.", 2018), ("20", None), ("1208", None)]
)
def test_the_year_of_issue_is_told_where_it_is_printed_whole(text, year):
    dated = line(("Nội,", 318, 338), ("ngày", 360, 382), *DATE[:3], (text, 468, 492))
    assert find_year([dated], A4) == year
    assert find_year([line((text, 468, 492))], A4) is None


def test_a_date_that_goes_on_is_no_date_line():
    assert places(line(("ngày", 342, 365), ("9", 370, 376), *DATE, ("của", 496, 515))) == {}


def test_the_type_size_follows_from_words_that_were_surely_read():
    words = line(("nhân", 0, width_of("nhân", EM)), ("dân", 50, 50 + width_of("dân", EM))).words
    assert type_size(words) == pytest.approx(EM)
    assert type_size(()) > 0
