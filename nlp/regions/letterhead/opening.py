"""The centred capitals between subject and body that name who decides."""

import re
from dataclasses import replace
from typing import Final

from nlp.reading.page import Passage
from nlp.regions.printed.names import ISSUING_HEADS
from nlp.regions.printed.rows import Row, join_rows, without
from nlp.regions.printed.sheet import Sheet
from nlp.regions.printed.text import fold, is_upper, letter_count, squeeze

_FEW: Final = 5


def find_opening(sheet: Sheet) -> tuple[tuple[Passage, ...], Sheet]:
    """The centred capitals between subject and body that name who decides."""
    found: list[Row] = []
    for row in sheet.rows[:4]:
        capitals = is_upper(row.text) and letter_count(row.text) > _FEW
        if not capitals or squeeze(row.text) in {"quyetdinh", "quyetnghi"}:
            break
        if not found and not fold(row.text).startswith(ISSUING_HEADS):
            break
        if abs(row.middle - sheet.center) > sheet.width * 0.08 and row.box.x0 > sheet.left + 2:
            break
        if not found and re.search(r"[:;]$", row.text):
            break
        found.append(row)
    passages = tuple(join_rows((row,)) for row in found)
    return passages, replace(sheet, rows=without(sheet.rows, found))
