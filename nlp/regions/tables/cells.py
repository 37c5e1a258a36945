"""The cells of one ruled grid."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from nlp.geometry import Box
from nlp.reading.page import Passage, Word
from nlp.regions.printed.grid import Grid
from nlp.regions.printed.rows import join_rows, level_rows, row_of
from nlp.regions.printed.text import is_upper, squeeze
from nlp.regions.region import Cell, Table
from nlp.regions.tables.header import count_header_rows

_NOT_TABLE: Final = re.compile(r"doclaptudo|^noinhan|kinhgui")
_STATE: Final = re.compile(r"conghoaxahoichunghia|dangcongsanvietnam")
"""In capitals: a cell of a table may well speak of the state in ordinary print."""
_LEAST_EDGES: Final = 3
_GAP: Final = 6.0


def read_table(page: int, grid: Grid, words: Sequence[Word]) -> Table | None:
    """The table that the words make in a grid, None where the grid is no table."""
    if len(grid.xs) < _LEAST_EDGES:
        return None
    cells = tuple(_cell(page, grid, span, words) for span in _spans(grid, words))
    filled = [cell for cell in cells if cell.passage is not None]
    said = " ".join(cell.passage.text for cell in filled if cell.passage is not None)
    capitals = " ".join(word for word in said.split() if is_upper(word))
    if len(filled) <= 1 or _NOT_TABLE.search(squeeze(said)) or _STATE.search(squeeze(capitals)):
        return None
    return _trimmed(Table(len(grid.ys) - 1, len(grid.xs) - 1, 0, cells))


def _spans(grid: Grid, words: Sequence[Word]) -> tuple[tuple[int, int, int, int], ...]:
    """The cells as (row, column, row span, column span), in row-major order."""
    found: list[tuple[int, int, int, int]] = []
    open_above: dict[tuple[int, int], int] = {}
    for row in range(len(grid.ys) - 1):
        now: dict[tuple[int, int], int] = {}
        for first, last in _segments(grid, row, words):
            above = open_above.get((first, last))
            drawn = (
                grid.has_line_below(row - 1, grid.xs[first], grid.xs[last + 1]) if row else True
            )
            if above is not None and not drawn:
                top, column, height, width = found[above]
                found[above] = (top, column, height + 1, width)
                now[first, last] = above
            else:
                found.append((row, first, 1, last - first + 1))
                now[first, last] = len(found) - 1
        open_above = now
    return tuple(found)


def _segments(grid: Grid, row: int, words: Sequence[Word]) -> tuple[tuple[int, int], ...]:
    """The stretches of columns of a row that no vertical line divides."""
    segments: list[tuple[int, int]] = []
    start = 0
    columns = len(grid.xs) - 1
    for column in range(columns):
        if column == columns - 1 or grid.has_line_right(column, row):
            segments.append((start, column))
            start = column + 1
    return tuple(piece for segment in segments for piece in _divided(grid, row, segment, words))


def _divided(
    grid: Grid, row: int, segment: tuple[int, int], words: Sequence[Word]
) -> tuple[tuple[int, int], ...]:
    """The segment, or its columns where words stand in several and none lies over an edge."""
    first, last = segment
    band = Box(grid.xs[first], grid.ys[row], grid.xs[last + 1], grid.ys[row + 1])
    inside = [word for word in words if band.contains(*word.box.center)]
    edges = grid.xs[first + 1 : last + 1]
    if not edges or not inside:
        return (segment,)
    for edge in edges:
        before = [word.box.x1 for word in inside if word.box.center[0] < edge]
        after = [word.box.x0 for word in inside if word.box.center[0] >= edge]
        wide = before and after and min(after) - max(before) > _GAP
        if not wide or max(before) > edge + 1 or min(after) < edge - 1:
            return (segment,)
    return tuple((column, column) for column in range(first, last + 1))


def _cell(page: int, grid: Grid, span: tuple[int, int, int, int], words: Sequence[Word]) -> Cell:
    row, column, height, width = span
    box = Box(grid.xs[column], grid.ys[row], grid.xs[column + width], grid.ys[row + height])
    inside = [word for word in words if _lies_in(word, box, grid)]
    return Cell(row, column, height, width, _cell_passage(page, inside), ((page, box),))


def _lies_in(word: Word, box: Box, grid: Grid) -> bool:
    """Whether a word's middle lies in the cell; a word on the outer edge counts as inside."""
    x, y = word.box.center
    x = min(max(x, grid.xs[0]), grid.xs[-1] - 0.01)
    y = min(max(y, grid.ys[0]), grid.ys[-1] - 0.01)
    return box.x0 <= x < box.x1 and box.top <= y < box.bottom


def _cell_passage(page: int, words: Sequence[Word]) -> Passage | None:
    """The words of a cell line by line, specks left out; None where none is left."""
    rows = level_rows([row_of(page, (word,)) for word in words])
    kept = [row for row in rows if any(letter.isalnum() or letter in "-+x" for letter in row.text)]
    return join_rows(kept) if kept else None


def _trimmed(table: Table) -> Table:
    """The table with its header rows counted."""
    return replace(table, header_rows=count_header_rows(table))
