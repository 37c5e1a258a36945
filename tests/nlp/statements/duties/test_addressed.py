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
