"""Which way up a page lies, as far as its ink can tell."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from nlp.pages.components import find_components
from nlp.pages.deskew import dots_of, row_counts
from nlp.pages.image import Grey, Mask

SMALL_DPI: Final = 100.0
_DARK: Final = 160
_LONG: Final = 0.45  # inches: a longer stroke is a ruling, not a letter
_LARGE: Final = 0.9  # inches: a larger patch is a seal, a frame or a shadow
_LEAST_DOTS: Final = 300
_SMEAR: Final = 5  # dots of 100 dpi: wider than the gap between letters, not than that of lines


def text_ink(grey: Grey) -> NDArray[np.bool_]:
    """The ink of letters alone on a page of 100 dpi with white paper: no rulings, no patches."""
    dark = cv2.threshold(grey, _DARK, 255, cv2.THRESH_BINARY_INV)[1]
    return without_patches(_without_lines(dark)) > 0


def _without_lines(dark: Mask) -> Mask:
    length = round(_LONG * SMALL_DPI)
    level = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    upright = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8))
    lines = cv2.dilate(cv2.bitwise_or(level, upright), np.ones((3, 3), np.uint8))
    return cv2.subtract(dark, lines)


def without_patches(dark: Mask) -> Mask:
    """The 100-dpi mask without any connected patch that is larger than letters are."""
    count, labels, stats = find_components(dark)
    if count <= 1:
        return dark
    side = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    keep = (side <= _LARGE * SMALL_DPI).astype(np.uint8)
    keep[0] = 0
    return np.asarray(dark * keep[labels])


def footing(ink: NDArray[np.bool_], skew: float) -> float:
    """How much sharper the feet of the lines are than their heads, about 1 where that is unclear.

    Letters stand on one line, while capitals, ascenders and marks end at many heights above it: an
    upright page of Vietnamese gives 1.05 to 1.5, and one that is upside down the inverse.
    """
    dots = dots_of(ink, SMALL_DPI)
    if dots.shape[1] < _LEAST_DOTS:
        return 1.0
    steps = np.diff(row_counts(dots, skew))
    feet, heads = np.square(np.minimum(steps, 0)).sum(), np.square(np.maximum(steps, 0)).sum()
    return float(feet / heads) if heads else 1.0


def is_sideways(ink: NDArray[np.bool_]) -> bool:
    """Whether the lines of text run up or down the page.

    Letters stand closer to the next of their line than lines to the next line: ink that is smeared
    along the lines joins into fewer patches than ink smeared across. The columns of a table
    mislead this less than they do the sharpness of rows, as they say the same many times over.
    """
    if np.count_nonzero(ink) < _LEAST_DOTS:
        return False
    along_rows, along_columns = (_patches(ink, shape) for shape in ((1, _SMEAR), (_SMEAR, 1)))
    return along_columns < along_rows


def _patches(ink: NDArray[np.bool_], smear: tuple[int, int]) -> int:
    closed = cv2.morphologyEx(ink.astype(np.uint8), cv2.MORPH_CLOSE, np.ones(smear, np.uint8))
    return int(cv2.connectedComponents(closed)[0])
