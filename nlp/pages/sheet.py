"""The sheet on a photograph: its outline found, perspective and curl undone."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from nlp.pages.image import Colour, PageImage, page_image
from nlp.pages.light import is_two_level

_SMALL: Final = 420  # pixels of the longer side in which the outline is sought
_LEAST_SIDE: Final = 100  # pixels: a smaller picture shows no sheet
_PRINT: Final = 9  # of these pixels: narrower darkness is print
_LEAN: Final = 14.0  # degrees that a side may lean
_DEEP: Final = 0.4  # of the image from its edge in which a side is sought
_RIM: Final = 0.012  # of the image: what is nearer to its edge is no side of a sheet
_STRONG: Final = 0.35  # a stronger step of the logarithm of brightness counts no more
_STEEP: Final = 0.09  # the mean step along a side of a sheet
_SIDES: Final = 3  # at least so many sides must lie within the image
_LEAST: Final = 0.3  # of the image that a sheet fills
_TURNS: Final = (("left", "top"), ("right", "top"), ("right", "bottom"), ("left", "bottom"))
_SHAPE: Final = (0.55, 1.8)  # width by height of a sheet
_A4: Final = (210 / 297, 0.12)  # the shorter side by the longer, and how far off still is A4
_MARGIN: Final = 0.05  # of the sheet: so far around it a bent edge is followed
_BEND: Final = 0.03  # of the sheet that an edge may bend
_DEGREE: Final = 4  # of the polynomial that a bent edge is
_SEEN: Final = 0.6  # of an edge that must be seen before it is followed
_CELLS: Final = 128  # along each side of the net that is laid over the sheet
_WIDTH_INCHES: Final = 210 / 25.4

Shades = NDArray[np.float32]  # (height, width): logarithms of brightness
Points = NDArray[np.float64]  # (n, 2): x, y
Bend = NDArray[np.float64]  # how far an edge lies beyond the straight line, a share of the sheet


def flatten(page: PageImage) -> PageImage:
    """The sheet alone, seen from straight above; the page itself where it shows no outline.

    A page without greys is no photograph.
    """
    if min(page.pixels.shape[:2]) < _LEAST_SIDE or is_two_level(page.pixels):
        return page
    shades, scale = _shades(page.pixels)
    corners = _corners(shades)
    if corners is None:
        return page
    corners = corners / scale
    size = _size(corners)
    away = _homography(corners, size)
    bends = _bends(shades, away @ np.diag([1 / scale, 1 / scale, 1]), size)
    pixels = _fetched(page.pixels, np.linalg.inv(away).astype(np.float64), size, bends)
    return page_image(pixels, min(size) / _WIDTH_INCHES)


def _shades(pixels: Colour) -> tuple[Shades, float]:
    """The page small and without its print, and how much smaller it was made."""
    scale = min(_SMALL / max(pixels.shape[:2]), 1.0)
    small = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)
    bare = cv2.morphologyEx(grey, cv2.MORPH_CLOSE, np.ones((_PRINT, _PRINT), np.uint8))
    return np.log(cv2.GaussianBlur(bare, (3, 3), 0).astype(np.float32) + 8), scale


def _corners(shades: Shades) -> Points | None:
    """The corners of the sheet from the top left clockwise, None where its sides are not seen."""
    height, width = shades.shape
    found = [
        _left_side(shades),
        _left_side(shades[:, ::-1]),
        _left_side(shades.T),
        _left_side(shades.T[:, ::-1]),
    ]
    if sum(step > 0 for _, _, step in found) < _SIDES:
        return None
    (left, right, top, bottom) = (np.array(side[:2]) for side in found)
    right, bottom = width - 1 - right, height - 1 - bottom
    sides = {
        "left": ((left[0], 0), (left[1], height)), "right": ((right[0], 0), (right[1], height)),
        "top": ((0, top[0]), (width, top[1])), "bottom": ((0, bottom[0]), (width, bottom[1])),
    }  # fmt: skip
    corners = np.array([
        _crossing(np.array(sides[upright]), np.array(sides[level])) for upright, level in _TURNS
    ])  # fmt: skip
    area = cv2.contourArea(corners.astype(np.float32))
    across, down = _sides(corners)
    is_sheet = area >= _LEAST * shades.size and _SHAPE[0] <= across / down <= _SHAPE[1]
    return corners if is_sheet else None


def _left_side(shades: Shades) -> tuple[float, float, float]:
    """Where the brightness rises most from left to right: x at the top, x at the bottom, the step.

    The edge of the image, and a step of 0, where it rises nowhere along a line.
    """
    height, width = shades.shape
    step = np.zeros_like(shades)
    step[:, 1:-1] = np.clip(shades[:, 2:] - shades[:, :-2], -_STRONG, _STRONG)
    first, last = max(int(_RIM * width), 1), int(_DEEP * width)
    best = (0.0, 0.0, 0.0)
    for slope in np.tan(np.deg2rad(np.arange(-_LEAN, _LEAN + 0.1, 0.5))).tolist():
        shear = np.array([[1, slope, -slope * height / 2], [0, 1, 0]])
        upright = cv2.warpAffine(
            step, shear, (last, height), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        )
        profile = upright[:, first:].mean(axis=0)
        x = int(np.argmax(profile))
        if profile[x] > max(best[2], _STEEP):
            across = slope * height / 2
            best = (first + x - across, first + x + across, float(profile[x]))
    return best


def _crossing(first: Points, second: Points) -> Points:
    """The point in which two lines meet, each given by two of its points."""
    along, other = first[1] - first[0], second[1] - second[0]
    share = np.linalg.solve(np.stack([along, -other], axis=1), second[0] - first[0])[0]
    return np.asarray(first[0] + share * along)


def _sides(corners: Points) -> tuple[float, float]:
    """The mean width and height of a quadrangle."""
    lengths = np.linalg.norm(np.roll(corners, -1, axis=0) - corners, axis=1)
    return float(lengths[0] + lengths[2]) / 2, float(lengths[1] + lengths[3]) / 2


def _size(corners: Points) -> tuple[int, int]:
    """Width and height in pixels of the sheet seen from above, A4 where it is nearly so."""
    across, down = _sides(corners)
    ratio, tolerance = _A4
    if abs(min(across, down) / max(across, down) - ratio) <= tolerance:
        across, down = (across, across / ratio) if across < down else (down / ratio, down)
    return round(across), round(down)


def _homography(corners: Points, size: tuple[int, int]) -> Points:
    width, height = size
    frame = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    return np.asarray(cv2.getPerspectiveTransform(corners.astype(np.float32), frame), np.float64)


def _bends(shades: Shades, away: Points, size: tuple[int, int]) -> tuple[Bend, Bend, Bend, Bend]:
    """How the left, right, top and bottom edges bend inwards, at the middles of all cells."""
    scale = _SMALL / max(size)
    across, down = (max(round(side * scale), 8) for side in size)
    margin = round(_MARGIN * _SMALL)
    move = np.array([[scale, 0, margin], [0, scale, margin], [0, 0, 1]])
    wide = (across + 2 * margin, down + 2 * margin)
    flat = cv2.warpPerspective(shades, move @ away, wide, borderMode=cv2.BORDER_REPLICATE)
    views = flat, flat[:, ::-1], flat.T, flat.T[:, ::-1]
    left, right, top, bottom = (
        _bend(np.ascontiguousarray(view, np.float32), margin) for view in views
    )
    return left, right, top, bottom


def _bend(flat: Shades, margin: int) -> Bend:
    """How far the left edge lies right of `margin`, at the middle of each cell down the sheet."""
    inside = flat[margin:-margin]
    reach = min(round(_BEND * _SMALL), margin - 2)
    step = cv2.blur(inside[:, 2:] - inside[:, :-2], (1, 9))[:, margin - 1 - reach : margin + reach]
    places = np.argmax(step, axis=1) - reach
    seen = step.max(axis=1) > _STEEP
    along = (np.arange(len(inside)) + 0.5) / len(inside)
    middles = (np.arange(_CELLS) + 0.5) / _CELLS
    bend = np.zeros(_CELLS)
    for _ in range(3):
        if seen.mean() < _SEEN:
            return np.zeros(_CELLS)
        curve = np.polynomial.Polynomial.fit(along[seen], places[seen], _DEGREE, domain=[0, 1])
        seen &= np.abs(places - curve(along)) <= max(2.0, reach / 4)
        bend = np.asarray(curve(middles), np.float64)
    shares: Bend = bend / (flat.shape[1] - 2 * margin)
    return shares


def _fetched(
    pixels: Colour, back: Points, size: tuple[int, int], bends: tuple[Bend, Bend, Bend, Bend]
) -> Colour:
    """The sheet, each of its pixels fetched from where it lies on the photograph."""
    width, height = size
    left, right, top, bottom = bends
    middles = (np.arange(_CELLS) + 0.5) / _CELLS
    u, v = np.meshgrid(middles, middles)
    x = (u + left[:, None] * (1 - u) - right[:, None] * u) * width
    y = (v + top[None, :] * (1 - v) - bottom[None, :] * v) * height
    net = cv2.perspectiveTransform(np.stack([x, y], axis=2), back).astype(np.float32)
    where = cv2.resize(net, size, interpolation=cv2.INTER_LINEAR)
    columns, rows = cv2.split(where)
    return cv2.remap(
        pixels, columns, rows, cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT,
        borderValue=(255, 255, 255),
    )  # fmt: skip
