from nlp.regions.printed.sheet import sheet_of, text_block

LONG = "Sở Y tế đề nghị các đơn vị thực hiện đúng nội dung Kế hoạch này và báo cáo"


def test_the_margins_are_those_that_lines_share(draw):
    page = draw(f"p|{LONG}\nn|{LONG} đúng hạn.\np|{LONG}\nn|{LONG}\n@4|{LONG}\n")
    left, right = text_block(sheet_of(page).rows, page.width)
    assert left == 85.0
    assert right > 500


def test_a_page_with_few_lines_has_the_usual_margins(draw):
    sheet = sheet_of(draw("c b|PHỤ LỤC\nc i|(Kèm theo Kế hoạch số 3/KH-SYT ngày 2/3/2024)"))
    assert sheet.left < 100
    assert sheet.right > 500


def test_the_last_lines_of_paragraphs_tell_the_margin_too(draw):
    wide = f"{LONG} theo đúng quy định."
    drawing = "\n".join([f"p|{wide}\nn|hạn đã nêu." for _ in range(3)] + [f"p|{wide}"] * 3)
    page = draw(drawing)
    assert text_block(sheet_of(page).rows, page.width)[0] == 85.0
