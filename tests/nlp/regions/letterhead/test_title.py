import pytest

from nlp.regions.letterhead.title import find_title
from nlp.regions.printed.sheet import sheet_of

BODY = (
    "p|Căn cứ Công văn số 8/UBND-VP ngày 02/3/2024 của UBND tỉnh về trực bão, lũ, Sở\nn|Y tế báo."
)


def read(draw, drawing):
    title, sheet = find_title(sheet_of(draw(f"{drawing}\n\n{BODY}")), has_subject=False)
    parts = (title.type_name, title.subject)
    return [None if part is None else part.text for part in parts], len(sheet.rows)


@pytest.mark.parametrize(
    ("drawing", "name", "subject"),
    [
        ("c b|CHỈ THỊ\nc b|Về việc trực Tết", "CHỈ THỊ", "Về việc trực Tết"),
        ("c b|CHƯƠNG TRÌNH PHỐI HỢP\nc b|Trồng cây", "CHƯƠNG TRÌNH PHỐI HỢP", "Trồng cây"),
        ("c b|KẾ HOẠCH TRIỂN KHAI NGÀY HỘI", "KẾ HOẠCH", "TRIỂN KHAI NGÀY HỘI"),
        (
            "c b|TỜ TRÌNH\nc b|V/v xin kinh phí\nc b|(lần 2)",
            "TỜ TRÌNH",
            "V/v xin kinh phí (lần 2)",
        ),
        ("c b|THƯ NGỎ\nc b|Ủng hộ đồng bào vùng lũ", "THƯ NGỎ", "Ủng hộ đồng bào vùng lũ"),
        ("c b|CÔNG ĐIỆN KHẨN\nc b|Về việc trực bão", "CÔNG ĐIỆN KHẨN", "Về việc trực bão"),
        ("c b|Khám sức khỏe định kỳ năm 2024", None, "Khám sức khỏe định kỳ năm 2024"),
    ],
)
def test_titles_are_read_to_where_the_body_begins(draw, drawing, name, subject):
    assert read(draw, drawing) == ([name, subject], 2)


def test_remains_of_a_stamp_beside_the_title_are_passed_over(draw):
    drawing = "c b|KẾ HOẠCH\n@90|24/3\nc b|Khám sức khỏe định kỳ năm 2024"
    assert read(draw, drawing)[0] == ["KẾ HOẠCH", "Khám sức khỏe định kỳ năm 2024"]


def test_a_body_without_title_keeps_its_lines(draw):
    title, sheet = find_title(sheet_of(draw(BODY)), has_subject=True)
    assert title.type_name is None
    assert len(sheet.rows) == 2
