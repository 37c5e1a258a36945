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
