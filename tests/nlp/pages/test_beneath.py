"""Print below the red ring of a seal, which lets it through or nearly hides it."""

import cv2
import numpy as np
import pytest

from nlp.pages.beneath import print_beneath
from nlp.pages.ink import split_inks

RED = np.array([208.0, 62.0, 71.0])
TEXT = "Quang Thai"


def crossed(opacity):
    """Print under a broad ring that covers it so far, in noise; where print and ring are."""
    print_ = np.zeros((160, 360), np.uint8)
    cv2.putText(print_, TEXT, (30, 95), 0, 1.6, 255, 5, cv2.LINE_AA)
    ring = np.zeros_like(print_)
    cv2.ellipse(ring, (180, -60), (220, 150), 0, 0, 360, 255, 7, cv2.LINE_AA)
    paper = 250.0 - 230.0 * print_[..., None] / 255
    cover = ring[..., None] / 255 * opacity
    stamped = paper * (1 - cover) + np.minimum(RED, paper if opacity < 1 else RED) * cover
    if opacity == 1:
        stamped = paper * (1 - ring[..., None] / 255 * (1 - RED / 255))
    noise = np.random.default_rng(3).normal(0, 4, stamped.shape)
    return (stamped + noise).clip(0, 255).astype(np.uint8), print_ > 200, ring > 200


@pytest.mark.parametrize("opacity", [1.0, 0.8], ids=["as ink lies on paper", "nearly opaque"])
def test_print_is_black_below_the_ring_and_the_ring_is_gone(opacity):
    pixels, print_, ring = crossed(opacity)
    inks = split_inks(pixels)
    clean = print_beneath(pixels, inks.grey, inks.red)
    strokes = cv2.erode(print_.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    bare = cv2.dilate(print_.astype(np.uint8), np.ones((5, 5), np.uint8)) == 0
    assert np.mean(clean[ring & strokes] < 150) > 0.9
    assert np.mean(clean[ring & bare] > 200) > 0.95


def test_a_piece_without_ink_stays_as_it_is():
    grey = np.full((40, 60), 240, np.uint8)
    pixels, nothing = cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB), np.zeros_like(grey)
    assert (print_beneath(pixels, grey, nothing) == grey).all()
