"""Tables from ruled lines and words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from nlp.geometry import Box
from nlp.reading.page import Word
from nlp.regions.printed.grid import Grid, find_grids, find_ladders, ladder_grid
from nlp.regions.printed.rows import words_outside
from nlp.regions.printed.sheet import PlacedTable, Sheet
from nlp.regions.tables.cells import read_table
from nlp.regions.tables.join import Draft, join_tables

_EDGE: Final = 8.0


def find_tables(sheets: Sequence[Sheet]) -> tuple[tuple[PlacedTable, ...], tuple[Sheet, ...]]:
    """The tables of the sheets, joined over page ends, and the sheets without their words."""
    drafts: list[Draft] = []
    rest: list[Sheet] = []
    for sheet in sheets:
        found, left = _page_tables(sheet)
        drafts.extend(found)
        rest.append(left)
    return join_tables(drafts), tuple(rest)


def _page_tables(sheet: Sheet) -> tuple[tuple[Draft, ...], Sheet]:
    drafts: list[Draft] = []
    left = sheet
    for grid in _grids(sheet):
        words = [word for row in left.rows for word in row.words if _holds(grid.box, word)]
        table = read_table(sheet.number, grid, words)
        if table is None:
            continue
        rows = tuple(
            kept
            for row in left.rows
            if (kept := words_outside(row, grid.box.expanded(1))) is not None
        )
        left = replace(left, rows=rows)
        drafts.append(Draft(sheet.number, grid.box, table, is_first=False, is_last=False))
    return tuple(_placed(draft, drafts, left) for draft in drafts), left


def _grids(sheet: Sheet) -> tuple[Grid, ...]:
    """The grids of a page: ruled both ways, then those ruled by horizontals alone."""
    rulings = _own_rulings(sheet)
    words = [word.box for row in sheet.rows for word in row.words]
    ladders = (ladder_grid(rungs, words) for rungs in find_ladders(rulings))
    return (*find_grids(rulings), *(grid for grid in ladders if grid is not None))


def _placed(draft: Draft, drafts: Iterable[Draft], sheet: Sheet) -> Draft:
    """The draft with its place told: nothing above it on the page, nothing below."""
    others = [other.box for other in drafts if other is not draft] + [
        row.box for row in sheet.rows
    ]
    return replace(
        draft,
        is_first=all(box.center[1] > draft.box.top for box in others),
        is_last=all(box.center[1] < draft.box.bottom for box in others),
    )


def _own_rulings(sheet: Sheet) -> tuple[Box, ...]:
    """The rulings that are neither the edge of the scan nor part of a stamp."""
    return tuple(
        ruling
        for ruling in sheet.rulings
        if not any(frame.box.expanded(6).contains(*ruling.center) for frame in sheet.frames)
        and ruling.x1 > _EDGE
        and ruling.x0 < sheet.width - _EDGE
    )


def _holds(box: Box, word: Word) -> bool:
    return box.expanded(1).contains(*word.box.center)
