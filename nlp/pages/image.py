"""A page as pixels."""

from dataclasses import dataclass

import cv2
import numpy as np
from cv2.typing import MatLike

from nlp.geometry import Box

Colour = MatLike  # uint8 (height, width, 3), RGB
Grey = MatLike  # uint8 (height, width), 0 black
Mask = MatLike  # uint8 (height, width), 255 where something is, else 0

POINTS_PER_INCH = 72.0


@dataclass(frozen=True, slots=True, eq=False)
class PageImage:
    """A page in colour at a known resolution; the pixels are read-only."""

    pixels: Colour
    dpi: float

    @property
    def width(self) -> float:
        """The width in points."""
        return float(self.pixels.shape[1]) * POINTS_PER_INCH / self.dpi

    @property
    def height(self) -> float:
        """The height in points."""
        return float(self.pixels.shape[0]) * POINTS_PER_INCH / self.dpi


def page_image(pixels: Colour, dpi: float) -> PageImage:
    """The page, its pixels locked."""
    pixels = np.ascontiguousarray(pixels)
    pixels.setflags(write=False)
    return PageImage(pixels, dpi)


def shrunk(image: MatLike, scale: float) -> MatLike:
    """The image made smaller, `scale` times as wide and high; a dot is the mean it covers."""
    return cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)


def pixel_slices(box: Box, dpi: float, shape: tuple[int, ...]) -> tuple[slice, slice]:
    """Rows and columns of the pixels that a box in points covers, cut at the edges of the page."""
    box = box.scaled(dpi / POINTS_PER_INCH)
    rows = slice(max(int(box.top), 0), min(int(np.ceil(box.bottom)), shape[0]))
    columns = slice(max(int(box.x0), 0), min(int(np.ceil(box.x1)), shape[1]))
    return rows, columns
