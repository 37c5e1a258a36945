"""Crops of a slot for the recogniser of digits: several views, red bleached, blue ink alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from nlp.geometry import Box
from nlp.reading.page import Ink, SlotKind

Colour = NDArray[np.uint8]
Grey = NDArray[np.uint8]

# Views of a slot: above and below its baseline, and left and right of it, in ems.
VIEWS: Final = (
    (1.2, 0.4, 0.45, 0.4),
    (1.05, 0.35, 0.35, 0.2),
    (1.4, 0.5, 0.6, 0.55),
    (1.2, 0.5, 0.25, 0.05),
    (1.3, 0.3, 0.5, 0.3),
)
_MOREVIEWS: Final = 3  # of them are also shown thicker, and without all that is not blue
_FINE: Final = 80  # rows of a crop whose strokes are thickened by a pixel on each side
LEAST: Final = 6  # pixels: less cannot be read
_TINT: Final = 28  # how far a colour stands above the others in ink of that colour
_PALE: Final = 12  # and how far in a thin stroke, next to ink of that colour
_FEW: Final = 0.002  # of a crop: less red is none
_BLEACH: Final = ((np.arange(256.0) - 60) * 255 / 120).clip(0, 255).astype(np.uint8)
_BLUE_INK: Final = 0.012  # of a crop: less is dirt
_INK: Final = 130  # of 255: what is darker is ink
_HUES: Final = (-20.0, 40.0)  # blue above red, of any black
_APART: Final = 8.0  # between two blacks that are told apart by their tint,
_PALER: Final = 25.0  # and by their shade
_PALEST: Final = 170  # of 255: the middle of a stroke of ink is darker
_WRITTEN: Final = 0.23  # of the middles of strokes: the fine lines of print are fewer
_REACH: Final = 3.0  # pixels from which a gap is filled
_FADED: Final = 120  # of 255: the pen is darker, what is left of a bleached form is not
_LINE: Final = (0.25, 0.2)  # ems above and below the foot of a slot where its dotted line lies
_HALF: Final = 0.45  # of its densest row of pixels that others of a dotted line are,
_THICK: Final = 0.2  # ems that it is thick at most,
_DOTS: Final = 8  # pieces that it has at least,
_ABOVE: Final = 0.06  # and ems above it in which a stroke that crosses it is seen
_SEEN: Final = 0.004  # of a crop that is dark where a pen wrote


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where a slot lies, from the head to the foot of its digits, and the size of type around it.

    `typed` is what OCR read inside, with its confidence. `ink` is that of the form itself.
    """

    kind: SlotKind
    box: Box
    em: float
    typed: str = ""
    typed_confidence: float = 0.0
    ink: Ink = "black"


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A piece of a page in its original colours; `origin` is its corner on the page, in points."""

    image: Colour
    dpi: float
    origin: tuple[float, float] = (0.0, 0.0)

    def cut(self, box: Box) -> Colour:
        """The pixels of a box in points, cut at the edges."""
        scale = self.dpi / 72
        x0, x1 = (max(round((x - self.origin[0]) * scale), 0) for x in (box.x0, box.x1))
        y0, y1 = (max(round((y - self.origin[1]) * scale), 0) for y in (box.top, box.bottom))
        return self.image[y0:y1, x0:x1]


def cut_views(sheet: Sheet, place: Place) -> Iterator[Grey]:
    """Crops of a slot that differ a little in place, size, ink and thickness of the strokes.

    Red is taken for print, and so is blue in a form that is printed in blue.
    """
    for index, crop in enumerate(_crops(sheet, place)):
        is_blue_form = place.ink == "blue"
        grey = without_red(np.ascontiguousarray(crop[:, :, ::-1]) if is_blue_form else crop)
        blue = None if is_blue_form else only_blue(crop, grey)
        if place.ink == "red" and blue is not None:
            yield blue
            yield thicken(blue)
            continue
        yield grey
        if index < _MOREVIEWS:
            yield thicken(grey)
            if blue is not None:
                yield blue
                yield thicken(blue)


def cut_whole_views(sheet: Sheet, place: Place) -> Iterator[Grey]:
    """Crops of a slot with nothing but what has the colour of the form, none where it has little.

    In a form that is not coloured, red is that colour.
    """
    for crop in _crops(sheet, place):
        own = crop if place.ink == "blue" else np.ascontiguousarray(crop[:, :, ::-1])
        alone = only_blue(own, np.asarray(crop.min(axis=2), np.uint8))
        if alone is not None:
            yield alone


def cut_apart_views(sheet: Sheet, place: Place) -> Iterator[Grey]:
    """Crops of a slot with nothing but the pen, if its black is not that of the print it crosses.

    The pen is the more bluish of two blacks, else the paler one.
    """
    for crop in _crops(sheet, place):
        is_blue_form = place.ink == "blue"
        grey = without_red(np.ascontiguousarray(crop[:, :, ::-1]) if is_blue_form else crop)
        pen = _more_bluish(crop, grey)
        pen = _paler(grey) if pen is None else pen
        if pen is not None:
            yield pen


def cut_undotted_views(sheet: Sheet, place: Place) -> Iterator[Grey]:
    """Crops of a slot without the dotted line it stands on, none where there is no such line."""
    scale = sheet.dpi / 72
    for view in VIEWS:
        area = around(place, view)
        crop = sheet.cut(area)
        if min(crop.shape[:2]) > LEAST:
            foot = (place.box.bottom - max(area.top, sheet.origin[1])) * scale
            plain = _without_dots(without_red(crop), foot, place.em * scale)
            if plain is not None:
                yield plain
                yield thicken(plain)


def _without_dots(grey: Grey, foot: float, em: float) -> Grey | None:
    """A crop without the dots near a row, but for those that a stroke above runs into."""
    dark = cv2.threshold(grey, 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[1] > 0
    first = max(round(foot - _LINE[0] * em), 0)
    share = dark[first : max(round(foot + _LINE[1] * em), first + 1)].mean(axis=1)
    middle = first + int(share.argmax())
    top = bottom = middle
    while top > first and share[top - 1 - first] > _HALF * share.max():
        top -= 1
    while bottom + 1 < first + len(share) and share[bottom + 1 - first] > _HALF * share.max():
        bottom += 1
    dots = dark[top : bottom + 1].any(axis=0).astype(np.int8)
    if int((np.diff(dots, prepend=0) > 0).sum()) < _DOTS or bottom - top > _THICK * em:
        return None
    above = dark[max(top - max(round(_ABOVE * em), 2), 0) : top].mean(axis=0) > _HALF
    kept = cv2.dilate(above.astype(np.uint8)[None], np.ones((1, 3), np.uint8))[0] > 0
    plain = grey.copy()
    plain[max(top - 1, 0) : bottom + 2, ~kept] = np.uint8(np.percentile(grey, 90))
    return plain


def _more_bluish(crop: Colour, grey: Grey) -> Grey | None:
    red, _, blue = cv2.split(crop.astype(np.float32))
    tint = cv2.GaussianBlur(cv2.subtract(blue, red), (0, 0), 1.0).clip(*_HUES) - _HUES[0]
    dark = grey < _INK
    split = _split(tint[dark].astype(np.uint8), _APART)
    if split is None:
        return None
    pen = (dark & (tint > split)).astype(np.uint8)
    near = cv2.dilate(pen, np.ones((3, 3), np.uint8))
    return np.where(near > 0, grey, np.uint8(np.percentile(grey, 90))).astype(np.uint8)


def _paler(grey: Grey) -> Grey | None:
    """A crop whose darker strokes are filled in from what lies around them."""
    core = (grey < _PALEST) & (grey <= cv2.erode(grey, np.ones((3, 3), np.uint8)))
    split = _split(grey[core], _PALER)
    if split is None or (grey[core] > split).mean() < _WRITTEN:
        return None
    print_ = cv2.dilate((grey <= split).astype(np.uint8), np.ones((3, 3), np.uint8))
    return np.asarray(cv2.inpaint(grey, print_, _REACH, cv2.INPAINT_TELEA), np.uint8)


def _split(shades: NDArray[np.uint8], apart: float) -> float | None:
    """The shade between two kinds of ink, None where their means are not so far apart."""
    if not shades.size:
        return None
    split, _ = cv2.threshold(shades.reshape(-1, 1), 0, 255, cv2.THRESH_OTSU)
    low, high = shades[shades <= split], shades[shades > split]
    is_told = low.size and high.size and high.mean() - low.mean() >= apart
    return float(split) if is_told else None


def is_faded(view: Grey) -> bool:
    """Whether a view from which the form was bleached shows no pen, or one of the form's ink."""
    return bool((view < _FADED).mean() < _SEEN)


def _crops(sheet: Sheet, place: Place) -> Iterator[Colour]:
    for view in VIEWS:
        crop = sheet.cut(around(place, view))
        if min(crop.shape[:2]) > LEAST:
            yield crop


def around(place: Place, view: tuple[float, float, float, float]) -> Box:
    """The box of a view of a slot, in points; what a view is, `VIEWS` tells."""
    rise, drop, before, after = (share * place.em for share in view)
    box = place.box
    return Box(box.x0 - before, box.bottom - rise, box.x1 + after, box.bottom + drop)


def _redness(crop: Colour) -> Grey:
    """1 where ink is red, else 0."""
    red, green, blue = cv2.split(crop)
    return (cv2.subtract(red, cv2.max(green, blue)) > _TINT).astype(np.uint8)


def without_red(crop: Colour) -> Grey:
    """The crop as seen through a red glass, the last shade of red ink bleached."""
    red, reddish = crop[:, :, 0], _redness(crop)
    if reddish.mean() < _FEW:
        return red
    near = cv2.dilate(reddish, np.ones((3, 3), np.uint8))
    return np.where(near > 0, np.maximum(red, _BLEACH[red]), red).astype(np.uint8)


def thicken(grey: Grey) -> Grey:
    """The crop with strokes a little thicker, so that a fine pen leaves no gaps."""
    scale = _FINE / grey.shape[0]
    way = cv2.INTER_CUBIC if scale > 1 else cv2.INTER_AREA
    large = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=way)
    return np.asarray(cv2.erode(large, np.ones((3, 3), np.uint8)), np.uint8)


def only_blue(crop: Colour, grey: Grey) -> Grey | None:
    """The crop with nothing but its blue ink, if there is enough for digits."""
    red, _, blue = cv2.split(crop)
    tint = np.asarray(cv2.subtract(blue, red))
    mask = (tint > _TINT).astype(np.uint8)
    if mask.mean() < _BLUE_INK:
        return None
    pale = (np.asarray(cv2.dilate(mask, np.ones((7, 7), np.uint8))) > 0) & (tint > _PALE)
    near = cv2.dilate(mask | pale, np.ones((3, 3), np.uint8))
    return np.where(near > 0, grey, np.uint8(np.percentile(grey, 90))).astype(np.uint8)
