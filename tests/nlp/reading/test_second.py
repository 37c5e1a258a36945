"""What a second look at doubtful parts of a page changes, with an engine that is recorded."""

import cv2
import numpy as np
import pytest

from nlp.reading.engine import OcrWord
from nlp.reading.second import look_again, without_doubles

DPI = 200.0


class SecondEngine:
    """Gives the words recorded in pixels of the page, as the enlarged part asked for has them."""

    def __init__(self, left, top, *words):
        self.recorded, self.left, self.top = words, left, top
        self.widths = []

    def words(self, image, dpi, layout):
        assert layout == "block"
        self.widths.append(image.shape[1])
        factor, margin = dpi / DPI, 12
        x, y = self.left - margin, self.top - margin
        return tuple(
            OcrWord(w.text, round((w.left - x) * factor), round((w.top - y) * factor),
                    round((w.right - x) * factor), round((w.bottom - y) * factor),
                    w.confidence, w.line)
            for w in self.recorded
        )  # fmt: skip


def row(top, *words, left=100):
    """Words of a row, told as (text, confidence), 100 pixels apart."""
    return [
        OcrWord(text, left + 100 * at, top, left + 100 * at + 90, top + 28, sure, top)
        for at, (text, sure) in enumerate(words)
    ]


def drawn(words):
    page = np.full((1000, 1654), 255, np.uint8)
    for word in words:
        for x in range(word.left, word.right - 8, 10):
            cv2.rectangle(page, (x, word.top + 4), (x + 5, word.bottom), 0, -1)
    return page


LEFT = [
    row(300, ("Nơi", 0.9), ("nhận:", 0.9)),
    row(350, ("-", 0.9), ("Như", 0.2), ("trén;", 0.1)),
    row(400, ("-", 0.9), ("Lưu:", 0.9), ("VT.", 0.9)),
]
RIGHT = [row(top, ("KT.", 0.9), ("CHỦ", 0.9), ("TỊCH", 0.9), left=1000) for top in (300, 350, 400)]
COLUMNS = [word for line in (*LEFT, *RIGHT) for word in line]


def texts(words):
    """The text of each row left of the middle."""
    left = [word for word in words if word.left < 800]
    tops = sorted({word.top // 10 for word in left})
    return [
        " ".join(w.text for w in sorted(left, key=lambda w: w.left) if w.top // 10 == top)
        for top in tops
    ]


def test_a_column_is_read_anew_row_by_row():
    new = (
        *row(300, ("Nơi", 0.9), ("nhận:", 0.9)),
        *row(350, ("-", 0.9), ("Như", 0.9), ("trên;", 0.9)),
        *row(400, ("210/0:", 0.3), ("V1,", 0.5)),
    )
    found = look_again(drawn(COLUMNS), DPI, COLUMNS, SecondEngine(100, 300, *new))
    assert texts(found) == ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]


def test_a_doubtful_word_at_the_end_of_a_column_is_looked_at_whole():
    words = [*COLUMNS, *row(350, ("15/12/2023./.", 0.1), left=400)]
    engine = SecondEngine(100, 300)
    look_again(drawn(words), DPI, words, engine)
    assert max(engine.widths) >= (490 - 100) * 330 / DPI


@pytest.mark.parametrize(("filling", "is_whole"), [("Tuôi,", True), ("09/1", False)])
def test_a_word_that_was_taken_for_a_gutter_is_looked_at_but_no_number(filling, is_whole):
    near = [row(top, ("KT.", 0.9), ("CHỦ", 0.9), left=480) for top in (300, 350, 400)]
    words = [word for line in (*LEFT, *near) for word in line]
    words = [word for word in words if word.left < 300 or word.left > 400]
    words.append(OcrWord(filling, 310, 400, 470, 428, 0.1, 400))
    engine = SecondEngine(100, 300)
    look_again(drawn(words), DPI, words, engine)
    assert (engine.widths[0] >= (470 - 100) * 330 / DPI) == is_whole


def test_a_second_look_never_gives_up_what_was_read_well():
    page = np.full((600, 600), 255, np.uint8)
    cv2.putText(page, "ke hoach", (100, 100), 0, 1.0, 0, 2)
    word = OcrWord("kế", 95, 70, 260, 110, 0.95, 0)
    assert look_again(page, DPI, [word], SecondEngine(0, 0)) == (word,)


def test_of_two_words_on_one_spot_the_surer_stays():
    sure, unsure = OcrWord("ổ", 0, 0, 9, 9, 0.9, 0), OcrWord("ố", 1, 0, 9, 9, 0.4, 0)
    assert without_doubles([unsure, sure]) == [sure]


def test_a_mark_gives_way_to_the_word_that_it_is_part_of():
    word, mark = OcrWord("HIỆN", 0, 0, 90, 30, 0.91, 0), OcrWord("^", 50, 0, 60, 6, 0.92, 1)
    assert without_doubles([mark, word]) == [word]
