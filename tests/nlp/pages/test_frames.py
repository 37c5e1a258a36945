import cv2
import numpy as np
import pytest

from nlp.geometry import Box
from nlp.pages.frames import find_frames, untilted, without_folds


@pytest.fixture
def mark():
    """A page of 100 dpi with a drawn frame of a mark's size."""
    mask = np.zeros((400, 500), np.uint8)
    cv2.rectangle(mask, (100, 100), (190, 135), 255, 2)
    return mask


def found(mask):
    return [frame.kind for frame in find_frames(mask, "black")]


def test_a_drawn_rectangle_of_its_size_is_a_mark(mark):
    assert found(mark) == ["mark"]


def test_specks_near_a_frame_do_not_hide_it(mark):
    for x, y in ((195, 147), (150, 145), (90, 94), (204, 128)):
        mark[y : y + 2, x : x + 2] = 255
    assert found(mark) == ["mark"]


def test_the_line_of_a_fold_beside_a_frame_does_not_hide_it(mark):
    for top in range(20, 380, 10):
        mark[top : top + 6, 93] = 255
    assert found(mark) == ["mark"]


def test_a_line_that_crosses_a_frame_does_not_hide_it(mark):
    mark[20:380, 110] = 255
    assert found(mark) == ["mark"]


def test_a_fold_that_joins_a_frame_to_the_lines_of_the_page_does_not_hide_it(mark):
    for top in range(0, 400, 8):
        mark[top : top + 6, 110] = 255
    for row in range(200, 400, 25):
        mark[row : row + 12, 80:480] = 255
    assert found(mark) == ["mark"]


def test_a_leaning_line_longer_than_a_stamp_is_taken_away_and_a_side_of_one_stays():
    mask = np.zeros((400, 300), np.uint8)
    cv2.line(mask, (100, 0), (85, 399), 255, 3)
    cv2.line(mask, (200, 100), (200, 280), 255, 2)
    left = without_folds(mask)
    assert np.count_nonzero(left[:, 60:140]) < np.count_nonzero(mask[:, 60:140]) / 10
    assert (left[:, 150:] == mask[:, 150:]).all()


def test_a_frame_without_half_its_sides_is_none(mark):
    mark[:, 120:] = 0
    assert found(mark) == []


@pytest.mark.parametrize("angle", [-8.0, 0.0, 5.0])
def test_the_size_of_a_leaning_frame_is_got_back(angle):
    cos, sin = np.cos(np.deg2rad(abs(angle))), np.sin(np.deg2rad(abs(angle)))
    around = Box(0, 0, 140 * cos + 90 * sin, 140 * sin + 90 * cos)
    straight = untilted(around, angle)
    assert (straight.width, straight.height) == pytest.approx((140, 90))
    assert straight.center == pytest.approx(around.center)
