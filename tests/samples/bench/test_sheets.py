from dataclasses import replace

import pypdfium2
import pytest

from samples.bench.conditions import CONDITIONS
from samples.bench.sheets import TEXTS, make_sheet
from samples.render.script import Paper, load_script
from samples.render.typeset import typeset


def test_a_sheet_knows_its_lines_column_by_column_and_its_header(script):
    script = replace(script, paper=Paper(file="a.pdf", seal="UBND xã An Hải"))
    sheet = make_sheet(script, replace(CONDITIONS["clean"], dpi=60), "clean")
    assert "ỦY BAN NHÂN DÂN" in sheet.lines
    assert "Độc lập - Tự do - Hạnh phúc" in sheet.lines
    assert "Đỗ Văn An" in sheet.header
    assert len(pypdfium2.PdfDocument(sheet.pdf)) == 1


def test_the_same_seed_gives_the_same_bytes(script):
    coarse = replace(CONDITIONS["grey stamps"], dpi=40)
    once, again = (make_sheet(script, coarse, "seed").pdf for _ in range(2))
    assert _pixels(once) == _pixels(again)


def _pixels(pdf):
    return pypdfium2.PdfDocument(pdf)[0].render().to_numpy().tobytes()


@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.toml")), ids=lambda path: path.stem)
def test_a_text_fits_on_one_page(path):
    printed = typeset(load_script(path))[0]
    assert len(pypdfium2.PdfDocument(printed)) == 1
