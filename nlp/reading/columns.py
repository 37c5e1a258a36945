"""Rows cut at the gutters between columns: of the letterhead, the closing, and unruled tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from nlp.geometry import Box, enclosing
from nlp.reading.page import Word

Row = tuple[Word, ...]
Span = tuple[float, float]

_CENTRE: Final = (0.22, 0.78)  # of the page's width, where the gutter of two columns may lie
_WIDE: Final = 1.2  # ems: no space between words of one line is so wide
_TAB: Final = 2.6  # ems: nor is the space behind a marker
_NARROW: Final = 0.4  # ems: a gutter in a full line is wider,
_UNEVEN: Final = 1.6  # and so many times as wide as the other spaces of its line
_LEAST: Final = 2.5  # points that a gutter has free over all its rows
_MARKER: Final = 4  # characters of a marker such as "-", "1." or "III."
# What stands behind a field of a form whose filling was taken for a gap, by what stands before.
_BEHIND_FIELD: Final = {"ngày": ("tháng",), "tháng": ("năm",), "số": ("/",)}


@dataclass(frozen=True, slots=True)
class _Band:
    """Rows one under another with at least one strip that stays free, `free`, through all."""

    free: list[Span]
    rows: list[Row]


def find_bands(rows: Sequence[Row], width: float, em: float) -> list[list[Row]]:
    """The rows in reading order, cut where they cross a gutter, in groups."""
    groups: list[list[Row]] = []
    for band in _bands(rows, width, em):
        gutter = _gutter(band, em)
        if gutter is None:
            groups.append(_pieces(band.rows, em))
        else:
            groups += [_pieces(side, em) for side in _sides(band.rows, gutter)]
    return [group for group in groups if group]


def find_columns(rows: Sequence[Row], width: float, em: float) -> list[Box]:
    """The boxes of columns that stand side by side, left before right, as far as words reach."""
    found: list[Box] = []
    for band in _bands(rows, width, em):
        gutter = _gutter(band, em)
        if gutter is not None:
            sides = _sides(band.rows, gutter)
            found += [enclosing(word.box for row in side for word in row) for side in sides]
    return found


def _bands(rows: Sequence[Row], width: float, em: float) -> list[_Band]:
    centre = (width * _CENTRE[0], width * _CENTRE[1])
    bands: list[_Band] = []
    for row in rows:
        spans = _free_spans(row, centre, em)
        common = _common(bands[-1].free, spans) if bands else []
        longer = _Band(common, [*bands[-1].rows, row]) if bands and common else None
        if longer is None or _loses_gutter(bands[-1], longer, em):
            bands.append(_Band(spans, [row]))
        else:
            bands[-1] = longer
    return bands


def _loses_gutter(band: _Band, longer: _Band, em: float) -> bool:
    return _gutter(band, em) is not None and _gutter(longer, em) is None


def _free_spans(row: Row, centre: Span, em: float) -> list[Span]:
    gaps = [(left.box.x1, right.box.x0) for left, right in pairwise(row)]
    usual = median(end - start for start, end in gaps) if gaps else 0.0
    spans = [(centre[0], row[0].box.x0), (row[-1].box.x1, centre[1])]
    spans += [gap for gap in gaps if _is_gutter(gap[1] - gap[0], usual, em)]
    clipped = [(max(start, centre[0]), min(end, centre[1])) for start, end in sorted(spans)]
    return [span for span in clipped if span[1] - span[0] >= _LEAST]


def _is_gutter(gap: float, usual: float, em: float) -> bool:
    return gap >= _WIDE * em or (gap >= _NARROW * em and gap >= _UNEVEN * usual)


def _common(first: Sequence[Span], second: Sequence[Span]) -> list[Span]:
    shared = [(max(a[0], b[0]), min(a[1], b[1])) for a in first for b in second]
    return [span for span in shared if span[1] - span[0] >= _LEAST]


def _gutter(band: _Band, em: float) -> float | None:
    """Where the band divides into two columns, None where nothing stands side by side."""
    best: tuple[float, float] | None = None
    for start, end in band.free:
        x = (start + end) / 2
        left, right = _sides(band.rows, x)
        widest = max((_gap(a, b) for a in left for b in right), default=0.0)
        if widest >= _WIDE * em and (best is None or widest > best[0]):
            best = (widest, x)
    return best[1] if best else None


def _gap(left: Row, right: Row) -> float:
    """The space between two rows that stand side by side, 0 where they do not."""
    shared = min(left[-1].box.bottom, right[0].box.bottom) - max(
        left[-1].box.top, right[0].box.top
    )
    return right[0].box.x0 - left[-1].box.x1 if shared > 0 else 0.0


def _sides(rows: Sequence[Row], x: float) -> tuple[list[Row], list[Row]]:
    left = [tuple(word for word in row if word.box.center[0] < x) for row in rows]
    right = [tuple(word for word in row if word.box.center[0] >= x) for row in rows]
    return [row for row in left if row], [row for row in right if row]


def _pieces(rows: Sequence[Row], em: float) -> list[Row]:
    pieces: list[Row] = []
    for row in rows:
        start = 0
        for index, (left, right) in enumerate(pairwise(row), start=1):
            gap = right.box.x0 - left.box.x1
            is_marker = index == 1 and len(left.text) <= _MARKER
            if gap >= _TAB * em and not is_marker and not _is_field(left, right):
                pieces.append(row[start:index])
                start = index
        pieces.append(row[start:])
    return pieces


def _is_field(left: Word, right: Word) -> bool:
    """Whether two words enclose a field that a pen filled, whose ink is not among the words."""
    behind = _BEHIND_FIELD.get(left.text.lower().strip(".…:;,_ "), ())
    return right.text.lower().startswith(behind) if behind else False
