"""Organs, groups, posts and people in sentences, and in the cells of a table."""

from pathlib import Path

import pytest

from nlp.spans.agencies.find import find_agencies, split_agencies
from nlp.spans.tokens import tokenize

LINES = Path(__file__).with_name("cases.txt").read_text("utf-8").splitlines()
CASES = [line.replace("\\n", "\n") for line in LINES if line and not line.startswith("#")]

SILENT = [
    "Ban hành kế hoạch; phòng, chống dịch; Bộ luật Dân sự; Hội nghị tổng kết; Đoàn kết toàn dân",
    "các nhiệm vụ được giao, các giải pháp, những kết quả",
    "sở hữu nhà ở; trưởng thành; giám sát chặt chẽ",
    "15/KH-UBND",
    "Phòng chống dịch bệnh; Trường hợp khác; Sở hữu nhà ở",
]
CELLS = [
    ("Sở Nội vụ", ("Sở Nội vụ",)),
    (
        "Văn phòng UBND tỉnh; UBND các huyện, thành phố",
        ("Văn phòng UBND tỉnh", "UBND các huyện, thành phố"),
    ),
    (
        "Các sở, ban, ngành;\nUBND các huyện,\nthành phố",
        ("Các sở, ban, ngành", "UBND các huyện, thành phố"),
    ),
    ("Đối với UBND các xã Tề Lỗ, Yên Đồng", ("UBND các xã Tề Lỗ, Yên Đồng",)),
    (
        "Báo Nghệ An, Đài Phát thanh và Truyền hình tỉnh",
        ("Báo Nghệ An", "Đài Phát thanh và Truyền hình tỉnh"),
    ),
    ("Đề nghị Hội Nông dân và Hội Phụ nữ huyện.", ("Hội Nông dân", "Hội Phụ nữ huyện")),
    (
        "Phòng Tài chính - Kế hoạch, Thanh tra huyện",
        ("Phòng Tài chính - Kế hoạch", "Thanh tra huyện"),
    ),
    ("", ()),
]


def find(text):
    return find_agencies(tokenize(text), text)


@pytest.mark.parametrize("marked", CASES)
def test_a_name_is_read_whole(check_marked, marked):
    check_marked(marked, find)


@pytest.mark.parametrize("text", SILENT)
def test_words_that_only_look_like_heads_stay_silent(text):
    assert find(text) == ()


@pytest.mark.parametrize(("text", "units"), CELLS)
def test_a_cell_is_split_between_full_names(text, units):
    assert split_agencies(text) == units


def test_the_number_of_a_document_is_no_number_of_a_unit():
    (span,) = find("Công văn của Sở Nội vụ số 15/SNV-VP")
    assert (span.start, span.end) == (13, 22)
