"""Even light: the paper made white wherever it is grey, yellow, folded or in shadow."""

from typing import Final

import cv2
import numpy as np

from nlp.pages.image import Colour, Grey

_COARSE_DPI: Final = 37.0  # the paper is looked at in an image so coarse
_REACH: Final = 9  # dots of it: wider than the strokes of any letter
_BLUR: Final = 1.2  # pixels
_STRENGTH: Final = 0.8
_SOFT: Final = 0.0065  # inches: how far the jagged edges of a fax are blurred
_BETWEEN: Final = (48, 208)  # of 255: neither black nor white
_FEW: Final = 0.002  # of a page that knows black and white only


def even_light(grey: Grey, dpi: float) -> Grey:
    """The page divided by the brightness of its paper, so that paper is 255."""
    height, width = grey.shape
    scale = min(_COARSE_DPI / dpi, 1.0)
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    paper = cv2.dilate(small, np.ones((_REACH, _REACH), np.uint8))
    paper = cv2.medianBlur(paper, 2 * _REACH + 1)
    paper = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
    return cv2.divide(grey, paper, scale=255)


def sharpen(grey: Grey) -> Grey:
    """The page with the blur of scanner and JPEG partly undone."""
    blurred = cv2.GaussianBlur(grey, (0, 0), _BLUR)
    return cv2.addWeighted(grey, 1 + _STRENGTH, blurred, -_STRENGTH, 0)


def is_two_level(pixels: Colour) -> bool:
    """Whether a page, as it came, is black and white without greys, as from a fax."""
    green = np.asarray(pixels[::2, ::2, 1])
    between = np.count_nonzero((green > _BETWEEN[0]) & (green < _BETWEEN[1]))
    return bool(between < _FEW * green.size)


def soften(grey: Grey, dpi: float) -> Grey:
    """The page with the jagged edges of a fax smoothed."""
    return cv2.GaussianBlur(grey, (0, 0), _SOFT * dpi)
