"""What a file is, told from its bytes alone, before any page of it is rendered."""

import hashlib
from dataclasses import dataclass
from typing import Literal

from nlp.errors import BrokenFile, EmptyFile, LimitExceeded, UnsupportedType
from nlp.pages.pdf import count_pdf_pages
from nlp.pages.raster import count_image_pages
from nlp.pages.streams import check_streams
from nlp.pages.text import split_text_pages

MediaType = Literal["application/pdf", "image/tiff", "image/jpeg", "image/png", "text/plain"]

_HEAD = 1024
_CONTROL = frozenset(range(32)) - frozenset(b"\t\n\v\f\r")
_SIGNATURES: tuple[tuple[bytes, MediaType], ...] = (
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost.

    `max_side` is the longest side of a page in points; `max_inflated` the bytes to which all
    streams of a PDF, other than images, may unfold.
    """

    max_bytes: int = 200 * 1024 * 1024
    max_pages: int = 500
    max_pixels: int = 120_000_000
    max_side: float = 3400.0
    max_inflated: int = 192 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A file that can be read: its SHA-256 in hexadecimal, its kind, its number of pages."""

    sha256: str
    media_type: MediaType
    pages: int


def sniff_media_type(data: bytes) -> MediaType:
    """The kind of a file by its bytes.

    Raises:
        EmptyFile: there are no bytes.
        UnsupportedType: no kind that is read.
    """
    if not data:
        raise EmptyFile
    for signature, media_type in _SIGNATURES:
        if data.startswith(signature):
            return media_type
    if b"%PDF-" in data[:_HEAD]:
        return "application/pdf"
    if data.startswith(b"%"):
        raise BrokenFile(code="not_a_pdf")
    if is_plain_text(data):
        return "text/plain"
    raise UnsupportedType


def is_plain_text(data: bytes) -> bool:
    """Whether the bytes are UTF-8 text without control characters, and not a markup file."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return False
    if _CONTROL.intersection(data[:_HEAD]):
        return False
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return "\0" not in text


def inspect_file(data: bytes, limits: Limits = Limits()) -> FileFacts:
    """The facts of a file that can be read. Nothing is rendered.

    Raises:
        UnreadableInput: the file is empty, broken, of another kind, or exceeds a limit.
    """
    media_type = sniff_media_type(data)
    if len(data) > limits.max_bytes:
        raise LimitExceeded(code="file_too_large")
    return FileFacts(
        hashlib.sha256(data).hexdigest(), media_type, _count(data, media_type, limits)
    )


def _count(data: bytes, media_type: MediaType, limits: Limits) -> int:
    if media_type == "application/pdf":
        check_streams(data, limits.max_pixels, limits.max_inflated)
        return count_pdf_pages(data, limits.max_pages, limits.max_side)
    if media_type == "text/plain":
        pages = len(split_text_pages(data))
        if pages > limits.max_pages:
            raise LimitExceeded(code="too_many_pages")
        return pages
    return count_image_pages(data, limits.max_pages, limits.max_pixels)
