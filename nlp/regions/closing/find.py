"""The end of a directive: Nơi nhận on the left, the signature blocks on the right."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from nlp.regions.closing.columns import is_listed, label_end, opens_signature, split_sides
from nlp.regions.closing.recipients import read_recipients
from nlp.regions.closing.signers import find_signers
from nlp.regions.printed.rows import Row, part_rows, without
from nlp.regions.printed.sheet import Sheet
from nlp.regions.printed.text import fold, is_upper
from nlp.regions.region import Closing

_END: Final = re.compile(r"\.\s*/\s*\.?\s*[.,'`]?$")
_BANNER: Final = re.compile(
    r"^\W*(?:phu luc|bieu mau|mau so|bieu so|danh sach|danh muc"
    r"|quy che|quy dinh|phuong an|de cuong)\b"
)
_FILED: Final = re.compile(r"^\W{0,3}luu\b")
_BLOCK_WIDTH: Final = 260.0


@dataclass(frozen=True, slots=True)
class Ending:
    """The closing, and the sheets before it, on its pages and behind it, without its rows."""

    closing: Closing
    before: tuple[Sheet, ...]
    behind: tuple[Sheet, ...]


def find_closing(sheets: Sequence[Sheet]) -> Ending:
    """The closing of the document proper among the sheets of one directive."""
    parted = tuple(replace(sheet, rows=part_rows(sheet.rows)) for sheet in sheets)
    start = _start(parted)
    if start is None:
        return Ending(Closing(), tuple(sheets), ())
    page, top = start
    whole, sheet = sheets[page], parted[page]
    zone = tuple(row for row in sheet.rows if row.box.center[1] >= top)
    behind_rows = _banner_rows(zone, sheet)
    zone = without(zone, behind_rows)
    body = replace(whole, rows=tuple(row for row in whole.rows if row.box.center[1] < top))
    spilled, rest = _spilled(sheets[page + 1 :], zone, sheet)
    left, right = split_sides((*zone, *spilled), sheet)
    closing = Closing(read_recipients(left), find_signers(right))
    behind = (replace(sheet, rows=behind_rows), *rest) if behind_rows else rest
    return Ending(closing, (*sheets[:page], body), behind)


def _start(sheets: Sequence[Sheet]) -> tuple[int, float] | None:
    """The index of the page and the height at which the closing begins, else None."""
    for index, sheet in enumerate(sheets):
        for row in sheet.rows:
            if label_end(row.text) is not None and row.box.width < sheet.width * 0.5:
                return index, _signature_top(sheet, row)
    return _signature_alone(sheets) or _list_alone(sheets)


def _list_alone(sheets: Sequence[Sheet]) -> tuple[int, float] | None:
    """A list that ends in `- Lưu: …` below the last words of the body, its label lost."""
    for index, sheet in enumerate(sheets):
        ends = [row.box.center[1] for row in sheet.rows if _END.search(row.text)]
        files = [row for row in sheet.rows if is_listed(row) and _FILED.search(fold(row.text))]
        floor = max((end for end in ends if files and end < files[-1].box.top), default=None)
        if floor is not None:
            below = [row.box.top for row in sheet.rows if row.box.center[1] > floor + 2]
            return index, min(below) - 1.0
    return None


def _signature_top(sheet: Sheet, label: Row) -> float:
    """The top of the closing: of the label, or of a signature block that begins above it."""
    top = label.box.center[1] - 0.6 * label.height
    blocks = [row for row in sheet.rows if opens_signature(row, sheet) and row.box.center[1] < top]
    for row in sorted(blocks, key=lambda row: -row.box.top):
        between = [
            other
            for other in sheet.rows
            if row.box.center[1] < other.box.center[1] < top and _is_running(other, sheet)
        ]
        if between:
            break
        top = row.box.center[1] - 0.6 * row.height
    return top


def _is_running(row: Row, sheet: Sheet) -> bool:
    """Whether a row is text of the body rather than of a signature block."""
    return row.box.width > 0.6 * (sheet.right - sheet.left) and not is_upper(row.text)


def _signature_alone(sheets: Sequence[Sheet]) -> tuple[int, float] | None:
    """A signature block without Nơi nhận: capitals in the right half after the last full stop."""
    for index in range(len(sheets) - 1, -1, -1):
        sheet = sheets[index]
        ends = [row.box.center[1] for row in sheet.rows if _END.search(row.text)]
        floor = max(ends, default=sheet.height * 0.1 if index else sheet.height * 0.4)
        blocks = [
            row
            for row in sheet.rows
            if row.box.center[1] > floor
            and opens_signature(row, sheet)
            and row.box.width < _BLOCK_WIDTH
        ]
        if blocks and (ends or index == len(sheets) - 1):
            return index, min(row.box.center[1] - 0.6 * row.height for row in blocks)
    return None


def _banner_rows(zone: Sequence[Row], sheet: Sheet) -> tuple[Row, ...]:
    """The rows of an appendix that begins on the page of the closing."""
    for row in zone:
        alone = not any(
            other is not row and abs(other.box.center[1] - row.box.center[1]) < 0.6 * row.height
            for other in zone
        )
        centred = (
            abs(row.middle - sheet.center) < sheet.width * 0.08 or row.box.x0 < sheet.left + 3
        )
        if alone and centred and is_upper(row.text) and _BANNER.match(fold(row.text)):
            return tuple(other for other in zone if other.box.top >= row.box.top - 1)
    return ()


def _spilled(
    sheets: Sequence[Sheet], zone: Sequence[Row], sheet: Sheet
) -> tuple[tuple[Row, ...], tuple[Sheet, ...]]:
    """The rows of a closing that goes on over the page end, and the sheets behind it."""
    if not sheets or _has_name(zone, sheet):
        return (), tuple(sheets)
    following = sheets[0]
    running = [row for row in following.rows if _is_running(row, following)]
    signed = any(opens_signature(row, following) for row in following.rows)
    listed = all(is_listed(row) or row.middle > following.width * 0.45 for row in following.rows)
    if running or not following.rows or not (signed or listed):
        return (), tuple(sheets)
    return following.rows, tuple(sheets[1:])


def _has_name(zone: Sequence[Row], sheet: Sheet) -> bool:
    right = [row for row in zone if row.middle > sheet.width * 0.45]
    return any(signer.name is not None for signer in find_signers(right))
