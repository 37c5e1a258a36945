from dataclasses import replace

import numpy as np
import pytest

from nlp.geometry import Box
from nlp.reading.forms.strokes import cut_near_views, find_strokes
from nlp.reading.forms.views import Place, Sheet

BLUE, BLACK, RED = (40, 60, 170), (20, 20, 20), (210, 60, 60)
PLACE = Place("arrival_number", Box(20, 26, 80, 36), 12.0, ink="red")


def page(**blocks):
    """A white page of 100 × 60 points at 72 dpi with blocks of ink at columns (x0, x1)."""
    pixels = np.full((60, 100, 3), 255, np.uint8)
    for name, (x0, x1) in blocks.items():
        pixels[25:35, x0:x1] = {"red": RED, "blue": BLUE, "black": BLACK}[name]
    return pixels


def counted(sheet, place):
    strokes = find_strokes(sheet, place)
    return strokes.count if strokes else 0


def test_the_tall_strokes_of_the_pen_in_a_red_form_are_counted():
    pixels = page(blue=(40, 46), red=(60, 66), black=(70, 76))
    pixels[25:35, 50:53] = BLUE  # a 1
    pixels[33:35, 55:57] = BLUE  # a dot
    assert counted(Sheet(pixels, 72.0), replace(PLACE, ink="red")) == 2
    pixels[36:50, 44:70:6] = BLUE  # the heads of the row below
    assert counted(Sheet(pixels, 72.0), replace(PLACE, ink="red")) == 2


@pytest.mark.parametrize(("form", "pen"), [("red", BLACK), ("blue", BLUE), ("grey", BLACK)])
def test_strokes_of_a_pen_as_dark_as_print_are_counted_beside_the_label_and_the_border(form, pen):
    pixels = page()
    for x in (12, 40, 50, 60, 84):  # the end of a label, three digits, print behind the border
        pixels[25:35, x : x + 3] = pen
    pixels[:, 79:81] = pen  # the border
    assert counted(Sheet(pixels, 72.0), replace(PLACE, ink=form)) == 3


def test_strokes_amid_print_are_not_counted():
    pixels = page()
    for x in range(22, 78, 7):
        pixels[25:35, x : x + 3] = BLACK
    assert find_strokes(Sheet(pixels, 72.0), replace(PLACE, ink="red")) is None


def test_a_slot_that_nothing_is_written_in_has_no_strokes():
    assert find_strokes(Sheet(page(red=(30, 60)), 72.0), PLACE) is None


def test_strokes_are_seen_from_near_without_what_stands_around():
    pixels = page(black=(40, 46))
    pixels[25:35, 50:56] = BLACK
    pixels[44:50, 20:80] = BLACK  # the row below
    strokes = find_strokes(Sheet(pixels, 72.0), PLACE)
    views = list(cut_near_views(strokes))
    assert strokes.crop.shape == (10, 16)
    assert len({view.shape for view in views}) > 3
    for view in views:
        assert min(view[0].min(), view[-1].min(), view[:, 0].min(), view[:, -1].min()) > 200


OWN = Place("number", Box(20, 26, 80, 36), 12.0)


def test_digits_that_begin_before_the_slot_and_rise_high_are_of_it_and_the_slash_is_not():
    pixels = page(black=(17, 27))  # begins left of where the label should end
    pixels[20:36, 40:46] = BLACK
    pixels[23:37, 79:82] = BLACK  # the slash
    strokes = find_strokes(Sheet(pixels, 72.0), OWN)
    assert strokes.count == 2
    assert strokes.crop.shape == (16, 29)


def test_a_wide_digit_at_the_end_of_a_slot_is_no_slash():
    pixels = page(black=(40, 46))
    pixels[25:35, 74:82] = BLACK
    assert counted(Sheet(pixels, 72.0), OWN) == 2


def test_a_digit_on_the_label_leaves_no_strokes_to_count():
    pixels = page(black=(40, 46))
    pixels[24:38, 8:21] = BLACK  # the end of the label, and a digit on it
    assert find_strokes(Sheet(pixels, 72.0), OWN) is None
