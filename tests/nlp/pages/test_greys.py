"""Stamps and seals that a photocopier made grey, over black print."""

import cv2
import numpy as np
import pytest

from nlp.geometry import Box
from nlp.pages.frames import InkFrame
from nlp.pages.greys import bleach, find_grey_stamps

DPI = 150.0
TEXT = "thuc hien nhiem vu duoc giao cho cac don vi"


def paper(shade=20):
    page = np.full((1650, 1240), 255, np.uint8)
    for y in range(150, 1500, 40):
        cv2.putText(page, TEXT, (100, y), 0, 1.2, shade, 2)
    return page


def sealed(page, shade=125):
    ink = np.full_like(page, 255)
    for radius in (100, 92):
        cv2.circle(ink, (700, 900), radius, shade, 3)
    cv2.putText(ink, "*", (660, 920), 0, 3, shade, 4)
    return (page.astype(float) * ink / 255).astype(np.uint8)


def test_a_grey_seal_over_print_is_found():
    [seal] = [frame for frame in find_grey_stamps(sealed(paper()), DPI) if frame.kind == "seal"]
    assert seal.ink == "grey"
    assert seal.box.center == pytest.approx((700 * 0.48, 900 * 0.48), abs=6)


def test_a_ring_among_much_else_that_is_grey_is_no_stamp():
    page = paper()
    page[100:500] = paper(shade=125)[100:500]
    assert find_grey_stamps(sealed(page), DPI) == ()


def test_a_stamp_whose_frame_is_whole_is_found_among_much_else_that_is_grey():
    page = paper()
    page[900:1300] = paper(shade=125)[900:1300]
    cv2.rectangle(page, (120, 300), (470, 480), 255, cv2.FILLED)
    cv2.rectangle(page, (120, 300), (470, 480), 125, 3)
    [stamp] = find_grey_stamps(page, DPI)
    assert stamp.kind == "stamp"
    assert stamp.box.center == pytest.approx((295 * 0.48, 390 * 0.48), abs=4)


def test_the_seal_goes_and_the_print_under_it_stays():
    page = sealed(paper())
    bleached, _ = bleach(page, DPI, find_grey_stamps(page, DPI))
    plain = paper()
    assert np.count_nonzero((bleached < 200) & (plain > 250)) < 0.05 * np.count_nonzero(
        (page < 200) & (plain > 250)
    )
    assert (bleached[plain < 60] <= page[plain < 60]).all()


def test_print_that_a_grey_nearly_covers_stays_too():
    ring = np.zeros_like(paper())
    cv2.circle(ring, (700, 900), 100, 255, 9)
    cover = 0.55 * ring / 255
    page = (paper() * (1 - cover) + 140 * cover).astype(np.uint8)
    seal = InkFrame("seal", Box(288, 384, 384, 480), "grey", 0.0, 1.0)
    bleached, parted = bleach(page, DPI, (seal,))
    print_ = cv2.erode((paper() < 60).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    assert np.mean(bleached[print_ & (ring == 255)] < 160) > 0.9
    assert parted == (seal,)


def test_a_pen_in_a_grey_stamp_goes_with_it_and_the_print_under_both_stays():
    ink = np.full_like(paper(), 255)
    cv2.rectangle(ink, (200, 610), (520, 780), 140, 3)
    cv2.putText(ink, "DEN Ngay", (210, 700), 0, 1.5, 140, 3)
    cv2.putText(ink, "30/3", (300, 680), cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, 1.5, 82, 3)
    page = np.minimum(cv2.GaussianBlur(np.minimum(paper(), ink), (3, 3), 0.6), 255)
    stamp = InkFrame("stamp", Box(96, 293, 250, 375), "grey", 0.0, 1.0)
    bleached, _ = bleach(page, DPI, (stamp,))
    plain = cv2.GaussianBlur(paper(), (3, 3), 0.6)
    print_ = cv2.dilate((plain < 200).astype(np.uint8), np.ones((7, 7), np.uint8)) > 0
    inside = np.zeros_like(print_)
    inside[620:770, 210:510] = True
    assert np.count_nonzero((bleached < 200) & ~print_ & inside) == 0
    assert (bleached[(plain < 40) & inside] < 90).all()


def test_a_frame_of_one_darkness_is_left_as_it_is():
    page = paper()
    bleached, parted = bleach(page, DPI, (InkFrame("seal", Box(48, 48, 200, 200), "grey", 0, 1),))
    assert (bleached == page).all()
    assert parted == ()


@pytest.mark.parametrize(
    "page",
    [
        paper(),
        np.full((400, 300), 255, np.uint8),
        cv2.GaussianBlur(paper(shade=90), (0, 0), 3),
        sealed(paper(), shade=15),
    ],
    ids=["print alone", "blank", "blurred", "black seal"],
)
def test_where_nothing_is_grey_nothing_is_found(page):
    assert find_grey_stamps(page, DPI) == ()
