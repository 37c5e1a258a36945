import pytest

from nlp.regions.printed.markers import parse_damaged_roman, parse_marker


@pytest.mark.parametrize(
    ("text", "kind", "value", "depth", "rest"),
    [
        ("I. MỤC ĐÍCH", "roman", 1, 1, "MỤC ĐÍCH"),
        ("IV- NỘI DUNG", "roman", 4, 1, "NỘI DUNG"),
        ("A. KẾT QUẢ", "capital", 1, 1, "KẾT QUẢ"),
        ("1. Mục đích", "decimal", 1, 1, "Mục đích"),
        ("1.Mục đích", "decimal", 1, 1, "Mục đích"),
        ("1, Mục đích", "decimal", 1, 1, "Mục đích"),
        ("2.1.3. Kinh phí", "decimal", 3, 3, "Kinh phí"),
        ("1.1 Kinh phí", "decimal", 1, 2, "Kinh phí"),
        ("a) nội dung", "letter", 1, 1, "nội dung"),
        ("đ) nội dung", "letter", 5, 1, "nội dung"),
        ("b/ nội dung", "letter", 2, 1, "nội dung"),
        ("(2) nội dung", "parenthesis", 2, 1, "nội dung"),
        ("3) nội dung", "parenthesis", 3, 1, "nội dung"),
        ("- nội dung", "dash", None, 1, "nội dung"),
        ("–nội dung", "dash", None, 1, "nội dung"),
        ("+ nội dung", "plus", None, 1, "nội dung"),
        ("* Ghi chú", "star", None, 1, "Ghi chú"),
        ("• nội dung", "dot", None, 1, "nội dung"),
        ("Điều 12. Hiệu lực", "article", 12, 1, "Hiệu lực"),
        ("Chương II", "chapter", 2, 1, ""),
        ("Phần thứ nhất", "division", 1, 1, ""),
        ("Mục 1. Chế độ họp", "section", 1, 1, "Chế độ họp"),
        (". - nội dung", "dash", None, 1, "nội dung"),
        ("-1. nội dung", "decimal", 1, 1, "nội dung"),
        ("ø) nội dung", "letter", 7, 1, "nội dung"),
        ("Một là, nội dung", "ordinal", 1, 1, "nội dung"),
        ("Năm là: nội dung", "ordinal", 5, 1, "nội dung"),
        ("Thứ hai, nội dung", "ordinal", 2, 1, "nội dung"),
    ],
)
def test_markers_are_told_by_kind_and_count(text, kind, value, depth, rest):
    marker = parse_marker(text)
    assert marker is not None
    assert (marker.kind, marker.value, marker.depth) == (kind, value, depth)
    assert text[marker.end :] == rest


@pytest.mark.parametrize(
    "text",
    [
        "10.000 đồng",
        "15/7/2017",
        "b/c Chủ tịch UBND huyện",
        "12.5% số hộ",
        "Mục tiêu chung",
        "Điều 3 của Quyết định này",
        "V/v cung cấp hồ sơ",
        "3,5 triệu đồng",
        "Sở Nội vụ",
        "Thứ Hai, ngày 05/3/2029",
        "Thứ hai, thứ tư hằng tuần",
        "Ba làng nghề",
        "",
    ],
)
def test_what_only_looks_like_a_marker_is_none(text):
    assert parse_marker(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("H. NỘI DUNG", 2),
        ("Il. NỘI DUNG", 2),
        ("HI. TỔ CHỨC", 3),
        ("1V. KINH PHÍ", 4),
        ("H- NỘI", 2),
    ],
)
def test_a_damaged_numeral_is_what_must_come_next(text, expected):
    assert parse_damaged_roman(text, expected) is not None
    assert parse_damaged_roman(text, expected + 3) is None
