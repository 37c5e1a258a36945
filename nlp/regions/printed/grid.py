"""Grids of ruled lines: which rulings make a table, and the cells between them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from nlp.geometry import Box, enclosing

_NEAR: Final = 4.0
_THIN: Final = 6.0
_MIN_LINE: Final = 14.0
_OVERHANG: Final = 9.0
_RUNG: Final = 150.0
_RUNGS: Final = 3
_COLUMN_GAP: Final = 8.0
_LEAST_LINES: Final = 4


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled grid: edges `xs` and `ys` ascending, and the lines drawn along them."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    horizontals: tuple[Box, ...]
    verticals: tuple[Box, ...]

    @property
    def box(self) -> Box:
        """The outline of the grid."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def has_line_below(self, row: int, x0: float, x1: float) -> bool:
        """Whether a line is drawn under the row, between x0 and x1."""
        return _covers(self.horizontals, self.ys[row + 1], x0, x1, _along_x)

    def has_line_right(self, column: int, row: int) -> bool:
        """Whether a line is drawn right of the column, along the row."""
        top, bottom = self.ys[row], self.ys[row + 1]
        return _covers(self.verticals, self.xs[column + 1], top, bottom, _along_y)


def find_grids(rulings: Iterable[Box]) -> tuple[Grid, ...]:
    """The grids of a page from the top; half-ruled ones get the edges that are not drawn."""
    rulings = tuple(rulings)
    horizontals = _merge(
        [r for r in rulings if r.height < _THIN and r.width >= _MIN_LINE], _along_x
    )
    verticals = _merge(
        [r for r in rulings if r.width < _THIN and r.height >= _MIN_LINE / 2], _along_y
    )
    grids = (_grid(group) for group in _groups(horizontals, verticals))
    found = [grid for grid in grids if grid is not None]
    return tuple(sorted(found, key=lambda grid: grid.ys[0]))


def find_clusters(rulings: Iterable[Box], reach: float) -> tuple[Box, ...]:
    """The boxes around rulings that lie within twice `reach` points of each other."""
    lines = sorted(rulings, key=lambda box: box.top)
    groups: dict[int, list[Box]] = {}
    for leader, line in zip(
        _leaders([line.expanded(reach) for line in lines]), lines, strict=True
    ):
        groups.setdefault(leader, []).append(line)
    return tuple(enclosing(group) for group in groups.values() if len(group) > 1)


def find_ladders(rulings: Iterable[Box]) -> tuple[tuple[Box, ...], ...]:
    """Groups of three or more long horizontals of one extent that no vertical crosses."""
    rulings = tuple(rulings)
    verticals = [r for r in rulings if r.width < _THIN and r.height >= _MIN_LINE]
    lines = _merge([r for r in rulings if r.height < _THIN and r.width >= _RUNG], _along_x)
    groups: list[list[Box]] = []
    for line in lines:
        if any(line.expanded(_NEAR).intersection(vertical) for vertical in verticals):
            continue
        alike = (g for g in groups if abs(g[0].x0 - line.x0) + abs(g[0].x1 - line.x1) < _OVERHANG)
        group = next(alike, None)
        if group is None:
            groups.append([line])
        else:
            group.append(line)
    return tuple(tuple(group) for group in groups if len(group) >= _RUNGS)


def ladder_grid(rungs: Sequence[Box], words: Iterable[Box]) -> Grid | None:
    """The grid of a table ruled by horizontals alone; its columns are told by the blanks."""
    box = enclosing(rungs)
    extents = sorted((word.x0, word.x1) for word in words if box.contains(*word.center))
    xs = [box.x0]
    reach = box.x0
    for x0, x1 in extents:
        if reach > box.x0 and x0 - reach > _COLUMN_GAP:
            xs.append((x0 + reach) / 2)
        reach = max(reach, x1)
    if len(xs) == 1:
        return None
    xs.append(box.x1)
    ys = tuple((rung.top + rung.bottom) / 2 for rung in rungs)
    verticals = tuple(Box(x, box.top, x + 1.0, box.bottom) for x in xs)
    return Grid(tuple(xs), ys, tuple(rungs), verticals)


def _along_x(box: Box) -> tuple[float, float, float]:
    """The place across, and the extent along, of a horizontal line."""
    return (box.top + box.bottom) / 2, box.x0, box.x1


def _along_y(box: Box) -> tuple[float, float, float]:
    return (box.x0 + box.x1) / 2, box.top, box.bottom


_Axis = Callable[[Box], tuple[float, float, float]]


def _covers(lines: Iterable[Box], place: float, start: float, end: float, axis: _Axis) -> bool:
    covered = 0.0
    for line in lines:
        across, low, high = axis(line)
        if abs(across - place) <= _NEAR:
            covered += max(0.0, min(high, end) - max(low, start))
    return covered > 0.5 * (end - start)


def _merge(lines: Sequence[Box], axis: _Axis) -> tuple[Box, ...]:
    """The lines, pieces of one line joined."""
    merged: list[Box] = []
    for line in sorted(lines, key=lambda box: axis(box)[:2]):
        index = _piece_of(line, merged, axis)
        if index is None:
            merged.append(line)
        else:
            merged[index] = enclosing((merged[index], line))
    return tuple(merged)


def _piece_of(line: Box, merged: Sequence[Box], axis: _Axis) -> int | None:
    """The index of the line that `line` continues; `merged` is sorted across, near ones last."""
    place, low, high = axis(line)
    for index in range(len(merged) - 1, -1, -1):
        across, start, end = axis(merged[index])
        if across < place - _NEAR:
            return None
        if abs(across - place) < _NEAR / 2 and low <= end + _NEAR and high >= start - _NEAR:
            return index
    return None


def _groups(
    horizontals: Sequence[Box], verticals: Sequence[Box]
) -> tuple[tuple[tuple[Box, ...], tuple[Box, ...]], ...]:
    """Horizontal and vertical lines that meet, group by group."""
    lines = sorted((*horizontals, *verticals), key=lambda box: box.top)
    leaders = _leaders([line.expanded(_NEAR) for line in lines])
    groups: dict[int, list[Box]] = {}
    for leader, line in zip(leaders, lines, strict=True):
        groups.setdefault(leader, []).append(line)
    across = frozenset(horizontals)
    return tuple(
        (
            tuple(line for line in group if line in across),
            tuple(line for line in group if line not in across),
        )
        for group in groups.values()
    )


def _leaders(boxes: Sequence[Box]) -> list[int]:
    """For each box, sorted by top, the index that stands for all it is joined with."""
    leader = list(range(len(boxes)))

    def find(index: int) -> int:
        while leader[index] != index:
            leader[index] = leader[leader[index]]
            index = leader[index]
        return index

    for i, one in enumerate(boxes):
        for j in range(i + 1, len(boxes)):
            if boxes[j].top > one.bottom:
                break
            if one.intersection(boxes[j]) is not None:
                leader[find(j)] = find(i)
    return [find(index) for index in range(len(boxes))]


def _grid(group: tuple[tuple[Box, ...], tuple[Box, ...]]) -> Grid | None:
    horizontals, verticals = group
    if not horizontals or not verticals or len(horizontals) + len(verticals) < _LEAST_LINES:
        return None
    xs = _edges(verticals, horizontals, _along_y, _along_x)
    ys = _edges(horizontals, verticals, _along_x, _along_y)
    if len(xs) == 1 or len(ys) == 1:
        return None
    return Grid(xs, ys, horizontals, verticals)


def _edges(
    lines: Sequence[Box], crossing: Sequence[Box], axis: _Axis, cross_axis: _Axis
) -> tuple[float, ...]:
    """The places of the lines, and the ends of the crossing ones where they reach beyond."""
    places = sorted(axis(line)[0] for line in lines)
    edges: list[float] = []
    for place in places:
        if not edges or place - edges[-1] > _NEAR:
            edges.append(place)
    low = min(cross_axis(line)[1] for line in crossing)
    high = max(cross_axis(line)[2] for line in crossing)
    if low < edges[0] - _OVERHANG:
        edges.insert(0, low)
    if high > edges[-1] + _OVERHANG:
        edges.append(high)
    return tuple(edges)
