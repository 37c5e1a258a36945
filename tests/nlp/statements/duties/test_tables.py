import pytest

from nlp.regions.region import Cell, Item, Letterhead, Parts, Table
from nlp.statements.duties.find import find_duties
from nlp.statements.read import mark_parts

HEAD = ["TT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Sản phẩm"]


@pytest.fixture
def lay_table(marker, header, passage):
    def run(rows, head=HEAD, spans=None):
        cells = []
        for row, texts in enumerate([head, *rows]):
            for column, text in enumerate(texts):
                if text is None:
                    continue
                width, height = (spans or {}).get((row, column), (1, 1))
                words = passage(text) if text else None
                cells.append(Cell(row, column, height, width, words))
        table = Table(len(rows) + 1, len(head), 1, tuple(cells))
        item = Item("", 0, -1, passage(""), table=table)
        from_header = header()
        marked = mark_parts(Parts(1, 1, Letterhead(), body=(item,)), marker, None)
        return find_duties(marked, from_header)

    return run


def test_each_row_is_a_duty_with_lead_support_time_and_product(lay_table):
    rows = [
        [
            "1",
            "Khảo sát nhu cầu học nghề",
            "Phòng LĐ-TB&XH",
            "Hội Nông dân; UBND các xã",
            "Quý II/2021",
            "Báo cáo",
        ],
        ["2", "In tờ rơi", "Phòng Tư pháp", "", "Trước ngày 30/4/2021", ""],
    ]
    first, second = lay_table(rows)
    assert first.action.value == "Khảo sát nhu cầu học nghề"
    assert [unit.value for unit in first.lead] == ["Phòng LĐ-TB&XH"]
    assert [unit.value for unit in first.support] == ["Hội Nông dân", "UBND các xã"]
    assert first.deadline_text == "Quý II/2021"
    assert first.deliverable.value == "Báo cáo"
    assert second.support == ()
    assert second.deliverable is None


def test_a_group_row_is_no_duty_and_names_the_section_of_its_rows(lay_table):
    rows = [
        ["I", "CÔNG TÁC TUYÊN TRUYỀN", None, None, None, None],
        ["1", "Treo băng rôn", "Phòng VH&TT", "", "Tháng 5/2021", ""],
    ]
    (duty,) = lay_table(rows, spans={(1, 1): (5, 1)})
    assert duty.section[-1] == "CÔNG TÁC TUYÊN TRUYỀN"


def test_a_merged_lead_holds_for_all_its_rows(lay_table):
    rows = [
        ["1", "Soạn đề cương", "Phòng Tư pháp", "", "Tháng 4/2021", ""],
        ["2", "Chấm bài dự thi", None, "", "Tháng 6/2021", ""],
    ]
    duties = lay_table(rows, spans={(1, 2): (1, 2)})
    assert [duty.lead[0].value for duty in duties] == ["Phòng Tư pháp", "Phòng Tư pháp"]


def test_a_ditto_mark_takes_the_cell_above(lay_table):
    rows = [
        ["1", "Soạn đề cương", "Phòng Tư pháp", "", "Tháng 4/2021", ""],
        ["2", "Chấm bài dự thi", "nt", "", "nt", ""],
    ]
    assert lay_table(rows)[1].lead[0].value == "Phòng Tư pháp"
    assert lay_table(rows)[1].deadline_text == "Tháng 4/2021"


def test_headers_have_synonyms(lay_table):
    head = [
        "STT",
        "Hoạt động",
        "Đơn vị phụ trách",
        "Đơn vị tham gia",
        "Thời hạn hoàn thành",
        "Ghi chú",
    ]
    (duty,) = lay_table(
        [["1", "Dọn vệ sinh khu phố", "Hội LHPN", "Đoàn Thanh niên", "Ngày 10/4/2021", ""]], head
    )
    assert duty.lead[0].value == "Hội LHPN"
    assert duty.support[0].value == "Đoàn Thanh niên"


def test_a_table_without_units_lays_no_duty(lay_table):
    head = ["TT", "Tên hàng", "Số lượng", "Đơn giá", "Thành tiền", "Ghi chú"]
    assert lay_table([["1", "Giấy A4", "20", "70.000", "1.400.000", ""]], head) == ()
