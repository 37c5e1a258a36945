from hypothesis import given
from hypothesis import strategies as st

from nlp.geometry import Box
from nlp.reading.grid import find_grids
from nlp.reading.lines import order_lines
from nlp.reading.page import Word

WIDTH, EM = 595.0, 12.0


def row(text, x, top, size=12.0, letter=6.0):
    """The words of a text set from x on, each letter six points wide."""
    words = []
    for part in text.split():
        words.append(Word(part, Box(x, top, x + len(part) * letter, top + size), 1.0, part))
        x += (len(part) + 0.6) * letter
    return words


def texts(words, rulings=()):
    return [line.text for line in order_lines(words, rulings, WIDTH, EM)]


def test_the_left_column_of_a_letterhead_is_read_before_the_right():
    words = [
        *row("SỞ Y TẾ", 100, 50),
        *row("CỘNG HÒA XÃ HỘI", 300, 50),
        *row("Số: 12/SYT", 100, 70),
        *row("Huế, ngày 5", 320, 72),
        *row("V/v trực Tết", 90, 90),
        *row("Kính gửi: các đơn vị trực thuộc Sở và phòng y tế", 120, 130),
    ]
    assert texts(words) == [
        "SỞ Y TẾ",
        "Số: 12/SYT",
        "V/v trực Tết",
        "CỘNG HÒA XÃ HỘI",
        "Huế, ngày 5",
        "Kính gửi: các đơn vị trực thuộc Sở và phòng y tế",
    ]


def test_a_full_line_over_a_gutter_is_not_cut_where_its_spaces_are_even():
    words = [
        *row("Các đơn vị báo cáo kết quả về Sở trước ngày hai mươi", 80, 50),
        *row("Nơi nhận:", 80, 70),
        *row("GIÁM ĐỐC", 380, 70),
    ]
    assert texts(words)[0] == "Các đơn vị báo cáo kết quả về Sở trước ngày hai mươi"
    assert texts(words)[1:] == ["Nơi nhận:", "GIÁM ĐỐC"]


def test_a_row_that_climbs_stays_one_line():
    words = [
        Word(
            str(step), Box(80 + 40 * step, 100 - 2 * step, 116 + 40 * step, 112 - 2 * step), 1, ""
        )
        for step in range(10)
    ]
    assert texts(words) == ["0 1 2 3 4 5 6 7 8 9"]


def ruled(columns, rows):
    level = [Box(columns[0], y, columns[-1], y + 0.5) for y in rows]
    return level + [Box(x, rows[0], x + 0.5, rows[-1]) for x in columns]


def test_table_cells_are_read_row_by_row_and_never_joined():
    words = [
        *row("trước", 60, 40),
        *row("Tổ chức", 105, 105),
        *row("Sở Y tế", 205, 105),
        *row("hội nghị", 105, 120),
        *row("Báo cáo", 105, 155),
        *row("sau", 60, 250),
    ]
    found = texts(words, ruled((100, 200, 300), (100, 150, 200)))
    assert found == ["trước", "Tổ chức", "hội nghị", "Sở Y tế", "Báo cáo", "sau"]


def test_a_merged_cell_has_one_name():
    rulings = [
        *ruled((100, 200, 300), (150, 200)),
        Box(100, 100, 300, 100.5),
        Box(100, 100, 100.5, 150),
        Box(300, 100, 300.5, 150),
    ]
    (grid,) = find_grids(rulings)
    assert grid.cell_at(120, 120) == grid.cell_at(280, 120)
    assert grid.cell_at(120, 170) != grid.cell_at(280, 170)


boxes = st.tuples(st.floats(0, 500), st.floats(0, 800), st.floats(1, 90), st.floats(1, 30)).map(
    lambda item: Box(item[0], item[1], item[0] + item[2], item[1] + item[3])
)


@given(st.lists(boxes, max_size=25), st.lists(boxes, max_size=6))
def test_each_word_stands_in_exactly_one_line(places, rulings):
    words = [Word(str(number), box, 1.0, "") for number, box in enumerate(places)]
    lines = order_lines(words, rulings, WIDTH, EM)
    found = [word.text for line in lines for word in line.words]
    assert sorted(found) == sorted(word.text for word in words)


def test_a_field_that_a_pen_filled_does_not_cut_its_line():
    words = [
        *row("Số:", 90, 60),
        *row("/KH-UBND", 140, 60),
        *row("Huế, ngày", 310, 60),
        *row("tháng 5 năm 2021", 400, 60),
    ]
    assert texts(words) == ["Số: /KH-UBND", "Huế, ngày tháng 5 năm 2021"]
