"""Duties whose units and time stand behind labels."""

ROWS = [(0, "I.", "NHIỆM VỤ")]


def test_lines_below_a_duty_tell_who_leads_who_helps_and_when(lay):
    rows = [
        *ROWS,
        (1, "1.", "Số hóa hồ sơ hộ tịch."),
        (2, "-", "Cơ quan chủ trì: Sở Tư pháp."),
        (2, "-", "Cơ quan phối hợp: Công an tỉnh, UBND các huyện Ba Vì, Sa Pa."),
        (2, "-", "Thời gian hoàn thành: Quý III/2021."),
    ]
    assert lay(rows) == [
        (
            "Số hóa hồ sơ hộ tịch",
            ["Sở Tư pháp"],
            ["Công an tỉnh", "UBND các huyện Ba Vì, Sa Pa"],
            "Quý III/2021",
            None,
        )
    ]


def test_labels_may_stand_behind_the_duty_in_its_own_paragraph(lay):
    text = "Mở 05 lớp tập huấn. Đơn vị chủ trì: Hội Nông dân. Đơn vị phối hợp: Bưu điện tỉnh."
    assert [duty[:3] for duty in lay([*ROWS, (1, "1.", text)])] == [
        (text.rstrip("."), ["Hội Nông dân"], ["Bưu điện tỉnh"])
    ]


def test_a_label_without_a_duty_above_it_lays_nothing(lay):
    rows = [*ROWS, (1, "-", "Thời gian thực hiện: Quý III/2021."), (1, "-", "Kinh phí: 20 triệu.")]
    assert lay(rows) == []


def test_what_stands_behind_noi_dung_is_the_duty(lay):
    rows = [
        *ROWS,
        (1, "1.", "Tập huấn kỹ thuật"),
        (2, "a)", "Nội dung: Mở 03 lớp ghép cây cho hội viên."),
        (2, "b)", "Đơn vị chủ trì: Hội Nông dân."),
        (2, "c)", "Thời gian: Quý II/2021."),
    ]
    assert [duty[:4] for duty in lay(rows)] == [
        ("Mở 03 lớp ghép cây cho hội viên", ["Hội Nông dân"], [], "Quý II/2021")
    ]


def test_each_work_of_a_section_lies_on_the_units_told_beside_it(lay):
    rows = [
        (0, "II.", "ĐẨY MẠNH THÔNG TIN"),
        (1, "1.", "Nội dung, biện pháp"),
        (2, "a)", "Lập chuyên trang về cấp nước;"),
        (2, "b)", "Phát hành tờ rơi."),
        (1, "2.", "Cơ quan chủ trì, phối hợp"),
        (2, "a)", "Cơ quan chủ trì"),
        (3, "-", "Sở Công Thương."),
        (3, "-", "Báo Hậu Giang."),
        (2, "b)", "Cơ quan phối hợp: UBND các xã."),
        (1, "3.", "Thời gian thực hiện: Tháng 12/2021."),
    ]
    told = (["Sở Công Thương", "Báo Hậu Giang"], ["UBND các xã"], "Tháng 12/2021")
    assert [duty[:4] for duty in lay(rows)] == [
        ("Lập chuyên trang về cấp nước", *told),
        ("Phát hành tờ rơi", *told),
    ]
