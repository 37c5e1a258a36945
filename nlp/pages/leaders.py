"""Leaders: the rows of dots on which a printed form is filled in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from nlp.geometry import Box
from nlp.pages.components import find_components
from nlp.pages.image import POINTS_PER_INCH, Grey, Mask

_FAINT: Final = 200  # of 255, on white paper
_GAP: Final = 0.075  # inches between two dots, at most
_THIN: Final = 0.011  # inches: the bars and serifs of small letters are thinner
_THICK: Final = 0.036  # inches: a row of dots is lower, letters are higher
_LONG: Final = 0.25  # inches: the shortest row,
_PIECE: Final = 0.12  # and the shortest stretch of one
_DRIFT: Final = 0.02  # of its length that a row may lean
_STROKE: Final = 0.05  # inches: what is so tall is a letter or the pen and no dot
_CLEAR: Final = 0.05  # inches above and below a row that are mostly empty
_NEAR: Final = 0.2  # inches of a row that are looked at together
_CROSSED: Final = 0.5  # of them at most that ink crosses there: letters stand on their serifs
_SHARE: Final = 0.3  # of the width of a form that a row of it fills at least
_SAME: Final = 0.07  # inches within which two bands are one row


@dataclass(frozen=True, slots=True, eq=False)
class Leaders:
    """The rows of dots of a piece of a page: their boxes in points, and the pixels of the dots.

    A row that the pen interrupts may come in several boxes.
    """

    boxes: tuple[Box, ...]
    mask: Mask


def find_leaders(grey: Grey, dpi: float) -> Leaders:
    """The leaders of a straight piece of a page on white paper.

    Dots that run together, as on a fax, count as well; what crosses them is not in the mask.
    """
    dark, dots = _dots(grey, dpi)
    mask = np.zeros_like(dots)
    boxes = []
    for band in _bands(dots, dpi):
        for x, y, width, height in _free_runs(band, dark, dpi):
            part = slice(y, y + height), slice(x, x + width)
            mask[part] = dots[part]
            boxes.append(Box(x, y, x + width, y + height).scaled(POINTS_PER_INCH / dpi))
    return Leaders(tuple(boxes), mask)


def find_leader_feet(grey: Grey, dpi: float) -> tuple[float, ...]:
    """How far below the top each row of dots of a form lies, in points, downwards.

    The rows may be crossed by writing and print all along; `grey` is the form alone, straight,
    on white paper, its drawn lines erased.
    """
    _, dots = _dots(grey, dpi)
    feet: list[tuple[int, int]] = []  # the foot of a row, and the width of its widest band
    for _, y, width, height in sorted(_bands(dots, dpi), key=lambda band: band[1]):
        foot = y + height
        if width < _SHARE * grey.shape[1]:
            continue
        if feet and foot - feet[-1][0] <= _SAME * dpi:
            feet[-1] = max(feet[-1], (foot, width), key=lambda row: row[1])
        else:
            feet.append((foot, width))
    return tuple(foot * POINTS_PER_INCH / dpi for foot, _ in feet)


def _dots(grey: Grey, dpi: float) -> tuple[Mask, Mask]:
    """All ink, and the ink that is no tall stroke."""
    dark = cv2.threshold(grey, _FAINT, 255, cv2.THRESH_BINARY_INV)[1]
    strokes = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((round(_STROKE * dpi), 1), np.uint8))
    return dark, cv2.subtract(dark, strokes)


def _bands(dots: Mask, dpi: float) -> Iterator[tuple[int, int, int, int]]:
    """Long, low and level bands of dots, as (x, y, width, height)."""
    gap = np.ones((1, round(_GAP * dpi)), np.uint8)
    closed = cv2.morphologyEx(dots, cv2.MORPH_CLOSE, gap)
    rows = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((1, round(_LONG * dpi)), np.uint8))
    for x, y, width, height, _ in find_components(rows)[2][1:].tolist():
        if _THIN * dpi <= height <= _THICK * dpi + _DRIFT * width:
            yield x, y, width, height


def _free_runs(band: Sequence[int], dark: Mask, dpi: float) -> Iterator[tuple[int, int, int, int]]:
    """The stretches of a band of dots that stand free of letters, as (x, y, width, height)."""
    x, y, width, height = band
    reach = round(_CLEAR * dpi)
    above = dark[max(y - reach, 0) : max(y - 1, 0), x : x + width]
    below = dark[y + height + 1 : y + height + reach, x : x + width]
    crossed = (above.any(axis=0) | below.any(axis=0)).astype(np.float64)
    count = min(round(_NEAR * dpi), width)
    near = np.convolve(crossed, np.ones(count) / count, mode="same")
    edges = np.flatnonzero(np.diff(np.concatenate([[0], near <= _CROSSED, [0]])))
    for start, end in edges.reshape(-1, 2).tolist():
        if end - start >= _PIECE * dpi:
            yield x + start, y, end - start, height
