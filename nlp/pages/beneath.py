"""Print seen through a coloured ink that lies on it, be the ink thin or nearly opaque.

The colours of such a spot are mixed of four: bare paper, bare ink, black print, and print below
ink. They lie in one plane; of each pixel the most probable share of print is told, all shares of
ink and print being as probable as others, and the noise of a scan put on top.
"""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from nlp.pages.image import Colour, Grey, Mask

_THICK: Final = 0.75  # of the way from black to the ink: print below an ink that nearly hides it,
_THIN: Final = 0.4  # and below one that lies on paper as on print
_CROSSED: Final = 0.08  # of a thick ink is taken for print; where less is, the ink is uneven
_NOISE: Final = 9.0  # shades by which a pixel differs from its true colour
_SOFT: Final = 0.6  # pixels of the blur that takes off the finest noise
_DARKEST: Final = 1  # per cent of a piece that is surely print, where there is any,
_PALEST: Final = 60  # and the palest shade that black print has
_PAPER: Final = 60  # per cent: of what no ink lies on, the paper is as light
_LEAST_CORE: Final = 300  # pixels of ink that no edge makes paler
_NEAR: Final = np.ones((7, 7), np.uint8)
_SHARES: Final = np.linspace(0, 1, 20, dtype=np.float32)
_STEP: Final = 6.0  # shades between the colours for which the share of print is told
_BEYOND: Final = 60.0  # shades outside the four colours that noise reaches
_DARK: Final = 128  # of 255
_SURE: Final = (0.1, 0.85)  # shares of paper told: less is black, more is white

Plane = NDArray[np.float64]


def print_beneath(pixels: Colour, grey: Grey, ink: Mask) -> Grey:
    """A piece of a page without its coloured ink: `grey`, and print where ink is or is near.

    `pixels` (height, width, 3) and the mask of the ink show the same piece.
    """
    core = cv2.erode(ink, np.ones((5, 5), np.uint8)) > 0
    if np.count_nonzero(core) < _LEAST_CORE:
        core = ink > 0
    near = cv2.dilate(ink, _NEAR) > 0
    if not core.any() or near.all():
        return grey
    luma = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)[~near]
    black = np.full(3, min(float(np.percentile(luma, _DARKEST)), _PALEST))
    paper = np.percentile(pixels[~near], _PAPER, axis=0)
    bare = np.median(pixels[core], axis=0)
    axes = np.linalg.qr(np.stack([paper - black, bare - black], axis=1))[0]
    axes *= np.sign(np.sum(axes * np.stack([paper - black, bare - black], axis=1), axis=0))
    places = (cv2.GaussianBlur(pixels, (0, 0), _SOFT) - black) @ axes
    colours = (paper - black) @ axes, (bare - black) @ axes
    clean = _seen(places, *colours, _THICK)
    if np.mean(clean[core] < _DARK) < _CROSSED:
        clean = _seen(places, *colours, _THIN)
    return np.where(near, clean, grey)


def _seen(places: Plane, paper: Plane, ink: Plane, paler: float) -> Grey:
    """The print of pixels by their places (height, width, 2) in the plane of colours."""
    table, origin = _shares_of_paper(paper, ink, paler)
    across, down = cv2.split(((places - origin) / _STEP).astype(np.float32))
    told = cv2.remap(table, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    low, high = _SURE
    return (((told - low) / (high - low)).clip(0, 1) * 255).astype(np.uint8)


def _shares_of_paper(paper: Plane, ink: Plane, paler: float) -> tuple[NDArray[np.float32], Plane]:
    """For each place of the plane of colours the share of no print, and the table's origin.

    `paper` and `ink` are places in the plane, whose origin is the black of print; print below
    ink is `paler` of the way to the ink.
    """
    covered, printed = (share[..., None] for share in np.meshgrid(_SHARES, _SHARES))
    free = (1 - covered) * paper + covered * ink
    mixed = (
        ((1 - printed) * free + printed * covered * paler * ink).reshape(-1, 2).astype(np.float32)
    )
    origin = mixed.min(axis=0) - _BEYOND
    columns, rows = (np.arange(0, size, _STEP) for size in mixed.max(axis=0) + _BEYOND - origin)
    places = np.stack(np.meshgrid(columns, rows), axis=-1) + origin
    x, y = (places[:, :, None, axis].astype(np.float32) - mixed[:, axis] for axis in (0, 1))
    away = x * x + y * y
    weights = np.exp(-(away - away.min(axis=-1, keepdims=True)) / (2 * _NOISE**2))
    shares = (weights * (1 - printed.reshape(-1))).sum(axis=-1) / weights.sum(axis=-1)
    return shares.astype(np.float32), origin
