from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from nlp.geometry import Box
from nlp.reading.forms.arrival import (
    find_rows,
    find_stamp_places,
    has_rows,
    straighten_stamp,
    with_overrun,
)
from nlp.reading.forms.views import Place, Sheet
from nlp.reading.page import Frame, Line, Word
from samples.render.faces import print_face

BOX = Box(60, 150, 200, 250)


def stamp(*labels, angle=0.0):
    """A stamp with labels (text, x0, top, x1, bottom) of its own, each a line."""
    lines = tuple(
        Line((Word(text, Box(x0, top, x1, bottom), 0.9, text),))
        for text, x0, top, x1, bottom in labels
    )
    return Frame("stamp", BOX, "red", angle, 0.9, lines)


NUMBER = ("Số:", 112, 180, 126, 188)
DATE = ("Ngày:", 112, 200, 134, 210)
FILE = ("Lưu hồ sơ số:", 70, 240, 120, 247)


def places(frame, rows=()):
    return {place.kind: place for place in find_stamp_places(frame, rows)}


def sheet(*feet):
    """A page of 72 dpi times 3 with dotted rows in the stamp at these heights in points."""
    pixels = np.full((900, 900, 3), 255, np.uint8)
    for foot in feet:
        for x in range(360, 580, 6):
            pixels[round(foot * 3) - 2 : round(foot * 3) + 2, x : x + 3] = (200, 40, 40)
    return Sheet(pixels, 216.0)


def test_the_slots_begin_after_the_labels_and_reach_to_the_border():
    found = places(stamp(NUMBER, DATE))
    assert found["arrival_number"].box.x0 == pytest.approx(126, abs=1)
    assert found["arrival_number"].box.bottom == pytest.approx(188)
    assert found["arrival_date"].box.x0 == pytest.approx(134, abs=1)
    assert found["arrival_date"].box.x1 == BOX.x1


def test_a_label_that_swallowed_the_handwriting_is_cut():
    found = places(stamp(("Số:", 112, 178, 150, 188), DATE))
    assert found["arrival_number"].box.x0 < 130


def test_the_number_of_the_file_is_not_the_number_of_arrival():
    found = places(stamp(DATE, FILE))
    assert found["arrival_number"].box.bottom < found["arrival_date"].box.bottom


def test_one_label_places_the_other_slot():
    found = places(stamp(NUMBER))
    assert 200 < found["arrival_date"].box.bottom < 215


def test_a_stamp_whose_labels_were_not_read_has_its_usual_proportions():
    found = places(stamp())
    assert 180 < found["arrival_number"].box.bottom < 195
    assert 203 < found["arrival_date"].box.bottom < 215


def test_a_tilted_stamp_is_set_straight_about_its_middle():
    page = np.full((600, 700, 3), 255, np.uint8)
    radians = np.deg2rad(5)
    x, y = BOX.center
    for step in range(-60, 61):  # a line that leans like the stamp
        column, row = x + step * np.cos(radians), y + step * np.sin(radians)
        page[round(row) - 1 : round(row) + 2, round(column)] = 0
    sheet, straight = straighten_stamp(Sheet(page, 72.0), stamp(NUMBER, angle=5.0))
    rows = np.flatnonzero((sheet.cut(BOX)[:, :, 0] < 128).any(axis=1))
    assert rows.max() - rows.min() < 6
    assert straight.angle_degrees == 0
    assert straight.lines[0].box.top > NUMBER[2]


def test_a_straight_stamp_is_left_alone():
    sheet = Sheet(np.full((60, 70, 3), 255, np.uint8), 72.0)
    assert straighten_stamp(sheet, stamp(NUMBER, angle=0.1))[0] is sheet


def test_the_dotted_rows_below_the_heading_are_found():
    assert find_rows(sheet(160, 188, 209, 230), stamp()) == pytest.approx((188, 209, 230), abs=2)


def test_the_dotted_rows_of_a_coloured_stamp_are_found_under_print():
    page = sheet(188, 209)
    image = Image.fromarray(page.image)
    font = ImageFont.truetype(str(print_face()), 39)
    for foot in (190, 208):
        ImageDraw.Draw(image).text((300, foot * 3), "xem xét, quyết định theo", 20, font, "ls")
    page = Sheet(np.array(image), page.dpi)
    assert find_rows(page, stamp()) == pytest.approx((188, 209), abs=2)


def test_dotted_rows_tell_the_slots_where_no_label_was_read():
    found = places(stamp(), rows=(196, 214, 232))
    assert found["arrival_number"].box.bottom == 196
    assert found["arrival_date"].box.bottom == 214


def test_the_row_of_forwarding_tells_which_rows_are_those_above_it():
    forwarding = ("Chuyển:", 70, 227, 100, 238)
    found = places(stamp(forwarding), rows=(184, 200, 214, 237))
    assert found["arrival_number"].box.bottom == 200
    assert found["arrival_date"].box.bottom == 214
    assert places(stamp(), rows=(184, 200, 214, 237))["arrival_number"].box.bottom == 184


def test_rows_too_near_or_too_far_apart_are_not_those_of_number_and_date():
    usual = places(stamp())
    assert places(stamp(), rows=(170, 176, 240)) == usual


def test_a_dotted_row_helps_the_label_that_was_not_read():
    found = places(stamp(NUMBER), rows=(189, 213, 230))
    assert found["arrival_date"].box.bottom == 213


def test_a_department_in_the_heading_is_no_label_of_the_number():
    heading = ("SỞ", 100, 155, 112, 164)
    assert places(stamp(heading, DATE)) == places(stamp(DATE))


def test_a_label_into_which_print_below_was_read_stands_on_its_dots():
    found = places(stamp(NUMBER, ("Ngày", 112, 200, 134, 216)), rows=(188, 208, 230))
    assert found["arrival_date"].box.bottom == 208


def test_rows_that_a_third_follows_as_far_below_are_preferred_to_print_between_them():
    found = places(stamp(), rows=(182, 198, 219, 240))
    assert found["arrival_number"].box.bottom == 198
    assert found["arrival_date"].box.bottom == 219
    assert places(stamp(), rows=(182, 198, 219))["arrival_number"].box.bottom == 182


def test_of_several_dotted_rows_the_one_at_the_usual_distance_is_taken():
    found = places(stamp(NUMBER), rows=(189, 199, 209, 230))
    assert found["arrival_date"].box.bottom == 209
    found = places(stamp(DATE), rows=(170, 189, 199, 230))
    assert found["arrival_number"].box.bottom == 189


def test_the_label_of_the_symbol_below_is_not_that_of_the_number():
    found = places(stamp(("Số", 66, 240, 76, 247), DATE))
    assert found["arrival_number"].box.bottom < found["arrival_date"].box.bottom


def test_two_dotted_rows_make_a_form():
    assert has_rows(sheet(188, 209), stamp())
    assert not has_rows(sheet(188), stamp())


def test_a_tilted_stamp_gets_its_own_size_back():
    _, straight = straighten_stamp(sheet(), stamp(angle=8.0))
    assert straight.box.height < BOX.height - 10
    assert straight.box.center == pytest.approx(BOX.center)


def test_the_date_reaches_as_far_as_the_pen_went_over_the_border():
    page = sheet()
    place = next(p for p in find_stamp_places(stamp(NUMBER, DATE)) if p.kind == "arrival_date")
    assert with_overrun(page, place) == place
    foot = round(place.box.bottom * 3)
    page.image[foot - 20 : foot - 4, 590:660] = (30, 40, 120)  # the pen, to 220 points
    page.image[foot - 20 : foot - 4, 690:720] = 20  # print of the page
    assert with_overrun(page, place).box.x1 == pytest.approx(220, abs=1)


def photocopied(*inks):
    """The end of a date row at 200 points with the border of its stamp, and inks (x0, x1)."""
    pixels = np.full((900, 900, 3), 255, np.uint8)
    pixels[500:700, 598:602] = 60
    pixels[624:628, 400:598:2] = 60  # the dots of the row
    for x0, x1 in inks:
        pixels[600:622, x0 * 3 : x1 * 3] = 20
    return Sheet(pixels, 216.0), Place("arrival_date", Box(130, 190, 200, 210), 13.0, ink="grey")


def test_the_date_of_a_photocopied_stamp_goes_on_where_the_pen_crosses_the_border():
    page, place = photocopied((180, 196), (197, 199), (202, 214), (230, 260))
    assert with_overrun(page, place).box.x1 == pytest.approx(214, abs=1)


def test_a_blue_pen_that_crosses_the_border_of_a_blue_stamp_is_followed():
    page, place = photocopied((180, 196), (197, 199), (202, 214), (230, 260))
    page.image[page.image[:, :, 0] < 128] = (40, 60, 160)
    assert with_overrun(page, replace(place, ink="blue")).box.x1 == pytest.approx(214, abs=1)


def test_a_black_pen_that_crosses_the_border_of_a_blue_stamp_is_followed():
    page, place = photocopied((180, 196), (197, 214), (230, 260))
    page.image[page.image[:, :, 0] == 60] = (40, 60, 160)
    assert with_overrun(page, replace(place, ink="blue")).box.x1 == pytest.approx(214, abs=1)


def test_print_behind_the_border_of_a_photocopied_stamp_is_no_pen():
    page, place = photocopied((150, 180), (205, 240))
    assert with_overrun(page, place) is place


def test_a_slot_whose_label_was_not_read_begins_below_or_above_the_other():
    below = places(stamp(("Số:", 72, 180, 86, 188)))["arrival_date"].box
    above = places(stamp(("Ngày:", 72, 200, 94, 210)))["arrival_number"].box
    assert below.x0 == pytest.approx(95, abs=4)
    assert above.x0 == pytest.approx(86, abs=4)


def test_the_date_may_stand_in_the_last_row():
    found = places(stamp(("Số:", 72, 205, 86, 213), ("Ngày:", 72, 228, 94, 238)))
    assert found["arrival_date"].box.x0 == pytest.approx(94, abs=1)
