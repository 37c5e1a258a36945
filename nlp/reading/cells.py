"""Table cells read one by one: cut out, set one under another on a strip, and mapped back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import cv2
import numpy as np

from nlp.geometry import Box, enclosing
from nlp.pages.image import Grey, pixel_slices
from nlp.reading.digits import load_digit_reader
from nlp.reading.engine import OcrEngine, OcrWord
from nlp.reading.grid import Grid

_DARK: Final = 150
_LEAST_INK: Final = 12  # pixels: less is a speck
_PAD: Final = 3  # pixels of paper kept around the ink
_TALLEST: Final = 8000  # pixels of one strip
_FEW: Final = 2.2  # times as wide as high: at most three digits
_LOW, _HIGH = 0.06, 0.3  # inches: the height of digits
_SURE: Final = 0.6


@dataclass(frozen=True, slots=True, eq=False)
class _Piece:
    """The ink of one cell, whose top left pixel stands at (left, top) of the page."""

    pixels: Grey
    left: int
    top: int


def read_cells(
    grey: Grey, dpi: float, grids: Sequence[Grid], engine: OcrEngine
) -> tuple[OcrWord, ...]:
    """The words of all cells of the grids, in pixels of the page, ruled lines already erased."""
    boxes = [box for grid in grids for box in cell_boxes(grid)]
    pieces = [piece for box in boxes if (piece := _piece(grey, dpi, box))]
    words: list[OcrWord] = []
    for part in _parts(pieces, round(dpi / 12)):
        words += _read_strip(part, dpi, engine)
    return (*words, *_read_lost_numbers(pieces, words, dpi))


def _read_lost_numbers(
    pieces: Sequence[_Piece], words: Sequence[OcrWord], dpi: float
) -> tuple[OcrWord, ...]:
    """The numbers of rows that the engine, which knows words, found nothing in."""
    said = [word for word in words if any(map(str.isalnum, word.text))]
    lost = (piece for piece in pieces if not any(_stands_in(word, piece) for word in said))
    return tuple(word for piece in lost if (word := _number(piece, dpi)))


def _stands_in(word: OcrWord, piece: _Piece) -> bool:
    rows, columns = piece.pixels.shape
    x, y = (word.left + word.right) / 2 - piece.left, (word.top + word.bottom) / 2 - piece.top
    return bool(0 <= x < columns and 0 <= y < rows)


def _number(piece: _Piece, dpi: float) -> OcrWord | None:
    rows, columns = piece.pixels.shape
    if columns > _FEW * rows or not _LOW * dpi <= rows <= _HIGH * dpi:
        return None
    margin = rows // 3
    guess = load_digit_reader().read(
        (np.pad(piece.pixels, margin, constant_values=255).astype(np.uint8),), "number"
    )
    if not guess.text or guess.probability < _SURE:
        return None
    right, bottom = piece.left + columns, piece.top + rows
    return OcrWord(guess.text, piece.left, piece.top, right, bottom, guess.probability, -1)


def cell_boxes(grid: Grid) -> Iterable[Box]:
    """The box of each cell, merged ones whole."""
    parts: dict[tuple[int, int], list[Box]] = {}
    for row, (top, bottom) in enumerate(pairwise(grid.rows)):
        for column, (x0, x1) in enumerate(pairwise(grid.columns)):
            parts.setdefault(grid.owners[row, column], []).append(Box(x0, top, x1, bottom))
    return [enclosing(part) for part in parts.values()]


def _piece(grey: Grey, dpi: float, box: Box) -> _Piece | None:
    rows, columns = pixel_slices(box, dpi, grey.shape)
    cell = grey[rows, columns]
    dark = (cell < _DARK).astype(np.uint8)
    if int(dark.sum()) < _LEAST_INK:
        return None
    x, y, width, height = cv2.boundingRect(dark)
    left, top = max(x - _PAD, 0), max(y - _PAD, 0)
    ink = cell[top : y + height + _PAD, left : x + width + _PAD]
    return _Piece(ink, columns.start + left, rows.start + top)


def _parts(pieces: Sequence[_Piece], gap: int) -> list[list[_Piece]]:
    parts: list[list[_Piece]] = []
    height = _TALLEST
    for piece in pieces:
        height += piece.pixels.shape[0] + gap
        if height > _TALLEST:
            parts.append([])
            height = piece.pixels.shape[0] + gap
        parts[-1].append(piece)
    return parts


def _read_strip(pieces: Sequence[_Piece], dpi: float, engine: OcrEngine) -> list[OcrWord]:
    gap = round(dpi / 12)
    width = max(piece.pixels.shape[1] for piece in pieces) + 2 * gap
    height = sum(piece.pixels.shape[0] + gap for piece in pieces) + gap
    strip = np.full((height, width), 255, np.uint8)
    tops, top = [], gap
    for piece in pieces:
        rows, columns = piece.pixels.shape
        strip[top : top + rows, gap : gap + columns] = piece.pixels
        tops.append(top)
        top += rows + gap
    return [_back(word, pieces, tops, gap) for word in engine.words(strip, dpi, "block")]


def _back(word: OcrWord, pieces: Sequence[_Piece], tops: Sequence[int], gap: int) -> OcrWord:
    middle = (word.top + word.bottom) / 2
    index = max(int(np.searchsorted(tops, middle + gap / 2, side="right")) - 1, 0)
    right, down = pieces[index].left - gap, pieces[index].top - tops[index]
    return replace(
        word,
        left=word.left + right,
        right=word.right + right,
        top=word.top + down,
        bottom=word.bottom + down,
    )
