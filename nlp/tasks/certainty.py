"""How sure a value of a task is, as a share of right values that was measured."""

from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias, TypeVar

from nlp.evidence import Leaf
from nlp.lexicon.schema import load_certainty

V = TypeVar("V")
Points: TypeAlias = tuple[tuple[float, float], ...]


def read_line(points: Points, confidence: float) -> float:
    """The probability on the line at a confidence; the line starts at 0 and ends level.

    >>> read_line(((0.5, 0.8), (0.9, 1.0)), 0.25), read_line((), 0.7)
    (0.4, 0.7)
    """
    if not points:
        return confidence
    for (x0, y0), (x1, y1) in pairwise(((0.0, 0.0), *points)):
        if confidence <= x1:
            return y0 + (y1 - y0) * (confidence - x0) / (x1 - x0) if x1 > x0 else y1
    return points[-1][1]


def as_measured(field: str, leaf: Leaf[V]) -> Leaf[V]:
    """The leaf with its confidence read off the line of its field, as it is where none is kept."""
    line = load_certainty().get(field)
    return replace(leaf, confidence=read_line(line.points, leaf.confidence)) if line else leaf
