"""A second look at what the first reading missed or doubted, bounded in number."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import Final, NamedTuple

import cv2
import numpy as np

from nlp.geometry import Box
from nlp.pages.components import find_components
from nlp.pages.image import Grey, Mask, shrunk
from nlp.pages.orient import SMALL_DPI, text_ink
from nlp.reading.columns import find_columns
from nlp.reading.engine import Layout, OcrEngine, OcrWord
from nlp.reading.page import Word
from nlp.reading.rows import split_rows

_DOUBT: Final = 0.5  # confidence below which a word is read again
_BETTER: Final = 1.02  # so many times as legible must the second reading be
_SAME: Final = 0.5  # of the smaller of two words on one spot
_EM_OF_WORD: Final = 1.3
_MOST: Final = 12  # regions of one page
_LEAST: Final = (0.25, 0.06)  # inches: width and height of a region worth a look
_TALLEST: Final = 0.6  # inches: higher ink is no line of text
_JOIN: Final = (0.18, 0.02)  # inches across which ink belongs to one region
_MARGIN: Final = 0.06  # inches
_FINE: Final = 330.0  # dpi of the second look
_INK: Final = 0.35  # of a region's ink must have been missed or doubted

Region = tuple[int, int, int, int]  # left, top, right, bottom in pixels


class Look(NamedTuple):
    """How a region is read again: as what, and at which resolution."""

    layout: Layout
    dpi: float = _FINE


_BLOCK: Final = Look("block")


def look_again(
    grey: Grey, dpi: float, words: Sequence[OcrWord], engine: OcrEngine
) -> tuple[OcrWord, ...]:
    """The words, those of doubtful regions replaced where a second reading is surer.

    `grey` is the page as the engine first saw it. A doubtful part of a column (of letterhead or
    closing) has the whole column read again, by itself.
    """
    words = without_doubles(words)
    missed = find_missed(grey, dpi, words)
    for column in _columns(words, grey.shape[1]):
        if any(_share(region, column) for region in missed):
            words = _replace(words, column, read_region(grey, dpi, column, engine))
            missed = [region for region in missed if not _share(region, column)]
    for region in missed[:_MOST]:
        words = _replace(words, region, read_region(grey, dpi, region, engine))
    return tuple(words)


def without_doubles(words: Sequence[OcrWord]) -> list[OcrWord]:
    """The words, the less sure of any two that stand on the same spot left out.

    A mark without a letter or digit gives way to one with: it is part of it.
    """
    words = sorted(words, key=lambda word: (not _says(word), -word.confidence))
    boxes = np.array([_box(word) for word in words], dtype=np.int64).reshape(-1, 4)
    left, top, right, bottom = boxes.T
    area = (right - left) * (bottom - top)
    across = np.minimum.outer(right, right) - np.maximum.outer(left, left)
    down = np.minimum.outer(bottom, bottom) - np.maximum.outer(top, top)
    shared = np.maximum(across, 0) * np.maximum(down, 0)
    is_same = np.tril(shared > _SAME * np.minimum.outer(area, area), -1)
    is_kept = np.ones(len(words), dtype=np.bool_)
    for index in np.flatnonzero(is_same.any(axis=1)):
        is_kept[index] = not (is_same[index] & is_kept).any()
    return [word for word, kept in zip(words, is_kept, strict=True) if kept]


def _says(word: OcrWord) -> bool:
    return any(map(str.isalnum, word.text))


def _columns(words: Sequence[OcrWord], width: int) -> list[Region]:
    """The columns of letterhead and closing, in pixels, with doubtful words at their ends."""
    sure = [word for word in words if word.confidence >= _DOUBT]
    if not sure:
        return []
    em = _EM_OF_WORD * median(word.bottom - word.top for word in sure)
    placed = [Word(word.text, Box(*map(float, _box(word))), 1.0, word.text) for word in sure]
    columns = [
        (int(box.x0), int(box.top), int(box.x1), int(box.bottom))
        for box in find_columns(split_rows(placed), float(width), em)
    ]
    return [_whole(column, words, columns, round(em)) for column in columns]


def _whole(column: Region, words: Sequence[OcrWord], columns: Sequence[Region], em: int) -> Region:
    """A column with the doubtful words that go on from it.

    In its gutter those are words that were taken for a gap of their line; a number there may be a
    pen's, in a form.
    """
    others = [other for other in columns if other != column]
    left, top, right, bottom = column
    for word in words:
        reach = (word.left - em, word.top, word.right + em, word.bottom)
        if (
            top <= (word.top + word.bottom) / 2 <= bottom
            and sum(map(str.isalnum, word.text)) > 1
            and _share(reach, (left, top, right, bottom))
            and not any(_share(_box(word), other) for other in others)
            and (_is_word(word) or not any(_share(reach, other) for other in others))
        ):
            left, right = min(left, word.left), max(right, word.right)
    return left, top, right, bottom


def _is_word(word: OcrWord) -> bool:
    return sum(map(str.isalpha, word.text)) > 1


def _replace(words: list[OcrWord], region: Region, new: Sequence[OcrWord]) -> list[OcrWord]:
    """The words, those inside the region exchanged where the new ones say more, and surely.

    A row that the old ones have more surely stays.
    """
    old = [word for word in words if _is_inside(word, region)]
    if legible(new) <= legible(old) * _BETTER:
        return words
    rows: dict[int, list[OcrWord]] = {}
    for word in new:
        rows.setdefault(word.line, []).append(word)
    best: list[OcrWord] = []
    for row in rows.values():
        place = (region[0], min(word.top for word in row), region[2], max(w.bottom for w in row))
        level = [word for word in old if _is_inside(word, place)]
        best += level if legible(level) > legible(row) * _BETTER else row
    rest = [word for word in words if not _is_inside(word, region)]
    return without_doubles([*rest, *best])


def legible(words: Sequence[OcrWord]) -> float:
    """How much words say, and how surely: those that are doubtful count against them."""
    return sum(len(word.text) * (word.confidence - _DOUBT) for word in words)


def find_missed(grey: Grey, dpi: float, words: Sequence[OcrWord]) -> list[Region]:
    """Regions of letter-like ink that no sure word covers, the widest first."""
    scale = SMALL_DPI / dpi
    ink = text_ink(shrunk(grey, scale)).astype(np.uint8) * 255
    for word in words:
        if word.confidence < _DOUBT:
            continue
        left, top, right, bottom = (round(edge * scale) for edge in _box(word))
        ink[max(top - 1, 0) : bottom + 2, max(left - 1, 0) : right + 2] = 0
    return [
        tuple(round(edge / scale) for edge in region)  # type: ignore[misc] # four of four
        for region in _regions(ink)
    ]


def _regions(ink: Mask) -> list[Region]:
    across, down = (round(inches * SMALL_DPI) | 1 for inches in _JOIN)
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((down, across), np.uint8))
    stats = find_components(joined)[2][1:].tolist()
    found = [
        (x, y, x + width, y + height)
        for x, y, width, height, area in stats
        if width >= _LEAST[0] * SMALL_DPI
        and _LEAST[1] * SMALL_DPI <= height <= _TALLEST * SMALL_DPI
        and area >= _INK * width * height
    ]
    return sorted(found, key=lambda region: region[0] - region[2])


def read_region(
    grey: Grey, dpi: float, region: Region, engine: OcrEngine, look: Look = _BLOCK
) -> list[OcrWord]:
    """The words of a part of an image, read enlarged; boxes are those of the image."""
    margin = round(_MARGIN * dpi)
    left, top = max(region[0] - margin, 0), max(region[1] - margin, 0)
    crop = grey[top : region[3] + margin, left : region[2] + margin]
    factor = look.dpi / dpi
    large = cv2.resize(crop, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
    return [
        replace(
            word,
            left=left + int(word.left / factor),
            right=left + round(word.right / factor),
            top=top + int(word.top / factor),
            bottom=top + round(word.bottom / factor),
        )
        for word in engine.words(large, look.dpi, look.layout)
    ]


def _box(word: OcrWord) -> Region:
    return word.left, word.top, word.right, word.bottom


def _is_inside(word: OcrWord, region: Region) -> bool:
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return region[0] <= x <= region[2] and region[1] <= y <= region[3]


def _share(first: Region, second: Region) -> bool:
    return _common(first, second) > 0


def _area(region: Region) -> int:
    return max(region[2] - region[0], 0) * max(region[3] - region[1], 0)


def _common(first: Region, second: Region) -> int:
    corner = max(first[0], second[0]), max(first[1], second[1])
    return _area((*corner, min(first[2], second[2]), min(first[3], second[3])))
