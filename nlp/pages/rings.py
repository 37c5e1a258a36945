"""The circles of a black seal taken off the print that they cross, like staff lines off notes.

The seal is unrolled into rays about its middle, each as long as the outer circle is far away
there: a stamp is pressed, copied and scanned a little out of round. On rays the circles are
straight lines; what goes on to either side of one is a letter.
"""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from nlp.pages.frames import InkFrame
from nlp.pages.image import POINTS_PER_INCH, Grey, pixel_slices

_INK: Final = 150  # of 255: what is lighter is paper
_REACH: Final = 1.2  # radii of the ring that are looked at
_FINE: Final = 1.3  # rays for each pixel of the ring's way round
_RIM: Final = (0.82, 1.12)  # radii between which the outer edge is looked for
_NEARER: Final = (0.04, 0.03, 0.02, 0.015, 0.01, 0.008, 0.008, 0.008)  # radii by which it may err
_HARMONICS: Final = 2  # a seal that is off its middle, and one that is an ellipse
_DRAWN: Final = 0.55  # of a circle that must be ink
_ROUND: Final = 2  # steps along a ray by which ink of a circle goes beyond it
_LEANS: Final = (-0.2, 0.0, 0.2)  # rays a step by which a stroke leans
_SOFT: Final = 2  # steps of the soft edge of a line
_ON: Final = 100  # of 255

Lengths = NDArray[np.float64]
Rays = NDArray[np.bool_]


def erase_ring(paper: Grey, dpi: float, seal: InkFrame) -> tuple[Grey, Grey]:
    """The page without the circles of a seal, twice, by what is taken for print.

    On the first all ink stays that goes on beyond a circle, to one side at least; on the second
    only what goes on at both sides, upright or leaning.
    """
    place = pixel_slices(seal.box.expanded((_REACH - 1) * seal.box.width / 2), dpi, paper.shape)
    piece = paper[place]
    factor = dpi / POINTS_PER_INCH
    x, y = seal.box.center
    middle = x * factor - place[1].start, y * factor - place[0].start
    radius = seal.box.width / 2 * factor
    turns = np.linspace(0, 2 * np.pi, int(2 * np.pi * radius * _FINE), endpoint=False)
    steps = int(2 * _REACH * radius)
    shape = _outline(_unrolled(piece, middle, np.full(turns.size, radius), steps) < _INK)
    dark = _unrolled(piece, middle, radius * _at(turns, shape), steps) < _INK
    bands = _bands(dark)

    def without(ink: Rays) -> Grey:
        back = _rolled(ink.astype(np.uint8) * np.uint8(255), piece.shape, middle, radius, shape)
        clean = paper.copy()
        clean[place] = np.where(back > _ON, np.uint8(255), piece)
        return clean

    return without(_short(dark, bands)), without(_not_crossed(dark, bands))


def _unrolled(piece: Grey, middle: tuple[float, float], radii: Lengths, steps: int) -> Grey:
    """The piece as rays (ray, step), each reaching so many of its radii from the middle."""
    turns = np.linspace(0, 2 * np.pi, radii.size, endpoint=False)[:, None]
    along = radii[:, None] * np.linspace(0, _REACH, steps, endpoint=False)
    x, y = middle[0] + along * np.cos(turns), middle[1] + along * np.sin(turns)
    white = cv2.BORDER_CONSTANT
    maps = x.astype(np.float32), y.astype(np.float32)
    return cv2.remap(piece, *maps, cv2.INTER_LINEAR, borderMode=white, borderValue=(255.0,))


def _rolled(
    rays: Grey,
    size: tuple[int, ...],
    middle: tuple[float, float],
    radius: float,
    shape: Lengths,
) -> Grey:
    """Rays laid out again as a piece of the page of this size."""
    y, x = np.mgrid[: size[0], : size[1]].astype(np.float64)
    x, y = x - middle[0], y - middle[1]
    turns = np.arctan2(y, x) % (2 * np.pi)
    steps = np.hypot(x, y) / (radius * _at(turns, shape)) / _REACH * rays.shape[1]
    maps = steps.astype(np.float32), (turns / (2 * np.pi) * rays.shape[0]).astype(np.float32)
    round_ = np.vstack([rays, rays[:1]])
    return cv2.remap(round_, *maps, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)


def _waves(turns: Lengths) -> Lengths:
    parts = [np.ones_like(turns)]
    for order in range(1, _HARMONICS + 1):
        parts += [np.cos(order * turns), np.sin(order * turns)]
    return np.stack(parts, axis=-1)


def _at(turns: Lengths, shape: Lengths) -> Lengths:
    return np.asarray(_waves(turns) @ shape)


def _outline(dark: Rays) -> Lengths:
    """The outer edge as a sum of waves round the middle, in radii.

    It is the last edge on most rays; those where a letter stands farther out count ever less.
    """
    turns = np.linspace(0, 2 * np.pi, dark.shape[0], endpoint=False)
    first, last = (round(edge / _REACH * dark.shape[1]) for edge in _RIM)
    falls = (dark[:, :-1] & ~dark[:, 1:])[:, first:last]
    is_told = falls.any(axis=1)
    outer = (last - np.argmax(falls[:, ::-1], axis=1)) * _REACH / dark.shape[1]
    turns, outer = turns[is_told], outer[is_told]
    shape = np.zeros(2 * _HARMONICS + 1)
    if outer.size < _DRAWN * dark.shape[0]:
        shape[0] = 1.0
        return shape
    shape[0] = float(np.median(outer))
    waves = _waves(turns)
    for near in _NEARER:
        weights = 1 / (1 + ((outer - waves @ shape) / near) ** 2)
        shape = np.linalg.lstsq(waves * weights[:, None], outer * weights, rcond=None)[0]
    return shape


def _bands(dark: Rays) -> list[tuple[int, int]]:
    """From which step to which each circle is drawn."""
    drawn = np.diff(np.pad(dark.mean(axis=0) > _DRAWN, 1).astype(np.int8))
    starts, ends = np.nonzero(drawn == 1)[0], np.nonzero(drawn == -1)[0]
    return [
        (max(s - _SOFT, 0), e + _SOFT) for s, e in zip(starts.tolist(), ends.tolist(), strict=True)
    ]


def _short(dark: Rays, bands: list[tuple[int, int]]) -> Rays:
    """The ink (ray, step) at the circles that ends with them along its ray."""
    edges = np.diff(np.pad(dark, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rays, starts = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1]
    steps = np.zeros((dark.shape[0], dark.shape[1] + 1), np.int32)
    for start, end in bands:
        mine = (
            (starts >= start - _ROUND) & (ends <= end + _ROUND) & (starts < end) & (ends > start)
        )
        np.add.at(steps, (rays[mine], (starts[mine] - _SOFT).clip(0)), 1)
        np.add.at(steps, (rays[mine], (ends[mine] + _SOFT).clip(max=dark.shape[1])), -1)
    return np.asarray(np.cumsum(steps, axis=1)[:, :-1] > 0)


def _not_crossed(dark: Rays, bands: list[tuple[int, int]]) -> Rays:
    """The ink of the circles but for strokes that are drawn on from one side to the other."""
    found, rest = np.zeros_like(dark), dark.copy()
    for start, end in bands:
        rest[:, start:end] = False
    for start, end in bands:
        found[:, start:end] = dark[:, start:end] & ~_drawn_on(rest, end - start)[:, start:end]
    return cv2.dilate(found.astype(np.uint8), np.ones((1, 2 * _SOFT + 1), np.uint8)) > 0


def _drawn_on(rest: Rays, width: int) -> Rays:
    """The ink with strokes drawn on, upright or leaning, over a gap as wide as a circle."""
    ink, length = rest.astype(np.uint8), width + 3
    found = ink > 0
    for lean in _LEANS:
        half = round(abs(lean) * length / 2)
        stroke = np.zeros((2 * half + 1, length), np.uint8)
        tip = half if lean > 0 else -half
        cv2.line(stroke, (0, half - tip), (length - 1, half + tip), 1)
        found |= cv2.morphologyEx(ink, cv2.MORPH_CLOSE, stroke) > 0
    return found
