"""What born-digital files do to their text, each in the smallest file that does it."""

import io

import cv2
import numpy as np
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from nlp.pages.layer import load_printed_page
from nlp.reading.read import read_page
from nlp.reading.textlayer import read_text_layer
from nlp.reading.trust import is_trustworthy
from samples.render.faces import print_face

FACE = "Print"
registerFont(TTFont(FACE, str(print_face())))

BODY = (
    "Thực hiện Kế hoạch của Ủy ban nhân dân huyện về việc dọn vệ sinh đường làng,",
    "Phòng Văn hóa đề nghị các xã, thị trấn tổ chức ra quân vào buổi sáng thứ bảy,",
    "bảo đảm an toàn, tiết kiệm và báo cáo kết quả về Phòng để tổng hợp, theo dõi.",
)


class NoEngine:
    """Says in its words that it was asked: the text layer was not trusted."""

    def words(self, image, dpi, layout):
        del image, dpi, layout
        return ()


def sheet(draw, *, body=BODY, size=(595, 842), rotate=0):
    """A PDF of one page: what `draw` puts on a canvas, over three lines of ordinary text."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=size)
    canvas.setFont(FACE, 13)
    if rotate:
        canvas.setPageRotation(rotate)
    for number, line in enumerate(body):
        canvas.drawString(72, 400 - 20 * number, line)
    draw(canvas)
    canvas.save()
    return target.getvalue()


def read(draw, **options):
    return read_page(sheet(draw, **options), 1, NoEngine())


def is_trusted(draw, **options):
    printed = load_printed_page(sheet(draw, **options), 1)
    if printed is None:
        return False
    layer = read_text_layer(printed)
    return is_trustworthy([word.text for word in layer.words], layer.hidden, printed.unsaid)


def first_lines(page, count=1):
    return [line.text for line in page.lines][:count]


def at(x, y, text, size=13):
    def draw(canvas):
        canvas.setFont(FACE, size)
        canvas.drawString(x, y, text)

    return draw


def all_of(*steps):
    def draw(canvas):
        for step in steps:
            step(canvas)

    return draw


def test_ordinary_text_stays_as_it_is():
    page = read(at(72, 700, "Số: 12/KH-UBND"))
    assert page.origin == "text"
    assert [line.text for line in page.lines] == ["Số: 12/KH-UBND", *BODY]


@pytest.mark.parametrize("slot", [" " * 10, "." * 12, "_" * 6, "…" * 3])
def test_a_number_written_over_the_slot_of_a_form_is_read_in_its_place(slot):
    page = read(all_of(at(72, 700, f"Số: {slot}/KH-UBND"), at(98, 701, "2873", 12)))
    assert first_lines(page)[0] in {"Số: 2873/KH-UBND", "Số: 2873 /KH-UBND"}


def test_a_day_filled_in_later_is_read_within_its_line():
    before = stringWidth("Huế, ngày ", FACE, 13)
    page = read(
        all_of(at(300, 700, "Huế, ngày      tháng 3 năm 2021"), at(303 + before, 700.5, "08", 12))
    )
    assert first_lines(page) == ["Huế, ngày 08 tháng 3 năm 2021"]


def test_leaders_that_nothing_is_written_over_stay():
    page = read(at(72, 700, "Họ và tên: ............ tuổi"))
    assert first_lines(page) == ["Họ và tên: ............ tuổi"]


def test_letters_in_parts_become_whole():
    page = read(at(72, 700, "Ủy ban nhân dân huyện Vĩnh Bảo".encode().decode()))
    assert first_lines(page) == ["Ủy ban nhân dân huyện Vĩnh Bảo"]


def test_a_mark_drawn_by_itself_is_set_on_its_letter():

    def draw(canvas):
        canvas.setFont(FACE, 13)
        x = 72.0
        for letter, mark in (("k", ""), ("ê", "´"), ("t", "")):
            canvas.drawString(x, 700, letter)
            width = canvas.stringWidth(letter)
            if mark:
                canvas.drawString(x + width / 2 - canvas.stringWidth(mark) / 2, 702, mark)
            x += width

    assert first_lines(read(draw)) == ["kết"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Q U Y Ế T  Đ Ị N H", "QUYẾT ĐỊNH"),
        ("T H Ô N G   B Á O", "THÔNG BÁO"),
        ("K Ế H O Ạ C H", "KẾ HOẠCH"),
        ("nh ân d ân huy ện", "nhân dân huyện"),
        ("Tr ƣờng ti ểu h ọc", "Trường tiểu học"),
        ("A B C D", "A B C D"),
        ("an ninh trật tự", "an ninh trật tự"),
        ("khu A và lô B 2 c", "khu A và lô B 2 c"),
        ("Số 12/KH\u00adUBND", "Số 12/KH-UBND"),
        ("Sở\u200b Y\u200b tế", "Sở Y tế"),
        ("oﬃce ﬁle", "office file"),
    ],
)
def test_words_in_pieces_are_put_together(text, right):
    page = read(at(72, 700, text))
    assert first_lines(page) == [right]


def test_letters_spaced_by_the_typesetter_make_words():
    def draw(canvas):
        text = canvas.beginText(72, 700)
        text.setFont(FACE, 14)
        text.setCharSpace(5)
        text.textLine("QUYẾT ĐỊNH")
        canvas.drawText(text)

    assert first_lines(read(draw)) == ["QUYẾT ĐỊNH"]


def hidden_in(draw_hidden):
    page = read(all_of(at(72, 700, "Số: 12/KH-UBND"), draw_hidden))
    return [line.text for line in page.lines]


def test_text_of_render_mode_three_is_not_read():
    def draw(canvas):
        text = canvas.beginText(72, 600)
        text.setTextRenderMode(3)
        text.textLine("Số: 99/QĐ-UBND")
        canvas.drawText(text)

    assert hidden_in(draw) == ["Số: 12/KH-UBND", *BODY]


def test_white_text_is_not_read():
    def draw(canvas):
        canvas.setFillGray(1)
        canvas.drawString(72, 600, "Số: 99/QĐ-UBND")

    assert hidden_in(draw) == ["Số: 12/KH-UBND", *BODY]


def test_text_beyond_the_page_or_under_a_patch_is_not_read():
    def draw(canvas):
        canvas.drawString(700, 600, "ngoài trang")
        canvas.drawString(72, 600, "Số: 99/QĐ-UBND")
        canvas.setFillGray(1)
        canvas.rect(60, 590, 300, 40, stroke=0, fill=1)

    assert hidden_in(draw) == ["Số: 12/KH-UBND", *BODY]


def test_white_text_on_a_dark_ground_is_read():
    def draw(canvas):
        canvas.rect(60, 590, 300, 40, stroke=0, fill=1)
        canvas.setFillGray(1)
        canvas.drawString(72, 600, "Lịch công tác")

    assert hidden_in(draw) == ["Số: 12/KH-UBND", "Lịch công tác", *BODY]


def test_letters_that_are_printed_twice_to_look_bold_are_read_once():
    page = read(all_of(at(72, 700, "KẾ HOẠCH"), at(72.4, 700, "KẾ HOẠCH")))
    assert first_lines(page) == ["KẾ HOẠCH"]


@pytest.mark.parametrize("slant", [45, 0])
def test_a_watermark_is_no_text(slant):
    def draw(canvas):
        canvas.saveState()
        canvas.translate(150, 380)
        canvas.rotate(slant)
        canvas.setFillGray(0.85)
        canvas.setFont(FACE, 60)
        canvas.drawString(0, 0, "DỰ THẢO")
        canvas.restoreState()

    assert [line.text for line in read(draw).lines] == list(BODY)


def test_a_note_up_the_margin_is_no_text():
    def draw(canvas):
        canvas.rotate(90)
        canvas.drawString(300, -30, "Bản in từ hệ thống")

    assert [line.text for line in read(draw).lines] == list(BODY)


def turned(angle):
    """Draws the lines about the middle of the page, turned to the left by `angle`."""

    def draw(canvas):
        canvas.setFont(FACE, 13)
        canvas.translate(421, 421)
        canvas.rotate(angle)
        for number, line in enumerate(BODY):
            canvas.drawString(-250, -20 * number, line)

    return draw


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(angle):
    page = read(turned(angle), body=(), rotate=angle, size=(842, 842))
    assert [line.text for line in page.lines] == list(BODY)
    assert page.rotation_degrees == 0
    assert all(0 < line.box.x0 < line.box.x1 < page.width for line in page.lines)


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_whose_text_lies_sideways_is_turned(angle):
    page = read(turned(angle), body=(), size=(842, 842))
    assert [line.text for line in page.lines] == list(BODY)
    assert page.rotation_degrees == angle


def test_values_of_form_fields_and_notes_are_read_where_they_stand():
    def draw(canvas):
        canvas.drawString(72, 700, "Số:")
        canvas.acroForm.textfield(
            name="so", value="2873", x=94, y=694, width=32, height=18, borderWidth=0, fontSize=12
        )
        canvas.drawString(128, 700, "/KH-UBND")

    (line,) = first_lines(read(draw))
    assert line == "Số: 2873 /KH-UBND"


def test_a_cut_page_has_its_boxes_where_they_are_seen():
    def draw(canvas):
        canvas.setCropBox((50, 100, 545, 800))
        canvas.drawString(72, 700, "Số: 12/KH-UBND")

    page = read(draw)
    word = page.lines[0].words[0]
    assert (page.width, page.height) == (495, 700)
    assert word.box.x0 == pytest.approx(22, abs=1)
    assert word.box.center[1] == pytest.approx(96, abs=4)


def test_a_letterhead_drawn_line_by_line_across_comes_apart():
    page = read(
        all_of(
            at(90, 780, "UBND HUYỆN BA VÌ"),
            at(300, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            at(95, 762, "PHÒNG VĂN HÓA"),
            at(340, 762, "Độc lập - Tự do - Hạnh phúc"),
        )
    )
    assert first_lines(page, 4) == [
        "UBND HUYỆN BA VÌ",
        "PHÒNG VĂN HÓA",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]


OLD = {
    ".VnTime": "Thùc hiÖn KÕ ho¹ch cña ñy ban nh©n d©n huyÖn vÒ viÖc dän vÖ sinh ®­êng lµng",
    ".VnTimeH": "kÕ ho¹ch cña ñy ban nh©n d©n huyÖn",
    "VNI-Times": "Thöïc hieän Keá hoaïch cuûa Uûy ban nhaân daân huyeän veà vieäc doïn veä sinh"
    " ñöôøng laøng",
}


def raw_pdf(*objects):
    body = b"%PDF-1.4\n"
    for number, item in enumerate(objects, start=1):
        body += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    return body + b"trailer\n<</Size %d/Root 1 0 R>>\n" % (len(objects) + 1)


def stream(content, extra=b""):
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (extra, len(content), content)


def in_old_font(font, text):
    widths = b"500 " * 224
    return raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 895 842]/Contents 4 0 R/Resources 5 0 R>>",
        stream(b"BT /F 13 Tf 20 700 Td (%s) Tj ET" % text.encode("cp1252")),
        b"<</Font<</F<</Type/Font/Subtype/TrueType/Encoding/WinAnsiEncoding/BaseFont/%s"
        b"/FirstChar 32/LastChar 255/Widths[%s]/FontDescriptor<</Type/FontDescriptor/FontName/%s"
        b"/Flags 32/FontBBox[0 -200 1000 900]/Ascent 900/Descent -200>>>>>>>>"
        % (font.encode(), widths, font.encode()),
    )


def annotated(kind, *, looks=True):
    """A page that says `Ngay tháng`, with a note or field of that kind that says `08`."""
    fonts = b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>>>>>"
    look = stream(
        b"BT /F 12 Tf 2 4 Td (08) Tj ET",
        b"/Type/XObject/Subtype/Form/BBox[0 0 30 16]" + fonts,
    )
    shown = b"/AP<</N 6 0 R>>" if looks else b""
    return raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]/DR" + fonts[10:] + b">>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Annots[5 0 R]%s>>"
        % fonts,
        stream(b"BT /F 12 Tf 72 700 Td (Ngay) Tj 55 0 Td (thang) Tj ET"),
        b"<</Type/Annot/Rect[102 696 124 712]/F 4/P 3 0 R%s%s>>" % (kind, shown),
        look,
    )


TEXT_FIELD = b"/Subtype/Widget/FT/Tx/T(ngay)/V(08)/DA(/F 12 Tf 0 g)"
NOTE = b"/Subtype/FreeText/Contents(08)/DA(/F 12 Tf 0 g)"
SIGNATURE = b"/Subtype/Widget/FT/Sig/T(ky)"


@pytest.mark.parametrize(
    ("kind", "looks"),
    [(TEXT_FIELD, True), (TEXT_FIELD, False), (NOTE, True), (NOTE, False)],
)
def test_fields_and_notes_are_read_also_where_they_have_no_looks_of_their_own(kind, looks):
    page = read_page(annotated(kind, looks=looks), 1, NoEngine())
    assert [line.text for line in page.lines] == ["Ngay 08 thang"]


def test_an_electronic_signature_is_located_and_not_read():
    page = read_page(annotated(SIGNATURE), 1, NoEngine())
    assert [line.text for line in page.lines] == ["Ngay thang"]
    assert [(frame.kind, frame.box.as_list()) for frame in page.frames] == [
        ("signature", [102.0, 130.0, 124.0, 146.0])
    ]


@pytest.mark.parametrize(
    ("font", "right"),
    [
        (".VnTime", "Thực hiện Kế hoạch của ủy ban nhân dân huyện về việc dọn vệ sinh đường làng"),
        (".VnTimeH", "KẾ HOẠCH CỦA ỦY BAN NHÂN DÂN HUYỆN"),
        (
            "VNI-Times",
            "Thực hiện Kế hoạch của Ủy ban nhân dân huyện về việc dọn vệ sinh đường làng",
        ),
    ],
)
def test_fonts_from_before_unicode_are_decoded(font, right):
    page = read_page(in_old_font(font, OLD[font]), 1, NoEngine())
    assert [line.text for line in page.lines] == [right]


def picture():
    page = np.full((1170, 827), 255, np.uint8)
    for y in range(100, 1000, 40):
        cv2.putText(page, "thuc hien ke hoach so 12 cua uy ban", (80, y), 0, 1.0, 0, 2)
    return cv2.imencode(".png", page)[1].tobytes()


@pytest.mark.parametrize("strips", [1, 4])
def test_the_layer_of_an_earlier_recognition_is_not_trusted(strips):
    def draw(canvas):
        image = ImageReader(io.BytesIO(picture()))
        text = canvas.beginText(72, 700)
        text.setTextRenderMode(3)
        for line in BODY * 6:
            text.textLine(line)
        canvas.drawText(text)
        for strip in range(strips):
            canvas.saveState()
            path = canvas.beginPath()
            height = 842 / strips
            path.rect(0, strip * height, 595, height)
            canvas.clipPath(path, stroke=0)
            canvas.drawImage(image, 0, 0, 595, 842)
            canvas.restoreState()
        canvas.drawString(72, 800, "Ký bởi: Văn phòng")

    assert not is_trusted(draw, body=())


def test_letters_drawn_as_curves_are_not_left_out():
    def draw(canvas):
        canvas.drawImage(ImageReader(io.BytesIO(picture())), 60, 60, 470, 660)
        canvas.drawString(300, 800, "2")

    assert not is_trusted(draw, body=())


def test_garbled_text_is_not_trusted():
    garbled = tuple("thực hịên kế hoạch tổ chjc thi hnàh cgủ nhiẹmn " * 2 for _ in BODY)
    assert not is_trusted(at(72, 700, "Số"), body=garbled)
    assert is_trusted(at(72, 700, "Số"))
