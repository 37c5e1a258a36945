"""The reading of one page, from its bytes."""

from statistics import median

from nlp.pages.load import sniff_media_type
from nlp.pages.pdf import render_pdf_page, text_facts
from nlp.pages.raster import load_image_page
from nlp.reading.engine import OcrEngine
from nlp.reading.lines import order_lines
from nlp.reading.page import PageReading
from nlp.reading.plaintext import read_plain_text
from nlp.reading.scan import read_scan
from nlp.reading.textlayer import read_text_layer
from nlp.reading.trust import is_trustworthy


def read_page(data: bytes, number: int, engine: OcrEngine) -> PageReading:
    """What page `number` (from 1) of the file says: from its text layer, its text, or by OCR.

    Raises:
        UnreadableInput: there is no such page, or it cannot be decoded.
    """
    media_type = sniff_media_type(data)
    if media_type == "text/plain":
        return read_plain_text(data, number)
    if media_type != "application/pdf":
        return read_scan(load_image_page(data, number), number, engine)
    printed = _read_printed(data, number) if is_trustworthy(text_facts(data, number)) else None
    return printed or read_scan(render_pdf_page(data, number), number, engine)


def _read_printed(data: bytes, number: int) -> PageReading | None:
    """The page as its text layer has it, None where that cannot be read."""
    layer = read_text_layer(data, number)
    if not layer.words:
        return None
    em = median(word.size for word in layer.words)
    return PageReading(
        number=number,
        width=layer.width,
        height=layer.height,
        origin="text",
        lines=order_lines(layer.words, layer.rulings, layer.width, em),
        rulings=layer.rulings,
    )
