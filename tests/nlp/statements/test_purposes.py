import pytest

from nlp.statements.purposes import find_aims, find_stated_aims, parse_aim_heading


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
            (1, "3.", "Đối tượng"),
            (2, "-", "Đoàn viên công đoàn cơ sở."),
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


def test_a_statement_may_stand_behind_its_label(mark):
    marked = mark(
        [
            (0, "I.", "MỤC TIÊU, YÊU CẦU"),
            (1, "1.", "Mục tiêu: Giảm tai nạn giao thông dịp Tết."),
            (1, "2.", "Yêu cầu: Công khai số điện thoại đường dây nóng./."),
        ]
    )
    assert _aims(marked) == (
        ["Giảm tai nạn giao thông dịp Tết"],
        ["Công khai số điện thoại đường dây nóng"],
    )


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


def _stated(marked):
    return [(leaf.value, leaf.confidence < 0.7) for leaf in find_stated_aims(marked)]


@pytest.mark.parametrize(
    ("text", "aim"),
    [
        (
            "Mưa lũ kéo dài từ đầu tháng. Để giảm thiệt hại cho vụ Mùa, UBND huyện yêu cầu:",
            "giảm thiệt hại cho vụ Mùa",
        ),
        (
            "Nhằm đưa hồ sơ lên môi trường số, bớt giấy tờ, Chủ tịch UBND tỉnh chỉ thị các sở:",
            "đưa hồ sơ lên môi trường số, bớt giấy tờ",
        ),
        (
            "Thực hiện Công văn số 12/SYT-NV, nhằm đủ thuốc dự trữ, Sở Y tế đề nghị các trạm:",
            "đủ thuốc dự trữ",
        ),
    ],
)
def test_the_opening_sentence_may_state_the_aim_but_is_less_sure(mark, text, aim):
    assert _stated(mark([(0, "", text)])) == [(aim, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Để khắc phục tình trạng trên, UBND huyện yêu cầu:",
        "UBND huyện tổ chức hội nghị để đánh giá kết quả năm qua.",
        "Các phòng, ban rà soát hồ sơ nhằm phát hiện sai sót.",
        "Để Sở Y tế tổng hợp, đề nghị các đơn vị gửi báo cáo.",
    ],
)
def test_what_points_back_or_serves_one_duty_is_no_aim_of_the_document(mark, text):
    assert _stated(mark([(0, "", text)])) == []


def test_a_bullet_states_the_aim_of_its_duty_alone(mark):
    assert _stated(mark([(0, "-", "Để dập dịch, UBND xã phun hóa chất.")])) == []
