from dataclasses import replace

import pytest

from nlp.geometry import Box
from nlp.reading.page import Line
from nlp.regions.outline.find import find_items
from nlp.regions.printed.sheet import sheet_of


def read(draw, *drawings):
    pages = [draw(drawing, number=number) for number, drawing in enumerate(drawings, start=1)]
    return find_items([sheet_of(page) for page in pages], (), 0)


def outline(items):
    return [(item.level, item.marker, item.passage.text) for item in items]


WIDE = (
    "p|Sở Y tế ban hành Kế hoạch kiểm tra việc chấp hành pháp luật về dược năm 2024\n"
    "n|trên địa bàn toàn tỉnh với các nội dung, thời gian và phân công trách nhiệm cụ\n"
    "n|thể của từng phòng chuyên môn, đơn vị trực thuộc và Trung tâm Y tế các huyện,\n"
    "n|thị xã, thành phố như sau:\n"
)


def test_lines_of_a_paragraph_are_joined(draw):
    (item,) = read(draw, WIDE)
    assert item.passage.text.startswith("Sở Y tế ban hành Kế hoạch kiểm tra việc chấp hành")
    assert item.passage.text.endswith("như sau:")


def test_a_plan_has_four_levels(draw):
    items = read(
        draw,
        WIDE
        + """
        p b|I. MỤC ĐÍCH, YÊU CẦU
        p b|1. Mục đích
        p|a) Nâng cao nhận thức:
        p|- Của cán bộ;
        p|+ Cấp tỉnh;
        p|- Của người dân.
        p|b) Phòng ngừa vi phạm.
        p b|2. Yêu cầu
        p|Kiểm tra đúng đối tượng.
        p b|II. NỘI DUNG
        p|1. Kiểm tra hồ sơ.
        p|2. Kiểm tra thực tế.
        """,
    )
    assert outline(items)[1:] == [
        (0, "I.", "MỤC ĐÍCH, YÊU CẦU"),
        (1, "1.", "Mục đích"),
        (2, "a)", "Nâng cao nhận thức:"),
        (3, "-", "Của cán bộ;"),
        (4, "+", "Cấp tỉnh;"),
        (3, "-", "Của người dân."),
        (2, "b)", "Phòng ngừa vi phạm."),
        (1, "2.", "Yêu cầu"),
        (2, "", "Kiểm tra đúng đối tượng."),
        (0, "II.", "NỘI DUNG"),
        (1, "1.", "Kiểm tra hồ sơ."),
        (1, "2.", "Kiểm tra thực tế."),
    ]
    assert [item.is_heading for item in items[1:5]] == [True, True, True, False]
    parents = [items[item.parent].marker for item in items if item.parent >= 0]
    assert parents == ["I.", "1.", "a)", "-", "a)", "1.", "I.", "2.", "II.", "II."]


def test_articles_hold_clauses_and_points(draw):
    items = read(
        draw,
        WIDE
        + """
        c b|Chương I
        c b|QUY ĐỊNH CHUNG
        p b|Điều 1. Phạm vi điều chỉnh
        p|1. Quy chế này quy định việc họp.
        p|a) Họp giao ban;
        p|b) Họp đột xuất.
        p b|Điều 2. Hiệu lực
        p|Có hiệu lực từ ngày ký.
        """,
    )
    assert outline(items)[1:] == [
        (0, "Chương I", "QUY ĐỊNH CHUNG"),
        (1, "Điều 1.", "Phạm vi điều chỉnh"),
        (2, "1.", "Quy chế này quy định việc họp."),
        (3, "a)", "Họp giao ban;"),
        (3, "b)", "Họp đột xuất."),
        (1, "Điều 2.", "Hiệu lực"),
        (2, "", "Có hiệu lực từ ngày ký."),
    ]


def test_a_paragraph_goes_on_over_the_page_end(draw):
    items = read(
        draw,
        WIDE + "p|- Phòng Nghiệp vụ Dược chủ trì, phối hợp với Thanh tra Sở và Trung tâm Kiểm",
        "n|nghiệm xây dựng lịch kiểm tra chi tiết gửi các đơn vị trước ngày 15/4/2024 và tổng\n"
        "n|hợp kết quả.\np|- Văn phòng Sở bố trí xe.\n" + WIDE,
    )
    assert items[1].passage.text.endswith(
        "Trung tâm Kiểm nghiệm xây dựng lịch kiểm tra chi tiết "
        "gửi các đơn vị trước ngày 15/4/2024 và tổng hợp kết quả."
    )
    assert items[1].passage.words[-1].page == 2
    assert items[2].passage.text == "Văn phòng Sở bố trí xe."


def test_a_dash_at_a_line_start_inside_a_sentence_is_no_bullet(draw):
    items = read(
        draw,
        WIDE
        + "p|Thực hiện Kế hoạch số 48/KH-UBND của Ủy ban nhân dân tỉnh cho giai đoạn 2021\n"
        + "n|- 2025, Sở Y tế tổ chức kiểm tra.\n",
    )
    assert items[1].passage.text.endswith("giai đoạn 2021 - 2025, Sở Y tế tổ chức kiểm tra.")


def test_a_heading_broken_over_two_lines_is_one(draw):
    items = read(
        draw,
        WIDE
        + "p b|1. Thủ trưởng các sở, ban, ngành; Chủ tịch Ủy ban nhân dân các huyện, thành\n"
        + "n b|phố\np|a) Ban hành kế hoạch.\n",
    )
    assert items[1].is_heading
    assert items[1].passage.text.endswith("các huyện, thành phố")


def test_a_bold_heading_that_the_text_runs_on_from_stands_alone(draw):
    items = read(draw, WIDE + "p|*2.4. *Kinh *phí *thực *hiện: theo quy định hiện hành.\n")
    assert outline(items)[1:] == [
        (0, "2.4.", "Kinh phí thực hiện:"),
        (1, "", "theo quy định hiện hành."),
    ]
    assert items[1].is_heading


@pytest.mark.parametrize(
    ("second", "third"), [("H. NỘI DUNG", "HI. TỔ CHỨC"), ("Il. NỘI DUNG", "III. TỔ CHỨC")]
)
def test_damaged_numerals_stay_in_their_row(draw, second, third):
    items = read(draw, WIDE + f"p|I. MỤC ĐÍCH\np|Một.\np|{second}\np|Hai.\np|{third}\np|Ba.\n")
    assert [item.level for item in items[1:]] == [0, 1, 0, 1, 0, 1]


def test_a_first_numeral_that_was_misread_is_told_by_the_second(draw):
    items = read(
        draw,
        WIDE + "p|L. Mục đích\np|1. Rèn luyện.\np|2. Thi đua.\np|II. Yêu cầu\np|1. An toàn.\n",
    )
    assert [item.level for item in items[1:]] == [0, 1, 1, 0, 1]


def test_a_count_that_begins_anew_stands_below_a_roman_one(draw):
    items = read(
        draw,
        WIDE + "p|1. Đối với cấp tỉnh\np|1. Rà soát hồ sơ.\np|2. Gửi báo cáo.\n"
        "p|TT. Đối với cấp xã\np|1. Lập danh sách.\np|2. Niêm yết công khai.\n"
        "p|TII. Các phòng thuộc Sở\np|1. Văn phòng bố trí xe.\n",
    )
    assert [item.level for item in items[1:]] == [0, 1, 1, 0, 1, 1, 0, 1]
    assert [item.marker for item in items if item.level == 0][1:] == ["1.", "TT.", "TII."]


def test_a_list_below_a_list_keeps_its_digits(draw):
    items = read(
        draw,
        WIDE
        + "p|1. Cấp tỉnh\np|1. Rà soát.\np|2. Báo cáo.\np|2. Cấp xã\np|TT. Kế Sách cử người.\n",
    )
    assert "TT." not in [item.marker for item in items]


def test_unnumbered_headings_open_what_follows(draw):
    items = read(
        draw, WIDE + "c b|ĐẶT VẤN ĐỀ\np|Tình hình chung.\np b|Cấp tỉnh\np|- Một.\np|- Hai.\n"
    )
    assert [item.is_heading for item in items[1:]] == [True, False, True, False, False]
    assert [item.parent for item in items[1:]] == [-1, 1, 1, 3, 3]


def test_lists_hang_on_the_paragraph_that_introduces_them(draw):
    items = read(
        draw, WIDE + "p b|2. Về hồ sơ\np|Đề nghị đơn vị:\np|a) Bổ sung hồ sơ;\np|b) Lấy ý kiến.\n"
    )
    assert [item.parent for item in items[1:]] == [-1, 1, 2, 2]


def test_the_last_words_speak_for_the_whole_document(draw):
    items = read(
        draw,
        WIDE
        + "p b|1. Cấp huyện\np|- Gửi báo cáo.\np|Yêu cầu các đơn vị nghiêm túc thực hiện./.\n",
    )
    assert items[-1].parent == -1


def test_a_list_goes_on_behind_a_paragraph_between(draw):
    items = read(
        draw,
        WIDE + "p|1. Thực hiện các việc sau:\np|a) Một;\np|b) Hai.\n"
        "p|Riêng cấp xã tự bố trí kinh phí.\np|c) Ba.\n",
    )
    assert [item.parent for item in items[1:]] == [-1, 1, 1, 1, 1]


def test_the_formula_of_a_decision_opens_nothing(draw):
    items = read(
        draw, WIDE + "c b|QUYẾT ĐỊNH:\np|Điều 1. Ban hành Quy chế.\np|Điều 2. Giao Sở Y tế.\n"
    )
    assert [item.parent for item in items[1:]] == [-1, -1, -1]
    assert not items[1].is_heading


def test_a_lettered_item_begins_below_a_heading_that_fills_its_line(draw):
    items = read(
        draw,
        """
        p b|1. Đối với Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương có biển
        p|a) Rà soát hồ sơ tàu cá; cấp phép khai thác.
        p|b) Lắp thiết bị giám sát.
        """,
    )
    assert [item.marker for item in items] == ["1.", "a)", "b)"]


def on_grid(page, *lines):
    """The page with its lines on these lines of a grid, as plain text has them."""
    moved = []
    for line, at in zip(page.lines, lines, strict=True):
        top = 50.0 + 18.0 * at
        boxes = [Box(word.box.x0, top, word.box.x1, top + 13.0) for word in line.words]
        words = zip(line.words, boxes, strict=True)
        moved.append(Line(tuple(replace(word, box=box) for word, box in words)))
    return replace(page, lines=tuple(moved))


def test_a_blank_line_of_plain_text_parts_paragraphs_though_most_lines_have_one(draw):
    page = draw(
        """
        n|Sở Y tế yêu cầu các đơn vị trong ngành nghiêm túc thực hiện các nội dung sau đây
        n|Kiểm tra hồ sơ của người bệnh
        n|Bố trí đủ người trực trong những ngày nghỉ lễ và báo cáo kết quả về Sở Y tế qua
        n|Văn phòng
        n|Trực cấp cứu
        n|Niêm yết giá dịch vụ ở nơi dễ thấy, trả lời phản ánh của người bệnh và người nhà của
        n|người bệnh
        """
    )
    items = find_items([sheet_of(on_grid(page, 0, 2, 4, 5, 7, 9, 10))], (), 0)
    assert len(items) == 5


def test_blank_lines_part_full_paragraphs_also_where_most_lines_have_one(draw):
    full = "n|{} kiểm tra trạm bơm, kênh mương ở các xã, báo cáo kết quả đúng thời hạn đã giao.\n"
    ended = full.replace(" đúng thời hạn đã giao", "")
    rows = [
        full.format("Hạt Kiểm lâm"),
        full.format("Đội Quản lý") + ended.format("Đội Cơ động"),
        full.format("Phòng Nội vụ"),
        full.format("Trạm Thú y xã") + ended.format("Đội Thú y"),
        full.format("Chi cục Thuế"),
    ]
    assert len(read(draw, "\n\n\n".join(rows))) == len(rows)


def test_a_name_behind_a_whole_sentence_of_its_list_heads_what_follows(draw):
    items = read(
        draw,
        WIDE
        + """
        p b|I. TỔ CHỨC THỰC HIỆN
        p|1. Phòng Nội vụ tham mưu khen thưởng.
        p|2. Các trạm y tế
        p|Lập danh sách trẻ cần tiêm xong trước ngày 10/3/2024./.
        """,
    )
    assert outline(items)[-2:] == [
        (1, "2.", "Các trạm y tế"),
        (2, "", "Lập danh sách trẻ cần tiêm xong trước ngày 10/3/2024./."),
    ]


def test_the_closing_behind_a_list_of_names_is_under_none(draw):
    items = read(
        draw,
        WIDE
        + """
        p b|I. THÀNH PHẦN
        p|1. Lãnh đạo Sở.
        p|2. Các trạm y tế
        p|Trên đây là Kế hoạch của Sở Y tế, đề nghị các đơn vị thực hiện./.
        """,
    )
    assert outline(items)[-1][0] == 0
