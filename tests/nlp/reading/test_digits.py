import cv2
import numpy as np
import pytest

from nlp.errors import ModelMissing
from nlp.reading.digits import (
    HEIGHT,
    SIGNS,
    DigitReader,
    fits,
    follow,
    load_digit_reader,
    prepare,
    rank,
    scores_of,
    value_of,
)

# Pen strokes of a few signs in a box one unit high.
PEN = {
    "1": [[(0.0, 0.35), (0.3, 0.0), (0.3, 1.0)]],
    "2": [[(0.0, 0.25), (0.15, 0.03), (0.4, 0.05), (0.47, 0.3), (0.0, 1.0), (0.55, 1.0)]],
    "4": [[(0.28, 0.0), (0.0, 0.62), (0.55, 0.6)], [(0.42, 0.35), (0.4, 1.0)]],
    "7": [[(0.0, 0.02), (0.5, 0.0), (0.2, 1.0)], [(0.1, 0.5), (0.55, 0.47)]],
    "/": [[(0.4, -0.1), (0.0, 1.1)]],
}


def handwritten(text, size=44):
    """A crop with `text` written by a pen."""
    crop = np.full((round(size * 1.7), round(size * (0.8 * len(text) + 1))), 245, np.uint8)
    x = 0.4 * size
    for sign in text:
        for stroke in PEN[sign]:
            points = np.array([(x + a * size, (b + 0.35) * size) for a, b in stroke])
            bent = np.round(points * 8).astype(np.int32)
            cv2.polylines(crop, [bent], 0, 40, 3, cv2.LINE_AA, 3)
        x += 0.78 * size
    return crop


@pytest.mark.parametrize("text", ["1", "27", "142", "2417", "7214"])
def test_a_handwritten_number_is_read_with_confidence(text):
    guess = load_digit_reader().read([handwritten(text)], "number")
    assert guess.text == text
    assert guess.probability > 0.6


@pytest.mark.parametrize("text", ["21/4/17", "12/7/24"])
def test_a_handwritten_date_is_read_with_its_separators(text):
    assert load_digit_reader().read([handwritten(text)], "date").text == text


def test_a_form_leaves_out_what_cannot_stand_in_the_slot():
    guess = load_digit_reader().read([handwritten("42")], "day")
    assert guess.text != "42"
    assert all(text != "42" for text, _ in guess.alternatives)


def test_a_likely_text_is_tried_where_nothing_is_read_surely():
    crop = handwritten("21/4/17")
    cv2.putText(crop, "xem xet quyet", (0, 50), cv2.FONT_HERSHEY_COMPLEX, 0.9, 30, 3)
    unsure = load_digit_reader().read([crop], "date")
    assert unsure.text != "21/4/17"
    helped = load_digit_reader().read([crop], "date", ("21/4/17", "22/4/17"))
    assert helped.text == "21/4/17"
    assert helped.probability < 0.4


def test_what_is_read_surely_does_not_give_way_to_what_is_likely():
    crop = handwritten("21/4/17")
    assert load_digit_reader().read([crop], "date", ("24/4/17",)).text == "21/4/17"


def test_an_empty_slot_reads_as_nothing():
    crop = np.full((60, 120), 245, np.uint8)
    guess = load_digit_reader().read([crop], "number")
    assert guess.text == ""
    assert guess.probability > 0.8


def test_views_that_disagree_lower_the_probability():
    sure = load_digit_reader().read([handwritten("27")], "number")
    torn = load_digit_reader().read([handwritten("27"), handwritten("41")], "number")
    assert torn.probability < sure.probability


def test_a_reader_without_its_model_says_what_is_missing(tmp_path):
    with pytest.raises(ModelMissing):
        DigitReader(tmp_path / "digits.onnx")


def test_a_crop_of_any_size_gets_the_height_of_the_network_and_ink_between_0_and_1():
    for shape in ((20, 30), (40, 100), (120, 333)):
        ink = prepare(np.random.default_rng(1).integers(0, 256, shape).astype(np.uint8))
        assert ink.shape[0] == HEIGHT
        assert 0 <= ink.min() <= ink.max() <= 1


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("00123", "number", True),
        ("000", "number", False),
        ("123456", "number", False),
        ("31", "day", True),
        ("32", "day", False),
        ("00", "day", False),
        ("12", "month", True),
        ("13", "month", False),
        ("9/11/2018", "date", True),
        ("21.3.18", "date", True),
        ("21/13/18", "date", False),
        ("21/3", "date", False),
        ("21/3/1998", "date", True),
        ("21/3/1202", "date", False),
        ("", "date", True),
    ],
)
def test_fits_knows_what_each_slot_may_hold(text, form, expected):
    assert fits(text, form) is expected


def test_other_spellings_of_a_value_add_up():
    guess = rank([("9", 0.3), ("09", 0.45), ("8", 0.2)])
    assert guess.text == "09"
    assert guess.probability == pytest.approx(0.75)
    assert guess.alternatives == (("8", 0.2),)


def test_beside_a_doubtful_reading_even_unlikely_ones_are_told():
    guess = rank([("23/1/2044", 0.05), ("23/11/2024", 0.001)])
    assert guess.alternatives == (("23/11/2024", 0.001),)
    assert rank([("23/1/2044", 0.95), ("23/11/2024", 0.001)]).alternatives == ()
    assert value_of("09/5/2018") == value_of("9.05.18")


def path_of(signs, sure=0.9):
    """Scores of a network that sees these signs, "_" being the blank, one at each moment."""
    alphabet = SIGNS + "_"
    scores = np.full((len(signs), len(alphabet)), np.log((1 - sure) / (len(alphabet) - 1)))
    for moment, sign in enumerate(signs):
        scores[moment, alphabet.index(sign)] = np.log(sure)
    return scores


@pytest.mark.parametrize(("signs", "text"), [("_1_1_", "11"), ("_111_", "1"), ("___", "")])
def test_a_repeated_digit_needs_a_blank_between(signs, text):
    texts = follow(path_of(signs))
    assert texts[int(np.argmax(scores_of(texts, path_of(signs))))] == text


def test_the_scores_of_all_strings_add_up_to_one():
    scores = path_of("1_2", sure=0.8)
    digits = ["", *SIGNS, *(a + b for a in SIGNS for b in SIGNS)]
    threes = [a + b + c for a in SIGNS for b in SIGNS for c in SIGNS]
    total = np.exp(scores_of(digits + threes, scores)).sum()
    assert total == pytest.approx(1.0, abs=1e-6)


def test_a_string_scores_the_same_alone_as_beside_a_longer_one():
    scores = path_of("_27_1", sure=0.7)
    beside = scores_of(["", "27", "2711"], scores)
    alone = [float(scores_of([text], scores)[0]) for text in ("", "27", "2711")]
    assert beside.tolist() == pytest.approx(alone)
