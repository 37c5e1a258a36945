import io
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image

from samples.render.paper import make_file


def test_the_same_script_gives_the_same_bytes(script):
    assert make_file(script) == make_file(script)


def test_a_scan_has_no_text_layer(script):
    page = pypdfium2.PdfDocument(make_file(script))[0]
    assert page.get_textpage().get_text_bounded() == ""


@pytest.mark.parametrize(
    ("name", "kind"), [("a.tif", "TIFF"), ("a.png", "PNG"), ("a.jpg", "JPEG")]
)
def test_the_suffix_decides_the_kind_of_file(script, name, kind):
    data = make_file(replace(script, paper=replace(script.paper, file=name)))
    assert Image.open(io.BytesIO(data)).format == kind


def test_paper_without_wear_is_born_digital(script):
    data = make_file(replace(script, paper=replace(script.paper, wear="none")))
    assert "KẾ HOẠCH" in pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded()


def test_an_enclosed_document_follows_on_pages_of_its_own(script):
    data = make_file(replace(script, enclosed=(replace(script, arrival=None),)))
    assert len(pypdfium2.PdfDocument(data)) == 2
