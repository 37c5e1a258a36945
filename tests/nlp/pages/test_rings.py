"""Rings of seals found among print, and taken off it."""

import cv2
import numpy as np
import pytest

from nlp.geometry import Box
from nlp.pages.frames import InkFrame, find_rings
from nlp.pages.rings import erase_ring

DPI = 100.0


@pytest.mark.parametrize("arc", [360, 270])
def test_only_a_whole_ring_counts_as_a_seal_among_print(arc):
    mask = np.zeros((1100, 800), np.uint8)
    cv2.ellipse(mask, (500, 600), (65, 65), 0, 0, arc, 255, 3)
    for y in range(100, 500, 26):
        cv2.putText(mask, "cac don vi thuc hien", (100, y), 0, 0.6, 255, 1)
    assert len(find_rings(mask, "black")) == (arc == 360)


SEAL = InkFrame("seal", Box(300, 300, 400, 400), "black", 0.0, 1.0)


def stamped(middle, axes):
    """A page with the circle of a seal, a stroke across it and one that ends on it."""
    page = np.full((1100, 800), 255, np.uint8)
    cv2.ellipse(page, middle, axes, 0, 0, 360, 0, 3)
    cv2.line(page, (486, 535), (486, 580), 0, 7)
    cv2.line(page, (466, 548), (466, 580), 0, 7)
    return page


@pytest.mark.parametrize("middle", [(486, 486), (489, 483)], ids=["found exactly", "found nearly"])
@pytest.mark.parametrize("axes", [(68, 68), (69, 66)], ids=["round", "out of round"])
def test_the_circles_of_a_seal_go_and_the_strokes_across_them_stay(middle, axes):
    page = stamped(middle, axes)
    for clean in erase_ring(page, DPI, SEAL):
        assert clean[380:520, 380:600].min() == 255
        assert clean[545:575, 486].max() == 0


def test_ink_that_ends_on_a_circle_stays_whole_on_the_first_page_alone():
    page = stamped((486, 486), (68, 68))
    touching, crossing = erase_ring(page, DPI, SEAL)
    assert np.count_nonzero(touching < 128) > np.count_nonzero(crossing < 128)
    assert touching[556:575, 466].max() == 0
