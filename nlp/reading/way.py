"""The way from a piece that was cut out and straightened back to the page."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from nlp.geometry import Box
from nlp.pages.image import POINTS_PER_INCH
from nlp.reading.page import Word


class Way:
    """The way from a straightened crop back to the page."""

    def __init__(
        self, shape: tuple[int, ...], angle: float, left: int, top: int, dpi: float
    ) -> None:
        height, width = shape[:2]
        self._middle = np.array([width, height]) / 2 * (POINTS_PER_INCH / dpi)
        self._corner = np.array([left, top]) * (POINTS_PER_INCH / dpi)
        radians = np.deg2rad(angle)
        self._turn: NDArray[np.float64] = np.array(
            [[np.cos(radians), -np.sin(radians)], [np.sin(radians), np.cos(radians)]]
        )

    def word(self, word: Word) -> Word:
        """The word with its box about its turned middle."""
        centre = np.array(word.box.center) - self._middle
        x, y = (self._turn @ centre + self._middle + self._corner).tolist()
        half_width, half_height = word.box.width / 2, word.box.height / 2
        box = Box(x - half_width, y - half_height, x + half_width, y + half_height)
        return replace(word, box=box)
