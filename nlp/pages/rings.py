"""The circles of a black seal taken off the print that they cross, like staff lines off notes."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from nlp.pages.frames import InkFrame
from nlp.pages.image import POINTS_PER_INCH, Grey, pixel_slices

_INK: Final = 150  # of 255: what is lighter is paper
_REACH: Final = 1.2  # radii of the ring that are looked at
_FINE: Final = 1.3  # rays for each pixel of the ring's way round
_DRAWN: Final = 0.55  # of a circle that must be ink
_ROUND: Final = 4  # steps along a ray by which a circle may wander
_THICK: Final = 1.5  # times as long as the circle is thick: ink of a letter
_SOFT: Final = 2  # steps of the soft edge of a line
_ON: Final = 100  # of 255


def erase_ring(paper: Grey, dpi: float, seal: InkFrame) -> Grey:
    """The page without the circles of a seal; where a letter crosses them it keeps its strokes."""
    place = pixel_slices(seal.box.expanded((_REACH - 1) * seal.box.width / 2), dpi, paper.shape)
    piece = paper[place]
    factor = dpi / POINTS_PER_INCH
    x, y = seal.box.center
    centre = (x * factor - place[1].start, y * factor - place[0].start)
    radius = seal.box.width / 2 * factor
    length = int(_REACH * radius)
    size = (2 * length, int(2 * np.pi * radius * _FINE))
    rays = cv2.warpPolar(piece, size, centre, length, cv2.WARP_FILL_OUTLIERS)
    circles = _circles(rays < _INK).astype(np.uint8) * np.uint8(255)
    flags = cv2.WARP_INVERSE_MAP | cv2.WARP_FILL_OUTLIERS | cv2.INTER_LINEAR
    back = cv2.warpPolar(circles, piece.shape[::-1], centre, length, flags)
    clean = paper.copy()
    clean[place] = np.where(back > _ON, np.uint8(255), piece)
    return clean


def _circles(dark: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The ink (ray, step) of the circles: runs at a circle's radius that are no longer than it."""
    drawn = (dark.mean(axis=0) > _DRAWN).astype(np.uint8)
    near = cv2.dilate(drawn[None], np.ones((1, 2 * _ROUND + 1), np.uint8))[0]
    circle = np.cumsum(np.diff(near, prepend=0) == 1) * near
    edges = np.diff(np.pad(dark, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rays, starts = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1]
    of_circle = circle[(starts + ends) // 2]
    thin = np.zeros(len(rays), np.bool_)
    for number in range(1, int(circle.max(initial=0)) + 1):
        mine = of_circle == number
        if mine.any():
            usual = float(np.median((ends - starts)[mine]))
            thin |= mine & (ends - starts <= _THICK * usual + 1)
    return _runs(rays[thin], starts[thin] - _SOFT, ends[thin] + _SOFT, dark.shape)


def _runs(
    rays: NDArray[np.intp],
    starts: NDArray[np.intp],
    ends: NDArray[np.intp],
    shape: tuple[int, ...],
) -> NDArray[np.bool_]:
    steps = np.zeros((shape[0], shape[1] + 1), np.int32)
    np.add.at(steps, (rays, starts.clip(0)), 1)
    np.add.at(steps, (rays, ends.clip(max=shape[1])), -1)
    return np.asarray(np.cumsum(steps, axis=1)[:, :-1] > 0)
