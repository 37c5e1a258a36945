"""Boxes in PDF points (1/72 inch), origin at the top left of the upright page."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with x0 ≤ x1 (left to right) and top ≤ bottom (downwards), in PDF points."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """The extent along x, in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """The extent along y, in points."""
        return self.bottom - self.top

    @property
    def area(self) -> float:
        """Width times height, in square points."""
        return self.width * self.height

    @property
    def center(self) -> tuple[float, float]:
        """The middle of the box as (x, y)."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies inside or on the border."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def intersection(self, other: "Box") -> "Box | None":
        """What both boxes cover, None where they share no area."""
        x0, x1 = max(self.x0, other.x0), min(self.x1, other.x1)
        top, bottom = max(self.top, other.top), min(self.bottom, other.bottom)
        return Box(x0, top, x1, bottom) if x0 < x1 and top < bottom else None

    def overlap(self, other: "Box") -> float:
        """The share of this box that the other covers, in [0, 1].

        >>> Box(0, 0, 10, 10).overlap(Box(5, 0, 20, 10))
        0.5
        """
        shared = self.intersection(other)
        return shared.area / self.area if shared is not None and self.area else 0.0

    def expanded(self, margin: float) -> "Box":
        """The box grown by `margin` points on every side."""
        return Box(self.x0 - margin, self.top - margin, self.x1 + margin, self.bottom + margin)

    def scaled(self, factor: float) -> "Box":
        """The box with every coordinate multiplied, as from pixels to points."""
        return Box(self.x0 * factor, self.top * factor, self.x1 * factor, self.bottom * factor)

    def as_list(self) -> list[float]:
        """The box as [x0, top, x1, bottom], rounded to a hundredth of a point."""
        return [round(edge, 2) for edge in (self.x0, self.top, self.x1, self.bottom)]


def enclosing(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of `boxes`, of which there is at least one.

    >>> enclosing([Box(0, 0, 1, 1), Box(2, 3, 4, 5)])
    Box(x0=0, top=0, x1=4, bottom=5)
    """
    boxes = tuple(boxes)
    return Box(
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )
