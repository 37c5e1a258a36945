"""The reading of one page, from its bytes."""

from statistics import median

from nlp.pages.layer import PrintedPage, load_printed_page
from nlp.pages.load import sniff_media_type
from nlp.pages.pdf import render_pdf_page
from nlp.pages.raster import load_image_page
from nlp.pages.sheet import flatten
from nlp.reading.engine import OcrEngine
from nlp.reading.lines import order_lines
from nlp.reading.page import Frame, PageReading
from nlp.reading.plaintext import read_plain_text
from nlp.reading.scan import read_scan
from nlp.reading.spacing import join_pieces
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
        return read_scan(flatten(load_image_page(data, number)), number, engine)
    printed = load_printed_page(data, number)
    found = _read_printed(printed, number) if printed else None
    return found or read_scan(flatten(render_pdf_page(data, number)), number, engine)


def _read_printed(printed: PrintedPage, number: int) -> PageReading | None:
    """The page as its text layer has it, None where that cannot be trusted."""
    layer = read_text_layer(printed)
    texts = [word.text for word in layer.words]
    if not is_trustworthy(texts, layer.hidden, printed.unsaid):
        return None
    em = median(word.size for word in layer.words)
    lines = order_lines(layer.words, layer.rulings, layer.width, em)
    return PageReading(
        number=number,
        width=layer.width,
        height=layer.height,
        origin="text",
        lines=join_pieces(lines),
        rulings=layer.rulings,
        frames=tuple(Frame("signature", box, "black", 0.0, 1.0) for box in printed.signatures),
        rotation_degrees=printed.rotation_degrees,
    )
