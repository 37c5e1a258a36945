import cv2
import numpy as np
import pytest

from nlp.pages.ink import ink_alone

RED = (205, 60, 70)


@pytest.fixture
def crossed():
    """A bar of red ink, crossed by a stroke of black print."""
    pixels = np.full((60, 120, 3), 250, np.uint8)
    cv2.rectangle(pixels, (10, 24), (110, 36), RED, -1)
    cv2.rectangle(pixels, (58, 0), (60, 59), (15, 15, 15), -1)
    return pixels


def test_red_ink_stands_without_the_print_that_crosses_it(crossed):
    alone = ink_alone(crossed, "red")
    assert alone[30, 30] < 60
    assert (alone[5, :] == 255).all()
    assert alone[30, 59] == 255


def test_bridged_ink_goes_on_below_the_print_and_nowhere_else(crossed):
    alone = ink_alone(crossed, "red", is_bridged=True)
    assert alone[30, 59] < 90
    assert alone[5, 59] > 220


def test_a_piece_without_the_ink_is_white():
    assert (ink_alone(np.full((20, 20, 3), 240, np.uint8), "red") == 255).all()
