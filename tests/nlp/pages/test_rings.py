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


def test_the_circles_of_a_seal_go_and_the_strokes_across_them_stay():
    page = np.full((1100, 800), 255, np.uint8)
    cv2.circle(page, (486, 486), 68, 0, 2)
    cv2.line(page, (486, 400), (486, 440), 0, 9)
    clean = erase_ring(page, DPI, InkFrame("seal", Box(300, 300, 400, 400), "black", 0.0, 1.0))
    assert clean[480:492, 410:430].min() == 255
    assert clean[405:436, 484:488].max() == 0
    assert np.count_nonzero(clean < 128) < 0.6 * np.count_nonzero(page < 128)
