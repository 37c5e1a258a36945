import cv2
import numpy as np
import pytest

from nlp.pages.ink import ink_alone, with_pale_parts

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


def test_the_pale_print_of_a_blue_stamp_on_yellowish_paper_is_as_dark_as_its_lines():
    pixels = np.full((60, 120, 3), (246, 240, 226), np.uint8)
    pixels[20:24, 10:110] = (95, 100, 170)
    pixels[40:42, 10:110:4] = (190, 190, 215)  # dots
    pixels[5:50, 80:86] = (40, 50, 130)  # the pen
    alone = ink_alone(pixels, "blue")
    assert alone[22, 30] < 60
    assert (alone[40:42, 10:60:4] < 200).all()


def test_the_pale_dots_of_a_thin_line_belong_to_its_ink_and_pale_dots_apart_do_not():
    pixels = np.full((60, 200, 3), 248, np.uint8)
    pixels[20:22, 10:190] = (150, 152, 180)
    pixels[20:22, 60:90] = (60, 70, 160)
    pixels[45:47, 10:190] = (150, 152, 180)
    pixels[30:32, 10:190] = 90
    mask = np.zeros((60, 200), np.uint8)
    mask[20:22, 60:90] = 255
    whole = with_pale_parts(pixels, mask, "blue")
    assert whole[20, 10:190].all()
    assert not whole[28:].any()
