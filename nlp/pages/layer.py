"""A PDF page made ready for the reading of its text, and what a reader sees of that text.

Values of form fields and notes are painted into the page, fields of electronic signatures are
taken out, and the page is turned so that its lines run level. What is seen is told by rendering
the page with and without its text: hidden, white, covered and cut-off text changes no pixel.
"""

import ctypes
import io
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import pypdfium2 as pdfium  # type: ignore[import-untyped] # it carries no types
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped] # it carries no types

from nlp.geometry import Box
from nlp.pages.image import POINTS_PER_INCH, Grey
from nlp.pages.orient import SMALL_DPI, text_ink
from nlp.pages.pdf import open_pdf

_DEPTH: Final = 8  # forms within forms that are looked into
_SAMPLE: Final = 400  # characters whose direction is asked
_FINE: Final = 10  # parts of a point in which places are told
_CHANGED: Final = 32  # levels of grey by which text darkens, or lightens, what lies under it
_UNSEEN: Final = (
    pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE,
    pdfium_c.FPDF_TEXTRENDERMODE_CLIP,
)
_Frame = tuple[float, float, float, float]  # left, bottom, right, top in points of the file


@dataclass(frozen=True, slots=True, eq=False)
class PrintedPage:
    """A page that has text, as a PDF of its own.

    `painted` tells for each pixel at SMALL_DPI by how much the text changes it; `unsaid` is the
    share of letter-like ink that is no text (of an image, or of letters drawn as curves).
    `rotation_degrees` is by how much the page was turned clockwise. `signatures` are the fields
    of electronic signatures, in points of the page as turned.
    """

    data: bytes
    painted: Grey
    unsaid: float
    rotation_degrees: int
    signatures: tuple[Box, ...]


def load_printed_page(data: bytes, number: int) -> PrintedPage | None:
    """Page `number` (from 1) of the file, None where it has no text that pdfium can paint.

    Raises:
        BrokenFile: the file cannot be opened.
    """
    with open_pdf(data) as document:
        try:
            document.init_forms()
            signatures = _flatten(document, number - 1)
            page = document[number - 1]
            if all(_is_unseen(text) for text in _texts(page)):
                return None
            turned = _turn(page)
            return PrintedPage(
                _alone(document, number - 1, page.get_cropbox()),  # pyright: ignore[reportArgumentType] - a page has a box
                *_compare(page),
                turned,
                tuple(_placed(page, frame) for frame in signatures),
            )
        except (pdfium.PdfiumError, IndexError):
            return None


def _flatten(document: pdfium.PdfDocument, index: int) -> list[_Frame]:
    """The frames of signature fields, which are taken out; all other notes are painted."""
    page = document[index]
    found: list[_Frame] = []
    for place in reversed(range(pdfium_c.FPDFPage_GetAnnotCount(page))):
        note = pdfium_c.FPDFPage_GetAnnot(page, place)
        frame = _signature_frame(document, note)
        pdfium_c.FPDFPage_CloseAnnot(note)
        if frame:
            found.append(frame)
            pdfium_c.FPDFPage_RemoveAnnot(page, place)
    pdfium_c.FPDFPage_Flatten(page, pdfium_c.FLAT_NORMALDISPLAY)
    page.close()
    return found


def _signature_frame(document: pdfium.PdfDocument, note: object) -> _Frame | None:
    if document.formenv is None:
        return None
    kind = pdfium_c.FPDFAnnot_GetFormFieldType(document.formenv, note)
    frame = pdfium_c.FS_RECTF()
    if kind != pdfium_c.FPDF_FORMFIELD_SIGNATURE:
        return None
    pdfium_c.FPDFAnnot_GetRect(note, ctypes.byref(frame))
    return frame.left, frame.bottom, frame.right, frame.top


def _texts(page: pdfium.PdfPage) -> Iterator[pdfium.PdfObject]:
    yield from page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_TEXT], max_depth=_DEPTH)


def _is_unseen(text: pdfium.PdfObject) -> bool:
    return pdfium_c.FPDFTextObj_GetTextRenderMode(text.raw) in _UNSEEN


def _turn(page: pdfium.PdfPage) -> int:
    """The degrees by which the page was turned clockwise, so that most of its text runs level."""
    textpage = page.get_textpage()
    count = textpage.count_chars()
    step = max(count // _SAMPLE, 1)
    angles = Counter(
        round(math.degrees(pdfium_c.FPDFText_GetCharAngle(textpage, index)) / 90) * 90 % 360
        for index in range(0, count, step)
        if not pdfium_c.FPDFText_IsGenerated(textpage, index)
    )
    textpage.close()
    shown = page.get_rotation()
    level = (360 - angles.most_common(1)[0][0]) % 360 if angles else shown
    page.set_rotation(level)
    return int((level - shown) % 360)


def _alone(document: pdfium.PdfDocument, index: int, shown: _Frame) -> bytes:
    """The page as a file of its own, cut to what is shown."""
    alone = pdfium.PdfDocument.new()
    alone.import_pages(document, [index])
    page = alone[0]
    page.set_mediabox(*shown)
    target = io.BytesIO()
    alone.save(target)
    alone.close()
    return target.getvalue()


def _compare(page: pdfium.PdfPage) -> tuple[Grey, float]:
    """What the text paints, and the share of letter-like ink that it does not."""
    whole = _render(page)
    for text in _texts(page):
        pdfium_c.FPDFTextObj_SetTextRenderMode(text.raw, pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE)
    bare = _render(page)
    painted = cv2.absdiff(whole, bare)
    said = int(np.count_nonzero(painted > _CHANGED))
    unsaid = int(np.count_nonzero(text_ink(bare) & (painted <= _CHANGED)))
    return painted, unsaid / max(said + unsaid, 1)


def _render(page: pdfium.PdfPage) -> Grey:
    bitmap = page.render(scale=SMALL_DPI / POINTS_PER_INCH, grayscale=True)  # pyright: ignore[reportArgumentType] - it takes any scale
    return np.array(bitmap.to_numpy(), np.uint8).squeeze()


def _placed(page: pdfium.PdfPage, frame: _Frame) -> Box:
    """A frame of the file as a box of the page as it is shown."""
    width, height = (round(side * _FINE) for side in page.get_size())
    corners = []
    for x, y in (frame[:2], frame[2:]):
        across, down = ctypes.c_int(), ctypes.c_int()
        pdfium_c.FPDF_PageToDevice(
            page, 0, 0, width, height, 0, x, y, ctypes.byref(across), ctypes.byref(down)
        )
        corners.append((across.value / _FINE, down.value / _FINE))
    (x0, y0), (x1, y1) = corners
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
