"""The directives of a file, each taken apart into its regions."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from nlp.reading.page import PageReading
from nlp.regions.addressees import find_addressees
from nlp.regions.closing.find import find_closing
from nlp.regions.footnotes import find_footnotes
from nlp.regions.furniture import clear_furniture
from nlp.regions.letterhead.find import find_letterhead, has_letterhead
from nlp.regions.marks import find_marks
from nlp.regions.outline.find import find_items
from nlp.regions.printed.rows import Row, level_rows
from nlp.regions.printed.sheet import PlacedTable, Sheet, sheet_of
from nlp.regions.printed.text import fold, is_upper
from nlp.regions.region import Item, Parts, Stamp
from nlp.regions.seal import find_seals
from nlp.regions.stamp import find_stamp
from nlp.regions.tables.find import find_tables

_BANNER: Final = re.compile(
    r"^\W*(?:phu luc|bieu mau|mau so|bieu so|mau \d|bieu \d|phan phu luc)\b"
)
_ATTACHED: Final = re.compile(r"^\W*\(?\s*(?:ban hanh\s+)?kem theo\b")
_HEAD_ROWS: Final = 7
_PIECE_GAP: Final = 18.0
_LONGEST_BANNER: Final = 90
_BANNER_ROWS: Final = 3


def split_directives(pages: Sequence[PageReading]) -> tuple[Parts, ...]:
    """The parts of every directive in the pages of one file, the first directive first."""
    sheets = clear_furniture([sheet_of(page) for page in pages])
    return tuple(_parts(group) for group in _group(sheets))


def _group(sheets: Sequence[Sheet]) -> tuple[tuple[Sheet, ...], ...]:
    """The sheets by directive: a page with a letterhead of its own begins another."""
    groups: list[list[Sheet]] = []
    for sheet in sheets:
        if not groups or has_letterhead(sheet):
            groups.append([])
        groups[-1].append(sheet)
    return tuple(tuple(group) for group in groups)


def _parts(sheets: Sequence[Sheet]) -> Parts:
    seals = tuple(seal for sheet in sheets for seal in find_seals(sheet))
    stamp, sheets = _stamp(sheets)
    marks, first = find_marks(sheets[0])
    noted = [find_footnotes(sheet) for sheet in (first, *sheets[1:])]
    tables, sheets = find_tables([sheet for _, sheet in noted])
    letterhead, opening, first = find_letterhead(sheets[0])
    first, *others = (replace(sheet, rows=_levelled(sheet)) for sheet in (first, *sheets[1:]))
    addressees, first = find_addressees(first)
    ending = find_closing((first, *others))
    return Parts(
        pages_from=sheets[0].number,
        pages_to=sheets[-1].number,
        letterhead=letterhead,
        addressees=addressees,
        opening=opening,
        body=_body(ending.before, ending.behind, tables),
        closing=ending.closing,
        stamp=stamp,
        marks=marks,
        seals=seals,
        footnotes=tuple(note for notes, _ in noted for note in notes),
    )


def _levelled(sheet: Sheet) -> tuple[Row, ...]:
    """The rows of a sheet, lines that were read in pieces put together; columns stay apart."""
    levelled = {id(word): row for row in level_rows(sheet.rows, _PIECE_GAP) for word in row.words}
    rows = (levelled[id(row.words[0])] for row in sheet.rows)
    return tuple({id(row): row for row in rows}.values())


def _stamp(sheets: Sequence[Sheet]) -> tuple[Stamp | None, tuple[Sheet, ...]]:
    """The first ĐẾN stamp of a directive, and its sheets without it."""
    for index, sheet in enumerate(sheets):
        stamp, left = find_stamp(sheet)
        if stamp is not None:
            return stamp, (*sheets[:index], left, *sheets[index + 1 :])
    return None, tuple(sheets)


def _body(
    before: Sequence[Sheet], behind: Sequence[Sheet], tables: Sequence[PlacedTable]
) -> tuple[Item, ...]:
    """The items of the document proper and of its appendices, parents counted through."""
    body: list[Item] = []
    parts = (tuple(before), *_appendices(behind))
    for part, sheets in enumerate(parts):
        own = _own_tables(sheets, tables)
        shift = len(body)
        body.extend(
            replace(item, parent=item.parent + shift if item.parent >= 0 else -1)
            for item in find_items(sheets, own, part)
        )
    return tuple(body)


def _own_tables(sheets: Sequence[Sheet], tables: Sequence[PlacedTable]) -> tuple[PlacedTable, ...]:
    numbers = {sheet.number for sheet in sheets}
    return tuple(table for table in tables if table.page in numbers)


def _appendices(sheets: Sequence[Sheet]) -> tuple[tuple[Sheet, ...], ...]:
    """The sheets behind the closing, cut where a banner opens an appendix."""
    groups: list[list[Sheet]] = []
    for sheet in sheets:
        pieces = _cut_at_banners(sheet)
        for index, piece in enumerate(pieces):
            if not groups or index > 0 or _opens_appendix(piece):
                groups.append([])
            groups[-1].append(piece)
    return tuple(tuple(group) for group in groups)


def _opens_appendix(sheet: Sheet) -> bool:
    head = sheet.rows[:_HEAD_ROWS]
    if any(_is_banner(row, sheet) for row in head[:_BANNER_ROWS]):
        return True
    titled = bool(head) and is_upper(head[0].text)
    return titled and any(_ATTACHED.match(fold(row.text)) for row in head)


def _is_banner(row: Row, sheet: Sheet) -> bool:
    if not _BANNER.match(fold(row.text)) or len(row.text) > _LONGEST_BANNER:
        return False
    inset = row.box.x0 > sheet.left + 30 or row.box.x0 < sheet.left + 2
    return inset and (is_upper(row.text[:7]) or fold(row.text).startswith(("mau", "bieu")))


def _cut_at_banners(sheet: Sheet) -> tuple[Sheet, ...]:
    """The sheet in pieces: a banner in the middle of the page begins another appendix."""
    starts = [
        index
        for index, row in enumerate(sheet.rows)
        if index >= _BANNER_ROWS and _is_banner(row, sheet) and is_upper(row.text)
    ]
    edges = [0, *starts, len(sheet.rows)]
    return tuple(
        replace(sheet, rows=sheet.rows[start:end])
        for start, end in pairwise(edges)
        if end > start or not starts
    )
