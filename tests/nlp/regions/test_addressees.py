from nlp.reading.plaintext import read_plain_text
from nlp.regions.addressees import find_addressees
from nlp.regions.printed.sheet import sheet_of


def read(draw, drawing):
    items, sheet = find_addressees(sheet_of(draw(drawing)))
    return [item.text for item in items], [row.text for row in sheet.rows]


BODY = "p|Thực hiện Công văn số 8/UBND-VP ngày 02/3/2024 của UBND tỉnh về việc trực bão và lũ."


def test_one_addressee_stands_beside_the_greeting(draw):
    assert read(draw, f"k|Kính gửi: Hội đồng nhân dân tỉnh\n\n{BODY}")[0] == [
        "Hội đồng nhân dân tỉnh"
    ]


def test_a_list_under_the_greeting_is_one_item_a_bullet(draw):
    drawing = f"""
    k|Kính gửi:
    @200|- Các sở, ban, ngành;
    @200|- UBND các huyện, thị xã, thành phố và các đơn vị
    @200|sự nghiệp trực thuộc.
    {BODY}
    """
    items, rest = read(draw, drawing)
    assert items == [
        "Các sở, ban, ngành;",
        "UBND các huyện, thị xã, thành phố và các đơn vị sự nghiệp trực thuộc.",
    ]
    assert len(rest) == 1


def test_a_list_may_begin_on_the_row_of_the_greeting(draw):
    drawing = f"@160|Kính gửi:~\n@230|- Sở Nội vụ;\n@230|- Sở Tài chính.\n{BODY}"
    assert read(draw, drawing)[0] == ["Sở Nội vụ;", "Sở Tài chính."]


def test_the_first_word_of_the_greeting_may_be_lost(draw):
    drawing = f"@160|gửi:~\n@230|- Sở Nội vụ;\n@230|- Sở Tài chính.\n{BODY}"
    assert read(draw, drawing)[0] == ["Sở Nội vụ;", "Sở Tài chính."]


def test_letters_within_the_greeting_may_be_lost(draw):
    drawing = f"@160|Kínhgử:~\n@230|- Sở Nội vụ;\n@230|- Sở Tài chính.\n{BODY}"
    assert read(draw, drawing)[0] == ["Sở Nội vụ;", "Sở Tài chính."]


def test_a_speck_between_greeting_and_list_is_nobody(draw):
    drawing = f"@160|Kính gửi~\n@310|h\n@230|- Sở Nội vụ;\n@230|- Sở Tài chính.\n{BODY}"
    assert read(draw, drawing)[0] == ["Sở Nội vụ;", "Sở Tài chính."]


def test_a_list_within_the_margin_opens_the_body_where_its_greeting_is_lost(draw):
    drawing = f"@230|- Sở Nội vụ;\n@230|- Các bệnh viện, trung tâm\n@230|y tế.\n{BODY}"
    items, rest = read(draw, drawing)
    assert items == ["Sở Nội vụ;", "Các bệnh viện, trung tâm y tế."]
    assert len(rest) == 1


def test_a_list_at_the_margin_opens_the_body_and_names_no_addressees(draw):
    drawing = f"p|- Căn cứ Luật Lưu trữ;\np|- Căn cứ Nghị định số 30/2020/NĐ-CP;\n{BODY}"
    assert read(draw, drawing)[0] == []


def test_what_they_are_called_together_is_no_addressee(draw):
    drawing = (
        f"k|Kính gửi:\n@200|- Sở Nội vụ;\n"
        f"@200|- Sở Y tế.\n@200|(Sau đây gọi chung là các Sở)\n{BODY}"
    )
    items, rest = read(draw, drawing)
    assert items == ["Sở Nội vụ;", "Sở Y tế."]
    assert len(rest) == 1


def test_a_telegram_names_its_addressees_after_the_colon(draw):
    drawing = (
        f"c b|ỦY BAN NHÂN DÂN TỈNH LÂM HÀ điện:\np|- Giám đốc Sở Y tế;\n"
        f"p|- Công an tỉnh.\n\n{BODY}"
    )
    assert read(draw, drawing)[0] == ["Giám đốc Sở Y tế;", "Công an tỉnh."]


def test_the_first_of_them_may_stand_beside_the_first_line_of_a_long_sender(draw):
    drawing = (
        f"@90|CHỦ TỊCH UBND~\n@260|- Giám đốc Sở Nội vụ;\n"
        f"@70|TỈNH LÂM HÀ điện:~\n@260|- Công an tỉnh.\n\n{BODY}"
    )
    assert read(draw, drawing)[0] == ["Giám đốc Sở Nội vụ;", "Công an tỉnh."]


def test_an_invitation_names_its_guests(draw):
    drawing = f"p|Kính mời: Ông Lò Văn Sơn, Trưởng phòng Nội vụ.\n{BODY}"
    assert read(draw, drawing)[0] == ["Ông Lò Văn Sơn, Trưởng phòng Nội vụ."]


def test_numbered_sections_are_no_addressees(draw):
    items, rest = read(
        draw, f"{BODY}\np|Sở Y tế trân trọng kính mời:\np|1. Thành phần:\np|- Ban Giám đốc."
    )
    assert items == []
    assert len(rest) == 4


def test_kinh_moi_may_be_torn_over_two_rows(draw):
    drawing = (
        f"{BODY}\np|Sở Xây dựng trân trọng kính\np|mời:\np|- Sở Tài chính;\np|- Công an tỉnh."
    )
    assert read(draw, drawing)[0] == ["Sở Tài chính;", "Công an tỉnh."]


def test_the_word_of_a_telegram_may_stand_alone(draw):
    drawing = f"p|ĐIỆN:\n@200|- Công an tỉnh;\n@200|- UBND các huyện ven biển.\n\n{BODY}"
    assert read(draw, drawing)[0] == ["Công an tỉnh;", "UBND các huyện ven biển."]


def test_a_list_of_places_wraps_to_the_margin(draw):
    first = "Kính gửi: Ủy ban nhân dân các tỉnh Gia Lai, Đắk Lắk, Kon Tum, Lâm Đồng, Phú Yên,"
    drawing = f"p|{first}\np|Bình Định, Quảng Ngãi, Quảng Nam.\n\n{BODY}"
    assert read(draw, drawing)[0] == [f"{first[10:]} Bình Định, Quảng Ngãi, Quảng Nam."]


def test_a_list_of_names_that_a_comma_breaks_off_goes_on_below(draw):
    drawing = f"p|Kính gửi: Trưởng trạm các xã An Bình, An Hòa,\np|An Lạc thuộc huyện.\n\n{BODY}"
    assert read(draw, drawing)[0] == ["Trưởng trạm các xã An Bình, An Hòa, An Lạc thuộc huyện."]


def test_in_plain_text_a_long_item_at_the_margin_goes_on_below():
    lines = (
        "Kính gửi:",
        "- Các ông, bà Giám đốc: Công ty Thủy lợi Sông Chu, Công ty Cấp nước Đông Hà, Công ty",
        "Môi trường đô thị.",
        "- Chủ tịch UBND các xã.",
        "",
        "Thực hiện Công văn số 8/UBND-VP ngày 02/3/2024 của UBND tỉnh về việc trực bão, lũ",
    )
    items, _ = find_addressees(sheet_of(read_plain_text("\n".join(lines).encode(), 1)))
    assert [item.text for item in items][1:] == ["Chủ tịch UBND các xã."]
    assert items[0].text.endswith("Công ty Môi trường đô thị.")
