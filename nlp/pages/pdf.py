"""PDF files as pdfium sees them: how many pages, how large, and each as an image."""

import ctypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import numpy as np
import pypdfium2 as pdfium  # type: ignore[import-untyped] # it carries no types
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped] # it carries no types
from numpy.typing import NDArray

from nlp.errors import BrokenFile, LimitExceeded, PasswordRequired
from nlp.pages.image import POINTS_PER_INCH, Colour, PageImage, page_image

FULL_PAGE: Final = 0.7  # of the page's area that the image of a scan covers
_PAGES: Final = re.compile(rb"/Type\s*/Pages\b")
_PAGE: Final = re.compile(rb"/Type\s*/Page\b")
MAX_SIDE_PIXELS: Final = 7100  # the longer side of A2 at 300 dpi


@contextmanager
def open_pdf(data: bytes) -> Iterator[pdfium.PdfDocument]:
    """The document, closed at the end.

    Raises:
        PasswordRequired: it is encrypted with a password of its own.
        BrokenFile: pdfium cannot repair it.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD:
            raise PasswordRequired from error
        raise BrokenFile(code="no_pages" if _has_no_page(data) else "unreadable_file") from error
    try:
        yield document
    finally:
        document.close()


def _has_no_page(data: bytes) -> bool:
    return bool(_PAGES.search(data)) and not _PAGE.search(data)


def count_pdf_pages(data: bytes, max_pages: int, max_side: float) -> int:
    """The number of pages, counted by walking; at least 1.

    Raises:
        BrokenFile: unreadable_file or no_pages.
        PasswordRequired: the file opens only with a password.
        LimitExceeded: too_many_pages or page_too_large.
    """
    with open_pdf(data) as document:
        count = 0
        while (size := page_size(document, count)) is not None:
            check_size(size, max_side)
            count += 1
            if count > max_pages:
                raise LimitExceeded(code="too_many_pages")
    if not count:
        raise BrokenFile(code="no_pages")
    return count


def page_size(document: pdfium.PdfDocument, index: int) -> tuple[float, float] | None:
    """Width and height in points of the page as it is shown, None where there is no such page."""
    size = pdfium_c.FS_SIZEF()
    if not pdfium_c.FPDF_GetPageSizeByIndexF(document, index, ctypes.byref(size)):
        return None
    return size.width, size.height


def check_size(size: tuple[float, float], max_side: float) -> None:
    """Nothing.

    Raises:
        LimitExceeded: page_too_large.
        BrokenFile: the size is no size.
    """
    if not all(side > 0 for side in size):
        raise BrokenFile
    if max(size) > max_side:
        raise LimitExceeded(code="page_too_large")


def render_pdf_page(data: bytes, number: int, max_dpi: float = 300.0) -> PageImage:
    """Page `number` (from 1) as it is shown, a scan at its own resolution up to `max_dpi`.

    Raises:
        BrokenFile: there is no such page, or pdfium cannot render it.
    """
    with open_pdf(data) as document:
        try:
            page = document[number - 1]
            dpi = min(native_dpi(page) or max_dpi, max_dpi)
            scale = min(dpi / POINTS_PER_INCH, MAX_SIDE_PIXELS / max(page.get_size()))
            bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)  # pyright: ignore[reportArgumentType] - it takes any scale
            pixels = bitmap.to_numpy()
        except (pdfium.PdfiumError, IndexError) as error:
            raise BrokenFile from error
        return page_image(_colour(pixels), pixels.shape[1] * POINTS_PER_INCH / page.get_width())


def _fills(image: pdfium.PdfObject, width: float, height: float) -> bool:
    x0, bottom, x1, top = image.get_bounds()
    return bool((x1 - x0) * (top - bottom) >= FULL_PAGE * width * height)


def native_dpi(page: pdfium.PdfPage) -> float | None:
    """The resolution of the one image that fills the page, None where no image does."""
    width, height = page.get_size()
    for image in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        x0, bottom, x1, top = image.get_bounds()
        if _fills(image, width, height):
            pixels = max(image.get_px_size())  # pyright: ignore[reportAttributeAccessIssue] - the filter gives images
            return float(pixels * POINTS_PER_INCH / max(x1 - x0, top - bottom))
    return None


def _colour(pixels: NDArray[np.uint8]) -> Colour:
    if pixels.ndim == 2 or pixels.shape[2] == 1:  # noqa: PLR2004 -- rows and columns only
        return np.repeat(pixels.reshape(*pixels.shape[:2], 1), 3, axis=2)
    return pixels[:, :, :3].copy()
