"""Image files: how many pages, how large, and each as an image."""

import io
import struct
import warnings
from typing import Final

import numpy as np
from PIL import Image, ImageOps

from nlp.errors import BrokenFile, LimitExceeded
from nlp.pages.image import PageImage, page_image

A4_INCHES: Final = 8.27
_DAMAGE: Final = (  # what Pillow raises on damaged files
    ArithmeticError,
    EOFError,
    LookupError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
)
_PNG: Final = b"\x89PNG"
SHORT_SIDE_INCHES: Final = (4.0, 24.0)  # no office paper is smaller or larger


def count_image_pages(data: bytes, max_pages: int, max_pixels: int) -> int:
    """The number of pages of a TIFF, 1 for other images, sizes checked, nothing decoded.

    Raises:
        BrokenFile: the headers do not make sense.
        LimitExceeded: too_many_pages or too_many_pixels.
    """
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data)) as image:
            warnings.simplefilter("ignore")
            count = 0
            while True:
                if image.width * image.height > max_pixels:
                    raise LimitExceeded(code="too_many_pixels")
                count += 1
                if count > max_pages:
                    raise LimitExceeded(code="too_many_pages")
                try:
                    image.seek(count)
                except EOFError:
                    break
        if data.startswith(_PNG):
            with Image.open(io.BytesIO(data)) as image:
                image.verify()
    except Image.DecompressionBombError as error:
        raise LimitExceeded(code="too_many_pixels") from error
    except _DAMAGE as error:
        raise BrokenFile from error
    return count


def load_image_page(data: bytes, number: int, max_dpi: float = 300.0) -> PageImage:
    """Page `number` (from 1), turned as its EXIF says, transparent parts white, at most `max_dpi`.

    Raises:
        BrokenFile: the page cannot be decoded.
    """
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data)) as image:
            warnings.simplefilter("ignore")
            image.seek(number - 1)
            dpi = _dpi(image)
            upright = ImageOps.exif_transpose(_opaque(image))
    except (*_DAMAGE, Image.DecompressionBombError) as error:
        raise BrokenFile from error
    if dpi > max_dpi:
        ratio = max_dpi / dpi
        size = (max(round(upright.width * ratio), 1), max(round(upright.height * ratio), 1))
        upright, dpi = upright.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0), max_dpi
    return page_image(np.array(upright), dpi)


def _opaque(image: Image.Image) -> Image.Image:
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image.convert("RGB")
    sheet = Image.new("RGBA", image.size, "white")
    sheet.alpha_composite(image.convert("RGBA"))
    flat = sheet.convert("RGB")
    flat.info.update(image.info)
    return flat


def _dpi(image: Image.Image) -> float:
    """The resolution that the file tells, or that makes the sheet an A4 where it tells none."""
    short = min(image.size)
    told = image.info.get("dpi", (0, 0))[0]
    if told and SHORT_SIDE_INCHES[0] <= short / told <= SHORT_SIDE_INCHES[1]:
        return float(told)
    return max(short / A4_INCHES, 1.0)
