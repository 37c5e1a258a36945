"""Duties in the manner of long plans and directives, with wordy headings and closings."""

IMPLEMENTATION = (0, "IV.", "TỔ CHỨC THỰC HIỆN")


def test_a_paragraph_based_on_this_plan_is_a_duty_of_its_heading(lay):
    rows = [
        IMPLEMENTATION,
        (1, "1.", "Các trạm thú y trực thuộc Chi cục"),
        (2, "", "Căn cứ Kế hoạch này, tổ chức tiêm phòng cho đàn bò ở các xã ven sông."),
        (2, "", "Căn cứ Kế hoạch số 15/KH-CCTY ngày 02/3/2021 của Chi cục Thú y;"),
    ]
    (duty,) = lay(rows)
    assert duty[0].startswith("Căn cứ Kế hoạch này, tổ chức tiêm phòng")
    assert duty[1] == ["Các trạm thú y trực thuộc Chi cục"]


def test_giao_trach_nhiem_lays_a_duty(lay):
    rows = [
        (0, "-", "Giao trách nhiệm Phòng Kinh tế (thường trực Tổ công tác) kiểm tra ba hồ chứa."),
        (0, "-", "Giao trách nhiệm cho Phòng Tư pháp soạn thảo quy chế."),
    ]
    assert [duty[:2] for duty in lay(rows)] == [
        ("kiểm tra ba hồ chứa", ["Phòng Kinh tế"]),
        ("soạn thảo quy chế", ["Phòng Tư pháp"]),
    ]


def test_a_line_within_a_section_hands_the_list_to_its_head(lay):
    rows = [
        IMPLEMENTATION,
        (1, "1.", "Công an huyện"),
        (2, "", "Trong đó giao Trưởng Công an huyện chỉ đạo thực hiện:"),
        (3, "-", "Tuần tra ban đêm tại các bến thuyền."),
    ]
    (duty,) = lay(rows)
    assert duty[:2] == ("Tuần tra ban đêm tại các bến thuyền", ["Trưởng Công an huyện"])


def test_the_manner_of_working_together_may_have_two_words(lay):
    rows = [
        IMPLEMENTATION,
        (
            1,
            "1.",
            (
                "Sở Du lịch chủ trì, phối hợp chặt chẽ, kịp thời với Sở Y tế, các bộ, ngành"
                " trung ương và địa phương tổ chức ba hội nghị."
            ),
        ),
    ]
    (duty,) = lay(rows)
    assert duty[:3] == (
        "tổ chức ba hội nghị",
        ["Sở Du lịch"],
        ["Sở Y tế", "các bộ, ngành trung ương và địa phương"],
    )


def test_a_closing_that_hands_the_document_down_lays_nothing(lay):
    rows = [
        IMPLEMENTATION,
        (1, "1.", "Các trường trung học"),
        (2, "-", "Lập danh sách học sinh dự thi."),
        (
            0,
            "",
            (
                "Sở Y tế yêu cầu các trung tâm y tế chỉ đạo các trạm y tế triển khai thực hiện"
                " đầy đủ, nghiêm túc hướng dẫn này."
            ),
        ),
    ]
    assert [duty[0] for duty in lay(rows, issuer="Sở Y tế")] == ["Lập danh sách học sinh dự thi"]


def test_the_progress_of_a_work_is_no_unit(lay):
    rows = [
        IMPLEMENTATION,
        (1, "II.", "Tiến độ lập dự toán năm 2022"),
        (2, "", "Phòng Tài chính tổng hợp dự toán trình UBND huyện trước ngày 30/9/2021."),
        (2, "", "Dự toán lập theo mẫu số 02, gửi kèm bản thuyết minh."),
    ]
    assert [duty[1] for duty in lay(rows)] == [["Phòng Tài chính"]]


def test_a_section_over_headings_is_no_duty_also_with_a_full_stop(lay):
    rows = [
        (0, "", "UBND huyện yêu cầu các xã thực hiện các việc sau:"),
        (1, "B.", "Rà soát, sắp xếp các điểm trường."),
        (2, "I.", "Phòng Giáo dục và Đào tạo"),
        (3, "-", "Lập phương án sáp nhập ba điểm trường."),
    ]
    assert [duty[0] for duty in lay(rows)] == ["Lập phương án sáp nhập ba điểm trường"]


def test_what_was_given_to_an_organ_is_not_reported_to_it(lay):
    rows = [
        IMPLEMENTATION,
        (
            1,
            "6.",
            (
                "Sở Tài chính: Thẩm định, thông báo, cấp phát kinh phí từ nguồn đã giao cho"
                " Công an tỉnh tại dự toán đầu năm."
            ),
        ),
    ]
    (duty,) = lay(rows)
    assert duty[4] is None


def test_units_along_a_stretch_keep_its_ends(lay):
    rows = [
        (0, "", "UBND tỉnh yêu cầu UBND các huyện từ An Lão đến Phù Cát thực hiện các việc sau:"),
        (1, "-", "Gia cố ba cầu treo."),
        (0, "2.", "Công an các huyện từ An Lão đến Phù Cát kiểm tra bến đò."),
    ]
    assert [duty[:2] for duty in lay(rows, kind="CT")] == [
        ("Gia cố ba cầu treo", ["UBND các huyện từ An Lão đến Phù Cát"]),
        ("kiểm tra bến đò", ["Công an các huyện từ An Lão đến Phù Cát"]),
    ]


def test_units_that_are_only_stressed_are_no_unit_of_their_own(lay):
    rows = [
        IMPLEMENTATION,
        (1, "3.", "Các xã, phường trong huyện, nhất là các xã ven sông chủ động dự trữ gạo."),
        (1, "4.", "Hội Nông dân, đặc biệt là các chi hội vùng trũng, hướng dẫn hội viên gặt sớm."),
    ]
    assert [duty[:2] for duty in lay(rows)] == [
        ("chủ động dự trữ gạo", ["Các xã, phường trong huyện"]),
        ("hướng dẫn hội viên gặt sớm", ["Hội Nông dân"]),
    ]


def test_a_sub_bullet_that_names_who_must_act_is_a_duty_below_what_is_listed(lay):
    rows = [
        IMPLEMENTATION,
        (1, "1.", "Các trung tâm y tế"),
        (2, "-", "Nâng cao hiệu quả kiểm tra kho thuốc; trong đó lưu ý một số nội dung sau:"),
        (3, "+", "Người đứng đầu đơn vị phải chủ động kiểm kê kho."),
        (3, "+", "Tăng cường đối chiếu sổ sách."),
    ]
    assert [duty[:2] for duty in lay(rows)] == [
        ("phải chủ động kiểm kê kho", ["Người đứng đầu đơn vị"]),
        ("Tăng cường đối chiếu sổ sách", ["Các trung tâm y tế"]),
    ]
