"""The text of stamps and marks, read from their own ink, and other coloured print."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import cv2
import numpy as np

from nlp.geometry import Box
from nlp.pages.deskew import straighten
from nlp.pages.frames import InkFrame, untilted
from nlp.pages.image import POINTS_PER_INCH, Grey, Mask, PageImage, pixel_slices
from nlp.pages.ink import ink_alone
from nlp.pages.leaders import find_leaders
from nlp.pages.light import even_light
from nlp.pages.rulings import erase, find_rulings
from nlp.reading.cells import read_cells
from nlp.reading.engine import Layout, OcrEngine, OcrWord
from nlp.reading.forms.arrival import has_rows, turned_back
from nlp.reading.forms.views import Sheet
from nlp.reading.grid import find_grids
from nlp.reading.heading import heading_foot, legibility, read_heading
from nlp.reading.lines import order_lines
from nlp.reading.page import Frame, Ink, Line, Word
from nlp.reading.sides import without_sides
from nlp.reading.stamped import (
    ARRIVAL_LABELS,
    FIELD_LABELS,
    bare_letters_of,
    is_sure_print,
)
from nlp.reading.way import Way

_MARGIN: Final = 4.0  # points around a frame
_FINE: Final = 360.0  # dpi at which the small print of a stamp is read
_EM: Final = 10.0  # points: the usual type of a stamp
_LEAST_PRINT: Final = 0.1  # inches: lower ink is no line of print
_TALL: Final = 0.36  # of the height of a stamp: no letter is so tall, the lines of its cells are
_LEAST_TALL: Final = 0.2  # inches
_LOW: Final = 0.42  # and at most
_LOOKS: Final[tuple[Layout, ...]] = ("sparse", "block")
_MARK_LOOKS: Final[tuple[Layout, ...]] = ("line", "sparse")
_SURE: Final = 0.3
_SURER: Final = 0.6
_SURE_PRINT: Final = 0.6
_LEAST_NAME: Final = 6  # letters of the name of an organ
_DOTS: Final = re.compile(r"[.…·_‚,]{2,}$")


def read_frame(frame: InkFrame, page: PageImage, engine: OcrEngine) -> Frame:
    """The frame with the lines of its own text; a seal or signature has none."""
    lines: tuple[Line, ...] = ()
    if frame.kind in {"stamp", "mark"}:
        lines = _read_lines(frame, page, engine)
    return Frame(
        frame.kind, frame.box, frame.ink, frame.angle_degrees, min(frame.confidence, 1.0), lines
    )


def is_arrival(frame: Frame, page: PageImage) -> bool:
    """Whether a stamp bears the label ĐẾN, two labels of its fields, or the rows to fill in.

    So does one of which no more was read than a heading in capitals: a pen filled in the rest.
    """
    words = {bare_letters_of(word.text) for line in frame.lines for word in line.words}
    is_labelled = not words.isdisjoint(ARRIVAL_LABELS) or len(words & FIELD_LABELS) > 1
    return (
        is_labelled
        or _is_headed(frame)
        or has_rows(Sheet(np.asarray(page.pixels, np.uint8), page.dpi), frame)
    )


def _is_headed(frame: Frame) -> bool:
    """Whether the name of an organ stands at the head of a stamp and no print below it."""
    foot = frame.box.top + _LOW * frame.box.height
    words = [word for line in frame.lines for word in line.words]
    heading = [word for word in words if word.box.center[1] < foot and word.text.isupper()]
    letters = sum(
        sum(map(str.isalpha, word.text)) for word in heading if word.confidence >= _SURER
    )
    below = [word for word in words if word.box.center[1] >= foot]
    return letters >= _LEAST_NAME and not any(is_sure_print(word) for word in below)


def with_page_words(stamp: Frame, words: Sequence[Word]) -> Frame:
    """A black stamp with what the reading of the page made of it, where that says more.

    Its own heading gives way to that of the page as a whole; other words fill what was not read.
    """
    foot = stamp.box.top + _LOW * stamp.box.height
    here = [word for word in words if stamp.box.contains(*word.box.center)]
    own = [word for line in stamp.lines for word in line.words]
    heading = [word for word in own if word.box.center[1] < foot]
    other = [word for word in here if word.box.center[1] < foot and word.confidence >= _SURE]
    if legibility(other) > legibility(heading):
        own = [*other, *(word for word in own if word not in heading)]
    own += [
        word
        for word in here
        if word.confidence >= _SURER and not any(word.box.overlap(known.box) for known in own)
    ]
    return replace(stamp, lines=_ordered(own, stamp))


def _ordered(words: Sequence[Word], stamp: Frame) -> tuple[Line, ...]:
    """The words of a stamp as lines, told by where they stand when its lean is undone."""
    middle, lean = stamp.box.center, stamp.angle_degrees
    straight = [replace(word, box=turned_back(word.box, middle, lean)) for word in words]
    found = {id(one): word for one, word in zip(straight, words, strict=True)}
    lines = order_lines(straight, (), stamp.box.x1 + _EM, _EM) if straight else ()
    return tuple(Line(tuple(found[id(word)] for word in line.words)) for line in lines)


def read_coloured_print(page: PageImage, mask: Mask, engine: OcrEngine) -> tuple[OcrWord, ...]:
    """Red words outside all frames, such as the stamp of a signer's name; `mask` tells where."""
    x, y, width, height = cv2.boundingRect(mask)
    if min(width, height) < _LEAST_PRINT * page.dpi:
        return ()
    piece = ink_alone(page.pixels[y : y + height, x : x + width], "red")
    near = cv2.dilate(mask[y : y + height, x : x + width], np.ones((7, 7), np.uint8))
    words = engine.words(np.where(near > 0, piece, np.uint8(255)), page.dpi, "sparse")
    return tuple(
        replace(
            word,
            left=word.left + x,
            right=word.right + x,
            top=word.top + y,
            bottom=word.bottom + y,
        )
        for word in words
        if word.confidence >= _SURE_PRINT and sum(map(str.isalpha, word.text)) > 1
    )


def _read_lines(frame: InkFrame, page: PageImage, engine: OcrEngine) -> tuple[Line, ...]:
    box = frame.box.expanded(_MARGIN)
    rows, columns = pixel_slices(box, page.dpi, page.pixels.shape)
    crop = _straight_ink(frame, page)
    factor = max(_FINE / page.dpi, 1.0)
    dpi = page.dpi * factor
    large = cv2.resize(crop, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
    tall = max(_TALL * frame.box.height / POINTS_PER_INCH, _LEAST_TALL)
    rulings = find_rulings(large, dpi, tall)
    large = erase(large, rulings.mask)
    if frame.kind == "stamp":  # the serifs of the capitals of a mark would pass for dots
        large = erase(large, find_leaders(large, dpi).mask)
    foot = heading_foot(rulings.boxes, _standing(frame))
    if frame.kind == "mark":
        found = _mark_words(large, dpi, engine)
    else:
        found = _words(large, dpi, rulings.boxes, foot, engine)
    scale = POINTS_PER_INCH / dpi
    inside = Box(_MARGIN, _MARGIN, _MARGIN + frame.box.width, _MARGIN + frame.box.height)
    words = [_word(word, scale, frame.ink) for word in found]
    if frame.kind == "stamp":
        words = _with_heading(words, foot, frame, page, engine)
    words = [
        word
        for word in words
        if any(map(str.isalnum, word.text)) and inside.contains(*word.box.center)
    ]
    lines = order_lines(words, rulings.boxes, large.shape[1] * scale, _EM)
    back = Way(crop.shape, frame.angle_degrees, columns.start, rows.start, page.dpi)
    return tuple(Line(tuple(back.word(word) for word in line.words)) for line in lines)


def _straight_ink(frame: InkFrame, page: PageImage, *, is_bridged: bool = False) -> Grey:
    """A frame and its margin in its own ink, black on white, its lean undone."""
    box = frame.box.expanded(_MARGIN)
    piece = page.pixels[pixel_slices(box, page.dpi, page.pixels.shape)]
    if frame.ink in {"black", "grey"}:
        ink = even_light(cv2.cvtColor(piece, cv2.COLOR_RGB2GRAY), page.dpi)
    else:
        ink = ink_alone(piece, frame.ink, is_bridged=is_bridged)
    return straighten(ink, frame.angle_degrees)


def _standing(frame: InkFrame) -> Box:
    """A stamp itself on the image of `_straight_ink`, in points."""
    box = untilted(frame.box, frame.angle_degrees)
    left, top = (max(edge - _MARGIN, 0.0) for edge in (frame.box.x0, frame.box.top))
    return Box(box.x0 - left, box.top - top, box.x1 - left, box.bottom - top)


def _with_heading(
    words: list[Word], foot: float, frame: InkFrame, page: PageImage, engine: OcrEngine
) -> list[Word]:
    """The words of a stamp with its heading, above `foot`, read by itself, if that says more."""
    ink = _straight_ink(frame, page, is_bridged=True)
    found = read_heading(ink, page.dpi, _standing(frame), engine)
    old = [word for word in words if word.box.center[1] < foot]
    if legibility(found) <= legibility(old):
        return words
    new = [replace(word, ink=frame.ink) for word in found]
    return [*new, *(word for word in words if word not in old)]


def _words(
    image: Grey, dpi: float, rulings: tuple[Box, ...], foot: float, engine: OcrEngine
) -> tuple[OcrWord, ...]:
    """Cell by cell where the stamp has cells, else what lies below its heading in several looks.

    Surer words that another look finds are added where nothing was read.
    """
    grids = find_grids(rulings)
    if grids:
        cells = read_cells(image, dpi, grids, engine)
        sure = tuple(word for word in cells if word.confidence >= _SURE)
        return _joined(sure, engine.words(image, dpi, "sparse"))
    start = round(foot * dpi / POINTS_PER_INCH)
    below: tuple[OcrWord, ...] = ()
    for layout in _LOOKS:
        below = _joined(below, engine.words(image[start:], dpi, layout))
    return tuple(replace(word, top=word.top + start, bottom=word.bottom + start) for word in below)


def _joined(words: Sequence[OcrWord], others: Sequence[OcrWord]) -> tuple[OcrWord, ...]:
    """The words, and the surer ones of others that stand where none of them does."""
    least = _SURER if words else _SURE
    free = (word for word in others if not any(_overlap(word, known) for known in words))
    return (*words, *(word for word in free if word.confidence >= least))


def _mark_words(image: Grey, dpi: float, engine: OcrEngine) -> tuple[OcrWord, ...]:
    """The words of a mark, which is one line; of several looks the one that says most, surely."""
    views = (image, without_sides(image))
    looks = (engine.words(view, dpi, layout) for view in views for layout in _MARK_LOOKS)
    kept = (tuple(word for word in words if word.confidence >= _SURE) for words in looks)
    return max(kept, key=_weight)


def _weight(words: Sequence[OcrWord]) -> float:
    return sum(sum(map(str.isalpha, word.text)) * word.confidence for word in words)


def _overlap(first: OcrWord, second: OcrWord) -> bool:
    return min(first.right, second.right) > max(first.left, second.left) and min(
        first.bottom, second.bottom
    ) > max(first.top, second.top)


def _word(item: OcrWord, scale: float, ink: Ink) -> Word:
    raw = unicodedata.normalize("NFC", item.text)
    box = Box(item.left, item.top, item.right, item.bottom).scaled(scale)
    return Word(_DOTS.sub("", raw), box, item.confidence, raw, ink=ink)
