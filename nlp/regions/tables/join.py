"""Tables joined over page ends."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from nlp.geometry import Box
from nlp.reading.page import Passage
from nlp.regions.printed.sheet import PlacedTable
from nlp.regions.printed.text import is_like
from nlp.regions.region import Cell, Table
from nlp.regions.tables.header import cells_of_row, is_count_row

_MOSTLY: Final = 0.6


@dataclass(frozen=True, slots=True)
class Draft:
    """A table of one page, not yet joined to its continuation."""

    page: int
    box: Box
    table: Table
    is_first: bool
    is_last: bool


def join_tables(drafts: Sequence[Draft]) -> tuple[PlacedTable, ...]:
    """The tables, each joined with its continuations on the following pages."""
    joined: list[Draft] = []
    origin: list[tuple[int, Box]] = []
    for draft in drafts:
        if joined and _continues(joined[-1], draft):
            merged = _append(joined[-1].table, draft.table)
            joined[-1] = replace(draft, table=merged)
        else:
            joined.append(draft)
            origin.append((draft.page, draft.box))
    return tuple(
        PlacedTable(page, box, draft.table)
        for (page, box), draft in zip(origin, joined, strict=True)
    )


def _continues(above: Draft, draft: Draft) -> bool:
    return (
        above.is_last
        and draft.is_first
        and draft.page == above.page + 1
        and draft.table.column_count == above.table.column_count
    )


def _append(above: Table, below: Table) -> Table:
    """One table of two: a repeated header dropped, a row broken over the page end joined."""
    above = _without_empty_end(above)
    skipped = _repeated_rows(above, below)
    rows = _body_rows(below, skipped)
    cells = list(above.cells)
    shift = above.row_count
    if rows and _is_broken(above, rows[0]):
        cells = _with_rest(cells, rows[0], above.row_count - 1)
        rows = rows[1:]
        skipped += 1
    added = [replace(cell, row=cell.row - skipped + shift) for row in rows for cell in row]
    count = shift + below.row_count - skipped
    return Table(count, above.column_count, above.header_rows, (*cells, *added))


def _without_empty_end(table: Table) -> Table:
    """The table without last rows that hold nothing: the page ended before their first line."""
    last = table.row_count - 1
    ending = [cell for cell in table.cells if cell.row + cell.row_span > last]
    is_empty = all(cell.row == last and cell.passage is None for cell in ending)
    if not is_empty or last <= table.header_rows:
        return table
    kept = tuple(cell for cell in table.cells if cell.row < last)
    return _without_empty_end(replace(table, row_count=last, cells=kept))


def _body_rows(table: Table, skipped: int) -> list[tuple[Cell, ...]]:
    return [cells_of_row(table, row) for row in range(skipped, table.row_count)]


def _repeated_rows(above: Table, below: Table) -> int:
    """How many rows of the lower table repeat the header of the upper."""
    count = 0
    for row in range(min(above.header_rows, below.row_count)):
        if not is_like(_row_text(above, row), _row_text(below, row), 0.85):
            break
        count += 1
    if count == above.header_rows:
        return count
    counted = above.header_rows > 1 and is_count_row(above, above.header_rows - 1)
    return int(counted and below.row_count > 1 and is_count_row(below, 0))


def _row_text(table: Table, row: int) -> str:
    return " ".join(
        cell.passage.text for cell in cells_of_row(table, row) if cell.passage is not None
    )


def _is_broken(above: Table, row: Sequence[Cell]) -> bool:
    """Whether a row goes on with the last one above: it has no number where others have."""
    if len(row) == 1 or row[0].passage is not None:
        return False
    numbered = [
        cells[0].passage is not None
        for number in range(above.header_rows, above.row_count)
        if (cells := cells_of_row(above, number)) and len(cells) > 1 and cells[0].column == 0
    ]
    last = cells_of_row(above, above.row_count - 1)
    spans_fit = len(last) == len(row)
    return spans_fit and bool(numbered) and sum(numbered) / len(numbered) > _MOSTLY


def _with_rest(cells: Sequence[Cell], rest: Sequence[Cell], last_row: int) -> list[Cell]:
    by_column = {cell.column: cell for cell in rest}
    return [
        _grown(cell, by_column[cell.column])
        if cell.row == last_row and cell.column in by_column
        else cell
        for cell in cells
    ]


def _grown(cell: Cell, rest: Cell) -> Cell:
    boxes = (*cell.boxes, *rest.boxes)
    if rest.passage is None:
        return replace(cell, boxes=boxes)
    if cell.passage is None:
        return replace(cell, passage=rest.passage, boxes=boxes)
    shift = len(cell.passage.text) + 1
    words = tuple(
        replace(placed, start=placed.start + shift, end=placed.end + shift)
        for placed in rest.passage.words
    )
    text = f"{cell.passage.text} {rest.passage.text}"
    return replace(cell, passage=Passage(text, (*cell.passage.words, *words)), boxes=boxes)
