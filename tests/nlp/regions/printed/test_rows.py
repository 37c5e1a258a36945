from nlp.geometry import Box
from nlp.reading.page import Word
from nlp.regions.printed.rows import (
    level_rows,
    row_of,
    split_row,
    trimmed,
    without_noise,
    words_outside,
)
from nlp.regions.printed.sheet import sheet_of


def rows(draw, drawing, **options):
    return sheet_of(draw(drawing, **options)).rows


def test_pieces_at_one_height_are_one_line(draw):
    pieces = rows(draw, "@300|chế phối hợp~\n@90|Ban hành~\n@160|Quy\n@90|Dòng sau")
    assert [row.text for row in level_rows(pieces)] == ["Ban hành Quy chế phối hợp", "Dòng sau"]


def test_pieces_over_a_wide_blank_stay_apart(draw):
    pieces = rows(draw, "@90|Nơi nhận:~\n@400|GIÁM ĐỐC")
    assert [row.text for row in level_rows(pieces, 18.0)] == ["Nơi nhận:", "GIÁM ĐỐC"]


def test_a_row_is_split_at_its_wide_blanks(draw):
    (row,) = level_rows(rows(draw, "@90|Số: 5~\n@300|Lâm Hà"))
    assert [piece.text for piece in split_row(row, 30.0)] == ["Số: 5", "Lâm Hà"]


def test_specks_at_the_ends_are_trimmed(draw):
    (row,) = rows(draw, "@90|— „ SỞ Y TẾ ˆ .")
    assert trimmed(row).text == "SỞ Y TẾ"


def test_single_letters_read_badly_are_noise(draw):
    (row,) = rows(draw, "@90|CHỦ x TỊCH", confidence=0.5)
    assert without_noise(row).text == "CHỦ TỊCH"


def test_words_inside_a_box_leave_the_row(draw):
    (row,) = rows(draw, "@90|một hai ba")
    first = row.words[0].box
    assert words_outside(row, first).text == "hai ba"
    assert words_outside(row, row.box) is None


def test_a_low_dash_stands_on_the_line_of_the_words_beside_it():
    low = Box(160, 55.2, 164, 56.3)
    words = [("văn", Box(90, 50, 110, 58.7)), ("-", low), ("hội", Box(170, 50, 190, 60.4))]
    pieces = [row_of(1, (Word(text, box, 0.9, text),)) for text, box in words]
    assert [row.text for row in level_rows(pieces)] == ["văn - hội"]
