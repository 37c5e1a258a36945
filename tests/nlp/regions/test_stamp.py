from nlp.geometry import Box
from nlp.reading.page import Frame, Line, Slot, Word
from nlp.regions.printed.sheet import sheet_of
from nlp.regions.stamp import find_stamp


def line(text, x0, top, confidence=0.9):
    words = []
    for token in text.split():
        words.append(Word(token, Box(x0, top, x0 + 6 * len(token), top + 10), confidence, token))
        x0 += 6 * len(token) + 4
    return Line(tuple(words))


def text(passage):
    return None if passage is None else passage.text


def test_a_framed_stamp_is_read_from_its_own_lines(draw):
    box = Box(20, 120, 165, 220)
    frame = Frame(
        "stamp",
        box,
        "red",
        1.5,
        0.9,
        (
            line("UBND HUYỆN ĐỨC LINH", 30, 125),
            line("ĐẾN Số: 0412", 30, 145),
            line("Ngày: 9/3/24", 70, 160),
            line("Chuyển: PCT Hà", 30, 180),
            line("Số và ký hiệu HS: 15/VX", 30, 200),
        ),
    )
    slots = (
        Slot("arrival_number", box, "0412", 0.9, is_handwritten=True),
        Slot("arrival_date", box, "9/3/24", 0.8, is_handwritten=True),
    )
    stamp, _ = find_stamp(sheet_of(draw("p|Nội dung.", frames=(frame,), slots=slots)))
    assert text(stamp.organisation) == "UBND HUYỆN ĐỨC LINH"
    assert text(stamp.number) == "0412"
    assert text(stamp.date) == "9/3/24"
    assert text(stamp.forwarded_to) == "PCT Hà"
    assert text(stamp.file_number) == "15/VX"
    assert stamp.number_slot is slots[0]
    assert stamp.date_slot is slots[1]


def test_handwriting_left_inside_the_frame_is_not_text_of_the_page(draw):
    frame = Frame("stamp", Box(20, 45, 165, 120), "red", 0.0, 0.9, ())
    page = draw(
        "@60|1x8\np|Dòng chữ chạy dài dưới con dấu và ra khỏi khung của nó.", frames=(frame,)
    )
    _, sheet = find_stamp(sheet_of(page))
    assert [row.text for row in sheet.rows] == [
        "Dòng chữ chạy dài dưới con dấu và ra khỏi khung của nó."
    ]


def test_a_stamp_read_between_the_lines_comes_apart(draw):
    page = draw(
        """
        n|Số: 210/KH-UBND

        n|TRUNG TÂM VĂN HÓA HUYỆN ĐỨC LINH

        n|Số: 210
        n|ĐẾN Ngày: 9/11/2018

        n|Chuyên:

        n|Lưu hồ sơ số: 7
        n|KẾ HOẠCH
        """
    )
    stamp, sheet = find_stamp(sheet_of(page))
    assert text(stamp.organisation) == "TRUNG TÂM VĂN HÓA HUYỆN ĐỨC LINH"
    assert text(stamp.number) == "210"
    assert text(stamp.date) == "9/11/2018"
    assert stamp.forwarded_to is None
    assert text(stamp.file_number) == "7"
    assert [row.text for row in sheet.rows] == ["Số: 210/KH-UBND", "KẾ HOẠCH"]


def test_the_word_arrival_in_running_text_is_no_stamp(draw):
    page = draw("p|Công văn ĐẾN phải được đăng ký trong ngày.\nn|Chuyển ngay cho lãnh đạo.")
    stamp, sheet = find_stamp(sheet_of(page))
    assert stamp is None
    assert len(sheet.rows) == 2


def test_a_dotted_line_is_no_value(draw):
    page = draw(
        "@90|SỞ Y TẾ LÂM HÀ\n@90|ĐẾN~\n@130|Số: ........\n@130|Ngày: 7/3/2024\n@90|Chuyển: ....."
    )
    stamp, _ = find_stamp(sheet_of(page))
    assert stamp.number is None
    assert stamp.forwarded_to is None
    assert text(stamp.date) == "7/3/2024"
