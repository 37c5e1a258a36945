"""What is no text of a page: page numbers, running heads, e-signature blocks, specks."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from nlp.regions.printed.rows import Row, without
from nlp.regions.printed.sheet import Sheet
from nlp.regions.printed.text import fold, has_print, letter_count, squeeze

_PAGE_NUMBER: Final = re.compile(
    r"(?:trang\s*)?[-–—.~_|\s]*\d{1,3}(?:\s*/\s*\d{1,3})?[-–—.~_|\s]*", re.IGNORECASE
)
_SIGNATURE_LABEL: Final = re.compile(
    r"""
    ^\W*(?: (?:duoc\s)?ky\sboi | nguoi\sky | ky\sso\sboi | (?:thoi\sgian|ngay\sgio|gio|ngay)\sky
    | e-?mail\s*: | co\squan\s*: | to\schuc\s*: | chuc\svu\s*: | digitally\ssigned | signature\s
    | signed\s | ly\sdo\s*: | dia\sdiem\s*: | so\sserial | chung\sthu )
    """,
    re.VERBOSE,
)
_TIMESTAMP: Final = re.compile(r"\d{1,2}[:.]\d{2}[:.]\d{2}|\+07")
_SIGNED: Final = re.compile(r"ngay ky|ky boi|chung thu|nguoi ky")
_SCANNER: Final = re.compile(r"camscanner|scanned (?:by|with)")
_ADDRESS: Final = re.compile(r"\W*(?:https?://|www\.)\S+(?:\s+\d+/\d+)?\W*")
"""What a browser prints at the edge; a line of the text may begin with one, too."""
_EDGE: Final = 0.1
_UNREAD: Final = 0.45
_MOSTLY: Final = 0.8
_FEW: Final = 3
_FLUSH: Final = 12.0


def clear_furniture(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """The sheets without page numbers, running heads, e-signature blocks and specks."""
    running = _running_heads(sheets)
    return tuple(_clear(sheet, running) for sheet in sheets)


def _clear(sheet: Sheet, running: frozenset[str]) -> Sheet:
    rows = tuple(row for row in sheet.rows if not (_is_speck(row) or _is_under_ink(row, sheet)))
    rows = without(rows, _page_numbers(rows, sheet))
    rows = without(rows, _signature_block(rows, sheet))
    rows = tuple(
        row
        for row in rows
        if not (_is_at_edge(row, sheet) and _is_running(row, running))
        and not _SCANNER.search(fold(row.text))
    )
    return replace(sheet, rows=rows)


def _is_running(row: Row, running: frozenset[str]) -> bool:
    return squeeze(row.text) in running or _ADDRESS.fullmatch(fold(row.text)) is not None


def _is_speck(row: Row) -> bool:
    if not has_print(row.text):
        return True
    if row.line.confidence >= _UNREAD:
        return False
    return letter_count(row.text) < _FEW and not any(letter.isdigit() for letter in row.text)


def _is_under_ink(row: Row, sheet: Sheet) -> bool:
    """Whether a row is what recognition made of a seal, signature or mark."""
    return row.line.confidence < _UNREAD and any(
        frame.kind != "stamp" and row.box.overlap(frame.box) > _MOSTLY for frame in sheet.frames
    )


def _page_numbers(rows: Sequence[Row], sheet: Sheet) -> tuple[Row, ...]:
    if not rows:
        return ()
    by_height = sorted(rows, key=lambda row: row.box.top)
    ends = {id(row): row for row in (by_height[0], by_height[-1])}.values()
    return tuple(row for row in ends if _is_page_number(row, rows, sheet))


def _is_page_number(row: Row, rows: Sequence[Row], sheet: Sheet) -> bool:
    if not _PAGE_NUMBER.fullmatch(row.text) and not _is_damaged_number(row, sheet):
        return False
    others = [other for other in rows if other is not row]
    beside = any(abs(other.box.center[1] - row.box.center[1]) < row.height for other in others)
    return row.middle > sheet.width * 0.35 and not beside


def _is_damaged_number(row: Row, sheet: Sheet) -> bool:
    at_head = row.box.bottom < sheet.height * _EDGE
    in_middle = abs(row.middle - sheet.width / 2) < sheet.width * 0.08
    is_short = len(row.text) < _FEW + any(map(str.isdigit, row.text))  # G2)
    return sheet.number > 1 and at_head and in_middle and is_short


def _is_at_edge(row: Row, sheet: Sheet) -> bool:
    top, bottom = sheet.height * _EDGE, sheet.height * (1 - _EDGE)
    return row.box.bottom < top or row.box.top > bottom


def _running_heads(sheets: Sequence[Sheet]) -> frozenset[str]:
    edge_texts = (
        squeeze(row.text)
        for sheet in sheets
        for row in sheet.rows
        if _is_at_edge(row, sheet) and letter_count(row.text) > _FEW
    )
    return frozenset(
        text for text, count in Counter(edge_texts).items() if count >= max(3, len(sheets) // 2)
    )


def _signature_block(rows: Sequence[Row], sheet: Sheet) -> tuple[Row, ...]:
    """Rows of the appearance of a digital signature above the letterhead, label by label."""
    block = [row for row in rows if _is_signature_line(row) and _is_high(row, sheet)]
    block += [row for row in rows if _is_signed_foot(row, sheet)]
    if not block:
        return ()
    while grown := [row for row in without(rows, block) if _goes_on(row, block)]:
        block.extend(grown)
    return tuple(block)


def _is_high(row: Row, sheet: Sheet) -> bool:
    return row.box.bottom < sheet.height * 0.2


def _is_signed_foot(row: Row, sheet: Sheet) -> bool:
    """Whether a row at the foot of a page tells of a digital signature, in whatever order."""
    at_foot = row.box.top > sheet.height * (1 - _EDGE)
    return at_foot and bool(_SIGNED.search(fold(row.text)))


def _is_signature_line(row: Row) -> bool:
    folded = fold(row.text)
    return bool(_SIGNATURE_LABEL.search(folded) or _TIMESTAMP.search(folded))


def _goes_on(row: Row, block: Iterable[Row]) -> bool:
    return any(
        abs(row.box.x0 - other.box.x0) < _FLUSH
        and row.height < other.height * 1.25
        and abs(row.box.center[1] - other.box.center[1]) < 1.6 * other.height
        for other in block
    )
