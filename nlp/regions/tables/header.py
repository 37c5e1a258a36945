"""The header rows of a table."""

import re
from typing import Final

from nlp.regions.printed.rows import is_bold
from nlp.regions.printed.text import fold
from nlp.regions.region import Cell, Table

_HEADER_WORDS: Final = re.compile(
    r"^(?:s?tt|so tt|noi dung|nhiem vu|cong viec|don vi|co quan|thoi gian|thoi han|san pham"
    r"|ghi chu|ten |chi tieu|ho va ten|ho ten|hoat dong|ket qua|kinh phi|chu tri|phoi hop"
    r"|dia diem|so luong|tien do|danh muc|noi nhan)"
)
_COUNT: Final = re.compile(r"\(?(?:\d{1,2}|[A-H])\)?")
_ORDINAL: Final = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[IVX]+|[A-H]|[a-zđ])[.)]?")


def cells_of_row(table: Table, row: int) -> tuple[Cell, ...]:
    """The cells that begin in a row, left to right."""
    return tuple(cell for cell in table.cells if cell.row == row)


def count_header_rows(table: Table) -> int:
    """How many rows from the top name the columns."""
    first = cells_of_row(table, 0)
    texts = [cell.passage.text for cell in first if cell.passage is not None]
    if not texts or len(first) == 1 or _ORDINAL.fullmatch(texts[0]):
        return 0
    named = sum(bool(_HEADER_WORDS.match(fold(text))) for text in texts)
    bold = all(
        is_bold([placed.word for placed in cell.passage.words])
        for cell in first
        if cell.passage is not None
    )
    if not named and not bold:
        return 0
    rows = max(cell.row_span for cell in first)
    spread = any(1 < cell.column_span < table.column_count for cell in first)
    rows = max(rows, 2) if spread and rows == 1 and table.row_count > rows + 1 else rows
    return min(rows + int(is_count_row(table, rows)), table.row_count)


def is_count_row(table: Table, row: int) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3)."""
    texts = [
        cell.passage.text.strip() for cell in cells_of_row(table, row) if cell.passage is not None
    ]
    return len(texts) >= max(2, table.column_count - 1) and all(
        _COUNT.fullmatch(text) for text in texts
    )
