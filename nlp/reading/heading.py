"""The heading of a stamp, the name of its organ, read by itself from the straightened ink."""

from collections.abc import Sequence
from typing import Final

import cv2

from nlp.geometry import Box
from nlp.lexicon.compounds import is_known_syllable
from nlp.pages.image import POINTS_PER_INCH, Grey, pixel_slices
from nlp.pages.rulings import erase, find_rulings
from nlp.reading.engine import OcrEngine
from nlp.reading.page import Word

_ACROSS: Final = 0.5  # of a stamp's width: the line below its heading is longer,
_HIGH: Final = 0.12  # and lies so far down at least, in shares of its height,
_LOW: Final = 0.42  # and at most
_HEADING: Final = 0.22  # of its height, where no line is drawn below the heading
_NEARLY: Final = 0.8  # of the longest such line
_TALL: Final = 0.36  # of its height: no letter is so tall, the lines of its cells are
_BORDER: Final = 2.0  # points of the frame itself
_RIM: Final = 4.0  # points of white around the strip
_SCALES: Final = (250.0, 300.0)  # dpi: letters of 8 points are read best
_SURE: Final = 0.3
_SIGNS: Final = " .,;:&-–'\"`|[]()“”‘’"


def heading_foot(rulings: Sequence[Box], stamp: Box) -> float:
    """Where the line below the heading of a straight stamp runs, or usually does."""
    found = [
        box
        for box in rulings
        if box.width > _ACROSS * stamp.width
        and _HIGH * stamp.height < box.center[1] - stamp.top < _LOW * stamp.height
    ]
    longest = max((box.width for box in found), default=0.0)
    feet = (box.top for box in found if box.width > _NEARLY * longest)
    return min(feet, default=stamp.top + _HEADING * stamp.height)


def read_heading(ink: Grey, dpi: float, stamp: Box, engine: OcrEngine) -> tuple[Word, ...]:
    """The words of the heading in points of `ink`, on which the `stamp` stands straight.

    Of several views, with the lines of the stamp and without, the one that says most, surely.
    """
    looks: list[tuple[Word, ...]] = []
    for scale in _SCALES:
        factor = scale / dpi
        large = cv2.resize(ink, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
        rulings = find_rulings(large, scale, _TALL * stamp.height / POINTS_PER_INCH)
        foot = heading_foot(rulings.boxes, stamp)
        strip = Box(stamp.x0, stamp.top + _BORDER, stamp.x1, foot)
        views = large, erase(large, rulings.mask)
        looks += [_words_in(view, scale, strip, engine) for view in views]
    return max(looks, key=legibility)


def legibility(words: Sequence[Word]) -> float:
    """How much words say: their letters, each weighed by how sure it is; guesses say nothing."""
    return sum(_sense(word) * max(word.confidence - _SURE, 0) for word in words)


def _sense(word: Word) -> float:
    """The letters of a word: half where it is no syllable, none where signs stand amid them."""
    text = word.text.strip(_SIGNS).replace(".", "")
    if not text.isalpha():
        return 0.0
    return len(text) if is_known_syllable(text.lower()) else len(text) / 2


def _words_in(image: Grey, dpi: float, strip: Box, engine: OcrEngine) -> tuple[Word, ...]:
    piece = image[pixel_slices(strip, dpi, image.shape)]
    rim = round(_RIM * dpi / POINTS_PER_INCH)
    if min(piece.shape) < rim:
        return ()
    framed = cv2.copyMakeBorder(piece, rim, rim, rim, rim, cv2.BORDER_CONSTANT, value=(255,))
    scale = POINTS_PER_INCH / dpi
    left, top = max(strip.x0, 0.0) - _RIM, max(strip.top, 0.0) - _RIM
    return tuple(
        Word(
            item.text,
            Box(
                left + item.left * scale,
                top + item.top * scale,
                left + item.right * scale,
                top + item.bottom * scale,
            ),
            item.confidence,
            item.text,
        )
        for item in engine.words(framed, dpi, "block")
    )
