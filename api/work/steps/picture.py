"""The step that draws a page as it was read: upright and straight."""

from pathlib import Path

import cv2
import numpy as np

from nlp.errors import BrokenFile
from nlp.pages.deskew import straighten
from nlp.pages.image import PageImage
from nlp.pages.load import sniff_media_type
from nlp.pages.pdf import render_pdf_page
from nlp.pages.raster import load_image_page
from nlp.pages.sheet import flatten


def draw(path: str, number: int, width: int, rotation_degrees: int, skew_degrees: float) -> bytes:
    """Page `number` (from 1) as a PNG of `width` pixels, turned by what its reading tells."""
    page = flatten(_load(Path(path).read_bytes(), number))
    pixels = np.ascontiguousarray(np.rot90(page.pixels, -rotation_degrees // 90))
    if skew_degrees:
        pixels = straighten(pixels, skew_degrees)
    height = max(round(pixels.shape[0] * width / pixels.shape[1]), 1)
    way = cv2.INTER_AREA if width < pixels.shape[1] else cv2.INTER_CUBIC
    small = cv2.resize(pixels, (width, height), interpolation=way)
    done, png = cv2.imencode(".png", cv2.cvtColor(small, cv2.COLOR_RGB2BGR))
    if not done:
        raise BrokenFile
    return png.tobytes()


def _load(data: bytes, number: int) -> PageImage:
    if sniff_media_type(data) == "application/pdf":
        return render_pdf_page(data, number, max_dpi=200.0)
    return load_image_page(data, number, max_dpi=200.0)
