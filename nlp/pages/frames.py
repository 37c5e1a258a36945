"""Stamps, seals, marks and signatures found by their ink."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from nlp.geometry import Box
from nlp.pages.components import find_components
from nlp.pages.image import POINTS_PER_INCH, Mask, pixel_slices, shrunk

FrameKind = Literal["stamp", "seal", "mark", "signature"]
FrameInk = Literal["black", "red", "blue", "grey"]
Dots = NDArray[np.float32]  # (n, 2): x, y

DPI: Final = 100.0  # the resolution at which masks are searched
_TILT: Final = 12.0  # degrees
_STAMP: Final = ((1.4, 3.7), (0.65, 2.0))  # inches: least and greatest width, then height
_MARK: Final = ((0.5, 2.4), (0.2, 0.65))
_SEAL_RADIUS: Final = (0.5, 0.9)  # inches
_RIM: Final = 0.06  # inches within which ink belongs to a side or a ring
_GAP: Final = 13  # hundredths of an inch that a worn border may miss
_FOLD: Final = 2.5  # inches: no side of a stamp is so long
_FOLD_PIECE: Final = 0.8  # inches in which a leaning line is followed
_CROSSING: Final = 9  # pixels that a fold takes out of a line that it crosses
_BREADTH: Final = 0.12  # inches: no fold or crossing line is so wide
_SPECK: Final = 0.03  # inches: what is no wider and no higher is a speck
_SIDE: Final = 0.4  # of each side that must be drawn,
_SIDES: Final = 0.62  # and of all of them together
_RING: Final = 0.8  # of a ring that must be drawn
_CLOSED: Final = 0.95  # of a ring: one among print must have no gap,
_WHOLE: Final = 0.8  # and its ink must hang together over so much of its breadth
_SECTORS: Final = 48
_INNER: Final = 0.9  # of the radius where a ring was found: it may be the inner one of two,
_OUTER: Final = 1.45  # and the outer one is no wider than so many times that
_SHARED: Final = 0.2  # of one seal that another may cover
_WITHIN: Final = 0.8  # of a rectangle inside another: a cell of it
_PEN: Final = (0.45, 0.2)  # inches: least width and height of a signature


@dataclass(frozen=True, slots=True)
class InkFrame:
    """A frame as its ink tells: its upright box in points, its tilt, how much of it is drawn."""

    kind: FrameKind
    box: Box
    ink: FrameInk
    angle_degrees: float
    confidence: float


def shrink(mask: Mask, dpi: float) -> Mask:
    """The mask at 100 dpi; thin strokes survive."""
    return cv2.threshold(shrunk(mask, DPI / dpi), 60, 255, cv2.THRESH_BINARY)[1]


def find_frames(mask: Mask, ink: FrameInk) -> tuple[InkFrame, ...]:
    """The frames drawn in one ink; `mask` is at 100 dpi. Rectangles first, then seals."""
    if not cv2.countNonZero(mask):
        return ()
    rectangles = find_rectangles(mask, ink)
    return (*rectangles, *_find_seals(without(mask, rectangles), ink))


def without(mask: Mask, frames: tuple[InkFrame, ...]) -> Mask:
    """The 100-dpi mask without what the frames cover."""
    rest = mask.copy()
    for frame in frames:
        rest[pixel_slices(frame.box.expanded(2), DPI, mask.shape)] = 0
    return rest


def untilted(box: Box, angle_degrees: float) -> Box:
    """A frame set straight that leans by an angle inside the upright `box` around it."""
    angle = np.deg2rad(abs(angle_degrees))
    cos, sin = float(np.cos(angle)), float(np.sin(angle))
    width = (box.width * cos - box.height * sin) / (cos**2 - sin**2)
    height = (box.height * cos - box.width * sin) / (cos**2 - sin**2)
    x, y = box.center
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def find_signatures(mask: Mask, ink: FrameInk) -> tuple[InkFrame, ...]:
    """Large sweeps of the pen; `mask` is at 100 dpi, stamps already taken out."""
    joined = cv2.dilate(mask, np.ones((5, 5), np.uint8))
    stats = find_components(joined)[2][1:]
    found = []
    for x, y, width, height, _ in stats.tolist():
        if width >= _PEN[0] * DPI and height >= _PEN[1] * DPI:
            box = Box(x, y, x + width, y + height).scaled(POINTS_PER_INCH / DPI)
            found.append(InkFrame("signature", box, ink, 0.0, 0.6))
    return tuple(found)


def find_rings(mask: Mask, ink: FrameInk) -> tuple[InkFrame, ...]:
    """The seals whose ring is whole, among whatever else an ink drew; `mask` is at 100 dpi."""
    joined = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    _, labels, stats = find_components(joined)
    sides = np.minimum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    keep = (sides >= 2 * _WHOLE * _SEAL_RADIUS[0] * DPI).astype(np.uint8)
    keep[0] = 0
    if not keep.any():
        return ()
    return tuple(
        seal for seal in _find_seals(mask * keep[labels], ink) if seal.confidence >= _CLOSED
    )


def _find_seals(mask: Mask, ink: FrameInk) -> tuple[InkFrame, ...]:
    least, greatest = (round(radius * DPI) for radius in _SEAL_RADIUS)
    blurred = cv2.GaussianBlur(mask, (5, 5), 0)
    circles = cv2.HoughCircles(
        blurred, cv2.HOUGH_GRADIENT, 2, DPI, param1=100, param2=60,
        minRadius=least, maxRadius=greatest,
    )  # fmt: skip
    if circles is None:
        return ()
    found: list[InkFrame] = []
    for x, y, radius in np.asarray(circles).reshape(-1, 3)[:12].tolist():
        drawn, outer = _ring(mask, x, y, radius)
        box = Box(x - outer, y - outer, x + outer, y + outer).scaled(POINTS_PER_INCH / DPI)
        if drawn >= _RING and not any(box.overlap(other.box) > _SHARED for other in found):
            found.append(InkFrame("seal", box, ink, 0.0, round(drawn, 2)))
    return tuple(found)


def _ring(mask: Mask, x: float, y: float, radius: float) -> tuple[float, float]:
    """How much of the ring about (x, y) is drawn, and its outer radius, of those near `radius`."""
    rows, columns = np.nonzero(mask)
    distance = np.hypot(columns - x, rows - y)
    sector = ((np.arctan2(rows - y, columns - x) + np.pi) / (2 * np.pi) * _SECTORS).astype(int)
    best, outer = 0.0, radius
    for test in np.arange(radius * _INNER, radius * _OUTER, 1.0):
        near = np.abs(distance - test) <= _RIM * DPI / 2
        drawn = len(np.unique(sector[near])) / _SECTORS
        if drawn >= max(best, _RING):
            best, outer = drawn, float(test)
    return best, outer


def find_rectangles(mask: Mask, ink: FrameInk) -> tuple[InkFrame, ...]:
    """The stamps and marks drawn in one ink; `mask` is at 100 dpi."""
    mask = without_folds(mask)
    joined = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((_GAP, _GAP), np.uint8))
    count, labels, stats = find_components(joined)
    _, blots, sizes = find_components(mask)
    found: list[InkFrame] = []
    for label in range(1, count):
        width, height = stats[label, cv2.CC_STAT_WIDTH], stats[label, cv2.CC_STAT_HEIGHT]
        if width < _MARK[0][0] * DPI or height < _MARK[1][0] * DPI:
            continue
        x, y = stats[label, cv2.CC_STAT_LEFT], stats[label, cv2.CC_STAT_TOP]
        here = slice(y, y + height), slice(x, x + width)
        own = np.where(labels[here] == label, blots[here], 0)
        corner = np.array([x, y], np.float32)
        tried = [_rectangle(dots + corner, mask, ink) for dots in _fewer_and_fewer(own, sizes)]
        frames = [frame for frame in tried if frame is not None]
        found += [max(frames, key=lambda frame: frame.confidence)] if frames else []
    outer = [frame for frame in found if not any(_is_within(frame, other) for other in found)]
    return tuple(outer)


def without_folds(mask: Mask) -> Mask:
    """The mask without nearly upright lines longer than any stamp, which join frames to the page.

    Such are folds, and the dark edge of the sheet. What goes on at both sides of one stays whole;
    `mask` is at 100 dpi.
    """
    broad = cv2.dilate(mask, np.ones((1, 3), np.uint8))
    whole = cv2.morphologyEx(broad, cv2.MORPH_CLOSE, np.ones((_GAP, 1), np.uint8))
    length = round(_FOLD_PIECE * DPI)
    pieces = cv2.morphologyEx(whole, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8))
    _, labels, stats = find_components(pieces)
    is_fold = stats[:, cv2.CC_STAT_HEIGHT] >= _FOLD * DPI
    is_fold[0] = False
    fold = is_fold[labels]
    apart = np.where(fold, np.uint8(0), mask)
    across = cv2.morphologyEx(apart, cv2.MORPH_CLOSE, np.ones((1, _CROSSING), np.uint8))
    return np.where(fold & (across == 0), np.uint8(0), mask)


def _fewer_and_fewer(blots: NDArray[np.int32], sizes: NDArray[np.int32]) -> Iterator[Dots]:
    """The dots of joined ink: all, those of no speck, of the widest blot, of broad rows.

    Specks and the line of a fold hang on to the frame that they lie near or cross.
    """
    yield _dots(blots > 0)
    sides = np.maximum(sizes[:, cv2.CC_STAT_WIDTH], sizes[:, cv2.CC_STAT_HEIGHT])
    solid = (blots > 0) & (sides > _SPECK * DPI)[blots]
    if solid.any():
        yield _dots(solid)
        here = np.unique(blots[solid])
        yield _dots(blots == here[np.argmax(sizes[here, cv2.CC_STAT_WIDTH])])
        broad = _broad(solid)
        yield _dots(broad if broad.any() else solid)


def _broad(ink: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The ink of rows that reach over some breadth: of a frame, not of a line that crosses it."""
    first, last = ink.argmax(axis=1), ink.shape[1] - ink[:, ::-1].argmax(axis=1)
    is_broad = ink.any(axis=1) & (last - first > _BREADTH * DPI)
    return np.asarray(ink & is_broad[:, None], np.bool_)


def _dots(ink: NDArray[np.bool_]) -> Dots:
    rows, columns = np.nonzero(ink)
    return np.stack([columns, rows], axis=1).astype(np.float32)


def _is_within(frame: InkFrame, other: InkFrame) -> bool:
    is_smaller = frame.box.area < other.box.area
    return is_smaller and frame.box.overlap(other.box) > _WITHIN


def _rectangle(dots: Dots, mask: Mask, ink: FrameInk) -> InkFrame | None:
    centre, (width, height), angle = cv2.minAreaRect(dots)
    if abs(angle) > _TILT:  # OpenCV tells the angle of either side
        width, height, angle = height, width, angle - np.copysign(90, angle)
    kind = _kind(width / DPI, height / DPI)
    if kind is None or abs(angle) > _TILT:
        return None
    sides = _sides(dots - np.asarray(centre, dtype=np.float32), angle, width, height)
    upright = _upright_box(dots, mask)
    cut = upright.x0 <= 2 or upright.x1 >= mask.shape[1] - 3  # noqa: PLR2004 -- pixels
    drawn = sorted(sides)[1:] if cut else sides
    if min(drawn) < _SIDE or np.mean(drawn) < _SIDES:
        return None
    box = upright.scaled(POINTS_PER_INCH / DPI)
    return InkFrame(kind, box, ink, round(float(angle), 1), round(float(np.mean(sides)), 2))


def _kind(width: float, height: float) -> FrameKind | None:
    for kind, (widths, heights) in (("stamp", _STAMP), ("mark", _MARK)):
        if widths[0] <= width <= widths[1] and heights[0] <= height <= heights[1]:
            return "stamp" if kind == "stamp" else "mark"
    return None


def _upright_box(dots: Dots, mask: Mask) -> Box:
    x0, top = dots.min(axis=0).tolist()
    x1, bottom = dots.max(axis=0).tolist()
    return Box(x0, top, min(x1 + 1, mask.shape[1]), min(bottom + 1, mask.shape[0]))


def _sides(dots: Dots, angle: float, width: float, height: float) -> list[float]:
    """How much of each side is drawn; `dots` are about the middle of the rectangle."""
    radians = np.deg2rad(angle)
    x = dots[:, 0] * np.cos(radians) + dots[:, 1] * np.sin(radians)
    y = dots[:, 1] * np.cos(radians) - dots[:, 0] * np.sin(radians)
    rim = _RIM * DPI
    return [
        drawn_share(x[np.abs(y - edge) <= rim], width) for edge in (-height / 2, height / 2)
    ] + [drawn_share(y[np.abs(x - edge) <= rim], height) for edge in (-width / 2, width / 2)]


def drawn_share(along: NDArray[np.floating[Any]], length: float) -> float:
    """How much of a side of this length is drawn by dots along it, 0 at its middle."""
    bins = max(int(length / 3), 1)
    cells = ((along + length / 2) / length * bins).astype(int).clip(0, bins - 1)
    return len(np.unique(cells)) / bins
