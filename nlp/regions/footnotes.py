"""Footnotes: small text below a short rule at the foot of a page."""

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import Final

from nlp.geometry import Box
from nlp.reading.page import Passage
from nlp.regions.printed.rows import Row, join_rows, level_rows, without
from nlp.regions.printed.sheet import Sheet

_FLAT: Final = 3.0  # points: a rule is no thicker
_SHORTEST: Final = 40.0
_WIDEST: Final = 0.45  # of the page: a longer rule belongs to a table or a frame
_HIGHEST: Final = 0.35  # of the page: letterhead and title stand above
_NEAR: Final = 30.0  # points from the margin of the text to the rule
_SMALL: Final = 0.92  # of the usual height of a line
_TOUCH: Final = 4.0
_MARKER: Final = re.compile(r"^[\[(]?(?P<number>\d{1,2})[\])]?[.:]?\s*(?=[^\W\d_])")


def find_footnotes(sheet: Sheet) -> tuple[tuple[Passage, ...], Sheet]:
    """The footnotes of a page without their markers, and the sheet without them."""
    for rule in sheet.rulings:
        if not _may_divide(rule, sheet):
            continue
        below = [row for row in sheet.rows if row.box.center[1] > rule.bottom]
        above = without(sheet.rows, below)
        if below and above and _are_notes(below, above):
            return _notes(level_rows(below)), replace(sheet, rows=above)
    return (), sheet


def _may_divide(rule: Box, sheet: Sheet) -> bool:
    """Whether a ruling can stand above footnotes: short, at the margin, touching no other."""
    return (
        rule.height <= _FLAT
        and _SHORTEST <= rule.width <= _WIDEST * sheet.width
        and rule.top > _HIGHEST * sheet.height
        and abs(rule.x0 - sheet.left) <= _NEAR
        and not any(
            other is not rule and rule.expanded(_TOUCH).intersection(other)
            for other in sheet.rulings
        )
    )


def _are_notes(below: Sequence[Row], above: Sequence[Row]) -> bool:
    """Whether rows below a rule are notes: numbered from the first, and in smaller type."""
    first = min(below, key=lambda row: (round(row.box.center[1] / 4), row.box.x0))
    is_small = _type(below) <= _SMALL * _type(above)
    return is_small and bool(_MARKER.match(first.text) or first.text[:1] in "*!'’")


def _type(rows: Sequence[Row]) -> float:
    """The usual size of type, by the text layer or else by the height of words."""
    words = [word for row in rows for word in row.words]
    return median(word.size or word.box.height for word in words)


def _notes(rows: Sequence[Row]) -> tuple[Passage, ...]:
    groups: list[list[Row]] = []
    for row in rows:
        found = _MARKER.match(row.text)
        if not groups or (found and int(found["number"]) > len(groups)):
            groups.append([])
        groups[-1].append(row)
    return tuple(_without_marker(join_rows(group)) for group in groups)


def _without_marker(note: Passage) -> Passage:
    found = _MARKER.match(note.text)
    return note.part(found.end(), len(note.text)) if found else note
