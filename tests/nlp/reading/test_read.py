"""Whole pages, with a fake engine where an engine is asked."""

import io

import cv2
import numpy as np
import pytest
from PIL import Image

from nlp.errors import BrokenFile
from nlp.reading.engine import OcrWord
from nlp.reading.enlarge import EnlargingEngine
from nlp.reading.read import read_page
from nlp.reading.trust import is_trustworthy
from nlp.reading.tsv import parse_tsv


class FakeEngine:
    """Gives the same words for each whole page, and notes what it was asked."""

    def __init__(self, *words):
        self.recorded = words
        self.asked = []

    def words(self, image, dpi, layout):
        self.asked.append((image.shape, dpi, layout, np.count_nonzero(image < 128)))
        return self.recorded if layout == "page" else ()


def printed(text=b"(Cong van so 12) Tj"):
    content = b"BT /F 14 Tf 72 700 Td %s ET 72 690 200 0.5 re f" % text
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources 5 0 R>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content),
        b"<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>>>>>",
    )
    body = b"%PDF-1.4\n"
    for number, item in enumerate(objects, start=1):
        body += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    return body + b"trailer\n<</Size 6/Root 1 0 R>>\n"


def scanned(*, paint=True):
    page = np.full((1754, 1240), 255, np.uint8)
    for y in range(200, 1500, 60) if paint else ():
        cv2.putText(page, "thuc hien ke hoach so 12", (150, y), 0, 1.4, 0, 2)
    target = io.BytesIO()
    Image.fromarray(page).save(target, "PNG", dpi=(150, 150))
    return target.getvalue()


def test_a_text_layer_gives_words_with_boxes_size_and_weight():
    engine = FakeEngine()
    page = read_page(printed(), 1, engine)
    assert (page.origin, page.lines[0].text, engine.asked) == ("text", "Cong van so 12", [])
    word = page.lines[0].words[0]
    assert (word.is_bold, word.size, word.confidence) == (True, 14.0, 1.0)
    assert 72 <= word.box.x0 < word.box.x1 < 120
    assert 120 < word.box.top < word.box.bottom < 150
    assert any(ruling.width == pytest.approx(200) for ruling in page.rulings)


def test_plain_text_keeps_blank_lines_as_gaps():
    page = read_page("Số: 12/KH-ABC\n\nKẾ HOẠCH\nVề việc ấy".encode(), 1, FakeEngine())
    tops = [line.box.top for line in page.lines]
    assert [line.text for line in page.lines] == ["Số: 12/KH-ABC", "KẾ HOẠCH", "Về việc ấy"]
    assert tops[1] - tops[0] == pytest.approx(2 * (tops[2] - tops[1]))


def test_plain_text_is_read_without_signs_that_nobody_sees():
    page = read_page("Tr\u01a3ờ\u200bng ti\u00adểu học".encode(), 1, FakeEngine())
    assert page.lines[0].text == "Trường tiểu học"


def test_a_scan_is_read_by_the_engine_and_boxes_are_in_points():
    engine = FakeEngine(OcrWord("Ðiều", 150, 170, 300, 205, 0.9, 0))
    page = read_page(scanned(), 1, engine)
    (word,) = page.lines[0].words
    assert (word.text, word.raw) == ("Điều", "Ðiều")
    assert word.box.as_list() == pytest.approx([72.0, 81.6, 144.0, 98.4], abs=0.05)
    assert (page.origin, page.notices) == ("ocr", ("low_resolution",))
    assert page.dpi == pytest.approx(150, abs=0.1)


def test_a_table_under_a_seal_is_read_in_its_cells_alone():
    page = np.full((3508, 2480, 3), 255, np.uint8)
    for y in (1300, 1400, 1500, 1600):
        cv2.line(page, (400, y), (2100, y), (0, 0, 0), 4)
    for x in (400, 1250, 2100):
        cv2.line(page, (x, 1300), (x, 1600), (0, 0, 0), 4)
    for y in (1370, 1470, 1570, *range(400, 1000, 80)):
        cv2.putText(page, "thuc hien ke hoach so", (430, y), 0, 1.8, (0, 0, 0), 4)
    ink = np.full_like(page, 255)
    for radius in (205, 185):
        cv2.circle(ink, (1500, 1450), radius, (220, 30, 40), 6)
    target = io.BytesIO()
    Image.fromarray(np.minimum(page, ink)).save(target, "PNG", dpi=(300, 300))
    engine = FakeEngine(*(
        OcrWord("kế", 200 + x, y - 38, 300 + x, y + 10, 0.95, y)
        for y in range(267, 640, 53) for x in range(0, 900, 100)
    ))  # fmt: skip
    read_page(target.getvalue(), 1, engine)
    whole = [layout for _, _, layout, _ in engine.asked].index("page")
    behind = engine.asked[whole + 1 :]
    assert behind
    assert all(ink == 0 for *_, ink in behind)


def test_a_blank_page_is_told_and_not_read():
    engine = FakeEngine()
    page = read_page(scanned(paint=False), 1, engine)
    assert page.notices == ("blank_page",)
    assert engine.asked == []


def test_a_page_that_is_not_there_is_a_broken_file():
    with pytest.raises(BrokenFile):
        read_page(printed(), 7, FakeEngine())


def test_coarse_images_are_enlarged_and_boxes_brought_back():
    engine = FakeEngine(OcrWord("a", 20, 40, 60, 80, 1.0, 0))
    (word,) = EnlargingEngine(engine).words(np.full((100, 100), 255, np.uint8), 100, "page")
    assert engine.asked == [((200, 200), 200.0, "page", 0)]
    assert (word.left, word.top, word.right, word.bottom) == (10, 20, 30, 40)


def test_the_table_of_tesseract_becomes_words():
    table = (
        "level\n5\t1\t1\t1\t2\t1\t10\t20\t30\t40\t96.5\tVăn\n5\t1\t1\t1\t2\t2\t0\t0\t1\t1\t9\t \n"
    )
    assert parse_tsv(table) == (OcrWord("Văn", 10, 20, 40, 60, 0.965, 0),)


VIETNAMESE = "Ủy ban nhân dân huyện ban hành kế hoạch thực hiện nhiệm vụ được giao. " * 6


@pytest.mark.parametrize(
    ("text", "hidden", "unsaid", "expected"),
    [
        (VIETNAMESE, 0.0, 0.0, True),
        ("thể.", 0.0, 0.0, True),
        (VIETNAMESE, 1.0, 0.0, False),
        ("Ký bởi: Văn phòng", 0.0, 0.9, False),
        ("Uy ban nhan dan huyen ban hanh ke hoach " * 9, 0.0, 0.0, False),
        ("céng v¨n sè ®Ò nghÞ c¸c ®¬n vÞ " * 9, 0.0, 0.0, False),
        ("(cid:12)(cid:7) ủy (cid:9) ban", 0.0, 0.0, False),
        ("", 0.0, 0.0, False),
    ],
)
def test_only_a_text_layer_in_good_vietnamese_is_trusted(text, hidden, unsaid, expected):
    assert is_trustworthy(text.split(), hidden, unsaid) is expected
