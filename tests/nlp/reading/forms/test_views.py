from dataclasses import replace

import numpy as np

from nlp.geometry import Box
from nlp.reading.forms.views import (
    Place,
    Sheet,
    cut_apart_views,
    cut_undotted_views,
    cut_views,
    cut_whole_views,
    is_faded,
    only_blue,
    thicken,
    without_red,
)

RED, BLUE, BLACK = (210, 60, 60), (40, 60, 170), (20, 20, 20)


def page(**blocks):
    """A white page of 100 × 60 points at 72 dpi with blocks of ink at columns (x0, x1)."""
    pixels = np.full((60, 100, 3), 255, np.uint8)
    for name, (x0, x1) in blocks.items():
        pixels[25:35, x0:x1] = {"red": RED, "blue": BLUE, "black": BLACK}[name]
    return pixels


PLACE = Place("number", Box(20, 26, 80, 36), 12.0)


def test_red_print_fades_and_other_ink_stays():
    grey = without_red(page(red=(10, 20), blue=(40, 50), black=(70, 80)))
    assert grey[30, 15] > 230
    assert grey[30, 45] < 100
    assert grey[30, 75] < 60


def test_blue_ink_is_shown_alone_where_there_is_enough():
    pixels = page(blue=(40, 50), black=(70, 80))
    alone = only_blue(pixels, without_red(pixels))
    assert alone[30, 45] < 100
    assert alone[30, 75] > 200
    pixels = page(black=(70, 80))
    assert only_blue(pixels, without_red(pixels)) is None


def test_views_differ_in_size_and_show_blue_ink_twice():
    black = list(cut_views(Sheet(page(black=(40, 50)), 72.0), PLACE))
    blue = list(cut_views(Sheet(page(blue=(40, 50)), 72.0), PLACE))
    assert len({view.shape for view in black}) > 2
    assert len(blue) > len(black)


def test_in_a_red_form_the_blue_pen_is_shown_without_the_print_beside_it():
    sheet = Sheet(page(blue=(40, 50), black=(70, 78)), 72.0)
    views = list(cut_views(sheet, replace(PLACE, ink="red")))
    assert views
    assert all((view[:, int(view.shape[1] * 0.75) :] > 200).all() for view in views)


def test_a_pen_of_a_bluish_black_is_shown_without_the_print_it_crosses():
    pixels = page()
    pixels[26:33, 24:76] = (20, 20, 20)
    pixels[25:35, 44:50] = (50, 50, 70)
    views = list(cut_apart_views(Sheet(pixels, 72.0), PLACE))
    assert views
    for view in views:
        assert view.min() < 100
        assert (view < 128).mean() < 0.1


def test_a_pen_paler_than_the_print_it_crosses_is_shown_without_it():
    pixels = page()
    for x in range(24, 76, 8):
        pixels[26:33, x : x + 3] = 20
    pixels[22:36, 44:54] = 80
    pixels[26:33, 48:51] = 20
    views = list(cut_apart_views(Sheet(pixels, 72.0), PLACE))
    assert views
    for view in views:
        assert 60 < view.min() < 100
        assert (view < 128).mean() < 0.2


def test_one_black_is_not_told_from_itself():
    assert not list(cut_apart_views(Sheet(page(black=(24, 40)), 72.0), PLACE))


def test_what_is_left_of_a_bleached_form_is_no_pen():
    view = np.full((40, 100), 240, np.uint8)
    view[10:30, 40:50] = 140
    assert is_faded(view)
    view[10:30, 60:64] = 40
    assert not is_faded(view)


def test_red_writing_has_views_of_its_own():
    assert not list(cut_whole_views(Sheet(page(black=(40, 50)), 72.0), PLACE))
    views = list(cut_whole_views(Sheet(page(red=(40, 50)), 72.0), PLACE))
    assert views
    assert min(view.min() for view in views) < 100


def test_a_thicker_view_closes_what_a_fine_pen_left_open():
    grey = np.full((40, 60), 255, np.uint8)
    grey[10:19, 30] = grey[20:30, 30] = 0
    thick = thicken(grey)
    assert thick.shape[0] == 80
    assert thick[39, 60:62].min() < 100


def test_in_a_blue_form_the_black_pen_stays_and_the_print_fades():
    place = Place("number", PLACE.box, PLACE.em, ink="blue")
    views = list(cut_views(Sheet(page(blue=(30, 40), black=(60, 70)), 72.0), place))
    assert views
    for view in views:
        middle = view[view.shape[0] // 2]
        assert middle.min() < 60
        assert (middle < 100).mean() < 0.2


def test_blue_writing_in_a_blue_form_has_views_of_its_own():
    place = Place("number", PLACE.box, PLACE.em, ink="blue")
    views = list(cut_whole_views(Sheet(page(blue=(40, 50), black=(60, 70)), 72.0), place))
    assert views
    for view in views:
        middle = view[view.shape[0] // 2]
        assert middle.min() < 100
        assert (middle < 100).mean() < 0.2


def test_a_slot_beyond_the_page_has_no_views():
    place = Place("number", Box(200, 26, 280, 36), 12.0)
    assert not list(cut_views(Sheet(page(), 72.0), place))


def test_a_piece_of_the_page_is_cut_by_the_points_of_the_page():
    sheet = Sheet(page(black=(40, 50)), 72.0)
    piece = Sheet(sheet.cut(Box(30, 20, 60, 40)), 72.0, (30.0, 20.0))
    assert (piece.cut(Box(40, 25, 50, 35)) == BLACK[0]).all()


def dotted(*, dots):
    """A slot with a stroke at columns 40 to 46 down into its foot, on a row of so many dots."""
    pixels = page(black=(40, 46))
    pixels[25:38, 40:46] = BLACK
    for x in range(20, 20 + 4 * dots, 4):
        pixels[35:37, x : x + 2] = BLACK
    return Sheet(pixels, 72.0)


def test_the_dotted_line_is_taken_out_but_for_what_a_stroke_runs_into():
    for view in cut_undotted_views(dotted(dots=15), PLACE):
        ink = view < 128
        columns = np.flatnonzero(ink.any(axis=0))
        row = ink[:, columns[0] : columns[-1] + 1].any(axis=0)
        assert row.all()  # one stroke
        assert row.sum() < 0.3 * view.shape[1]
        assert ink.any(axis=1).sum() > 0.5 * view.shape[0]


def test_a_few_dots_are_no_dotted_line():
    assert list(cut_undotted_views(dotted(dots=4), PLACE)) == []
