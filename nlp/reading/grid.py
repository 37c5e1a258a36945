"""Ruled grids: which cell of a drawn table a word stands in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from nlp.geometry import Box, enclosing

_NEAR: Final = 3.0  # points within which two rulings are one, or touch
_SHORT: Final = 12.0  # points: a cell is at least so wide and high


@dataclass(frozen=True, slots=True)
class Grid:
    """A drawn table. `columns` and `rows` are the coordinates of its rulings, ascending.

    `owners` maps (row, column) of the finest grid to the first such place of the cell that covers
    it, so that merged cells have one name.
    """

    box: Box
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    owners: dict[tuple[int, int], tuple[int, int]]

    def cell_at(self, x: float, y: float) -> tuple[int, int]:
        """The name (row, column) of the cell around the point, or nearest to it."""
        return self.owners[_slot(self.rows, y), _slot(self.columns, x)]


def find_grids(rulings: Iterable[Box]) -> tuple[Grid, ...]:
    """The tables that the rulings draw, from the top; at least two cells each."""
    rulings = tuple(rulings)
    grids = (_grid(group) for group in _touching(rulings))
    return tuple(sorted((grid for grid in grids if grid), key=lambda grid: grid.box.top))


def _slot(edges: Sequence[float], value: float) -> int:
    inner = edges[1:-1]
    return sum(value > edge for edge in inner)


def _touching(rulings: tuple[Box, ...]) -> list[list[Box]]:
    groups: list[list[Box]] = []
    for ruling in rulings:
        wide = ruling.expanded(_NEAR)
        near = [group for group in groups if any(wide.intersection(box) for box in group)]
        merged = [ruling.expanded(0.01), *(box for group in near for box in group)]
        groups = [group for group in groups if all(group is not other for other in near)]
        groups.append(merged)
    return groups


def _grid(group: Sequence[Box]) -> Grid | None:
    upright = [box for box in group if box.height > box.width]
    level = [box for box in group if box.height <= box.width]
    box = enclosing(group)
    columns = _edges([ruling.center[0] for ruling in upright], box.x0, box.x1)
    rows = _edges([ruling.center[1] for ruling in level], box.top, box.bottom)
    inner = [ruling for ruling in upright if ruling.height >= _SHORT]
    if len(inner) < 2 or len(columns) < 3 or len(rows) < 2:  # noqa: PLR2004 -- at least two cells
        return None
    return Grid(box, columns, rows, _owners(columns, rows, upright, level))


def _edges(values: Sequence[float], first: float, last: float) -> tuple[float, ...]:
    edges: list[float] = []
    for value in sorted((first, *values, last)):
        if not edges or value - edges[-1] > _NEAR:
            edges.append(value)
    return tuple(edges)


def _owners(
    columns: Sequence[float], rows: Sequence[float], upright: Sequence[Box], level: Sequence[Box]
) -> dict[tuple[int, int], tuple[int, int]]:
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    for row, (top, bottom) in enumerate(pairwise(rows)):
        for column, (x0, x1) in enumerate(pairwise(columns)):
            owner = (row, column)
            middle = (x0 + x1) / 2, (top + bottom) / 2
            if column and not _has_upright(upright, x0, middle[1]):
                owner = owners[row, column - 1]
            elif row and not _has_level(level, middle[0], top):
                owner = owners[row - 1, column]
            owners[row, column] = owner
    return owners


def _has_upright(upright: Sequence[Box], x: float, y: float) -> bool:
    return any(
        abs(box.center[0] - x) <= _NEAR and box.top - _NEAR <= y <= box.bottom + _NEAR
        for box in upright
    )


def _has_level(level: Sequence[Box], x: float, y: float) -> bool:
    return any(
        abs(box.center[1] - y) <= _NEAR and box.x0 - _NEAR <= x <= box.x1 + _NEAR for box in level
    )
