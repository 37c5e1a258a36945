"""Specks of dust on the glass."""

from typing import Final

import cv2
import numpy as np

from nlp.pages.components import find_components
from nlp.pages.image import Grey, shrunk

_DPI: Final = 150.0
_DARK: Final = 170
_SPECK: Final = 0.03  # inches: a larger patch is print
_BESIDE: Final = 0.16  # inches on either side within which print makes a speck a full stop
_ABOVE: Final = 0.07  # inches above and below within which print makes it the dot of a letter


def remove_specks(grey: Grey, dpi: float) -> Grey:
    """The page with small patches of ink made white that stand far from any print."""
    small = shrunk(grey, _DPI / dpi)
    dark = cv2.threshold(small, _DARK, 255, cv2.THRESH_BINARY_INV)[1]
    _, labels, stats = find_components(dark)
    side = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    is_speck = side <= _SPECK * _DPI
    is_speck[0] = False
    print_ = (~is_speck).astype(np.uint8)
    print_[0] = 0
    reach = np.ones((2 * round(_ABOVE * _DPI) + 1, 2 * round(_BESIDE * _DPI) + 1), np.uint8)
    near = cv2.dilate(print_[labels], reach)
    lone = is_speck.astype(np.uint8)[labels] & (near == 0)
    if not lone.any():
        return grey
    mask = cv2.dilate(lone.astype(np.uint8) * 255, np.ones((3, 3), np.uint8))
    full = cv2.resize(mask, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_NEAREST)
    return cv2.max(grey, full)
