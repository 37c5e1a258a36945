"""The parts of a name: a field, a number, words in lower case."""

import pytest

from nlp.spans.agencies.fields import goes_on_lower, parse_field, parse_number, parse_plain_fields
from nlp.spans.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Đội Quản lý thị trường số 2", 5, 7),
        ("Thuế cơ sở 3 rà soát", 3, 4),
        ("Tòa án nhân dân khu vực 4 - Nghệ An", 6, 10),
        ("Sở Nội vụ số 15/SNV-VP", 3, None),
        ("Ban Chỉ đạo 138 kiểm tra", 3, 4),
        ("Ban Chỉ đạo 389/ĐP kiểm tra", 3, 6),
        ("Ban Chỉ đạo 03 huyện", 3, None),
        ("UBND xã 5 ngày", 2, None),
        ("Sở Y tế số 01, đường Lê Lợi", 3, None),
    ],
)
def test_a_number_belongs_to_a_unit_and_not_to_a_document(text, start, end):
    assert parse_number(tokenize(text), start) == end


def test_fields_may_be_in_lower_case_behind_their_head():
    assert parse_plain_fields(tokenize("Phòng nghiệp vụ y tiếp nhận"), 1) == 4
    assert parse_plain_fields(tokenize("Phòng chống dịch bệnh"), 1) is None


def test_an_unknown_field_ends_before_a_verb():
    assert parse_field(tokenize("Cấp phép có trách nhiệm"), 0) == 2


def test_a_board_manages_what_stands_before_its_level():
    assert parse_field(tokenize("Quản lý cảng cá, bến cá tỉnh"), 2) == 7


def test_an_economic_office_is_no_economic_zone():
    assert goes_on_lower(tokenize("Khu kinh tế Nghi Sơn"), 3)
    assert not goes_on_lower(tokenize("Phòng Kinh tế xây dựng"), 3)
