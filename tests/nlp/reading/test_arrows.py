import cv2
import numpy as np
import pytest

from nlp.pages.frames import shrink
from nlp.pages.image import PageImage
from nlp.reading.arrows import read_arrows
from nlp.reading.engine import OcrWord

DPI = 200.0
RED = (220, 20, 30)
ARROW = [(-150, -35), (60, -35), (60, -75), (170, 0), (60, 75), (60, 35), (-150, 35), (-110, 0)]


class Reader:
    """An engine that says one text, and keeps what it was shown."""

    def __init__(self, *said):
        self.said = said
        self.shown = []

    def words(self, image, dpi, layout):
        self.shown.append((image, dpi, layout))
        return tuple(OcrWord(text, 0, 0, 40, 20, sure, 0) for text, sure in self.said)


def page(lean, *, outline=True):
    """A page with strokes in place of letters, in a red arrow that leans by some degrees."""
    pixels = np.full((1100, 800, 3), 255, np.uint8)
    radians = np.deg2rad(lean)
    turn = np.array([[np.cos(radians), -np.sin(radians)], [np.sin(radians), np.cos(radians)]])

    def placed(points):
        return (np.asarray(points, float) @ turn.T + (300, 500)).round().astype(np.int32)

    if outline:
        cv2.polylines(pixels, [placed(ARROW)], isClosed=True, color=RED, thickness=4)
    for x in range(-80, 81, 20):
        cv2.polylines(
            pixels, [placed([(x, -14), (x, 14)])], isClosed=False, color=RED, thickness=5
        )
    return PageImage(pixels, DPI)


def read(image, reader):
    red = cv2.inRange(np.asarray(image.pixels), (150, 0, 0), (255, 120, 120))
    return read_arrows(image, shrink(red, image.dpi), "red", reader)


@pytest.mark.parametrize("lean", [-40, -20, 0, 30])
def test_what_stands_in_an_arrow_is_read_upright(lean):
    reader = Reader(("HỎA", 0.9), ("TỐC", 0.8))
    (frame,) = read(page(lean), reader)
    assert (frame.kind, frame.ink, frame.lines[0].text) == ("mark", "red", "HỎA TỐC")
    assert frame.angle_degrees == pytest.approx(lean, abs=3)
    assert frame.box.contains(300 * 72 / DPI, 500 * 72 / DPI)
    ((image, _, layout),) = reader.shown
    assert layout == "line"
    assert image.shape[1] > 1.4 * image.shape[0]  # the strokes set straight


@pytest.mark.parametrize("said", [[("Hỏa", 0.9), ("tốc", 0.9)], [("HỎA", 0.3)], []])
def test_what_is_no_sure_capitals_is_no_mark(said):
    assert read(page(-40), Reader(*said)) == ()


def test_letters_without_an_outline_are_left_to_others():
    reader = Reader(("HỎA", 0.9))
    assert read(page(-40, outline=False), reader) == ()
    assert reader.shown == []
