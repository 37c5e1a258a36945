"""Duties of those a letter is sent to, in paragraphs that no number or bullet marks."""

import pytest

from nlp.statements.duties.addressed import names_addressee, names_all


@pytest.mark.parametrize(
    ("name", "addressees", "is_named"),
    [
        ("Phòng GD&ĐT", ["Các Phòng Giáo dục và Đào tạo"], True),
        ("Sở Tư pháp", ["Sở Tư pháp tỉnh Lào Cai"], True),
        ("Công an huyện", ["Các phòng, ban thuộc huyện"], False),
    ],
)
def test_an_addressee_may_be_called_in_short_or_as_one_of_many(name, addressees, is_named):
    assert names_addressee(name, tuple(addressees)) is is_named


@pytest.mark.parametrize(
    ("name", "is_all"),
    [("các đơn vị", True), ("các cơ quan, đơn vị", True), ("các đơn vị thi công", False)],
)
def test_all_of_them_are_called_without_a_name(name, is_all):
    assert names_all(name) is is_all


@pytest.mark.parametrize(
    ("text", "action", "lead"),
    [
        (
            "Đối với các lớp học ghép, Phòng GD&ĐT hướng dẫn các điểm trường chia nhóm.",
            "hướng dẫn các điểm trường chia nhóm",
            ["Phòng GD&ĐT"],
        ),
        (
            "Các đơn vị gửi phiếu góp ý về Tổ Tổng hợp trước ngày 14/5/2021.",
            "gửi phiếu góp ý về Tổ Tổng hợp trước ngày 14/5/2021",
            ["Các đơn vị"],
        ),
        (
            "Các trường phải có phương án trông giữ xe cho phụ huynh.",
            "phải có phương án trông giữ xe cho phụ huynh",
            ["Các trường"],
        ),
    ],
)
def test_a_letter_tells_its_addressees_what_to_do(lay, text, action, lead):
    addressees = ["Các Phòng Giáo dục và Đào tạo"]
    (duty,) = lay([(0, "", text)], kind="CV", issuer="Sở GD&ĐT", addressees=addressees)
    assert (duty[0], duty[1]) == (action, lead)


@pytest.mark.parametrize(
    "text",
    [
        "Thời gian qua, các trường tổ chức nhiều hoạt động trải nghiệm.",
        "Các trường tổ chức nhiều hoạt động trải nghiệm.",
    ],
)
def test_what_a_letter_tells_of_its_addressees_is_no_duty(lay, text):
    assert lay([(0, "", text)], kind="CV", issuer="Sở GD&ĐT", addressees=["UBND xã"]) == []


def test_behind_an_order_a_paragraph_needs_no_number(lay):
    rows = [
        (0, "", "Chủ tịch UBND tỉnh có ý kiến chỉ đạo như sau:"),
        (0, "", "Sở Công Thương phối hợp với Sở Y tế cùng UBND huyện rà soát kho hóa chất."),
        (0, "", "Văn phòng UBND tỉnh thông báo để Sở Công Thương biết."),
    ]
    (duty,) = lay(rows, kind="CV", issuer="UBND tỉnh Phú Yên")
    assert duty[1:3] == (["Sở Công Thương"], ["Sở Y tế", "UBND huyện"])


def test_who_is_called_by_courtesy_is_who_the_letter_is_sent_to(lay):
    addressees = ["Chủ tịch UBND các xã", "Trưởng Công an các xã"]
    for called in ("các đồng chí", "Quý Bộ/Cơ quan", "đồng chí"):
        text = f"Sở Nội vụ đề nghị {called} rà soát hồ sơ tồn đọng."
        (duty,) = lay([(0, "", text)], kind="CV", issuer="Sở Nội vụ", addressees=addressees)
        assert (duty[0], duty[1]) == ("rà soát hồ sơ tồn đọng", addressees)


def test_on_receipt_of_a_letter_its_request_holds(lay):
    text = "Nhận được công văn này yêu cầu Hiệu trưởng các trường cử giáo viên dự tập huấn."
    (duty,) = lay([(0, "", text)], kind="CV", issuer="Phòng GD&ĐT")
    assert (duty[0], duty[1]) == ("cử giáo viên dự tập huấn", ["Hiệu trưởng các trường"])


def test_a_letter_whose_head_is_lost_still_calls_its_addressees(lay):
    text = "Các đơn vị thực hiện trước ngày 14/5/2021."
    (duty,) = lay([(0, "", text)], kind=None, addressees=["Thủ trưởng các đơn vị"])
    assert (duty[0], duty[1]) == ("thực hiện trước ngày 14/5/2021", ["Các đơn vị"])


def test_a_province_may_be_called_by_its_name_alone(lay):
    text = "Bộ Xây dựng đề nghị Quảng Trị đăng cai hội nghị; đồng thời cử cán bộ tham gia."
    (duty,) = lay([(0, "", text)], kind="CV", issuer="Bộ Xây dựng")
    assert duty[1] == ["Quảng Trị"]


@pytest.mark.parametrize(
    ("text", "action", "lead"),
    [
        (
            "Văn phòng UBND tỉnh chuyển đơn này đến Sở Xây dựng để kiểm tra, trả lời công dân.",
            "kiểm tra, trả lời công dân",
            ["Sở Xây dựng"],
        ),
        (
            "Văn phòng xin gửi dự thảo đến quý cơ quan để góp ý, gửi về trước ngày 05/3.",
            "góp ý, gửi về trước ngày 05/3",
            ["Sở Xây dựng", "Sở Y tế"],
        ),
    ],
)
def test_what_is_handed_on_for_work_is_the_duty_of_who_receives_it(lay, text, action, lead):
    addressees = ["Sở Xây dựng", "Sở Y tế"]
    issuer = "Văn phòng UBND tỉnh"
    (duty,) = lay([(0, "", text)], kind="CV", issuer=issuer, addressees=addressees)
    assert (duty[0], duty[1]) == (action, lead)


@pytest.mark.parametrize(
    "text",
    [
        "Văn phòng UBND tỉnh gửi kết luận nêu trên đến các sở để biết, thực hiện.",
        "Văn phòng UBND tỉnh đã gửi dự thảo đến các sở để góp ý.",
        "Kết quả gửi cho Văn phòng UBND tỉnh để tổng hợp.",
        "Cán bộ, giáo viên các trường được nghỉ Tết 07 ngày.",
        "Nay, Văn phòng cho phép Sở Y tế mua một xe.",
    ],
)
def test_what_is_sent_to_be_known_or_granted_is_no_duty(lay, text):
    issuer = "Văn phòng UBND tỉnh"
    assert lay([(0, "", text)], kind="CV", issuer=issuer, addressees=["Các sở"]) == []


def test_the_issuer_is_known_in_each_of_its_spellings(lay):
    text = (
        "Phòng GD & ĐT yêu cầu hiệu trưởng các trường nghiêm túc thực hiện nội dung thông báo này."
    )
    rows = [(0, "1.", "Các trường treo cờ Tổ quốc."), (0, "", text)]
    duties = lay(rows, kind="TB", issuer="Phòng Giáo dục-Đào tạo", addressees=["Các trường"])
    assert [duty[0] for duty in duties] == ["treo cờ Tổ quốc"]


def test_facts_below_an_announcement_are_no_duties(lay):
    rows = [
        (0, "", "Phòng GD&ĐT tổ chức hội thi cấp huyện như sau:"),
        (0, "*", "Thành phần : 08 đội dự thi và hiệu trưởng các trường."),
        (0, "*", "Địa điểm : Hội trường UBND thị trấn."),
        (0, "-", "7 giờ sáng 12/3 hội thi chính thức khai mạc."),
        (0, "*", "Kinh phí : Theo chế độ hiện hành."),
    ]
    assert lay(rows, kind="CV", issuer="Phòng GD&ĐT", addressees=["Các trường"]) == []


def test_what_a_unit_asked_for_before_is_not_the_request_that_a_list_opens_with(lay):
    text = "Sở Y tế yêu cầu Bệnh viện Lâm Hà đã đề nghị cấp thuốc thực hiện:"
    rows = [(0, "", text), (0, "-", "Kiểm kê kho hai lần trong năm.")]
    (duty,) = lay(rows, kind="CV", issuer="Sở Y tế", addressees=["Các bệnh viện"])
    assert duty[1] == ["Bệnh viện Lâm Hà"]


def test_a_slip_hands_work_on_like_a_letter(lay):
    text = "Văn phòng chuyển đơn này đến Sở Xây dựng để kiểm tra, trả lời công dân."
    (duty,) = lay([(0, "", text)], kind="PC", issuer="Văn phòng", addressees=["Sở Xây dựng"])
    assert duty[:2] == ("kiểm tra, trả lời công dân", ["Sở Xây dựng"])


def test_what_may_happen_is_no_duty(lay):
    rows = [
        (0, "1.", "Trưởng các khoa phân công trực đầy đủ bốn cấp."),
        (0, "2.", "Mọi sự cố báo ngay cho trực lãnh đạo Bệnh viện."),
    ]
    duties = lay(rows, kind="TB", issuer="Bệnh viện Lâm Hà", addressees=["Các khoa"])
    assert [duty[:2] for duty in duties] == [
        ("phân công trực đầy đủ bốn cấp", ["Trưởng các khoa"]),
    ]
