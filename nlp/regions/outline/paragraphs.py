"""Paragraphs: the lines of the body joined across line ends and page ends."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from nlp.regions.printed.markers import BULLETS, Marker, parse_marker
from nlp.regions.printed.rows import Row, is_bold, is_italic, level_rows
from nlp.regions.printed.sheet import PlacedTable, Sheet
from nlp.regions.printed.text import is_upper
from nlp.regions.region import Table

_SHORT: Final = 0.1
_ENDED: Final = re.compile(r"[.;:!?…]['\"”’)]*$|\./\.?$")
_INDENT: Final = 11.0
_SAME: Final = 4.0
_FEW: Final = 2
_SINGLE: Final = 0.65
_OFTEN: Final = 0.25


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Rows that make one paragraph, or a table that stands among them (then without rows)."""

    rows: tuple[Row, ...]
    indent: float = 0.0
    is_centred: bool = False
    is_bold: bool = False
    is_italic: bool = False
    table: Table | None = None

    @property
    def text(self) -> str:
        """The running text."""
        return " ".join(row.text for row in self.rows)


def find_paragraphs(
    sheets: Sequence[Sheet], tables: Sequence[PlacedTable] = ()
) -> tuple[Paragraph, ...]:
    """The paragraphs and tables of the sheets in their order."""
    found: list[Paragraph] = []
    open_rows: list[tuple[Row, Sheet]] = []
    for sheet in sheets:
        pitch = _pitch(sheet.rows)
        for block in _blocks(sheet, tables):
            if isinstance(block, PlacedTable):
                found.extend(_close(open_rows))
                found.append(Paragraph((), table=block.table))
            else:
                if open_rows and _begins(block, sheet, open_rows, pitch):
                    found.extend(_close(open_rows))
                open_rows.append((block, sheet))
    found.extend(_close(open_rows))
    return tuple(found)


def _blocks(sheet: Sheet, tables: Iterable[PlacedTable]) -> list[Row | PlacedTable]:
    placed = [table for table in tables if table.page == sheet.number]
    blocks: list[Row | PlacedTable] = [*level_rows(sheet.rows), *placed]
    return sorted(
        blocks, key=lambda block: block.box.center[1] if isinstance(block, Row) else block.box.top
    )


def _close(open_rows: list[tuple[Row, Sheet]]) -> tuple[Paragraph, ...]:
    if not open_rows:
        return ()
    rows = tuple(row for row, _ in open_rows)
    first, sheet = open_rows[0]
    words = [word for row in rows for word in row.words]
    paragraph = Paragraph(
        rows,
        indent=first.box.x0 - sheet.left,
        is_centred=all(stands_centred(row, own) for row, own in open_rows),
        is_bold=is_bold(words),
        is_italic=is_italic(words),
    )
    open_rows.clear()
    return (paragraph,)


def _pitch(rows: Sequence[Row]) -> float:
    """The usual distance from line to line, 0 where there are too few lines."""
    tops = sorted(row.box.center[1] for row in rows)
    steps = [below - above for above, below in pairwise(tops) if below - above > _SAME]
    if len(steps) <= _FEW:
        return 0.0
    usual = median(steps)
    single = [step for step in steps if step < _SINGLE * usual]  # blank lines part the others
    return median(single) if len(single) >= _OFTEN * len(steps) else usual


def stands_centred(row: Row, sheet: Sheet) -> bool:
    """Whether a line stands in the middle, far enough from both margins not to be a first line."""
    inset = min(row.box.x0 - sheet.left, sheet.right - row.box.x1)
    shift = abs(row.middle - sheet.center)
    if shift > max(10.0, sheet.width * 0.025):
        return False
    marked = parse_marker(row.text)
    if marked is not None and marked.kind not in ("division", "chapter", "section", "roman"):
        return False
    sure = is_upper(row.text) or is_bold(row.words)
    return inset > (8.0 if sure else 60.0)


def _begins(row: Row, sheet: Sheet, open_rows: Sequence[tuple[Row, Sheet]], pitch: float) -> bool:
    """Whether a row begins a paragraph of its own behind the open rows."""
    last, last_sheet = open_rows[-1]
    centred = stands_centred(row, sheet)
    if row.text[:1].islower() and parse_marker(row.text) is None and not _ENDED.search(last.text):
        return False
    if centred != stands_centred(last, last_sheet):
        return True
    if open_rows[0][0].text.startswith("(") and last.text.rstrip().endswith(")"):
        return True
    if centred:
        return _breaks_centred(row, last, pitch)
    if _is_far(row, last, pitch):
        return True
    return _begins_flowing(row, sheet, open_rows)


def _breaks_centred(row: Row, last: Row, pitch: float) -> bool:
    if is_upper(row.text) != is_upper(last.text) or is_bold(row.words) != is_bold(last.words):
        return True
    if row.text.startswith("(") or parse_marker(row.text) is not None:
        return True
    return _is_far(row, last, pitch) or _ENDED.search(last.text) is not None


def _is_far(row: Row, last: Row, pitch: float) -> bool:
    """Whether a blank line parts the rows, with a capital or a full stop to say so too."""
    if row.page != last.page or not pitch:
        return False
    step = row.box.center[1] - last.box.center[1]
    opens = not row.text[:1].islower() or _ENDED.search(last.text) is not None
    return opens and step > 1.6 * max(pitch, 0.9 * row.height)


def _begins_flowing(row: Row, sheet: Sheet, open_rows: Sequence[tuple[Row, Sheet]]) -> bool:
    last, last_sheet = open_rows[-1]
    ended = _ENDED.search(last.text) is not None
    last_short = last.box.x1 < last_sheet.right - _SHORT * (last_sheet.right - last_sheet.left)
    indent = row.box.x0 - sheet.left
    marker = parse_marker(row.text)
    if marker is not None and _is_marker_here(marker, row, indent, ended=ended, short=last_short):
        return True
    if row.text[:1].islower() and not ended:
        return False
    if indent > _INDENT:
        return not _hangs(row, open_rows, ended=ended, short=last_short)
    if last_short:
        return ended or row.text[:1].isupper()
    return False


def _is_marker_here(marker: Marker, row: Row, indent: float, *, ended: bool, short: bool) -> bool:
    """Whether what looks like a marker is one, not a dash or number left by a line end."""
    rest = row.text[marker.end :]
    if indent > _INDENT and marker.kind != "letter":
        return not (marker.kind == "dash" and rest[:1].isdigit() and not ended)
    if indent > _INDENT and rest[:1].isupper():
        return True
    if marker.kind in BULLETS:
        return (ended or short) and not rest[:1].isdigit()
    if marker.kind in ("article", "chapter", "division", "section"):
        return (ended or short) and not rest[:1].islower()
    return ended or short


def _hangs(row: Row, open_rows: Sequence[tuple[Row, Sheet]], *, ended: bool, short: bool) -> bool:
    """Whether an indented row goes on with a paragraph whose later lines are indented."""
    first, last = open_rows[0][0], open_rows[-1][0]
    if short and (ended or row.text[:1].isupper()):
        return False
    if len(open_rows) > 1 and row.page == last.page:
        return abs(row.box.x0 - last.box.x0) < _SAME and last.box.x0 > first.box.x0 - 2
    marked = parse_marker(first.text) is not None
    return marked and not ended and row.box.x0 > first.box.x0 + 4 and row.page == first.page
