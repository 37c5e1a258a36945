"""The strokes of the pen in a slot: how many, and seen from near."""

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
_TALLER: Final = (1.7, 0.6, 0.6, 0.4)  # the view of a slot that is free above and below, in ems
_BEFORE: Final = 0.4  # ems that the digits may begin left of it, over the colon
_JOINED: Final = (0.1, 0.8)  # ems: how near a slot, and how high, is a label with a digit on it
_SLASH: Final = 0.42  # ems: how wide a slash is at most
_MARGINS: Final = ((0.35, 0.5), (0.45, 1.0), (0.25, 0.4))  # of their height: above, beside


@dataclass(frozen=True, slots=True, eq=False)
class Strokes:
    """What the pen wrote in a slot: a crop on light paper, `count` strokes as tall as digits."""

    crop: Grey
    count: int


def find_strokes(sheet: Sheet, place: Place) -> Strokes | None:
    """The strokes in a slot of digits; None amid print, or where the pen wrote nothing.

    Digits that touch count once; what reaches up to another row, the label and the border do not,
    nor does the slash behind a document's own number.
    """
    is_free = not place.kind.startswith("arrival")
    view = _TALLER if is_free else VIEWS[0]
    area = around(place, view)
    crop = sheet.cut(area)
    pen = _pen(crop, place.ink) if min(crop.shape[:2]) > LEAST else None
    if pen is None:
        return None
    corner, scale = max(area.x0, sheet.origin[0]), sheet.dpi / POINTS_PER_INCH
    start, end = ((x - corner) * scale for x in (place.box.x0, place.box.x1))
    rise, drop = view[:2]
    written = _parts(pen, rise / (rise + drop) * pen.shape[0])
    if is_free:
        found = _in_free_slot(written, start, end, place.em * scale)
    else:
        found = written[(written[:, 0] >= start) & (written[:, 0] < end)]
    found = found[found[:, 3] > _PART * found[:, 3].max(initial=1)]
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


def _parts(pen: Grey, foot: float) -> NDArray[np.int32]:
    """What the pen wrote above a baseline, as rows of OpenCV's statistics."""
    dark = cv2.threshold(pen, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[1]
    stats = np.asarray(find_components(np.asarray(dark, np.uint8))[2][1:], np.int32)
    top, tall = stats[:, cv2.CC_STAT_TOP], stats[:, cv2.CC_STAT_HEIGHT]
    return stats[(top > 0) & (top + tall / 2 < foot)]


def _in_free_slot(
    parts: NDArray[np.int32], start: float, end: float, em: float
) -> NDArray[np.int32]:
    """The parts in a slot of the letterhead but for the slash; none where one joins the label."""
    left, tall = parts[:, cv2.CC_STAT_LEFT], parts[:, cv2.CC_STAT_HEIGHT]
    right = left + parts[:, cv2.CC_STAT_WIDTH]
    is_before = left < start - _BEFORE * em
    if (is_before & (right > start - _JOINED[0] * em) & (tall > _JOINED[1] * em)).any():
        return parts[:0]
    is_slash = (right - left < _SLASH * em) & (right > end)
    return parts[~is_before & (left < end) & ~is_slash]


def _pen(crop: Colour, ink: Ink) -> Grey | None:
    """What the pen wrote in a form, alone where it is blue, else among black print."""
    grey = np.asarray(crop.min(axis=2), np.uint8)
    if ink == "blue":
        black = without_red(np.ascontiguousarray(crop[:, :, ::-1]))
        return only_blue(crop, grey) if is_faded(black) else black
    own = without_red(crop) if ink == "red" else grey
    blue = only_blue(crop, own)
    return own if blue is None and not is_faded(own) else blue
