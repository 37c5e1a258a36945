import pytest

from nlp.geometry import Box
from nlp.reading.page import Frame, Line, Word
from nlp.regions.marks import find_marks
from nlp.regions.printed.sheet import sheet_of


def framed(text, confidence=0.8):
    words = tuple(
        Word(token, Box(100 + 30 * i, 100, 125 + 30 * i, 110), confidence, token)
        for i, token in enumerate(text.split())
    )
    return Frame("mark", Box(95, 95, 160, 115), "red", 0.0, 0.9, (Line(words),))


@pytest.mark.parametrize(
    ("printed", "kind", "value"),
    [
        ("HỎA TỐC", "urgency", "HỎA TỐC"),
        ("HOẢ TỐC", "urgency", "HỎA TỐC"),
        ("THƯỢNG KHẨN", "urgency", "THƯỢNG KHẨN"),
        ("KHẨN", "urgency", "KHẨN"),
        ("MẬT", "secrecy", "MẬT"),
        ("TỐI MẬT", "secrecy", "TỐI MẬT"),
        ("TUYỆT MẬT", "secrecy", "TUYỆT MẬT"),
        ("MAT", "secrecy", "MẬT"),
    ],
)
def test_a_mark_is_a_line_of_its_own_or_a_frame(draw, printed, kind, value):
    drawn = draw(f"l|Số: 5/CV-UB\nl b|{printed}\np|Nội dung văn bản.")
    for page in (drawn, draw("p|Nội dung văn bản.", frames=(framed(printed),))):
        (mark,), _ = find_marks(sheet_of(page))
        assert (mark.kind, mark.value.value) == (kind, value)


def test_a_damaged_mark_in_a_frame_is_still_known(draw):
    (mark,), _ = find_marks(sheet_of(draw("p|Nội dung.", frames=(framed("HỎA TÔỐ"),))))
    assert mark.value.value == "HỎA TỐC"


@pytest.mark.parametrize(
    "printed",
    [
        "p|Bảo đảm bí mật nhà nước.",
        "p|Khẩn trương thực hiện.",
        "c b|BẢO MẬT THÔNG TIN",
        "c b|MẶT TRẬN",
    ],
)
def test_running_text_is_no_mark(draw, printed):
    marks, _ = find_marks(sheet_of(draw(printed)))
    assert marks == ()


def test_the_words_of_a_mark_leave_the_page(draw):
    _, sheet = find_marks(sheet_of(draw("l b|MẬT~\n@300|Lâm Hà, ngày 2 tháng 3 năm 2024")))
    assert [row.text for row in sheet.rows] == ["Lâm Hà, ngày 2 tháng 3 năm 2024"]


@pytest.mark.parametrize(
    ("width", "top", "expected"),
    [(52, 100, ["MẬT"]), (115, 100, ["MẬT"]), (150, 100, []), (52, 600, [])],
)
def test_an_unreadable_frame_of_the_size_of_a_secret_mark_is_taken_for_one(
    draw, width, top, expected
):
    frame = Frame("mark", Box(150, top, 150 + width, top + 24), "red", 0.0, 0.9, ())
    marks, _ = find_marks(sheet_of(draw("p|Nội dung.", frames=(frame,))))
    assert [mark.value.value for mark in marks] == expected
    assert all(mark.value.confidence < 0.5 for mark in marks)


@pytest.mark.parametrize(
    ("scraps", "kind"),
    [
        ("KH", "urgency"),
        ("HAN", "urgency"),
        ("HOA", "urgency"),
        ("T", "secrecy"),
        ("M", "secrecy"),
        ("AT", "secrecy"),
        ("TUY", "secrecy"),
        ("MAI", "secrecy"),
    ],
)
def test_scraps_of_letters_tell_an_urgency_from_what_may_be_secret(draw, scraps, kind):
    (mark,), _ = find_marks(sheet_of(draw("p|Nội dung.", frames=(framed(scraps),))))
    assert mark.kind == kind


def test_an_urgency_that_was_hardly_read_is_left_to_the_clerk(draw):
    (mark,), _ = find_marks(sheet_of(draw("p|Nội dung.", frames=(framed("KH"),))))
    assert mark.value.confidence < 0.5


@pytest.mark.parametrize("printed", ["BẢN SAO", "DỰ THẢO", "BẢN CHÍNH"])
def test_a_frame_with_other_words_is_no_mark(draw, printed):
    assert find_marks(sheet_of(draw("p|Nội dung.", frames=(framed(printed),))))[0] == ()


@pytest.mark.parametrize("printed", ["MẶT TRẬN", "MẶTI TRẬN", "THÔNG BÁO"])
def test_a_frame_that_surely_says_other_words_is_no_mark_however_like_one(draw, printed):
    page = draw("p|Nội dung.", frames=(framed(printed, confidence=0.9),))
    assert find_marks(sheet_of(page))[0] == ()


def test_one_very_clear_word_that_no_mark_has_speaks_for_the_others(draw):
    frame = framed("MẶI TRẬN", confidence=0.84)
    assert find_marks(sheet_of(draw("p|Nội dung.", frames=(frame,))))[0] == ()


@pytest.mark.parametrize("printed", ["TỐI MẶT", "TUYỆT MAT"])
def test_a_mark_with_a_lost_sign_is_still_secret_however_surely_it_was_read(draw, printed):
    page = draw("p|Nội dung.", frames=(framed(printed, confidence=0.95),))
    (mark,), _ = find_marks(sheet_of(page))
    assert mark.kind == "secrecy"
