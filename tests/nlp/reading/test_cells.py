import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from nlp.geometry import Box
from nlp.reading.cells import cell_boxes, read_cells
from nlp.reading.engine import OcrWord
from nlp.reading.grid import find_grids
from samples.render.faces import print_face

DPI = 300
RULINGS = (
    *(Box(50, y, 250, y + 0.7) for y in (50, 80, 110)),
    *(Box(x, 50, x + 0.7, 110) for x in (50, 90, 250)),
)
GRIDS = find_grids(RULINGS)


class Strip:
    """An engine that finds one word at the head of each piece of ink wider than a few letters."""

    def words(self, image, _dpi, layout):
        assert layout == "block"
        rows = np.flatnonzero((image < 128).sum(axis=1) > 40)
        if not len(rows):
            return ()
        top, bottom = int(rows[0]), int(rows[-1])
        return (OcrWord("Họp", 30, top, 120, bottom, 0.9, 0),)


def page_with(*texts):
    picture = Image.new("L", (1250, 600), 255)
    face = ImageFont.truetype(str(print_face()), 50)
    for x, y, text in texts:
        ImageDraw.Draw(picture).text((x * DPI / 72, y * DPI / 72), text, 0, face)
    return np.array(picture)


def test_merged_cells_have_one_box():
    (grid,) = find_grids([*RULINGS[:1], Box(90, 80, 250, 80.7), *RULINGS[2:]])
    assert len(tuple(cell_boxes(grid))) == 3


def test_words_come_back_to_their_place_on_the_page():
    page = page_with((95, 85, "Họp"))
    (word,) = read_cells(page, DPI, GRIDS, Strip())
    assert Box(90, 80, 250, 110).scaled(DPI / 72).contains(word.left + 5, word.top + 5)


@pytest.mark.parametrize("number", ["3", "7", "12"])
def test_a_row_number_that_the_engine_lost_is_read_as_digits(number):
    page = page_with((60, 56, number), (95, 56, "Kiểm tra an toàn"))
    texts = [word.text for word in read_cells(page, DPI, GRIDS, Strip())]
    assert texts == ["Họp", number]


def test_a_speck_is_no_number():
    page = page_with((60, 56, "."), (95, 56, "Kiểm tra an toàn"))
    assert [word.text for word in read_cells(page, DPI, GRIDS, Strip())] == ["Họp"]
