import cv2
import numpy as np
import pytest

from nlp.geometry import Box
from nlp.reading.engine import OcrWord
from nlp.reading.heading import heading_foot, legibility, read_heading
from nlp.reading.page import Word

DPI = 200.0
STAMP = Box(4, 4, 148, 96)


class FakeEngine:
    """Reads better what is shown with a given share of ink; notes the shapes it was shown."""

    def __init__(self, words):
        self.words_of = words
        self.shown = []

    def words(self, image, dpi, layout):
        self.shown.append((image.shape[0] * 72 / dpi, layout))
        return self.words_of(image, dpi)


def word(text, confidence=0.9):
    return Word(text, Box(0, 0, 20, 9), confidence, text)


@pytest.fixture
def ink():
    """A straight stamp, black on white, with its frame and the line below its heading."""
    pixels = np.full((round(100 * DPI / 72), round(152 * DPI / 72)), 255, np.uint8)
    x0, top, x1, bottom = (round(edge * DPI / 72) for edge in (4, 4, 148, 96))
    cv2.rectangle(pixels, (x0, top), (x1, bottom), 0, 3)
    line = round(22 * DPI / 72)
    cv2.line(pixels, (x0, line), (x1, line), 0, 3)
    return pixels


def test_the_strip_above_the_line_is_read_by_itself(ink):
    engine = FakeEngine(lambda *_: ())
    assert read_heading(ink, DPI, STAMP, engine) == ()
    assert {layout for _, layout in engine.shown} == {"block"}
    assert all(18 < height < 28 for height, _ in engine.shown)


def test_words_come_back_in_points_of_the_stamp(ink):
    def seen(_, dpi):
        scale = dpi / 72
        left, top, right, bottom = (round(edge * scale) for edge in (14, 10, 34, 19))
        return (OcrWord("SỞ", left, top, right, bottom, 0.9, 0),)

    (found,) = read_heading(ink, DPI, STAMP, FakeEngine(seen))
    assert found.box.x0 == pytest.approx(14, abs=0.6)
    assert found.box.top == pytest.approx(12, abs=0.6)


def test_the_view_that_says_most_is_taken(ink):
    def seen(_, dpi):
        text = "NỘI VỤ" if dpi > 280 else "N0I"
        return tuple(OcrWord(part, 0, 0, 30, 30, 0.9, 0) for part in text.split())

    assert [w.text for w in read_heading(ink, DPI, STAMP, FakeEngine(seen))] == ["NỘI", "VỤ"]


@pytest.mark.parametrize(
    ("rulings", "foot"),
    [
        ((Box(4, 22, 148, 23),), 22),
        ((Box(4, 18, 84, 19), Box(4, 25, 147, 26)), 25),  # a stroke through the name is shorter
        ((Box(4, 60, 148, 61),), 4 + 0.22 * 92),  # of other cells
        ((), 4 + 0.22 * 92),
    ],
)
def test_the_foot_of_the_heading_is_its_line_or_the_usual_height(rulings, foot):
    assert heading_foot(rulings, STAMP) == pytest.approx(foot)


def test_syllables_say_more_than_scraps_and_signs_nothing():
    assert legibility([word("HUYỆN")]) > legibility([word("HZXQN")]) > 0
    assert legibility([word("H/4+N")]) == legibility([word("HUYỆN", 0.2)]) == 0
