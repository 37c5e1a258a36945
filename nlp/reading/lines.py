"""Words put together as lines, in the order in which a person reads the page."""

from collections.abc import Iterable, Sequence

from nlp.geometry import Box
from nlp.reading.columns import find_bands
from nlp.reading.grid import Grid, find_grids
from nlp.reading.page import Line, Word
from nlp.reading.rows import split_rows


def order_lines(
    words: Sequence[Word], rulings: Iterable[Box], width: float, em: float
) -> tuple[Line, ...]:
    """The words as lines in reading order: left column before right, table cells row by row.

    `width` is that of the page, `em` the usual size of its type, both in points. Each word stands
    in exactly one line.
    """
    grids = find_grids(rulings)
    lines: list[Line] = []
    rest = list(words)
    for grid in grids:
        above = [word for word in rest if _is_above(word, grid)]
        inside = [word for word in rest if _is_inside(word, grid)]
        lines += _free_lines(above, width, em)
        lines += _cell_lines(inside, grid)
        taken = {id(word) for word in (*above, *inside)}
        rest = [word for word in rest if id(word) not in taken]
    return (*lines, *_free_lines(rest, width, em))


def _is_above(word: Word, grid: Grid) -> bool:
    return word.box.center[1] < grid.box.top


def _is_inside(word: Word, grid: Grid) -> bool:
    return grid.box.contains(*word.box.center)


def _cell_lines(words: Sequence[Word], grid: Grid) -> list[Line]:
    cells: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        cells.setdefault(grid.cell_at(*word.box.center), []).append(word)
    return [Line(row) for _, cell in sorted(cells.items()) for row in split_rows(cell)]


def _free_lines(words: Sequence[Word], width: float, em: float) -> list[Line]:
    rows = split_rows(words)
    return [Line(row) for band in find_bands(rows, width, em) for row in band]
