import io

from reportlab.pdfgen.canvas import Canvas

from nlp.pages.image import POINTS_PER_INCH
from nlp.pages.layer import load_printed_page
from nlp.pages.orient import SMALL_DPI


def pdf(*texts):
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(300, 400))
    for text in texts:
        canvas.drawString(50, 300, text)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def test_the_text_changes_pixels_only_where_it_stands():
    page = load_printed_page(pdf("mot", "hai ba"), 2)
    assert page is not None
    scale = SMALL_DPI / POINTS_PER_INCH
    assert page.painted[: int(80 * scale)].max() == 0
    assert page.painted[int(85 * scale) : int(105 * scale)].max() > 200
    assert (page.unsaid, page.rotation_degrees, page.signatures) == (0.0, 0, ())


def test_the_page_comes_as_a_file_of_its_own():
    page = load_printed_page(pdf("mot", "hai"), 2)
    assert page is not None
    assert load_printed_page(page.data, 1) is not None
    assert load_printed_page(page.data, 2) is None


def test_a_page_without_text_is_none():
    assert load_printed_page(pdf("mot", ""), 2) is None
