"""The text layer of a PDF page: words, and the lines drawn between them."""

import io
import struct
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from nlp.geometry import Box
from nlp.reading.page import Word

_SIDEWAYS: Final = 0.5  # of all characters
_DAMAGE: Final = (  # what pdfminer and pdfplumber raise on damaged pages
    PDFException,
    MalformedPDFException,
    PdfminerException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)
_THIN: Final = 3.0  # points: a thinner rectangle is a drawn line
_SHORT: Final = 6.0  # points: a shorter line rules nothing
_BOLD: Final = ("bold", "black", "heavy", "semibold", "demi")
_ITALIC: Final = ("italic", "oblique")


@dataclass(frozen=True, slots=True)
class TextLayer:
    """Words and rulings (thin boxes) of a page in points, unordered."""

    words: tuple[Word, ...]
    rulings: tuple[Box, ...]
    width: float
    height: float


_NOTHING: Final = TextLayer((), (), 0.0, 0.0)


def read_text_layer(data: bytes, number: int) -> TextLayer:
    """The text layer of page `number` (from 1); empty where it is damaged or runs sideways."""
    try:
        with pdfplumber.open(io.BytesIO(data), pages=[number]) as document:
            return _layer(document.pages[0])
    except _DAMAGE:
        return _NOTHING


def _layer(page: Page) -> TextLayer:
    sideways = sum(1 for char in page.chars if not char["upright"])
    if sideways > _SIDEWAYS * len(page.chars):
        return _NOTHING
    left, top, right, bottom = map(float, page.bbox)
    found = page.extract_words(x_tolerance_ratio=0.18, y_tolerance=3, return_chars=True)
    words = tuple(_word(item, left, top) for item in found)
    words = tuple(word for word in words if word.text)
    return TextLayer(words, _rulings(page, left, top), right - left, bottom - top)


def _word(item: Mapping[str, Any], left: float, top: float) -> Word:
    chars = item["chars"]
    font = Counter(str(char["fontname"]).lower() for char in chars).most_common(1)[0][0]
    raw = unicodedata.normalize("NFC", item["text"]).strip()
    box = Box(item["x0"] - left, item["top"] - top, item["x1"] - left, item["bottom"] - top)
    return Word(
        text=raw,
        box=box,
        confidence=1.0,
        raw=raw,
        is_bold=any(mark in font for mark in _BOLD),
        is_italic=any(mark in font for mark in _ITALIC),
        size=round(max(float(char["size"]) for char in chars), 2),
    )


def _rulings(page: Page, left: float, top: float) -> tuple[Box, ...]:
    boxes = []
    for item in (*page.lines, *page.rects, *page.curves):
        box = Box(
            float(item["x0"]) - left,
            float(item["top"]) - top,
            float(item["x1"]) - left,
            float(item["bottom"]) - top,
        )
        boxes += _edges(box, is_rect=item["object_type"] == "rect" and bool(item.get("stroke")))
    return tuple(boxes)


def _edges(box: Box, *, is_rect: bool) -> list[Box]:
    if min(box.width, box.height) <= _THIN:
        return [box] if max(box.width, box.height) >= _SHORT else []
    if not is_rect:
        return []
    return [
        Box(box.x0, box.top, box.x1, box.top),
        Box(box.x0, box.bottom, box.x1, box.bottom),
        Box(box.x0, box.top, box.x0, box.bottom),
        Box(box.x1, box.top, box.x1, box.bottom),
    ]
