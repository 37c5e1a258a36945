from dataclasses import replace

import cv2
import numpy as np

from nlp.geometry import Box
from nlp.pages.image import PageImage
from nlp.reading.page import Frame
from nlp.reading.photocopied import read_outlined, with_further_stamps

DPI = 200.0
BOX = Box(36, 72, 180, 158)


class SilentEngine:
    """Reads nothing."""

    def words(self, *_):
        return ()


def photocopy(*, edge=False):
    """A grey page with a stamp whose rows are dotted, and at will with a leaning dark edge."""
    pixels = np.full((2000, 1600), 255, np.uint8)
    x0, top, x1, bottom = (
        round(side * DPI / 72) for side in (BOX.x0, BOX.top, BOX.x1, BOX.bottom)
    )
    cv2.rectangle(pixels, (x0, top), (x1, bottom), 20, 4)
    for y in (top + 50, bottom - 70):
        cv2.line(pixels, (x0, y), (x1, y), 20, 4)
    for row in (100, 150):
        for x in range(x0 + 140, x1 - 15, 6):
            cv2.circle(pixels, (x, top + row), 2, 30, -1)
    if edge:
        cv2.line(pixels, (x0 + 20, 0), (x0 - 60, 1999), 0, 16)
    return pixels


def found_on(grey, *, is_stamped=False):
    image = PageImage(cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB), DPI)
    return read_outlined(image, grey, SilentEngine(), is_stamped=is_stamped)


def test_a_stamp_without_legible_labels_is_told_by_its_dotted_rows():
    (stamp,) = found_on(photocopy())
    assert stamp.kind == "stamp"
    assert stamp.box.overlap(BOX) > 0.9


def test_a_stamp_that_runs_into_the_dark_edge_is_sought_where_there_is_no_other():
    (stamp,) = found_on(photocopy(edge=True))
    assert stamp.box.overlap(BOX) > 0.8
    assert found_on(photocopy(edge=True), is_stamped=True) == ()


def test_a_pale_frame_is_a_further_stamp_unless_its_lines_found_all_of_it():
    (stamp,) = found_on(photocopy())
    image = PageImage(cv2.cvtColor(photocopy(), cv2.COLOR_GRAY2RGB), DPI)
    pale = Frame("stamp", BOX, "grey", 0.0, 1.0)
    part = replace(stamp, box=replace(BOX, top=BOX.top + 0.3 * BOX.height))
    assert with_further_stamps((stamp,), (pale,), image) == (stamp,)
    assert with_further_stamps((), (pale,), image) == (pale,)
    assert with_further_stamps((part,), (pale,), image) == (pale,)
