"""Seals found by their rings."""

import cv2
import numpy as np

from nlp.pages.frames import find_rings


def test_of_two_rings_the_outer_one_is_the_seal():
    mask = np.zeros((400, 400), np.uint8)
    cv2.circle(mask, (200, 200), 72, 255, 5)
    cv2.circle(mask, (200, 200), 52, 255, 2)
    cv2.circle(mask, (200, 200), 42, 255, -1)  # an emblem, black in a photocopy
    (seal,) = find_rings(mask, "black")
    assert abs(seal.box.width / 2 - 72 * 0.72) < 4
    assert abs(seal.box.center[0] - 200 * 0.72) < 3
