"""A page turned and set straight."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from nlp.pages.borders import find_borders
from nlp.pages.deskew import find_skew, straighten
from nlp.pages.image import PageImage, page_image, shrunk
from nlp.pages.light import even_light
from nlp.pages.orient import SMALL_DPI, footing, is_sideways, text_ink

_STRAIGHT: Final = 0.08  # degrees: a smaller lean is left as it is


@dataclass(frozen=True, slots=True, eq=False)
class Upright:
    """A page standing upright, and how it was turned: quarter turns clockwise, then the lean."""

    image: PageImage
    rotation_degrees: int
    skew_degrees: float


@dataclass(frozen=True, slots=True, eq=False)
class Posture:
    """How a page lies: the ink of its letters at 100 dpi, and whether its lines run sideways.

    The lean and the footing of the lines are told of the page as it lies, or turned by 90 degrees
    clockwise where its lines run sideways.
    """

    ink: NDArray[np.bool_]
    is_sideways: bool
    skew_degrees: float
    footing: float


def find_posture(page: PageImage) -> Posture:
    """How the page lies, from a small image of it."""
    grey = cv2.cvtColor(shrunk(page.pixels, SMALL_DPI / page.dpi), cv2.COLOR_RGB2GRAY)
    borders = find_borders(grey, SMALL_DPI)
    light = even_light(grey, SMALL_DPI)
    if borders is not None:
        light[borders > 0] = 255
    ink = text_ink(light)
    sideways = is_sideways(ink)
    level = np.rot90(ink, -1) if sideways else ink
    skew = find_skew(level, SMALL_DPI)
    return Posture(ink, sideways, skew, footing(level, skew))


def turn(page: PageImage, posture: Posture, degrees: int) -> Upright:
    """The page turned clockwise by 0, 90, 180 or 270 degrees, then straightened."""
    skew = posture.skew_degrees
    if (degrees % 180 == 90) != posture.is_sideways:  # noqa: PLR2004 -- the other way across
        skew = find_skew(np.rot90(posture.ink, -degrees // 90), SMALL_DPI)
    pixels = np.rot90(page.pixels, -degrees // 90)
    if abs(skew) >= _STRAIGHT:
        pixels = straighten(np.ascontiguousarray(pixels), skew)
    else:
        skew = 0.0
    return Upright(page_image(pixels, page.dpi), degrees, round(skew, 2))
