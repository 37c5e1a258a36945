import cv2
import numpy as np
import pytest

from nlp.pages.leaders import find_leader_feet, find_leaders
from nlp.pages.rulings import erase

DPI = 200.0


def form(*rows, step=6, radius=1.6):
    """A piece of white paper, 2 inches wide, with rows of dots at these heights in pixels."""
    paper = np.full((240, 400), 255, np.uint8)
    for row in rows:
        for x in range(90, 380, step):
            cv2.circle(paper, (x * 8, row * 8), round(radius * 8), 30, -1, cv2.LINE_AA, 3)
    return paper


def letter(paper, x, foot):
    """A thick upright stroke on a serif."""
    cv2.line(paper, (x, foot - 24), (x, foot), 20, 9)
    cv2.line(paper, (x - 5, foot), (x + 5, foot), 20, 2)


@pytest.mark.parametrize("step", [6, 4])
def test_rows_of_dots_are_found_also_where_the_dots_run_together(step):
    found = find_leaders(form(80, 150, step=step), DPI)
    assert sorted(round(box.center[1]) for box in found.boxes) == [29, 54]
    assert all(box.x0 < 35 and box.x1 > 130 for box in found.boxes)


def test_the_pen_that_crosses_a_row_stays_when_the_dots_go():
    paper = form(80)
    cv2.line(paper, (200, 40), (190, 95), 20, 3)
    clean = erase(paper, find_leaders(paper, DPI).mask)
    assert clean[60, 196] < 100
    assert clean[78:83, 95:150].min() > 150


def test_letters_on_their_serifs_are_no_leader():
    paper = np.full((240, 400), 255, np.uint8)
    for x in range(60, 380, 14):
        letter(paper, x, 100)
    assert find_leaders(paper, DPI).boxes == ()


def test_a_row_begins_after_its_label():
    paper = form(80)
    for x in range(20, 80, 14):
        letter(paper, x, 80)
    boxes = find_leaders(paper, DPI).boxes
    assert boxes
    assert min(box.x0 for box in boxes) > 25


def test_the_feet_of_a_form_come_downwards_however_much_is_written_over_them():
    paper = form(80, 150)
    for x in range(100, 370, 20):
        cv2.line(paper, (x + 8, 46), (x, 96), 20, 3)
    feet = find_leader_feet(paper, DPI)
    assert feet == pytest.approx((30, 55), abs=2)


def test_white_paper_has_no_leaders():
    paper = np.full((240, 400), 255, np.uint8)
    assert find_leaders(paper, DPI).boxes == ()
    assert find_leader_feet(paper, DPI) == ()
