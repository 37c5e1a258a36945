import pytest

from nlp.geometry import Box
from nlp.reading.page import Frame, Word
from nlp.reading.strays import without_strays

SEAL = Frame("seal", Box(100, 80, 200, 180), "red", 0.0, 1.0)


def row(*words, step=40):
    """Words of a row from x = 70, told as (text, confidence), 5 points apart."""
    return [
        Word(text, Box(70 + step * at, 100, 105 + step * at, 112), sure, text)
        for at, (text, sure) in enumerate(words)
    ]


def texts(words):
    return [word.text for word in words]


def test_a_doubtful_word_between_sure_ones_of_its_row_is_print():
    words = row(("trong", 0.9), ("thời;hạn", 0.4), ("05", 0.9))
    assert texts(without_strays(words, (SEAL,))) == ["trong", "thời;hạn", "05"]


@pytest.mark.parametrize(
    "words",
    [
        row(("trong", 0.9), ("ỷ", 0.4)),
        row(("trong", 0.9), ("ỷ", 0.4), ("z", 0.4)),
        row(("trong", 0.9), ("ỷ", 0.4), ("05", 0.9), step=60),
    ],
    ids=["at the end of its row", "beside another", "far from the next"],
)
def test_strokes_inside_a_seal_are_left_out(words):
    assert texts(without_strays(words, (SEAL,))) == [w.text for w in words if w.confidence > 0.5]


def test_strokes_over_a_row_are_left_out():
    words = row(("hành", 0.9), ("chính", 0.9), ("nhà", 0.9))
    stroke = Word("Sụ", Box(130, 90, 142, 101), 0.3, "Sụ")
    assert without_strays([*words, stroke], (SEAL,)) == words


def test_doubtful_words_outside_all_frames_stay():
    words = row(("trong", 0.9), ("ỷ", 0.4))
    assert without_strays(words, ()) == words
