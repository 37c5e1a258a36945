"""The text layer of a PDF page: words that a reader sees, and the lines drawn between them."""

import io
import struct
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pdfplumber
from pdfminer.encodingdb import EncodingDB
from pdfminer.pdfexceptions import PDFException
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException
from pdfplumber.utils.text import dedupe_chars, extract_words

from nlp.geometry import Box
from nlp.pages.layer import PrintedPage
from nlp.reading.characters import Char, put_right
from nlp.reading.page import Word

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


# The code of the soft hyphen, which pdfminer takes for a blank; in .VnTime it is the letter ư.
EncodingDB.win2unicode[0xAD] = "\u00ad"


@dataclass(frozen=True, slots=True)
class TextLayer:
    """Words and rulings (thin boxes) of a page in points, unordered.

    `hidden` is the share of letters that no reader sees; they are not among the words.
    """

    words: tuple[Word, ...]
    rulings: tuple[Box, ...]
    width: float
    height: float
    hidden: float


_NOTHING: Final = TextLayer((), (), 0.0, 0.0, 0.0)


def read_text_layer(printed: PrintedPage) -> TextLayer:
    """The text layer of the page; empty where it is damaged."""
    try:
        with pdfplumber.open(io.BytesIO(printed.data)) as document:
            return _layer(document.pages[0], printed)
    except _DAMAGE:
        return _NOTHING


def _layer(page: Page, printed: PrintedPage) -> TextLayer:
    left, top, right, bottom = map(float, page.bbox)
    once = dedupe_chars(page.chars, tolerance=1, extra_attrs=("size",))
    chars, hidden = put_right(_shifted(once, left, top), printed.painted)
    found = extract_words(chars, x_tolerance_ratio=0.18, y_tolerance=3, return_chars=True)
    words = tuple(_word(item) for item in found)
    words = tuple(word for word in words if word.text)
    return TextLayer(words, _rulings(page, left, top), right - left, bottom - top, hidden)


def _shifted(chars: Iterable[Char], left: float, top: float) -> list[Char]:
    """The characters with places told from the corner of the page."""
    return [
        char
        | {"x0": char["x0"] - left, "x1": char["x1"] - left}
        | {"top": char["top"] - top, "bottom": char["bottom"] - top}
        for char in chars
    ]


def _word(item: Mapping[str, Any]) -> Word:
    chars = item["chars"]
    font = Counter(str(char["fontname"]).lower() for char in chars).most_common(1)[0][0]
    raw = unicodedata.normalize("NFC", item["text"]).strip()
    return Word(
        text=raw,
        box=Box(item["x0"], item["top"], item["x1"], item["bottom"]),
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
