"""Marks at a slant in an outline of their own: HỎA TỐC within an arrow."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from nlp.geometry import Box
from nlp.pages.components import find_components
from nlp.pages.deskew import straighten
from nlp.pages.frames import DPI, Dots, FrameInk
from nlp.pages.image import POINTS_PER_INCH, Grey, Mask, PageImage, pixel_slices
from nlp.pages.ink import ink_alone
from nlp.reading.engine import OcrEngine
from nlp.reading.page import Frame, Line, Word

_LENGTH: Final = (1.0, 3.2)  # inches: least and greatest length of an outline,
_BREADTH: Final = (0.4, 1.6)  # and of its breadth
_LONG: Final = 1.8  # times as long as high is a line of writing,
_LEAST_INK: Final = 60  # and so many of its dots are dark at least, at 100 dpi
_FILLED: Final = 0.25  # of the rectangle around it an outline encloses,
_DRAWN: Final = 0.55  # and of what it encloses so much at most is its own line
_STEEPEST: Final = 75.0  # degrees of the line of writing
_INSIDE: Final = 9  # pixels at 100 dpi from the middle of the line to what it encloses
_FINE: Final = 300.0  # dpi at which the writing is read
_MARGIN: Final = 0.08  # inches of white around it
_SURE: Final = 0.5
_LEAST: Final = 4  # letters of a mark


@dataclass(frozen=True, slots=True)
class _Outline:
    """An outline on the 100-dpi mask: its upright box in points, its lean, what it encloses."""

    box: Box
    angle_degrees: float
    inside: Mask


def read_arrows(
    image: PageImage, mask: Mask, ink: FrameInk, engine: OcrEngine
) -> tuple[Frame, ...]:
    """The marks whose capitals stand in a closed outline; `mask` is one ink at 100 dpi.

    Rectangles and seals must be taken out of the mask before.
    """
    found = []
    for outline in _find_outlines(mask):
        writing = _writing(image, outline, ink)
        words = engine.words(writing, _FINE, "line") if writing.size else ()
        words = tuple(word for word in words if any(map(str.isalpha, word.text)))
        letters = "".join(word.text for word in words)
        if len(letters) < _LEAST or not letters.isupper():
            continue
        sure = sum(word.confidence for word in words) / len(words)
        if sure >= _SURE:
            line = Line(
                tuple(Word(w.text, outline.box, w.confidence, w.text, ink=ink) for w in words)
            )
            found.append(Frame("mark", outline.box, ink, outline.angle_degrees, sure, (line,)))
    return tuple(found)


def _find_outlines(mask: Mask) -> Iterator[_Outline]:
    joined = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    count, labels, stats = find_components(joined)
    for label in range(1, count):
        x, y, width, height, drawn = stats[label].tolist()
        if min(width, height) < _BREADTH[0] * DPI or max(width, height) > _LENGTH[1] * DPI:
            continue
        here = slice(y, y + height), slice(x, x + width)
        own = (labels[here] == label).astype(np.uint8) * 255
        filled = _filled(own)
        if drawn > _DRAWN * cv2.countNonZero(filled) or not _is_sized(own, filled):
            continue
        inside = cv2.erode(filled, np.ones((_INSIDE, _INSIDE), np.uint8))
        lean = _lean(cv2.bitwise_and(np.asarray(mask[here], np.uint8), inside))
        if lean is not None:
            box = Box(x, y, x + width, y + height).scaled(POINTS_PER_INCH / DPI)
            yield _Outline(box, lean, inside)


def _filled(own: Mask) -> Mask:
    contours, _ = cv2.findContours(own, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    return cv2.drawContours(np.zeros_like(own), contours, -1, 255, cv2.FILLED)


def _is_sized(own: Mask, filled: Mask) -> bool:
    """Whether an outline is as large as one of a mark, and encloses enough."""
    _, sides, _ = cv2.minAreaRect(_dots(own))
    length, breadth = max(sides), min(sides)
    return (
        _LENGTH[0] <= length / DPI <= _LENGTH[1]
        and _BREADTH[0] <= breadth / DPI <= _BREADTH[1]
        and cv2.countNonZero(filled) >= _FILLED * length * breadth
    )


def _lean(written: Mask) -> float | None:
    """The angle of a line of writing in degrees, None where there is none or it is too steep.

    That of the longer axis of its dots, which scraps of the outline in its corners hardly turn.
    """
    dots = _dots(written)
    if len(dots) < _LEAST_INK:
        return None
    spreads, axes = np.linalg.eigh(np.cov(dots.T))
    x, y = axes[:, 1]
    angle = float(np.rad2deg(np.arctan2(y, x)) + 90) % 180 - 90
    is_line = spreads[1] >= _LONG**2 * spreads[0] and abs(angle) <= _STEEPEST
    return angle if is_line else None


def _dots(mask: Mask) -> Dots:
    rows, columns = np.nonzero(mask)
    return np.stack([columns, rows], axis=1).astype(np.float32)


def _writing(image: PageImage, outline: _Outline, ink: FrameInk) -> Grey:
    """What an outline encloses, black on white, set straight and enlarged; empty for nothing."""
    piece = image.pixels[pixel_slices(outline.box, image.dpi, image.pixels.shape)]
    height, width = piece.shape[:2]
    grey = ink_alone(piece, ink)
    grey[cv2.resize(outline.inside, (width, height), interpolation=cv2.INTER_NEAREST) == 0] = 255
    side = int(np.hypot(height, width)) + 2
    top, left = (side - height) // 2, (side - width) // 2
    square = np.full((side, side), 255, np.uint8)
    square[top : top + height, left : left + width] = grey
    factor = _FINE / image.dpi
    large = cv2.resize(
        straighten(square, outline.angle_degrees), None, fx=factor, fy=factor,
        interpolation=cv2.INTER_CUBIC,
    )  # fmt: skip
    rows, columns = np.nonzero(large < 128)  # noqa: PLR2004 -- the middle shade
    if not rows.size:
        return np.empty((0, 0), np.uint8)
    written = large[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    return np.pad(written, round(_MARGIN * _FINE), constant_values=255)
