"""Names that end at the colon behind which their duty stands."""

import pytest

from nlp.statements.duties.headed import headed_chain

ROWS = [(0, "II.", "NHIỆM VỤ")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tổ trưởng chuyên môn các khối: Chấm bài thi.", ["Tổ trưởng chuyên môn các khối"]),
        (
            "Trạm Khuyến nông huyện; Hội Nông dân huyện; Báo Gia Lai: hướng dẫn tưới tiết kiệm.",
            ["Trạm Khuyến nông huyện", "Hội Nông dân huyện", "Báo Gia Lai"],
        ),
        (
            "Ban Chỉ đạo chuyển đổi số Bệnh viện (cơ quan thường trực): chỉ đạo chung.",
            ["Ban Chỉ đạo chuyển đổi số Bệnh viện"],
        ),
        (
            "Công an xã và các đội dân phòng: tuần tra ban đêm.",
            ["Công an xã", "các đội dân phòng"],
        ),
    ],
)
def test_all_that_stands_before_the_colon_names_who_has_the_duty(lay, text, names):
    (duty,) = lay([*ROWS, (1, "1.", text)])
    assert duty[1] == names


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế tổ chức các lớp tập huấn: lớp thứ nhất tại huyện Ba Vì.",
        "Phòng Nội vụ theo Quyết định số 5/QĐ-UBND ngày 04/01/2021: rà soát hồ sơ.",
        "Thời gian họp: trước ngày 10/5.",
        "Công an xã được trang bị thêm: 02 xe máy.",
    ],
)
def test_more_than_names_before_a_colon_is_no_list_of_names(mark, text):
    marked = mark([(0, "", text)]).items[0].marked
    assert headed_chain(marked, 0, len(text), "rule") is None


def test_under_a_procedure_a_colon_lays_nothing(lay):
    rows = [
        (0, "V.", "QUY TRÌNH KIỂM TRA"),
        (1, "1)", "Trưởng đoàn: Chỉ đạo về mục đích kiểm tra."),
    ]
    assert lay(rows) == []


def test_a_board_in_a_heading_goes_on_with_its_work(lay):
    rows = [(0, "1.", "Ban Chỉ đạo chuyển đổi số Bệnh viện:"), (1, "", "Chỉ đạo chung.")]
    assert [duty[1] for duty in lay(rows)] == [["Ban Chỉ đạo chuyển đổi số Bệnh viện"]]


def test_who_is_asked_and_not_who_asks_has_what_follows_the_colon(lay):
    rows = [(0, "", "Chi cục Thủy lợi đề nghị Sở Nội vụ:"), (0, "1.", "Kiểm tra kho lưu trữ.")]
    assert [duty[1] for duty in lay(rows)] == [["Sở Nội vụ"]]
