"""Units that stand inside or behind the work."""

import pytest

ROWS = [(0, "II.", "NHIỆM VỤ")]


@pytest.mark.parametrize(
    ("text", "lead", "support"),
    [
        (
            "Khoan hai giếng dự phòng, do Trạm Khuyến nông thực hiện trước ngày 02/4/2021.",
            ["Trạm Khuyến nông"],
            [],
        ),
        (
            "Sơn lại hàng rào: Đội Quản lý đô thị chủ trì, Phòng Kinh tế phối hợp.",
            ["Đội Quản lý đô thị"],
            ["Phòng Kinh tế"],
        ),
        ("Dọn vệ sinh chợ (UBND xã Tề Lỗ phụ trách).", ["UBND xã Tề Lỗ"], []),
    ],
)
def test_a_unit_behind_its_work_has_the_whole_sentence(lay, text, lead, support):
    (duty,) = lay([*ROWS, (1, "1.", text)])
    assert duty[:3] == (text.rstrip("."), lead, support)


@pytest.mark.parametrize(
    "text",
    [
        "Cầu treo đã do Sở Giao thông vận tải thực hiện năm 2019.",
        "Giống lúa do Công ty Giống cây trồng cung cấp cho nông dân.",
        "Chương trình do UBND huyện chủ trì từ nhiều năm nay.",
    ],
)
def test_who_made_or_made_it_once_has_no_duty(lay, text):
    assert lay([*ROWS, (1, "1.", text)]) == []


def test_a_unit_inside_a_list_of_units_is_not_the_one_behind_the_work(lay):
    text = (
        "Chỉ đạo UBND các xã, Phòng Y tế và các ngành liên quan thực hiện. tốt việc trực cứu hộ."
    )
    (duty,) = lay([*ROWS, (1, "1.", "Công an huyện"), (2, "-", text)])
    assert duty[1] == ["Công an huyện"]


def test_a_bracket_may_give_a_work_to_its_unit(lay):
    rows = [
        (0, "II.", "NỘI DUNG"),
        (
            1,
            "3.",
            (
                "Lập đoàn kiểm tra bếp ăn tại các trường (Giao Sở Y tế chủ trì, phối hợp với Sở"
                " Nội vụ; Sở Công Thương)."
            ),
        ),
        (1, "4.", "Soạn quy chế phối hợp (giao Công an tỉnh)."),
    ]
    assert [duty[:3] for duty in lay(rows)] == [
        (rows[1][2].rstrip("."), ["Sở Y tế"], ["Sở Nội vụ", "Sở Công Thương"]),
        ("Soạn quy chế phối hợp (giao Công an tỉnh)", ["Công an tỉnh"], []),
    ]
