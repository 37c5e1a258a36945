import pytest

from nlp.statements.purposes import find_aims, parse_aim_heading


def _aims(marked):
    return tuple([leaf.value for leaf in leaves] for leaves in find_aims(marked))


def test_each_bullet_is_a_statement_under_its_heading(mark):
    marked = mark(
        [
            (0, "I.", "MỤC ĐÍCH, YÊU CẦU"),
            (1, "1.", "Mục đích"),
            (2, "-", "Nâng cao ý thức giữ gìn môi trường;"),
            (2, "-", "Huy động toàn dân tham gia."),
            (1, "2.", "Yêu cầu"),
            (2, "-", "Tổ chức an toàn, tiết kiệm."),
            (0, "II.", "NỘI DUNG"),
            (1, "-", "Trồng 500 cây xanh."),
        ]
    )
    assert _aims(marked) == (
        ["Nâng cao ý thức giữ gìn môi trường", "Huy động toàn dân tham gia"],
        ["Tổ chức an toàn, tiết kiệm"],
    )


def test_under_an_undivided_heading_all_are_purposes(mark):
    marked = mark(
        [
            (0, "I.", "MỤC ĐÍCH, YÊU CẦU"),
            (1, "1.", "Bảo đảm đúng tiến độ."),
            (1, "2.", "Công khai."),
        ]
    )
    assert _aims(marked) == (["Bảo đảm đúng tiến độ", "Công khai"], [])


def test_a_paragraph_without_bullet_is_one(mark):
    marked = mark([(0, "1.", "Yêu cầu"), (1, "", "Các hoạt động thiết thực; 100% thôn tham gia.")])
    assert _aims(marked) == ([], ["Các hoạt động thiết thực; 100% thôn tham gia"])


def test_sub_bullets_belong_to_their_bullet(mark):
    marked = mark(
        [
            (0, "1.", "Mục đích"),
            (1, "-", "Đánh giá đúng thực trạng:"),
            (2, "+", "Về nhân lực;"),
            (2, "+", "Về trang thiết bị."),
        ]
    )
    assert _aims(marked)[0] == ["Đánh giá đúng thực trạng: + Về nhân lực; + Về trang thiết bị"]


@pytest.mark.parametrize(
    ("text", "aim"),
    [
        ("MỤC ĐÍCH - YÊU CẦU", "both"),
        ("Mục đích và yêu cầu:", "both"),
        ("Mục đích, ý nghĩa", "purpose"),
        ("Mục đích, mục tiêu", "purpose"),
        ("Mục tiêu chung", None),
        ("Mục đích kiểm tra:", "purpose"),
        ("YÊU CẦU", "requirement"),
        ("Yêu cầu các đơn vị báo cáo trước ngày 05/6", None),
        ("NỘI DUNG", None),
    ],
)
def test_headings_of_aims_are_told(text, aim):
    assert parse_aim_heading(text) == aim
