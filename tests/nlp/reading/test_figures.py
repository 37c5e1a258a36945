import numpy as np
import pytest

from nlp.reading.engine import OcrWord
from nlp.reading.figures import read_figures_again

PAGE = np.full((200, 300), 255, np.uint8)
DPI = 200.0


class Looks:
    """An engine whose looks at a word say one text after the other, with their confidences."""

    def __init__(self, *said):
        self.said = list(said)
        self.asked = 0

    def words(self, image, dpi, layout):
        assert image.size
        assert dpi > DPI
        assert layout == "line"
        text, confidence = self.said[self.asked % len(self.said)]
        self.asked += 1
        return (OcrWord(text, 5, 5, 60, 20, confidence, 0),)


def word(text, confidence=0.65):
    return OcrWord(text, 40, 50, 90, 62, confidence, 0)


def read(seen, *said):
    (found,) = read_figures_again([seen], PAGE, DPI, Looks(*said))
    return found


def test_a_doubtful_number_becomes_what_two_surer_looks_say():
    found = read(word("(20/12/2028."), ("20/12/2023.", 0.9), ("20/12/2023", 0.8))
    assert (found.text, found.confidence) == ("(20/12/2023.", 0.8)
    assert (found.left, found.right) == (40, 90)


@pytest.mark.parametrize(
    "said",
    [
        [("2023", 0.9), ("2025", 0.9)],  # the looks differ
        [("2023", 0.9), ("2023", 0.7)],  # one is hardly surer
        [("20231", 0.9), ("20231", 0.9)],  # another number of digits
        [("20/3", 0.9), ("20/3", 0.9)],  # another mark
        [("năm", 0.9), ("năm", 0.9)],
    ],
)
def test_looks_that_do_not_agree_change_nothing(said):
    assert read(word("2028"), *said) == word("2028")


def test_sure_numbers_words_and_single_digits_are_not_looked_at():
    engine = Looks(("9999", 0.99))
    seen = [word("2028", 0.9), word("năm"), word("3)")]
    assert read_figures_again(seen, PAGE, DPI, engine) == tuple(seen)
    assert engine.asked == 0


def test_the_looks_of_a_page_are_bounded():
    engine = Looks(("2023", 0.9))
    read_figures_again([word("2028")] * 50, PAGE, DPI, engine)
    assert engine.asked <= 24
