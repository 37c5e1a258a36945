"""Stamps found by the lines of their frame: in black, as on a photocopy, or crossed by ink."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from nlp.geometry import Box
from nlp.pages.components import find_components
from nlp.pages.frames import DPI, FrameInk, InkFrame, drawn_share, without_folds
from nlp.pages.image import POINTS_PER_INCH, Mask

_WIDTHS: Final = (1.3, 3.7)  # inches: least and greatest width of a stamp
_HEIGHTS: Final = (0.6, 2.0)
_FULL: Final = 0.4  # of its box that a frame with its text may blacken
_TILT: Final = 11.0  # degrees
_ALIKE: Final = 1.5  # degrees between the level and the upright lines of a frame
_LEVEL: Final = 0.7  # inches: least length of a level line of the frame
_UPRIGHT: Final = 0.3  # inches
_APART: Final = 0.12  # inches between two lines of the frame
_SIDE: Final = 0.45  # of each side that must be drawn,
_SIDES: Final = 0.65  # and of all of them together
_RIM: Final = 4.0  # pixels within which ink belongs to a side
_LONG: Final = 0.75  # of the longest level line: a side of the frame
_TALL: Final = 0.55  # of the height of the frame: a side of it
_NEAR: Final = 30.0  # pixels from the end of a level line to the side
_EDGE: Final = 15  # pixels from the edge of the page, which may lean: there a stamp is cut
_STEM: Final = 7  # pixels: a side is no broader, though it lean
_TORN: Final = 0.06  # inches that a line may miss,
_CROSSED: Final = 0.14  # inches of a side that a line of print hides
_BESIDE: Final = 8  # pixels from a longer line, in which its side is lost
_LINES: Final = (2, 3)  # least level lines of a stamp, one below its heading among the more
_PLAIN: Final = 0.85  # of the sides of a frame that must be drawn where no line tells of a heading

Segments = NDArray[np.float64]  # (n, 4): x, y of both ends


def find_outlined_stamps(dark: Mask, ink: FrameInk = "black") -> tuple[InkFrame, ...]:
    """The stamps drawn in one ink; `dark` is that ink at 100 dpi, whatever else it drew."""
    return _stamps(dark, np.zeros_like(dark), ink)


def find_crossed_stamps(dark: Mask, ink: FrameInk = "black") -> tuple[InkFrame, ...]:
    """The stamps that lines longer than a stamp run into, a fold or the dark edge of the sheet.

    None where there is no such line: `find_outlined_stamps` tells whatever there is.
    """
    free = without_folds(dark)
    folds = cv2.subtract(dark, free)
    return _stamps(free, folds, ink) if cv2.countNonZero(folds) else ()


def _stamps(dark: Mask, folds: Mask, ink: FrameInk) -> tuple[InkFrame, ...]:
    """The stamps of an ink from which the folds were taken off."""
    joined = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    _, labels, stats = find_components(joined)
    found = []
    for label, (x, y, width, height, area) in enumerate(stats.tolist()):
        if label and _may_be_stamp(width / DPI, height / DPI, area / (width * height)):
            part = (labels[y : y + height, x : x + width] == label).astype(np.uint8) * 255
            is_cut = _is_cut(folds[y : y + height], x, x + width)
            frame = _stamp(part, x, y, is_cut=is_cut)
            if frame is not None:
                found.append(replace(frame, ink=ink))
    return tuple(found)


def _may_be_stamp(width: float, height: float, share: float) -> bool:
    """Whether a patch of these inches, text that touches it included, may hold a frame."""
    return (
        _WIDTHS[0] <= width <= 1.6 * _WIDTHS[1]
        and _HEIGHTS[0] <= height <= 1.5 * _HEIGHTS[1]
        and share <= _FULL
    )


def _is_cut(folds: Mask, left: int, right: int) -> bool:
    """Whether a side between these columns is the edge of the page or lost in a longer line."""
    if min(left, folds.shape[1] - right) <= _EDGE:
        return True
    sides = folds[:, max(left - _BESIDE, 0) : left], folds[:, right : right + _BESIDE]
    return any(side.any(axis=1).mean() > _SIDE for side in sides)


def _stamp(part: Mask, left: int, top: int, *, is_cut: bool) -> InkFrame | None:
    for segments in _looks(part):
        across = segments[:, 2:] - segments[:, :2]
        angles = (np.rad2deg(np.arctan2(across[:, 1], across[:, 0])) + 90) % 180 - 90
        is_long = np.hypot(across[:, 0], across[:, 1]) >= _LEVEL * DPI
        for is_level in (_same_lean(angles, is_long), is_long & (np.abs(angles) <= _TILT)):
            found = _from_lines(part, segments, angles, is_level, is_cut=is_cut)
            if found is not None:
                box, angle, share = found
                return _frame(box, angle, share, (left, top))
    return None


def _looks(part: Mask) -> Iterator[Segments]:
    """The straight strokes of a patch, then with upright ones seen without its print as well."""
    strokes = _strokes(part, _TORN)
    yield strokes
    print_ = cv2.morphologyEx(part, cv2.MORPH_OPEN, np.ones((1, _STEM), np.uint8))
    yield np.concatenate([strokes, _strokes(cv2.subtract(part, print_), _CROSSED)])


def _strokes(part: Mask, gap: float) -> Segments:
    lines = cv2.HoughLinesP(
        part, 1, np.pi / 720, 40, minLineLength=_UPRIGHT * DPI, maxLineGap=gap * DPI
    )
    return np.empty((0, 4)) if lines is None else np.asarray(lines, np.float64).reshape(-1, 4)


def _from_lines(
    part: Mask,
    segments: Segments,
    angles: NDArray[np.float64],
    is_level: NDArray[np.bool_],
    *,
    is_cut: bool,
) -> tuple[Box, float, float] | None:
    """The frame whose level lines these are, turned level: its box, its angle, its share drawn."""
    if not is_level.any():
        return None
    angle = float(np.median(angles[is_level]))
    straight = _turned(segments.reshape(-1, 2), angle).reshape(-1, 4)
    upright = straight[np.abs(np.abs(angles) - 90) <= _TILT]
    rows, columns = np.nonzero(part)
    dots = _turned(np.stack([columns, rows], axis=1).astype(np.float64), angle)
    lines = _count_lines(straight[is_level])
    least = _SIDES if lines >= _LINES[1] else _PLAIN
    for box in _frame_boxes(straight[is_level], upright) if lines >= _LINES[0] else ():
        for tried in (_between_sides(box, upright), box):
            share = _drawn(dots, tried, is_cut=is_cut)
            if share >= least:
                return tried, angle, share
    return None


def _same_lean(angles: NDArray[np.float64], is_long: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which long lines are level ones of a frame: those that lean as its upright lines do.

    Print that a stamp covers makes level lines, which lean as the page does, and no upright ones.
    """
    is_level = is_long & (np.abs(angles) <= _TILT)
    leans = np.where(angles > 0, angles - 90, angles + 90)
    upright = leans[np.abs(leans) <= _TILT]
    if not len(upright):
        return is_level
    alike = is_level & (np.abs(angles - np.median(upright)) <= _ALIKE)
    return alike if alike.any() else is_level


def _frame_boxes(level: Segments, upright: Segments) -> Iterator[Box]:
    """Boxes around the level lines, of the size of a stamp.

    Between the sides that stand where the lines end, then between the outermost sides.
    """
    lengths = level[:, 2] - level[:, 0]
    long = level[np.abs(lengths) >= _LONG * np.abs(lengths).max()]
    top, bottom = float(long[:, [1, 3]].min()), float(long[:, [1, 3]].max())
    if not _fits(bottom - top, _HEIGHTS):
        return
    tall = upright[np.abs(upright[:, 3] - upright[:, 1]) >= _TALL * (bottom - top)]
    sides = tall[:, [0, 2]].mean(axis=1)
    x0 = _nearest(sides, float(np.median(long[:, [0, 2]].min(axis=1))))
    x1 = _nearest(sides, float(np.median(long[:, [0, 2]].max(axis=1))))
    outermost = [(float(sides.min()), float(sides.max()))] if len(sides) else []
    for left, right in ((x0, x1), *outermost):
        if _fits(right - left, _WIDTHS):
            yield Box(left, top, right, bottom)


def _count_lines(level: Segments) -> int:
    """How many lines the level strokes make, one below another."""
    heights = np.sort(level[:, [1, 3]].mean(axis=1))
    return 1 + int(np.count_nonzero(np.diff(heights) > _APART * DPI))


def _between_sides(box: Box, upright: Segments) -> Box:
    """The box as high as both of its sides are drawn: a long line of it may be torn."""
    tops, bottoms = [], []
    for x in (box.x0, box.x1):
        side = upright[np.abs(upright[:, [0, 2]].mean(axis=1) - x) <= _RIM]
        tops.append(side[:, [1, 3]].min(initial=box.top))
        bottoms.append(side[:, [1, 3]].max(initial=box.bottom))
    tall = Box(box.x0, float(max(tops)), box.x1, float(min(bottoms)))
    return tall if _fits(tall.height, _HEIGHTS) else box


def _fits(pixels: float, inches: tuple[float, float]) -> bool:
    return inches[0] <= pixels / DPI <= inches[1]


def _nearest(sides: NDArray[np.float64], x: float) -> float:
    """The place of the upright line next to x, x itself where none is near."""
    near = sides[np.abs(sides - x) <= _NEAR]
    return float(near[np.argmin(np.abs(near - x))]) if len(near) else x


def _turned(points: NDArray[np.float64], angle: float) -> NDArray[np.float64]:
    radians = np.deg2rad(angle)
    x, y = points[:, 0], points[:, 1]
    turned = x * np.cos(radians) + y * np.sin(radians), y * np.cos(radians) - x * np.sin(radians)
    return np.stack(turned, axis=1)


def _drawn(dots: NDArray[np.float64], box: Box, *, is_cut: bool) -> float:
    """How much of the frame is drawn, 0 where a side is missing."""
    x, y = dots[:, 0], dots[:, 1]
    shares = [
        drawn_share(x[np.abs(y - edge) <= _RIM] - box.center[0], box.width)
        for edge in (box.top, box.bottom)
    ] + [
        drawn_share(y[np.abs(x - edge) <= _RIM] - box.center[1], box.height)
        for edge in (box.x0, box.x1)
    ]
    shares = sorted(shares)[1:] if is_cut else shares
    mean = float(np.mean(shares))
    return mean if min(shares) >= _SIDE and mean >= _SIDES else 0.0


def _frame(box: Box, angle: float, share: float, corner: tuple[int, int]) -> InkFrame:
    points = np.array(
        [[box.x0, box.top], [box.x1, box.top], [box.x0, box.bottom], [box.x1, box.bottom]]
    )
    turned = _turned(points, -angle) + np.array(corner)
    (x0, top), (x1, bottom) = turned.min(axis=0).tolist(), turned.max(axis=0).tolist()
    upright = Box(max(x0, 0.0), max(top, 0.0), x1, bottom).scaled(POINTS_PER_INCH / DPI)
    return InkFrame("stamp", upright, "black", round(angle, 1), round(share, 2))
