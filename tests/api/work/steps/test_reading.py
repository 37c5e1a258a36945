import json

import pytest
from PIL import Image, ImageDraw, ImageFont

from api.work.steps.reading import load_engine, read
from nlp.reading.inprocess import InProcessEngine, find_tessdata
from nlp.reading.tesseract import TesseractEngine
from samples.render.faces import print_face

TEXT = "Các xã tuyên truyền phòng cháy, chữa cháy rừng mùa khô năm 2021."

needs_data = pytest.mark.skipif(find_tessdata() is None, reason="no Vietnamese data of Tesseract")


@pytest.fixture(autouse=True)
def _fresh():
    load_engine.cache_clear()


@needs_data
def test_the_engine_in_process_is_the_first_choice():
    assert isinstance(load_engine("auto"), InProcessEngine)


def test_without_it_the_program_of_tesseract_reads(monkeypatch):
    monkeypatch.setattr("api.work.steps.reading.find_spec", lambda _name: None)
    assert isinstance(load_engine("auto"), TesseractEngine)


@needs_data
@pytest.mark.parametrize("engine", ["tesserocr", "pytesseract"])
def test_a_page_is_read_by_the_engine_that_is_set(tmp_path, engine):
    picture = Image.new("L", (1240, 900), 255)
    face = ImageFont.truetype(str(print_face()), 30)
    for row in range(10):
        ImageDraw.Draw(picture).text((140, 120 + 60 * row), TEXT, 0, face)
    picture.save(tmp_path / "page.png", dpi=(150, 150))
    reading = json.loads(read(str(tmp_path / "page.png"), 1, engine))
    assert "phòng cháy, chữa cháy rừng" in " ".join(
        word["text"] for line in reading["lines"] for word in line["words"]
    )
