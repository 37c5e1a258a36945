"""One page while its regions are taken from it, and the text block that its lines share."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from nlp.geometry import Box
from nlp.reading.page import Frame, PageReading, Slot
from nlp.regions.printed.rows import Row
from nlp.regions.region import Table

_SAME_EDGE: Final = 4.0
_INSET: Final = 6.0
_FAIR_SHARE: Final = 0.15
_EDGE: Final = 0.04
_ENOUGH: Final = 4
_NEXT: Final = 2.0
_USUAL_LEFT: Final = 0.16
_USUAL_RIGHT: Final = 0.91


@dataclass(frozen=True, slots=True)
class Sheet:
    """
    One page while its regions are taken from it.

    `left` and `right` are the margins of the running text, in points.
    """

    number: int
    width: float
    height: float
    left: float
    right: float
    rows: tuple[Row, ...]
    rulings: tuple[Box, ...] = ()
    frames: tuple[Frame, ...] = ()
    slots: tuple[Slot, ...] = ()

    @property
    def center(self) -> float:
        """The middle of the text block along x."""
        return (self.left + self.right) / 2


def sheet_of(page: PageReading) -> Sheet:
    """The sheet of a page as read, all its lines still on it."""
    rows = tuple(Row(page.number, line, line.text, line.box) for line in page.lines if line.words)
    left, right = text_block(rows, page.width)
    return Sheet(
        page.number,
        page.width,
        page.height,
        left,
        right,
        rows,
        page.rulings,
        page.frames,
        page.slots,
    )


def text_block(rows: Sequence[Row], width: float) -> tuple[float, float]:
    """The left and right margins that the lines of a page share, in points."""
    wide = [row for row in rows if row.box.width > width * 0.3]
    if len(wide) < _ENOUGH:
        lefts = [row.box.x0 for row in rows if row.box.x0 > width * 0.07]
        rights = [row.box.x1 for row in wide]
        return min([*lefts, width * _USUAL_LEFT]), max([*rights, width * _USUAL_RIGHT])
    right = _shared_edge([-row.box.x1 for row in wide if row.box.x1 > width * 0.7])
    starts = [row.box.x0 for row in (*wide, *_last_lines(rows, wide, right))]
    left = _shared_edge([x for x in starts if width * _EDGE < x < width * 0.35])
    return (
        left if left is not None else width * _USUAL_LEFT,
        -right if right is not None else width * _USUAL_RIGHT,
    )


def _last_lines(rows: Sequence[Row], wide: Sequence[Row], right: float | None) -> tuple[Row, ...]:
    """The short rows right below one that fills its line: the last lines of paragraphs."""
    if right is None:
        return ()
    ordered = sorted(rows, key=lambda row: row.box.top)
    return tuple(
        below
        for above, below in pairwise(ordered)
        if above.box.x1 > -right - _SAME_EDGE
        and below not in wide
        and below.box.x0 < above.box.x0 - _INSET
        and 0 < below.box.center[1] - above.box.center[1] < _NEXT * above.height
        and below.text[:1].islower()
    )


def _shared_edge(places: Sequence[float]) -> float | None:
    """The lowest place at which a fair share of the lines begin, else the lowest of all."""
    ordered = sorted(places)
    needed = max(2, math.ceil(_FAIR_SHARE * len(ordered)))
    for place in ordered:
        if sum(place <= other < place + _SAME_EDGE for other in ordered) >= needed:
            return place
    return ordered[0] if ordered else None


def is_centred(row: Row, sheet: Sheet) -> bool:
    """Whether the line stands in the middle of the text block and fills neither margin."""
    shift = abs(row.middle - sheet.center)
    inset = row.box.x0 - sheet.left
    return shift < max(12.0, sheet.width * 0.03) and inset > _INSET


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table with its place on the page where it begins."""

    page: int
    box: Box
    table: Table
