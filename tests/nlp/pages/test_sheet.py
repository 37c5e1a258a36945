"""Sheets photographed on a table: found, set square and flattened."""

import cv2
import numpy as np
import pytest

from nlp.pages.image import page_image
from nlp.pages.sheet import flatten

PAPER, TABLE = (235, 232, 225), (70, 60, 50)
MARKS = ((100, 120), (500, 130), (110, 700), (480, 720))


def sheet():
    page = np.full((848, 600, 3), PAPER, np.uint8)
    for x, y in MARKS:
        cv2.circle(page, (x, y), 7, (10, 10, 10), -1)
    for y in range(200, 640, 24):
        cv2.putText(page, "thuc hien nhiem vu duoc giao", (80, y), 0, 0.7, (20, 20, 20), 1)
    return page


def photographed(page, corners):
    height, width = page.shape[:2]
    frame = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(frame, np.array(corners, np.float32))
    table = np.full((1000, 760, 3), TABLE, np.uint8)
    cv2.warpPerspective(page, matrix, (760, 1000), table, borderMode=cv2.BORDER_TRANSPARENT)
    return table


def marks_of(page):
    """The middles of the dots, as shares of width and height."""
    grey = cv2.cvtColor(page.pixels, cv2.COLOR_RGB2GRAY)
    dark = (cv2.erode(cv2.dilate(grey, np.ones((5, 5))), np.ones((5, 5))) < 120).astype(np.uint8)
    count, _, stats, centres = cv2.connectedComponentsWithStats(dark)
    found = [centres[n] for n in range(1, count) if stats[n, 4] > 30]
    shares = sorted((x / grey.shape[1], y / grey.shape[0]) for x, y in found)
    return [
        (x, y) for x, y in shares if 0.02 < x < 0.98 and 0.02 < y < 0.98
    ]  # no rim of the table


def expected():
    return sorted((x / 600, y / 848) for x, y in MARKS)


@pytest.mark.parametrize(
    "corners",
    [
        [(70, 60), (690, 90), (700, 950), (50, 920)],
        [(100, 40), (660, 70), (720, 960), (40, 930)],
    ],
)
def test_perspective_is_undone(corners):
    flat = flatten(page_image(photographed(sheet(), corners), 92))
    assert flat.pixels.shape[0] / flat.pixels.shape[1] == pytest.approx(297 / 210, abs=0.02)
    assert flat.dpi == pytest.approx(flat.pixels.shape[1] / (210 / 25.4), rel=0.01)
    for found, true in zip(marks_of(flat), expected(), strict=True):
        assert found == pytest.approx(true, abs=0.012)


def test_a_curled_edge_is_followed():
    x, y = np.meshgrid(np.arange(600, dtype=np.float32), np.arange(900, dtype=np.float32))
    bend = 16 * (x / 600) ** 3
    page = cv2.copyMakeBorder(sheet(), 26, 26, 0, 0, cv2.BORDER_CONSTANT, value=TABLE)
    page = cv2.remap(page, x, y + bend, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    table = cv2.copyMakeBorder(page, 40, 40, 70, 70, cv2.BORDER_CONSTANT, value=TABLE)
    for found, true in zip(marks_of(flatten(page_image(table, 92))), expected(), strict=True):
        assert found == pytest.approx(true, abs=0.012)


def test_a_scan_without_a_table_around_it_stays_as_it_is():
    page = page_image(sheet(), 72)
    assert flatten(page) is page


def test_a_dark_bar_on_one_side_makes_no_photograph():
    pixels = sheet()
    pixels[:, :40] = 15
    page = page_image(pixels, 72)
    assert flatten(page) is page


@pytest.mark.parametrize("shape", [(1, 1), (3, 400), (40, 30)])
def test_an_image_of_any_size_is_taken(shape):
    page = page_image(np.full((*shape, 3), 255, np.uint8), 72)
    assert flatten(page) is page
