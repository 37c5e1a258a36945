"""What lies beyond the sheet: the dark bed of the scanner, black edges of a photocopy."""

from typing import Final

import cv2
import numpy as np

from nlp.pages.components import find_components
from nlp.pages.image import Grey, Mask, shrunk

_SMALL_DPI: Final = 75.0
_DARK: Final = 120  # of 255
_DEEP: Final = 0.12  # inches: how far a dark edge reaches in at least
_GROW: Final = 0.04  # inches
_ABRUPT: Final = 1.5  # times as light is the paper beside a border
_RIM: Final = 7  # pixels: how wide the rims are that are compared


def find_borders(grey: Grey, dpi: float) -> Mask | None:
    """The dark patches that touch the edge of the image, None where there are none.

    A patch counts where it is long as well as thick, so that text cut by the edge stays, and where
    it ends abruptly, so that paper in the shadow of a hand stays.
    """
    small = shrunk(grey, _SMALL_DPI / dpi)
    dark = cv2.threshold(small, _DARK, 255, cv2.THRESH_BINARY_INV)[1]
    framed = cv2.copyMakeBorder(dark, 8, 8, 8, 8, cv2.BORDER_CONSTANT, value=255)
    side = round(_DEEP * _SMALL_DPI) | 1
    solid = cv2.morphologyEx(framed, cv2.MORPH_OPEN, np.ones((side, side), np.uint8))
    _, labels = cv2.connectedComponents(solid, connectivity=4)
    patch = (labels == labels[0, 0]).astype(np.uint8)[8:-8, 8:-8] * 255
    patch = _abrupt(patch, small)
    if not cv2.countNonZero(patch):
        return None
    reach = round(_GROW * _SMALL_DPI) * 2 + 1
    patch = cv2.dilate(patch, np.ones((reach, reach), np.uint8))
    return cv2.resize(patch, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_NEAREST)


def _abrupt(patches: Mask, grey: Grey) -> Mask:
    """The patches that the paper beside them is much lighter than."""
    count, labels, _ = find_components(patches)
    kept = np.zeros_like(patches)
    rim = np.ones((_RIM, _RIM), np.uint8)
    for label in range(1, count):
        patch = np.asarray(labels == label).astype(np.uint8)
        inside = grey[cv2.subtract(patch, cv2.erode(patch, rim, borderValue=1)) > 0]
        outside = grey[cv2.subtract(cv2.dilate(patch, rim), patch) > 0]
        if not outside.size or np.median(outside) >= _ABRUPT * max(np.median(inside), 1):
            kept[patch > 0] = 255
    return kept
