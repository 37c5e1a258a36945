import numpy as np
import pytest

from nlp.reading.engine import OcrWord
from nlp.reading.stems import count_stems, read_stems

HIGH = 30  # pixels of a capital
# Letters as rectangles (x0, x1, y0, y1) in hundredths of a capital's height, and their widths.
SERIFS = [(8, 42, 0, 8), (8, 42, 92, 100)]
SHAPES = {
    "I": ([(18, 32, 0, 100), *SERIFS], 50),
    "T": ([(39, 53, 0, 100), (4, 88, 0, 10)], 92),
    "H": ([(12, 26, 0, 100), (74, 88, 0, 100), (12, 88, 44, 54)], 100),
    "-": ([(5, 45, 58, 68)], 50),
    ".": ([(10, 22, 88, 100)], 32),
    "/": ([(34 - 3 * step, 44 - 3 * step, 10 * step, 10 * step + 10) for step in range(10)], 50),
    "2": ([(10, 60, 0, 12), (50, 60, 0, 50), (10, 60, 88, 100)], 70),
}


def drawn(text, *, lean=0.0):
    width = round(sum(SHAPES[sign][1] for sign in text) * HIGH / 100) + HIGH
    crop = np.full((HIGH + 8, width), 240, np.uint8)
    x = HIGH // 3
    for sign in text:
        boxes, wide = SHAPES[sign]
        for x0, x1, y0, y1 in boxes:
            rows = range(round(y0 * HIGH / 100), round(y1 * HIGH / 100))
            for row in rows:
                left = x + round(x0 * HIGH / 100 + lean * (HIGH / 2 - row))
                crop[4 + row, left : left + round((x1 - x0) * HIGH / 100)] = 30
        x += round(wide * HIGH / 100)
    return crop


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("I.", 1),
        ("II.", 2),
        ("III", 3),
        ("III-2", 3),
        ("II/2", 2),
        ("TT.", 1),
        ("HI.", 0),
        ("TH", 0),
    ],
)
def test_stems_are_counted_up_to_other_ink(text, stems):
    assert count_stems(drawn(text)) == stems


def test_letters_that_lean_are_counted_too():
    assert count_stems(drawn("III.", lean=0.25)) == 3


@pytest.mark.parametrize(
    ("seen", "before", "right"),
    [
        ("1/2024", "Quý", "II/2024"),
        ("112024", "Quý", "II/2024"),
        ("1/2024", "tháng", "1/2024"),
        ("5/2024", "Quý", "5/2024"),
    ],
)
def test_the_numeral_of_a_quarter_is_counted_where_it_was_read_as_ones(seen, before, right):
    crop = drawn("II/2")
    grey = np.pad(crop, ((0, 0), (100, 0)), constant_values=240)
    words = [
        OcrWord(before, 20, 4, 90, 36, 0.9, 1),
        OcrWord(seen, 100, 0, 100 + crop.shape[1], crop.shape[0], 0.5, 1),
    ]
    assert read_stems(reversed(words), grey)[0].text == right


def test_white_and_tiny_crops_have_no_stems():
    assert count_stems(np.full((20, 20), 250, np.uint8)) == 0
    assert count_stems(np.zeros((0, 5), np.uint8)) == 0
    assert count_stems(drawn("II")[::4, ::4]) == 0


@pytest.mark.parametrize(
    ("printed", "read", "kept"),
    [
        ("III-2", "II-2", "III-2"),
        ("III.", "HI.", "III."),
        ("II.", "TT.", "II."),
        ("TT.", "TT.", "TT."),
        ("II.", "11.", "11."),
        ("I", "I", "I"),
        ("II", "Hà", "Hà"),
    ],
)
def test_the_stems_decide_what_a_numeral_says(printed, read, kept):
    grey = drawn(printed)
    word = OcrWord(read, 0, 0, grey.shape[1], grey.shape[0], 0.9, 0)
    assert read_stems([word], grey)[0].text == kept
