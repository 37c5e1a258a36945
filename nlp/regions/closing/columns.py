"""The two columns of a closing: Nơi nhận, and all that stands beside it."""

import re
from collections.abc import Sequence
from statistics import median
from typing import Final

from nlp.regions.closing.signers import is_authority
from nlp.regions.printed.markers import BULLETS, parse_marker
from nlp.regions.printed.names import TITLE_HEADS
from nlp.regions.printed.rows import Row, row_of
from nlp.regions.printed.sheet import Sheet
from nlp.regions.printed.text import fold, is_upper, letter_count

_RECIPIENTS: Final = re.compile(
    r"^\W*(?:n[o0]i?t?\W*n?[bh]?(?:nhan|han|nhun|gui)\b|\w{2,5}\snhan(?=\s*[:;]))\s*[:;.,]*\s*"
)
_BESIDE: Final = 30.0
_SLACK: Final = 4.0
_GAP: Final = 8.0
_LEAST: Final = 2
_SPECK: Final = 3


def label_end(text: str) -> int | None:
    """Where the label Nơi nhận ends in a text that it opens, None where it does not.

    >>> label_end("Nơi nhận: - Lưu: VT."), label_end("Nơi này")
    (10, None)
    """
    match = _RECIPIENTS.match(fold(text))
    return match.end() if match is not None else None


def opens_signature(row: Row, sheet: Sheet) -> bool:
    """Whether a row of capitals opens a signature block: an authority, or a title on the right."""
    if row.middle < sheet.width * 0.5 or not is_upper(row.text) or parse_marker(row.text):
        return is_authority(row.text) and is_upper(row.text)
    return is_authority(row.text) or fold(row.text).startswith(TITLE_HEADS)


def is_listed(row: Row) -> bool:
    """Whether a row opens with a bullet."""
    marker = parse_marker(row.text)
    return marker is not None and marker.kind in BULLETS


def split_sides(zone: Sequence[Row], sheet: Sheet) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The rows of Nơi nhận, from its label down, and all others."""
    label = _label(zone, sheet)
    if label is None:
        return (), tuple(zone)
    right = _right_edge(zone, label, sheet)
    left: list[Row] = []
    others: list[Row] = []
    is_signed = False  # in plain text the signature stands below the list, not beside it
    for row in zone:
        below = row.page > label.page or row.box.center[1] >= label.box.center[1] - 2
        is_signed = is_signed or (below and row.box.x0 < right and _signs_below(row, sheet))
        if is_signed or not below or row.box.x1 < label.box.x0:
            others.append(row)
        else:
            mine, theirs = _cut_at(row, right)
            left.extend(mine)
            others.extend(theirs)
    return tuple(left), tuple(others)


def _signs_below(row: Row, sheet: Sheet) -> bool:
    """Whether a row at the left margin is a line of a signature block rather than an item."""
    flush = row.box.x0 < sheet.left + _GAP and row.middle < sheet.width * 0.5
    signs = is_authority(row.text) or fold(row.text).startswith(TITLE_HEADS)
    return flush and is_upper(row.text) and signs and not is_listed(row)


def _cut_at(row: Row, x: float) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The row left and right of x; it is cut only where a blank is."""
    mine = [word for word in row.words if word.box.center[0] < x]
    theirs = [word for word in row.words if word.box.center[0] >= x]
    if mine and theirs and row.box.x0 < x - _SLACK and _gap_at(row, x) > _GAP:
        return (row_of(row.page, mine),), (row_of(row.page, theirs),)
    is_left = not theirs or (bool(mine) and (row.middle < x or is_listed(row)))
    return ((row,), ()) if is_left else ((), (row,))


def _label(zone: Sequence[Row], sheet: Sheet) -> Row | None:
    """The row that opens Nơi nhận: its label, or where that was lost the first of the list."""
    labels = [row for row in zone if label_end(row.text) is not None]
    if labels:
        return labels[0]
    left = [row for row in zone if row.middle < sheet.width * 0.45]
    listed = [row for row in left if is_listed(row) or fold(row.text).startswith("luu")]
    if len(listed) < _LEAST:
        return None
    edge = median(row.box.x0 for row in listed)
    column = [
        row for row in left if abs(row.box.x0 - edge) < _BESIDE and letter_count(row.text) > _SPECK
    ]
    return min(column, key=lambda row: (row.page, row.box.top))


def _gap_at(row: Row, x: float) -> float:
    """The width of the blank in which `x` lies, 0 where a word lies over it."""
    before = [word.box.x1 for word in row.words if word.box.center[0] < x]
    after = [word.box.x0 for word in row.words if word.box.center[0] >= x]
    return min(after) - max(before) if before and after else 0.0


def _right_edge(zone: Sequence[Row], label: Row, sheet: Sheet) -> float:
    """The x between Nơi nhận and the signature block to its right."""
    block = [
        row
        for row in zone
        if opens_signature(row, sheet) and row.box.x0 > label.box.x1 and row.page == label.page
    ]
    bullets = [row for row in zone if is_listed(row) and row.box.x0 < label.box.x0 + 25]
    left = max((row.box.x1 for row in bullets if row.box.width < sheet.width * 0.5), default=0.0)
    if not block:
        return max(sheet.width * 0.48, label.box.x1 + 20)
    edge = min(row.box.x0 for row in block)
    return max(min(left, edge), label.box.x1, edge - 70) + 1.0 if left < edge else edge - 3.0
