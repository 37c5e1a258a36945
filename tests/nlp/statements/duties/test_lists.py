"""Lists of duties behind the line that opens them, and who is asked there."""

import pytest

OPENING = (0, "", "Chủ tịch UBND huyện yêu cầu các phòng, ban thực hiện các nội dung sau:")


def test_a_list_goes_on_behind_a_paragraph_between_two_of_its_numbers(lay):
    rows = [
        OPENING,
        (0, "1.", "Kiểm tra các bến đò ngang."),
        (0, "", "Rà soát giấy phép của chủ đò trước ngày 20/3/2021."),
        (0, "", "Tình trạng chở quá số người còn xảy ra ở hai bến."),
        (0, "2.", "Tuyên truyền về áo phao cho hành khách."),
        (0, "", "Giữ nguyên các quy định khác."),
    ]
    assert [duty[:2] for duty in lay(rows, kind="CT")] == [
        ("Kiểm tra các bến đò ngang", ["các phòng, ban"]),
        ("Rà soát giấy phép của chủ đò trước ngày 20/3/2021", ["các phòng, ban"]),
        ("Tuyên truyền về áo phao cho hành khách", ["các phòng, ban"]),
    ]


def test_what_stands_behind_the_paragraph_is_its_own(lay):
    rows = [
        OPENING,
        (0, "a)", "Kiểm tra các bến đò ngang."),
        (0, "", "Lập sổ theo dõi bến, lưu ý các số liệu về:"),
        (1, "+", "Trọng tải của từng đò;"),
        (1, "+", "Về bằng lái của chủ đò."),
        (0, "b)", "Tuyên truyền về áo phao cho hành khách."),
    ]
    actions = [duty[0] for duty in lay(rows, kind="CT")]
    assert actions[1].endswith("số liệu về: + Trọng tải của từng đò; + Về bằng lái của chủ đò")
    assert len(actions) == 3


def test_a_list_ends_before_an_article_and_where_no_number_follows(lay):
    rows = [
        OPENING,
        (0, "1.", "Kiểm tra các bến đò ngang."),
        (0, "", "Rà soát giấy phép của chủ đò."),
        (0, "Điều 2.", "Tuyên truyền về áo phao."),
        (0, "2.", "Tuyên truyền về áo phao cho hành khách."),
    ]
    assert [duty[0] for duty in lay(rows, kind="CT")] == ["Kiểm tra các bến đò ngang"]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (
            "Yêu cầu các phòng, ban và đề nghị Hội Nông dân huyện thực hiện các việc sau:",
            ["các phòng, ban", "Hội Nông dân huyện"],
        ),
        (
            "Ban Chỉ huy chống bão huyện năm 2021 đề nghị Điện lực huyện; các xã làm tốt:",
            ["Điện lực huyện", "các xã"],
        ),
    ],
)
def test_all_whom_an_opening_line_asks_have_the_duties_below(lay, text, lead):
    rows = [(0, "", text), (0, "1.", "Kiểm tra các bến đò ngang.")]
    assert [duty[:2] for duty in lay(rows, kind="CT")] == [("Kiểm tra các bến đò ngang", lead)]


def test_two_requests_joined_by_a_word_lay_one_duty(lay):
    text = "Yêu cầu Phòng Y tế, Phòng Nội vụ và đề nghị Bưu điện huyện rà soát hồ sơ tồn đọng."
    (duty,) = lay([OPENING, (0, "1.", text)], kind="CT")
    assert duty[:2] == ("rà soát hồ sơ tồn đọng", ["Phòng Y tế", "Phòng Nội vụ", "Bưu điện huyện"])


def test_the_last_unit_asked_ends_where_the_letter_says_that_its_name_ends(lay):
    name = "Các Trạm, Đội có xe cứu hộ trực thuộc Chi cục"
    rows = [
        (0, "", f"Chi cục đề nghị Phòng Tổng hợp, {name} chỉ đạo thực hiện các việc sau:"),
        (0, "1.", "Kiểm tra các bến đò ngang."),
    ]
    ((_, lead, *_),) = lay(rows, kind="CV", issuer="Chi cục Thủy lợi", addressees=("A", name))
    assert lead == ["Phòng Tổng hợp", name]


def test_the_seat_of_a_person_on_a_board_is_no_duty(lay):
    rows = [
        (0, "III.", "PHÂN CÔNG NHIỆM VỤ"),
        (1, "1.", "Ban tổ chức"),
        (2, "-", "Bà Lê Thị Hoa - Tổng phụ trách Đội - Ủy viên"),
        (2, "-", "Bà Lê Thị Hoa: phụ trách khánh tiết."),
    ]
    assert len(lay(rows)) == 1


def test_behind_an_order_of_a_letter_each_unit_has_its_own_paragraph(lay):
    rows = [
        (0, "", "UBND huyện yêu cầu các phòng, ban dọn dẹp trụ sở trước ngày 20/3/2021."),
        (
            0,
            "",
            "Phòng Y tế phối hợp với Hội Chữ thập đỏ phát thuốc. Công an huyện phân luồng xe.",
        ),
        (0, "", "Các xã có thể tổ chức thêm một buổi ra quân."),
    ]
    duties = lay(rows, kind="CV", addressees=("Các phòng, ban", "UBND các xã"))
    assert [duty[1:3] for duty in duties] == [
        (["các phòng, ban"], []),
        (["Phòng Y tế"], ["Hội Chữ thập đỏ"]),
        (["Công an huyện"], []),
    ]


def test_a_paragraph_before_any_order_names_only_what_is(lay):
    rows = [(0, "", "Phòng Y tế phối hợp với Hội Chữ thập đỏ phát thuốc ở ba xã.")]
    assert lay(rows, kind="CV", addressees=("UBND các xã",)) == []


def test_those_worked_with_may_be_listed_across_a_semicolon(lay):
    text = (
        "Phòng Y tế chủ trì, phối hợp với Phòng Nội vụ và các đơn vị liên quan; UBND các xã khẩn"
        " trương lấy mẫu nước giếng."
    )
    (duty,) = lay([OPENING, (0, "1.", text)], kind="CT")
    assert duty[:2] == ("khẩn trương lấy mẫu nước giếng", ["Phòng Y tế"])
    assert duty[2] == ["Phòng Nội vụ", "các đơn vị liên quan", "UBND các xã"]


def test_what_a_unit_has_its_own_people_lead_stays_its_duty(lay):
    rows = [
        (0, "III.", "TỔ CHỨC THỰC HIỆN"),
        (1, "1.", "UBND các huyện"),
        (2, "a)", "Chỉ đạo Phòng Tư pháp làm đầu mối soạn thảo hương ước mẫu."),
    ]
    (duty,) = lay(rows)
    assert duty[:2] == (
        "Chỉ đạo Phòng Tư pháp làm đầu mối soạn thảo hương ước mẫu",
        ["UBND các huyện"],
    )


@pytest.mark.parametrize(
    ("text", "lead", "action"),
    [
        ("GVCN khối 9: Nộp hồ sơ về văn phòng.", ["GVCN khối 9"], "Nộp hồ sơ về văn phòng"),
        ("Tổ 1, tổ 2: Trang trí sân khấu.", ["Tổ 1", "tổ 2"], "Trang trí sân khấu"),
        ("BGH: Chỉ đạo chung các mặt.", ["BGH"], "Chỉ đạo chung các mặt"),
        (
            "BS. Lò Văn Én - Phó Giám đốc: Chỉ đạo chung.",
            ["BS. Lò Văn Én - Phó Giám đốc"],
            "Chỉ đạo chung",
        ),
        (
            "Riêng Phòng Y tế, ngoài việc nêu trên, có trách nhiệm cấp phát thuốc.",
            ["Phòng Y tế"],
            "cấp phát thuốc",
        ),
        (
            "Phòng Y tế, với vai trò thường trực, chủ trì, phối hợp với Phòng Nội vụ lập đội.",
            ["Phòng Y tế"],
            "lập đội",
        ),
    ],
)
def test_classes_doctors_and_units_with_an_aside_have_duties(lay, text, lead, action):
    (duty,) = lay([(0, "III.", "PHÂN CÔNG NHIỆM VỤ"), (1, "1.", text)])
    assert duty[:2] == (action, lead)


def test_a_month_before_a_colon_is_no_unit(lay):
    rows = [(0, "III.", "PHÂN CÔNG NHIỆM VỤ"), (1, "1.", "Tháng 3: Tổ chức hội thi nấu ăn.")]
    assert all(duty[1] == [] for duty in lay(rows))


def test_each_of_a_group_has_its_own_duty_behind_the_colon(lay):
    text = "Các phòng của huyện: Phòng Y tế kiểm tra quầy thuốc; Phòng Nội vụ rà soát biên chế."
    duties = lay([OPENING, (0, "1.", text)], kind="CT")
    assert [duty[:2] for duty in duties] == [
        ("kiểm tra quầy thuốc", ["Phòng Y tế"]),
        ("rà soát biên chế", ["Phòng Nội vụ"]),
    ]
