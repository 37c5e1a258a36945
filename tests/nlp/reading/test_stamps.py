import math
from dataclasses import replace

import cv2
import numpy as np

from nlp.geometry import Box
from nlp.pages.frames import InkFrame
from nlp.pages.image import PageImage
from nlp.reading.engine import OcrWord
from nlp.reading.page import Frame, Line, Word
from nlp.reading.stamped import without_stamped
from nlp.reading.stamps import is_arrival, read_frame, with_page_words

DPI = 200.0
BOX = Box(36, 72, 180, 158)


class FakeEngine:
    """Gives what was recorded for a layout, and notes the height of what it was shown."""

    def __init__(self, **words):
        self.recorded = words
        self.shown = []
        self.ink = 0

    def words(self, image, dpi, layout):
        self.shown.append((layout, image.shape[0] / dpi))
        self.ink = max(self.ink, int((image < 128).sum()))
        return self.recorded.get(layout, ())


def page(*rows):
    """A white page with a black stamp, a line below its heading, and dotted rows."""
    pixels = np.full((1000, 900, 3), 255, np.uint8)
    x0, top, x1, bottom = (
        round(edge * DPI / 72) for edge in (BOX.x0, BOX.top, BOX.x1, BOX.bottom)
    )
    cv2.rectangle(pixels, (x0, top), (x1, bottom), (20, 20, 20), 3)
    cv2.line(pixels, (x0, top + 50), (x1, top + 50), (20, 20, 20), 3)
    for row in rows:
        for x in range(x0 + 140, x1 - 15, 6):
            cv2.circle(pixels, (x, top + row), 2, (30, 30, 30), -1)
    return PageImage(pixels, DPI)


def heard(text, left=60, top=20, confidence=0.9):
    return OcrWord(text, left, top, left + 90, top + 30, confidence, 0)


def word(text, x0, top, confidence=0.9):
    return Word(text, Box(x0, top, x0 + 20, top + 9), confidence, text)


def stamp(*words):
    return Frame("stamp", BOX, "black", 0.0, 1.0, tuple(Line((each,)) for each in words))


def test_the_heading_of_a_stamp_is_read_by_itself():
    engine = FakeEngine(block=(heard("SỞ"),))
    frame = read_frame(InkFrame("stamp", BOX, "black", 0.0, 1.0), page(100, 160), engine)
    heights = [height for layout, height in engine.shown if layout == "block"]
    assert min(heights) < 0.4 * max(heights)
    assert "SỞ" in frame.lines[0].text


def test_a_mark_is_read_as_a_line_or_as_scattered_words_whichever_says_more():
    engine = FakeEngine(line=(heard("KHAN", confidence=0.4),), sparse=(heard("KHẨN"),))
    frame = read_frame(InkFrame("mark", BOX, "red", 0.0, 1.0), page(), engine)
    assert [line.text for line in frame.lines] == ["KHẨN"]


def test_dots_are_taken_out_of_a_stamp_and_left_in_a_mark_whose_serifs_look_like_them():
    of_stamp, of_mark = FakeEngine(), FakeEngine()
    read_frame(InkFrame("stamp", BOX, "black", 0.0, 1.0), page(100, 160), of_stamp)
    read_frame(InkFrame("mark", BOX, "black", 0.0, 1.0), page(100, 160), of_mark)
    assert of_mark.ink > 1.5 * of_stamp.ink


def test_a_label_or_two_fields_or_dotted_rows_make_an_arrival_stamp():
    bare = page()
    assert is_arrival(stamp(word("ĐỀN", 40, 110)), bare)
    assert is_arrival(stamp(word("Số:", 80, 100), word("Ngày:", 80, 120)), bare)
    assert is_arrival(stamp(), page(100, 160))
    assert not is_arrival(stamp(word("Số:", 80, 100)), bare)


def test_a_heading_over_nothing_but_handwriting_makes_an_arrival_stamp():
    heading = word("SỞ", 50, 76), word("TÀI", 75, 76), word("CHÍNH", 100, 76)
    assert is_arrival(stamp(*heading, word("a1B", 80, 130, 0.3)), page())
    assert not is_arrival(stamp(*heading, word("khoản", 80, 130)), page())
    assert not is_arrival(stamp(*heading[:1]), page())


def test_a_black_stamp_takes_from_the_page_what_it_did_not_read():
    own = stamp(word("S0", 50, 76, 0.4), word("Ngày:", 80, 120))
    page_words = [
        word("SỞ", 50, 76),
        word("TÀI", 75, 76),
        word("Số:", 80, 105),
        word("là", 300, 76),
    ]
    text = " ".join(line.text for line in with_page_words(own, page_words).lines)
    assert text == "SỞ TÀI Số: Ngày:"


def test_a_sure_heading_of_its_own_stays():
    own = stamp(word("SỞ", 50, 76, 0.95), word("TÀI", 75, 76, 0.95))
    kept = with_page_words(own, [word("S6", 50, 76, 0.5)])
    assert [line.text for line in kept.lines] == ["SỞ TÀI"]


def line_of_print():
    """A row of eight words, the first three in a stamp that has a word of its own there."""
    row = [Word(f"chữ{at}", Box(40 + 50 * at, 100, 80 + 50 * at, 112), 0.9, "") for at in range(8)]
    own = Line((Word("chứ", Box(42, 100, 80, 112), 0.6, "chứ"),))
    return row, Frame("stamp", BOX, "black", 0.0, 1.0, (own,))


def test_what_a_stamp_reads_in_a_row_that_goes_on_outside_is_its_own():
    row, stamp = line_of_print()
    assert [word.text for word in without_stamped(row, [stamp])] == [
        f"chữ{at}" for at in range(1, 8)
    ]


def test_the_same_word_a_little_beside_is_that_of_the_stamp():
    row, stamp = line_of_print()
    lines = (Line((Word("CHỮ1", Box(42, 110, 82, 122), 0.6, ""),)),)
    kept = without_stamped([replace(row[0], text="chữ1"), *row[2:]], [replace(stamp, lines=lines)])
    assert [word.text for word in kept] == [f"chữ{at}" for at in range(2, 8)]


def test_print_over_a_stamp_that_was_bleached_is_the_page_s():
    row, stamp = line_of_print()
    assert without_stamped(row, [stamp], [BOX]) == row


def test_in_a_bleached_stamp_a_row_of_its_own_is_print_where_it_is_sure_and_no_label():
    _, stamp = line_of_print()
    row = [word("đồng", 50, 100, 0.95), word("hết", 90, 100, 0.6), word("87", 130, 100, 0.95),
           word("Chuyển:", 150, 100, 0.95)]  # fmt: skip
    assert without_stamped(row, [stamp], [BOX]) == row[:1]


def test_the_rows_of_a_stamp_that_leans_are_told_by_its_lean():
    slope = math.tan(math.radians(8))
    places = [("TRUNG", 60, 80), ("TÂM", 90, 80), ("Y", 120, 80), ("TẾ", 140, 80)]
    places += [("HUYỆN", 70, 91), ("U", 105, 91), ("MINH", 125, 91)]
    words = [word(text, x, top + slope * (x - 108)) for text, x, top in places]
    leaning = replace(stamp(), angle_degrees=8.0)
    lines = [line.text for line in with_page_words(leaning, words).lines]
    assert lines == ["TRUNG TÂM Y TẾ", "HUYỆN U MINH"]
