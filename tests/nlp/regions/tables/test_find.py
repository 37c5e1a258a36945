import pytest

from nlp.geometry import Box
from nlp.regions.printed.sheet import sheet_of
from nlp.regions.tables.find import find_tables

XS = (85.0, 120.0, 290.0, 420.0, 545.0)


def rules(xs, ys, *, outer=True):
    across = [Box(xs[0], y, xs[-1], y + 0.7) for y in ys]
    down = [Box(x, ys[0], x + 0.7, ys[-1]) for x in (xs if outer else xs[1:-1])]
    return [*across, *down]


def cells(table):
    rows: list[list[str]] = [[] for _ in range(table.row_count)]
    for cell in table.cells:
        rows[cell.row].append("" if cell.passage is None else cell.passage.text)
    return rows


FIRST = """
@88 b|TT~
@130 b|Nội dung~
@300 b|Đơn vị~
@430 b|Thời gian
@88|1~
@130|Kiểm tra bệnh viện~
@300|Thanh tra Sở~
@430|Tháng 4/2024
@88|2~
@130|Kiểm tra nhà thuốc~
@300|Phòng NVD~
@430|Quý III/2024
@130|tư nhân trên địa bàn
"""
SECOND = """
@130|và cơ sở bán buôn~
@430|(đợt 1)
@88|3~
@130|Tổng kết~
@300|Văn phòng Sở~
@430|15/12/2024
"""


def first_rules(*, outer=True):
    return rules(XS, (47.0, 65.0, 83.0, 119.0), outer=outer)


@pytest.mark.parametrize("outer", [True, False])
def test_cells_of_several_lines_are_read_by_their_rulings(draw, outer):
    sheet = sheet_of(draw("\n" + FIRST, rulings=first_rules(outer=outer)))
    (found,), (rest,) = find_tables([sheet])
    assert cells(found.table) == [
        ["TT", "Nội dung", "Đơn vị", "Thời gian"],
        ["1", "Kiểm tra bệnh viện", "Thanh tra Sở", "Tháng 4/2024"],
        ["2", "Kiểm tra nhà thuốc tư nhân trên địa bàn", "Phòng NVD", "Quý III/2024"],
    ]
    assert found.table.header_rows == 1
    assert rest.rows == ()


def test_a_row_broken_over_the_page_end_is_joined(draw):
    pages = [
        sheet_of(draw(FIRST, rulings=first_rules())),
        sheet_of(draw(SECOND, number=2, rulings=rules(XS, (47.0, 65.0, 83.0)))),
    ]
    (found,), _ = find_tables(pages)
    assert cells(found.table)[2:] == [
        [
            "2",
            "Kiểm tra nhà thuốc tư nhân trên địa bàn và cơ sở bán buôn",
            "Phòng NVD",
            "Quý III/2024 (đợt 1)",
        ],
        ["3", "Tổng kết", "Văn phòng Sở", "15/12/2024"],
    ]
    broken = next(cell for cell in found.table.cells if (cell.row, cell.column) == (2, 1))
    assert [page for page, _ in broken.boxes] == [1, 2]


def test_a_header_repeated_on_the_next_page_is_dropped(draw):
    again = "".join(FIRST.splitlines(keepends=True)[:5]) + "@88|3~\n@130|Tổng kết~\n@300|Văn phòng"
    pages = [
        sheet_of(draw(FIRST, rulings=first_rules())),
        sheet_of(draw(again, number=2, rulings=rules(XS, (47.0, 65.0, 83.0)))),
    ]
    (found,), _ = find_tables(pages)
    assert [row[0] for row in cells(found.table)] == ["TT", "1", "2", "3"]


def test_text_between_two_tables_keeps_them_apart(draw):
    pages = [
        sheet_of(draw(FIRST + "p|Ghi chú chung.", rulings=first_rules())),
        sheet_of(draw(SECOND, number=2, rulings=rules(XS, (47.0, 65.0, 83.0)))),
    ]
    tables, sheets = find_tables(pages)
    assert len(tables) == 2
    assert [row.text for row in sheets[0].rows] == ["Ghi chú chung."]


def test_a_group_row_is_one_cell_over_its_columns(draw):
    drawing = (
        "@88|TT~\n@130|Nội dung~\n@300|Đơn vị\n@88|I~\n"
        "@130|CÔNG TÁC CHỈ ĐẠO CHUNG\n@88|1~\n@130|Họp~\n@300|Văn phòng"
    )
    xs, ys = (85.0, 120.0, 290.0, 420.0), (47.0, 65.0, 83.0, 101.0)
    drawn = [line for line in rules(xs, ys) if not 289 < line.x0 < 291]
    drawn += [Box(290, 47, 290.7, 65), Box(290, 83, 290.7, 101)]
    (found,), _ = find_tables([sheet_of(draw(drawing, rulings=drawn))])
    spans = [
        (cell.row, cell.column, cell.column_span) for cell in found.table.cells if cell.row == 1
    ]
    assert spans == [(1, 0, 1), (1, 1, 2)]


def test_cells_merged_downwards_span_their_rows(draw):
    drawing = (
        "@88|TT~\n@130|Việc~\n@300|Đơn vị\n@88|1~\n"
        "@130|Họp~\n@300|Sở Y tế\n@130|Báo cáo~\n@300|Sở Nội vụ"
    )
    xs, ys = (85.0, 120.0, 290.0, 420.0), (47.0, 65.0, 83.0, 101.0)
    drawn = [line for line in rules(xs, ys) if not 82 < line.top < 84]
    drawn.append(Box(120, 83, 420, 83.7))
    (found,), _ = find_tables([sheet_of(draw(drawing, rulings=drawn))])
    first = next(cell for cell in found.table.cells if (cell.row, cell.column) == (1, 0))
    assert first.row_span == 2


def test_a_table_of_horizontal_lines_takes_its_columns_from_the_blanks(draw):
    across = [Box(85, y, 545, y + 0.7) for y in (47.0, 65.0, 83.0, 119.0)]
    (found,), _ = find_tables([sheet_of(draw(FIRST, rulings=across))])
    assert found.table.column_count == 4
    assert cells(found.table)[1][2] == "Thanh tra Sở"


def test_underlines_of_the_letterhead_are_no_table(draw):
    lines = [Box(140, 100, 210, 101), Box(330, 90, 480, 91)]
    tables, _ = find_tables([sheet_of(draw("l|UBND TỈNH LÂM HÀ\nl b|SỞ Y TẾ", rulings=lines))])
    assert tables == ()


@pytest.mark.parametrize("more", [(), (131.0,)])
def test_an_empty_row_at_the_page_end_is_no_row(draw, more):
    tall = rules(XS, (47.0, 65.0, 83.0, 119.0, 125.0, *more))
    pages = [
        sheet_of(draw(FIRST, rulings=tall)),
        sheet_of(draw(SECOND, number=2, rulings=rules(XS, (47.0, 65.0, 83.0)))),
    ]
    (found,), _ = find_tables(pages)
    assert [row[0] for row in cells(found.table)] == ["TT", "1", "2", "3"]
    assert cells(found.table)[2][1].endswith("tư nhân trên địa bàn và cơ sở bán buôn")


def test_a_cell_may_speak_of_the_state_and_the_table_stays_one(draw):
    told = FIRST.replace("Kiểm tra bệnh viện", "Ngày Cộng hòa xã hội chủ nghĩa")
    tables, _ = find_tables([sheet_of(draw("\n" + told, rulings=first_rules()))])
    assert len(tables) == 1


def test_the_motto_in_capitals_makes_a_letterhead_and_no_table(draw):
    told = FIRST.replace("Kiểm tra bệnh viện", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA")
    tables, _ = find_tables([sheet_of(draw("\n" + told, rulings=first_rules()))])
    assert tables == ()
