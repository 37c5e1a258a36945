from dataclasses import replace

import pytest

from nlp.reading.page import Line
from nlp.reading.plaintext import read_plain_text
from nlp.regions.letterhead.find import find_letterhead, has_letterhead
from nlp.regions.printed.sheet import sheet_of

HEAD = """
l|UBND TỈNH LÂM HÀ~
r b|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
l b|SỞ Y TẾ~
r b|Độc lập - Tự do - Hạnh phúc
l|Số: 310/{symbol}~
r i|Lâm Hà, ngày 12 tháng 3 năm 2024
"""


def read(draw, drawing, **options):
    head, opening, _ = find_letterhead(sheet_of(draw(drawing, **options)))
    return head, [line.text for line in opening]


def organs(head):
    return [organ.text for organ in head.organs]


def test_the_two_columns_come_apart(draw):
    head, _ = read(draw, HEAD.format(symbol="KH-SYT") + "\nc b|KẾ HOẠCH\nc b|Khám sức khỏe\n")
    assert organs(head) == ["UBND TỈNH LÂM HÀ", "SỞ Y TẾ"]
    assert head.motto.text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"
    assert head.number.text == "Số: 310/KH-SYT"
    assert head.place_date.text == "Lâm Hà, ngày 12 tháng 3 năm 2024"
    assert head.type_name.text == "KẾ HOẠCH"
    assert head.subject.text == "Khám sức khỏe"


def test_columns_read_as_one_line_are_cut_at_the_motto(draw):
    drawing = """
    @90|UBND TỈNH LÂM HÀ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    @110 b|SỞ Y TẾ Độc lập - Tự do - Hạnh phúc
    @100|Số: 3/BC-SYT~
    @300 i|Lâm Hà, ngày 12 tháng 3 năm 2024
    """
    head, _ = read(draw, drawing)
    assert organs(head)[0] == "UBND TỈNH LÂM HÀ"
    assert head.number.text == "Số: 3/BC-SYT"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["l b|ỦY BAN NHÂN DÂN", "l b|TỈNH BẮC KẠN"], ["ỦY BAN NHÂN DÂN TỈNH BẮC KẠN"]),
        (
            ["l|HỘI LHPN TỈNH LÂM HÀ", "l b|HỘI LIÊN HIỆP PHỤ NỮ", "l b|HUYỆN ĐỨC LINH"],
            ["HỘI LHPN TỈNH LÂM HÀ", "HỘI LIÊN HIỆP PHỤ NỮ HUYỆN ĐỨC LINH"],
        ),
        (["l|UBND TỈNH LÂM HÀ", "l|SỞ TƯ PHÁP"], ["UBND TỈNH LÂM HÀ", "SỞ TƯ PHÁP"]),
        (
            ["l b|BỘ LAO ĐỘNG - THƯƠNG BINH", "l b|VÀ XÃ HỘI"],
            ["BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI"],
        ),
        (["l b|SỞ NỘI VỤ -", "l b|SỞ TÀI CHÍNH"], ["SỞ NỘI VỤ - SỞ TÀI CHÍNH"]),
        (["l b|CHỦ TỊCH", "l b|ỦY BAN NHÂN DÂN", "l b|XÃ AN LẠC"], None),
        (
            ["l|UBND XÃ AN LẠC", "l b|BAN CHỈ ĐẠO", "l b|PHÒNG, CHỐNG THIÊN TAI"],
            ["UBND XÃ AN LẠC", "BAN CHỈ ĐẠO PHÒNG, CHỐNG THIÊN TAI"],
        ),
        (["l b|BỘ CÔNG THƯƠNG"], ["BỘ CÔNG THƯƠNG"]),
    ],
)
def test_names_of_organs_are_joined_and_parted(draw, lines, expected):
    motto = "~\nr b|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    rest = "\n".join(lines[1:])
    drawing = f"{lines[0]}{motto}{rest}\nl|Số: 5/TB-VP~\nr i|Lâm Hà, ngày 2 tháng 3 năm 2024"
    head, _ = read(draw, drawing)
    assert organs(head) == (expected or ["CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN LẠC"])


def test_the_subject_of_an_official_letter_stands_under_its_number(draw):
    about = "l|V/v góp ý dự thảo Quy chế\nl|làm việc của Ban Chỉ đạo\n\nk|Kính gửi: Sở Tư pháp.\n"
    head, _ = read(draw, HEAD.format(symbol="SYT-VP") + about)
    assert head.type_name is None
    assert head.subject.text == "V/v góp ý dự thảo Quy chế làm việc của Ban Chỉ đạo"


def test_a_line_of_the_subject_is_cut_from_the_date_beside_it():
    lines = (
        "SỞ Y TẾ LÂM HÀ                            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 310/SYT-VP                                Độc lập - Tự do - Hạnh phúc",
        "V/v lịch trực cấp cứu dịp nghỉ lễ 30/4    Lâm Hà, ngày 12 tháng 3 năm 2024",
    )
    head, _, _ = find_letterhead(sheet_of(read_plain_text("\n".join(lines).encode(), 1)))
    assert head.subject.text == "V/v lịch trực cấp cứu dịp nghỉ lễ 30/4"
    assert head.place_date.text == "Lâm Hà, ngày 12 tháng 3 năm 2024"


def test_the_subject_ends_where_the_body_begins(draw):
    body = """
    c b|THÔNG BÁO
    c b|Lịch trực bão số 3
    c b|trên địa bàn tỉnh (đợt 2)

    p|Căn cứ Công văn số 8/UBND-VP ngày 02/3/2024 của UBND tỉnh về trực bão, Sở Y tế
    n|thông báo lịch trực như sau:
    """
    head, _ = read(draw, HEAD.format(symbol="TB-SYT") + body)
    assert head.subject.text == "Lịch trực bão số 3 trên địa bàn tỉnh (đợt 2)"


def test_spaced_and_damaged_names_of_kinds_are_known(draw):
    for printed in ("K Ế H O Ạ C H", "KÊ HOACH"):
        head, _ = read(
            draw, HEAD.format(symbol="KH-SYT") + f"\nc b|{printed}\nc b|Khám sức khỏe\n"
        )
        assert head.type_name.text == printed
        assert head.subject.text == "Khám sức khỏe"


def test_the_organ_that_decides_is_the_opening(draw):
    body = """
    c b|QUYẾT ĐỊNH
    c b|Về việc kiện toàn Hội đồng

    c b|GIÁM ĐỐC SỞ Y TẾ
    p i|Căn cứ Luật Tổ chức chính quyền địa phương;
    """
    head, opening = read(draw, HEAD.format(symbol="QĐ-SYT") + body)
    assert head.subject.text == "Về việc kiện toàn Hội đồng"
    assert opening == ["GIÁM ĐỐC SỞ Y TẾ"]


def test_the_letterhead_of_the_party_has_its_own_motto(draw):
    drawing = """
    l|HUYỆN ỦY ĐỨC LINH~
    r b|ĐẢNG CỘNG SẢN VIỆT NAM
    l b|BAN TỔ CHỨC
    l|*
    l|Số 12-HD/BTC~
    r i|Đức Linh, ngày 05 tháng 3 năm 2024

    c b|HƯỚNG DẪN
    c b|Công tác phát triển đảng viên
    """
    head, _ = read(draw, drawing)
    assert organs(head) == ["HUYỆN ỦY ĐỨC LINH", "BAN TỔ CHỨC"]
    assert head.motto.text == "ĐẢNG CỘNG SẢN VIỆT NAM"
    assert head.number.text == "Số 12-HD/BTC"
    assert head.place_date.text == "Đức Linh, ngày 05 tháng 3 năm 2024"


def test_plain_lines_without_columns_are_read_in_order(draw):
    drawing = """
    n|Số: 2873/KH-UBND

    n|Vĩnh Tường, ngày 08 tháng 11 năm 2018

    n|KẾ HOẠCH

    n|Triển khai Tháng hành động
    n|trên địa bàn huyện

    n|Thực hiện Kế hoạch số 8271/KH-UBND ngày 24/10/2018 của UBND tỉnh về việc này;
    """
    head, _ = read(draw, drawing)
    assert head.number.text == "Số: 2873/KH-UBND"
    assert head.place_date.text == "Vĩnh Tường, ngày 08 tháng 11 năm 2018"
    assert head.subject.text == "Triển khai Tháng hành động trên địa bàn huyện"


def test_a_page_without_number_of_its_own_has_no_letterhead(draw):
    assert has_letterhead(sheet_of(draw(HEAD.format(symbol="KH-SYT"))))
    assert not has_letterhead(sheet_of(draw("c b|PHỤ LỤC\nc i|(Kèm theo Kế hoạch số 3/KH-SYT)")))


def test_a_row_of_stars_below_the_organ_is_no_name(draw):
    drawing = HEAD.format(symbol="KH-SYT").replace("l|Số", "l|zksk>kzksksk\nl|Số")
    page = draw(drawing + "\nc b|KẾ HOẠCH\nc b|Khám sức khỏe\n")
    stars = next(line for line in page.lines if line.text.startswith("zk"))
    unsure = Line(tuple(replace(word, confidence=0.05) for word in stars.words))
    lines = tuple(unsure if line is stars else line for line in page.lines)
    head, *_ = find_letterhead(sheet_of(replace(page, lines=lines)))
    assert organs(head) == ["UBND TỈNH LÂM HÀ", "SỞ Y TẾ"]


def test_a_line_of_the_body_that_ends_like_a_motto_is_not_cut():
    lines = (
        "NGÂN HÀNG NHÀ NƯỚC                        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 11/CT-NHNN                                Độc lập - Tự do - Hạnh phúc",
        "                                          Hà Nội, ngày 04 tháng 3 năm 2021",
        "",
        "Thống đốc yêu cầu các vụ, cục và các đơn vị thuộc Ngân hàng Nhà nước Việt Nam thực hiện:",
    )
    _, _, sheet = find_letterhead(sheet_of(read_plain_text("\n".join(lines).encode(), 1)))
    assert sheet.rows[-1].text == lines[-1]


def test_the_body_of_a_letter_without_subject_is_no_subject():
    lines = (
        "SỞ Y TẾ LÂM HÀ                            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 310/SYT-VP                            Lâm Hà, ngày 12 tháng 3 năm 2024",
        "",
        "              Kính gửi: Trung tâm Y tế huyện Đạ Huoai.",
        "",
        "     Về đề nghị của Trung tâm tại văn bản số 41/TTYT ngày 02 tháng 3 năm 2024, Sở Y tế",
        "có ý kiến như sau:",
    )
    head, _, _ = find_letterhead(sheet_of(read_plain_text("\n".join(lines).encode(), 1)))
    assert head.subject is None


def test_in_plain_text_a_line_with_about_next_to_the_number_is_the_subject():
    lines = [
        "SỞ NỘI VỤ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 88/SNV-VP",
        "Về việc trực lễ",
        "ở các xã",
        "KHẨN",
        "Hà Nam, ngày 02 tháng 3 năm 2021",
        "",
        "Kính gửi: Các phòng",
    ]
    head, _, _ = find_letterhead(sheet_of(read_plain_text("\n".join(lines).encode(), 1)))
    assert head.subject is not None
    assert head.subject.text == "Về việc trực lễ ở các xã"


def test_columns_of_plain_text_may_be_set_narrowly():
    lines = (
        "ỦY BAN NHÂN DÂN               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "XÃ LÂM HÀ                     Độc lập - Tự do - Hạnh phúc",
        "Số: 31/UBND-VP                Lâm Hà, ngày 12 tháng 3 năm 2024",
        "V/v lịch trực cấp cứu và trực bão trong dịp",
        "nghỉ lễ 30/4",
        "",
        "Kính gửi: Trạm Y tế.",
    )
    head, _, _ = find_letterhead(sheet_of(read_plain_text("\n".join(lines).encode(), 1)))
    assert organs(head) == ["ỦY BAN NHÂN DÂN XÃ LÂM HÀ"]
    assert head.subject.text == "V/v lịch trực cấp cứu và trực bão trong dịp nghỉ lễ 30/4"
