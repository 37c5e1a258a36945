from nlp.regions.furniture import clear_furniture
from nlp.regions.printed.sheet import sheet_of


def left(draw, *drawings):
    pages = [draw(drawing, number=number) for number, drawing in enumerate(drawings, start=1)]
    return [
        [row.text for row in sheet.rows] for sheet in clear_furniture([sheet_of(p) for p in pages])
    ]


def test_page_numbers_are_left_out(draw):
    assert left(draw, "p|Một.", "c|2\np|Hai.", "p|Ba.\nc|- 3 -") == [["Một."], ["Hai."], ["Ba."]]


def test_a_page_number_with_scraps_of_its_brackets_is_left_out(draw):
    assert left(draw, "p|Một.", "c|G2)\np|Hai.") == [["Một."], ["Hai."]]


def test_a_number_beside_other_text_stays(draw):
    assert left(draw, "@400|2~\n@90|Số lượng") == [["2", "Số lượng"]]


def test_running_heads_are_left_out(draw):
    pages = [f"c|SỔ TAY VĂN THƯ\n\np|Trang {word}." for word in ("một", "hai", "ba", "bốn")]
    assert left(draw, *pages) == [["Trang một."], ["Trang hai."], ["Trang ba."], ["Trang bốn."]]


def test_the_appearance_of_a_digital_signature_is_left_out(draw):
    drawing = """
    @400|Ký bởi: Ủy ban nhân dân tỉnh Lâm Hà
    @400|Cơ quan: tỉnh Lâm Hà
    @400|Thời gian ký: 12.03.2024 08:15:20 +07:00

    l b|ỦY BAN NHÂN DÂN
    """
    assert left(draw, drawing) == [["ỦY BAN NHÂN DÂN"]]


def test_specks_are_left_out(draw):
    assert left(draw, "p|Một.\n@300|— .\n@90|ˆ") == [["Một."]]


def test_an_address_at_the_edge_is_left_out(draw):
    assert left(draw, "l|https://vanban.vn/in/12 1/3\np|Một.") == [["Một."]]


def test_a_line_of_the_text_that_begins_with_an_address_stays(draw):
    drawing = "p|Cập nhật tại\nl|https://ditich.vn trước ngày 20/3/2024."
    assert left(draw, drawing) == [["Cập nhật tại", "https://ditich.vn trước ngày 20/3/2024."]]
