"""What a closing says under its seal: titles over the ring and the name at its foot, read anew.

A ring joins such lines with the seal and the signature, so that an engine that sees the whole
page takes them for a picture. They are read in a band over the ring and one at its foot, then
row by row, with and without the circles; on each spot the most probable word is kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile
from statistics import median
from typing import Final

import numpy as np

from nlp.geometry import Box
from nlp.lexicon.names import name_syllables
from nlp.pages.frames import InkFrame
from nlp.pages.greys import bleach
from nlp.pages.image import POINTS_PER_INCH, Grey
from nlp.pages.rings import erase_ring
from nlp.reading.engine import OcrEngine, OcrWord
from nlp.reading.families import hidden_family, lacks_family
from nlp.reading.second import Look, Region, read_region
from nlp.reading.votes import core, doubted, is_of_closing, is_told_by_letters, legible, voted

_LEFT: Final = 0.35  # of the page: seals of a closing stand right of this
_BESIDE: Final = (45.0, 130.0)  # points left and right of a seal that its lines reach
_ABOVE: Final = (50.0, 36.0)  # points over and within the ring where titles stand,
_BELOW: Final = (26.0, 28.0)  # and within it and beneath where the name does
_NEAR: Final = 30.0  # points over and under a seal: rows farther off are not disturbed
_BLANK: Final = 9.0  # points: words of the text above stand no farther from the next
_SURE: Final = 0.8  # confidence of a word that tells where a row stands
_PAD: Final = 12  # pixels of white around a row cut out
_EDGE: Final = 3  # pixels from the edge of a band: a word there is cut
_LINE: Final = 0.5  # of the lower of two rows that stand at one height
_INNER: Final = 0.2  # of a seal's breadth left of its middle,
_OUTER: Final = 70.0  # and points right of it, between which ink tells of rows
_INK: Final = 150  # of 255: what is lighter is paper
_ROW_INK: Final = 0.06  # of the breadth of a row that is ink
_HEIGHTS: Final = (5.0, 18.0)  # points: the least and greatest height of such a row
_TOUCHED: Final = 1.05  # radii from the middle of a seal that its outer circle reaches
_HIGH: Final = 0.25  # of a row's height, added over and under it
_FAMILY: Final = 2.0  # heights of a name that its family name is wide
_REACHES: Final = (3.0, 5.0)  # heights left of a name in which that is sought


@dataclass(frozen=True, slots=True, eq=False)
class _Spot:
    """A seal on its page, in pixels of the page: where its lines stand, and bands of many of them.

    `views` are the page with the seal bleached, and without the circles of a black one.
    """

    views: tuple[Grey, ...]
    dpi: float
    seal: Region
    reach: Region
    bands: tuple[Region, ...]


def look_under_seals(
    words: Sequence[OcrWord],
    paper: Grey,
    dpi: float,
    seals: Sequence[InkFrame],
    engine: OcrEngine,
) -> tuple[OcrWord, ...]:
    """The words, those of rows that a seal lies over exchanged for the best of several readings.

    Boxes are in pixels of `paper`, on which coloured ink is already bleached. A row on which the
    readings do not agree is never sure.
    """
    found = list(words)
    width = paper.shape[1] * POINTS_PER_INCH / dpi
    for seal in seals:
        if seal.box.center[0] > _LEFT * width:
            found = _look_under(found, _spot(paper, dpi, seal), engine)
    return tuple(found)


def _spot(paper: Grey, dpi: float, seal: InkFrame) -> _Spot:
    clean, _ = bleach(paper, dpi, (seal,))
    views = [clean]
    for view in erase_ring(clean, dpi, seal) if seal.ink == "black" else ():
        if not any(np.array_equal(view, other) for other in views):
            views.append(view)
    x0, x1 = seal.box.x0 - _BESIDE[0], seal.box.x1 + _BESIDE[1]
    over = Box(x0, seal.box.top - _ABOVE[0], x1, seal.box.top + _ABOVE[1])
    foot = Box(x0, seal.box.bottom - _BELOW[0], x1, seal.box.bottom + _BELOW[1])
    reach = Box(x0, over.top, x1, foot.bottom)
    regions = [_region(box, dpi, paper.shape) for box in (seal.box, reach, over, foot)]
    bands = tuple(band for band in regions[2:] if band[0] < band[2] and band[1] < band[3])
    return _Spot(tuple(views), dpi, regions[0], regions[1], bands)


def _region(box: Box, dpi: float, shape: tuple[int, ...]) -> Region:
    box = box.scaled(dpi / POINTS_PER_INCH)
    return (
        max(round(box.x0), 0),
        max(round(box.top), 0),
        min(round(box.x1), shape[1]),
        min(round(box.bottom), shape[0]),
    )


def _look_under(words: Sequence[OcrWord], spot: _Spot, engine: OcrEngine) -> list[OcrWord]:
    found = list(words)
    looks = [_seen(view, spot, engine) for view in spot.views]
    told = _told_rows([*words, *looks[0]], spot)
    drawn = [row for row in _drawn_rows(spot) if not any(_is_level(row, one) for one in told)]
    for row in (*told, *drawn):
        if not _is_crossed(row, spot) or _goes_on_left(row, words, spot.dpi):
            continue
        seen = [
            [word for word in reading if _is_in(word, row)]
            for reading in (words, *looks, *_row_readings(row, spot, engine))
        ]
        first, *others = map(legible, seen)
        best = voted(first, others)
        if not is_told_by_letters(best, [word for word in best if _is_touched(word, spot)]):
            best = doubted(best)
        best = _with_family(best, seen, spot, engine)
        if first or is_of_closing(best):
            found = [word for word in found if not _is_in(word, row)]
            found += [replace(word, top=row[1], bottom=row[3]) for word in best]
    return found


def _seen(view: Grey, spot: _Spot, engine: OcrEngine) -> list[OcrWord]:
    """The words that stand whole in the bands."""
    return [
        word
        for band in spot.bands
        for word in read_region(view, spot.dpi, band, engine)
        if _is_whole(word, band)
    ]


def _row_readings(row: Region, spot: _Spot, engine: OcrEngine) -> list[list[OcrWord]]:
    """What the engine makes of a row cut out with a little more over and under it."""
    more = round(_HIGH * (row[3] - row[1]))
    top, left = max(row[1] - more, 0), row[0]
    pieces: list[Grey] = []
    for view in spot.views:
        piece = view[top : row[3] + more, left : row[2]]
        if not any(np.array_equal(piece, other) for other in pieces):
            pieces.append(piece)
    return [
        [_moved(word, left - _PAD, top - _PAD) for word in _read_line(piece, spot.dpi, engine)]
        for piece in pieces
    ]


def _with_family(
    words: list[OcrWord], seen: Sequence[Sequence[OcrWord]], spot: _Spot, engine: OcrEngine
) -> list[OcrWord]:
    """The words of a row, and before a name the family name that the seal hid: none is sure then.

    It is told by what the readings in `seen` had on its place, and by what is read there alone.
    Scraps of the seal's own words before the name give way to it.
    """
    row = sorted(words, key=lambda word: word.left)
    name = list(dropwhile(lambda word: core(word) not in name_syllables(), row))
    scraps = row[: len(row) - len(name)]
    if not lacks_family([core(word) for word in name]):
        return words
    left, top, _, bottom = _box(name[0])
    high = bottom - top
    hidden = replace(name[0], left=round(left - _FAMILY * high), right=round(left - _HIGH * high))
    if not all(_is_touched(word, spot) for word in (hidden, *scraps)):
        return words
    pieces = [[word for word in reading if word.right <= left] for reading in seen]
    for view in spot.views:
        for reach in _REACHES:
            for more in (_HIGH, 2 * _HIGH):
                first, last = max(round(top - more * high), 0), round(bottom + more * high)
                piece = view[first:last, max(round(left - reach * high), 0) : left - 2]
                pieces.append(_read_line(piece, spot.dpi, engine))
    family = hidden_family([" ".join(word.text for word in piece) for piece in pieces])
    return doubted([replace(hidden, text=family), *name]) if family else words


def _read_line(piece: Grey, dpi: float, engine: OcrEngine) -> list[OcrWord]:
    """The words of a piece of a row, on paper around it; boxes are those of the paper."""
    paper = np.pad(piece, _PAD, constant_values=255)
    whole = (0, 0, paper.shape[1], paper.shape[0])
    return read_region(paper, dpi, whole, engine, Look("line"))


def _moved(word: OcrWord, x: int, y: int) -> OcrWord:
    left, top, right, bottom = _box(word)
    return replace(word, left=left + x, top=top + y, right=right + x, bottom=bottom + y)


def _is_whole(word: OcrWord, region: Region) -> bool:
    return (
        word.left > region[0] + _EDGE
        and word.top > region[1] + _EDGE
        and word.right < region[2] - _EDGE
        and word.bottom < region[3] - _EDGE
    )


def _is_in(word: OcrWord, region: Region) -> bool:
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return region[0] <= x <= region[2] and region[1] <= y <= region[3]


def _is_crossed(row: Region, spot: _Spot) -> bool:
    """Whether a row stands so near a seal that its ring may disturb the reading."""
    near = _NEAR * spot.dpi / POINTS_PER_INCH
    return row[3] > spot.seal[1] - near and row[1] < spot.seal[3] + near


def _is_touched(word: OcrWord, spot: _Spot) -> bool:
    """Whether a word reaches into the circles of a seal."""
    left, top, right, bottom = spot.seal
    x, y = (left + right) / 2, (top + bottom) / 2
    across = max(word.left - x, x - word.right, 0)
    down = max(word.top - y, y - word.bottom, 0)
    return bool(np.hypot(across, down) < _TOUCHED * (right - left) / 2)


def _goes_on_left(row: Region, words: Sequence[OcrWord], dpi: float) -> bool:
    """Whether a row is one of the text above, which runs in from the left without a gap."""
    level = [word for word in words if row[1] <= (word.top + word.bottom) / 2 <= row[3]]
    before = [word.right for word in level if (word.left + word.right) / 2 < row[0]]
    behind = [word.left for word in level if (word.left + word.right) / 2 >= row[0]]
    blank = _BLANK * dpi / POINTS_PER_INCH
    return bool(before and behind) and min(behind) - max(before) < blank


def _told_rows(words: Sequence[OcrWord], spot: _Spot) -> list[Region]:
    """Where rows run about the seal, told by their sure words."""
    sure = [word for word in words if word.confidence >= _SURE and len(word.text) > 1]
    rows: list[list[OcrWord]] = []
    for word in sorted(sure, key=lambda word: -word.confidence):
        if _is_in(word, spot.reach):
            row = next((row for row in rows if _is_level(_box(row[0]), _box(word))), None)
            if row is None:
                rows.append([word])
            else:
                row.append(word)
    edges = [(median(w.top for w in row), median(w.bottom for w in row)) for row in rows]
    highest = _HEIGHTS[1] * spot.dpi / POINTS_PER_INCH
    return [_row(spot, top, bottom) for top, bottom in edges if bottom - top <= highest]


def _drawn_rows(spot: _Spot) -> list[Region]:
    """Where rows run about the seal, told by their ink alone: below it, or else beside it."""
    left, _, right, _ = spot.seal
    inner = round((left + right) / 2 - _INNER * (right - left))
    found: list[Region] = []
    for start in (inner, right):
        rows = _inked_rows(spot, start)
        found += [row for row in rows if not any(_is_level(row, other) for other in found)]
    return found


def _inked_rows(spot: _Spot, start: int) -> list[Region]:
    """The rows of ink between a column of the page and the usual end of a name."""
    factor = spot.dpi / POINTS_PER_INCH
    top, bottom = spot.reach[1], spot.reach[3]
    piece = spot.views[-1][top:bottom, start : round(spot.seal[2] + _OUTER * factor)]
    edges = np.diff(np.pad(((piece < _INK).mean(axis=1) > _ROW_INK).astype(np.int8), 1))
    starts, ends = np.nonzero(edges == 1)[0], np.nonzero(edges == -1)[0]
    return [
        _row(spot, top + first, top + last)
        for first, last in zip(starts.tolist(), ends.tolist(), strict=True)
        if _HEIGHTS[0] <= (last - first) / factor <= _HEIGHTS[1]
    ]


def _row(spot: _Spot, top: float, bottom: float) -> Region:
    return spot.reach[0], round(top), spot.reach[2], round(bottom)


def _is_level(one: Region, other: Region) -> bool:
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return shared > _LINE * min(one[3] - one[1], other[3] - other[1])


def _box(word: OcrWord) -> Region:
    return word.left, word.top, word.right, word.bottom
