"""The strokes of the pen in the slot of a stamp: how many, and seen from near."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from nlp.pages.components import find_components
from nlp.pages.image import POINTS_PER_INCH
from nlp.reading.forms.views import (
    LEAST,
    VIEWS,
    Colour,
    Grey,
    Place,
    Sheet,
    around,
    is_faded,
    only_blue,
    thicken,
    without_red,
)
from nlp.reading.page import Ink

_TALL: Final = 0.55  # of the tallest stroke of the pen: a digit, and no bar or dot of one
_PART: Final = 0.25  # of it: a part of a digit, or a letter of print,
_MOST: Final = 6  # and where there are more of these there is print
_MARGINS: Final = ((0.35, 0.5), (0.45, 1.0), (0.25, 0.4))  # of their height: above, beside


@dataclass(frozen=True, slots=True, eq=False)
class Strokes:
    """What the pen wrote in a slot: a crop on light paper, `count` strokes as tall as digits."""

    crop: Grey
    count: int


def find_strokes(sheet: Sheet, place: Place) -> Strokes | None:
    """The strokes in a slot of a stamp; None amid print, or where the pen wrote nothing.

    Digits that touch count once; what reaches up to another row, the label and the border do not.
    """
    area = around(place, VIEWS[0])
    crop = sheet.cut(area)
    pen = _pen(crop, place.ink) if min(crop.shape[:2]) > LEAST else None
    if pen is None:
        return None
    corner, scale = max(area.x0, sheet.origin[0]), sheet.dpi / POINTS_PER_INCH
    start, end = ((x - corner) * scale for x in (place.box.x0, place.box.x1))
    rise, drop = VIEWS[0][:2]
    found = _parts(pen, start, end, rise / (rise + drop) * pen.shape[0])
    if not 0 < len(found) <= _MOST:
        return None
    x0, top = found[:, :2].min(axis=0)
    x1, bottom = (found[:, :2] + found[:, 2:4]).max(axis=0)
    tall = found[:, cv2.CC_STAT_HEIGHT]
    return Strokes(pen[top:bottom, x0:x1], int((tall > _TALL * tall.max()).sum()))


def cut_near_views(strokes: Strokes) -> Iterator[Grey]:
    """Crops with nothing but the strokes, as they are and thicker, on several margins."""
    height = strokes.crop.shape[0]
    paper = int(np.percentile(strokes.crop, 95))
    for margins in _MARGINS:
        above, beside = (round(share * height) for share in margins)
        view = cv2.copyMakeBorder(
            strokes.crop, above, above, beside, beside, cv2.BORDER_CONSTANT, value=(paper,)
        )
        near = np.asarray(view, np.uint8)
        yield near
        yield thicken(near)


def _parts(pen: Grey, start: float, end: float, foot: float) -> NDArray[np.int32]:
    """The parts of digits between columns and above a baseline, as rows of OpenCV's statistics."""
    dark = cv2.threshold(pen, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[1]
    stats = find_components(np.asarray(dark, np.uint8))[2][1:]
    top, left = stats[:, cv2.CC_STAT_TOP], stats[:, cv2.CC_STAT_LEFT]
    tall = stats[:, cv2.CC_STAT_HEIGHT]
    is_here = (top > 0) & (top + tall / 2 < foot) & (left >= start) & (left < end)
    is_part = tall > _PART * tall[is_here].max(initial=1)
    return np.asarray(stats[is_here & is_part], np.int32)


def _pen(crop: Colour, ink: Ink) -> Grey | None:
    """What the pen wrote in a form, alone where it is blue, else among black print."""
    grey = np.asarray(crop.min(axis=2), np.uint8)
    if ink == "blue":
        black = without_red(np.ascontiguousarray(crop[:, :, ::-1]))
        return only_blue(crop, grey) if is_faded(black) else black
    own = without_red(crop) if ink == "red" else grey
    blue = only_blue(crop, own)
    return own if blue is None and not is_faded(own) else blue
