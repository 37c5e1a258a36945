"""How far a page leans, and the page set straight."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from nlp.pages.image import Colour, Grey

_LIMIT: Final = 6.0  # degrees
_DOTS: Final = 80_000
_FEWER: Final = 3  # one dot of so many does for a first guess
_LEAST_DOTS: Final = 100  # less ink than this has no lean
_BINS_PER_INCH: Final = 100.0


def find_skew(dark: NDArray[np.bool_], dpi: float) -> float:
    """The lean of the text in degrees, positive where lines fall to the right, within ±6.

    `dark` tells the ink of a page (height, width) at `dpi`; any resolution from 50 dpi does.
    """
    dots = dots_of(dark, dpi)
    if dots.shape[1] < _LEAST_DOTS:
        return 0.0
    best = _sharpest(dots[:, ::_FEWER], np.arange(-_LIMIT, _LIMIT + 0.1, 0.5))
    best = _sharpest(dots, np.arange(best - 0.5, best + 0.51, 0.1))
    return float(_sharpest(dots, np.arange(best - 0.1, best + 0.101, 0.02)))


def dots_of(dark: NDArray[np.bool_], dpi: float) -> NDArray[np.float32]:
    """At most 80,000 dark pixels as (x, y) columns (2, n), in hundredths of an inch."""
    y, x = np.nonzero(dark)
    if len(x) > _DOTS:
        chosen = np.random.default_rng(0).choice(len(x), _DOTS, replace=False)
        y, x = y[chosen], x[chosen]
    return np.stack([x, y]).astype(np.float32) * np.float32(_BINS_PER_INCH / dpi)


def _sharpest(dots: NDArray[np.float32], angles: NDArray[np.float64]) -> float:
    return float(max(angles, key=lambda angle: sharpness(dots, angle)))


def sharpness(dots: NDArray[np.float32], angle: float) -> float:
    """How clearly the dots (2, n) fall into rows if the page leans by `angle` degrees."""
    return float(np.square(np.diff(row_counts(dots, angle))).sum())


def row_counts(dots: NDArray[np.float32], angle: float) -> NDArray[np.float64]:
    """How many of the dots (2, n) lie in each row, from the top, if the page leans by `angle`."""
    radians = np.deg2rad(angle)
    rows = dots[1] * np.float32(np.cos(radians)) - dots[0] * np.float32(np.sin(radians))
    return np.bincount((rows - rows.min()).astype(np.intp)).astype(np.float64)


def straighten(pixels: Grey, angle: float, fill: int = 255) -> Grey:
    """The image turned back by the lean `angle` about its middle, same size, `fill` beyond it."""
    if pixels.ndim > 2 and _is_grey(pixels):  # noqa: PLR2004 -- one channel takes a third
        return cv2.cvtColor(straighten(pixels[:, :, 0], angle, fill), cv2.COLOR_GRAY2RGB)
    height, width = pixels.shape[:2]
    turn = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), angle, 1.0)
    return cv2.warpAffine(
        pixels,
        turn,
        (width, height),
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=(fill, fill, fill),
    )


def _is_grey(pixels: Colour) -> bool:
    """Whether all channels of an image are the same."""
    red, green, blue = cv2.split(pixels)
    return np.array_equal(red, green) and np.array_equal(green, blue)
