"""What the streams of a PDF would unfold to, told without unfolding them."""

import re
import zlib
from typing import Final

from nlp.errors import LimitExceeded

_LOOK_BACK: Final = 4096  # bytes before a stream in which its dictionary begins
_PIECE: Final = 1 << 18
_FEW_FILTERS: Final = 2
_BYTES_PER_PIXEL: Final = 8  # no image needs more, even uncompressed
_STREAM: Final = re.compile(rb"stream\r?\n")
_WIDTH: Final = re.compile(rb"/Width\s+(\d{1,12})\b")
_HEIGHT: Final = re.compile(rb"/Height\s+(\d{1,12})\b")
_FILTER: Final = re.compile(rb"/(?:Filter|F)\s*(?:/\w+|\[[^\]]*\])")
_FLATE: Final = re.compile(rb"/(?:FlateDecode|Fl)\b")
_NAME: Final = re.compile(rb"/\w+")


def check_streams(data: bytes, max_pixels: int, max_inflated: int) -> None:
    """Nothing, where all streams are of reasonable size.

    Raises:
        LimitExceeded: too_many_pixels for an image, too_complex for anything else.
    """
    left = max_inflated
    for match in _STREAM.finditer(data):
        if data.endswith(b"end", 0, match.start()):
            continue
        head = _dictionary(data, match.start())
        if _WIDTH.search(head) and _HEIGHT.search(head):
            _check_image(data, match.end(), head, max_pixels)
        else:
            left -= _inflated(data, match.end(), head, left)
        if left < 0:
            raise LimitExceeded(code="too_complex")


def _dictionary(data: bytes, end: int) -> bytes:
    head = data[max(end - _LOOK_BACK, 0) : end]
    return head[max(head.rfind(b" obj"), 0) :]


def _check_image(data: bytes, start: int, head: bytes, max_pixels: int) -> None:
    pixels = max(map(int, _WIDTH.findall(head))) * max(map(int, _HEIGHT.findall(head)))
    if pixels > max_pixels:
        raise LimitExceeded(code="too_many_pixels")
    size = data.find(b"endstream", start) - start
    if size > _BYTES_PER_PIXEL * pixels + _PIECE:
        raise LimitExceeded(code="too_complex")


def _inflated(data: bytes, start: int, head: bytes, limit: int) -> int:
    """The size of the stream unfolded by its Flate filters, not counted further than the limit."""
    found = _FILTER.search(head)
    names = _NAME.findall(found.group())[1:] if found else []
    layers = sum(1 for name in names if _FLATE.fullmatch(name))
    if len(names) > _FEW_FILTERS:
        raise LimitExceeded(code="too_complex")
    return _unfold(data, start, layers, limit) if layers else 0


def _unfold(data: bytes, start: int, layers: int, limit: int) -> int:
    inflaters = [zlib.decompressobj() for _ in range(layers)]
    size, position = 0, start
    while position < len(data) and not inflaters[0].eof and size <= limit:
        piece = data[position : position + _PIECE // 64]
        position += len(piece)
        try:
            size += _through(inflaters, piece, limit)
        except zlib.error:
            return size
    return size


def _through(inflaters: list["zlib._Decompress"], piece: bytes, limit: int) -> int:
    """How many bytes come out when the piece runs through all filters."""
    first, rest = inflaters[0], inflaters[1:]
    size = 0
    while piece and not first.eof and size <= limit:
        out = first.decompress(piece, _PIECE)
        size += _through(rest, out, limit) if rest and out else len(out)
        piece = first.unconsumed_tail
    return size
