from datetime import date

import pytest

from nlp.statements.duties.find import find_duties


def _details(lay, text):
    rows = [(0, "III.", "TỔ CHỨC THỰC HIỆN"), (1, "1.", "Phòng Nội vụ"), (2, "-", text)]
    (duty,) = lay(rows)
    return duty


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Tổng hợp kết quả, báo cáo UBND huyện trước ngày 10/5.", "UBND huyện"),
        ("Gửi danh sách về Phòng Nội vụ trước ngày 10/5.", "Phòng Nội vụ"),
        (
            "Báo cáo kết quả về Sở Nội vụ (qua Phòng CCVC) trước ngày 10/5.",
            "Sở Nội vụ (qua Phòng CCVC)",
        ),
        (
            "Gửi phiếu về Sở Y tế (qua Văn phòng Sở, số 9 Lê Lợi; email: vp@soyte.vn) trước 10/5.",
            "Sở Y tế (qua Văn phòng Sở)",
        ),
        (
            "Gửi kế hoạch về Sở Y tế trước 20/5/2021 (qua Phòng Nghiệp vụ Y; email: a@b.vn).",
            "Sở Y tế (qua Phòng Nghiệp vụ Y)",
        ),
        (
            "Báo cáo về Sở Y tế qua Phòng Nghiệp vụ Dược trước ngày 10/5.",
            "Sở Y tế qua Phòng Nghiệp vụ Dược",
        ),
        (
            "Theo dõi, kịp thời báo cáo, đề xuất đồng chí Chủ tịch UBND xã.",
            "đồng chí Chủ tịch UBND xã",
        ),
        ("Lập hồ sơ, gửi về Trung tâm trước ngày 10/5.", "Trung tâm"),
        ("Thẩm định phương án, trình UBND huyện phê duyệt.", None),
        ("Báo cáo Tổng công ty và Sở Công Thương trước 10/5.", "Tổng công ty và Sở Công Thương"),
        ("Gửi hồ sơ cho Bảo hiểm xã hội nơi quản lý.", "Bảo hiểm xã hội nơi quản lý"),
        ("Gửi phiếu khảo sát đến các đơn vị trực thuộc.", None),
        ("Hướng dẫn các cơ sở kê khai theo mẫu.", None),
        ("Phổ biến Thông báo này cho Hội Nông dân biết.", None),
    ],
)
def test_the_result_is_reported_to_whom_it_says(lay, text, to):
    assert _details(lay, text)[4] == to


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Hoàn thành việc kê khai trước ngày 30/6/2021.", "trước ngày 30/6/2021"),
        ("Mở 02 lớp tập huấn trong tháng 5/2021.", "trong tháng 5/2021"),
        ("Rà soát theo Quyết định số 12/QĐ-UBND ngày 04/01/2021 của UBND huyện.", None),
        ("Duy trì thường xuyên chế độ trực.", None),
    ],
)
def test_the_time_of_a_duty_is_not_that_of_a_cited_document(lay, text, time):
    duty = _details(lay, text)
    assert (duty[3] or "").endswith(time or "")
    assert bool(duty[3]) is bool(time) or time is None


def test_support_is_found_behind_every_cooperation(lay):
    text = "Xây dựng nội dung, phối hợp chặt chẽ với Đoàn Thanh niên tổ chức hội thi."
    assert _details(lay, text)[2] == ["Đoàn Thanh niên"]


def test_rules_of_cooperation_name_no_support(lay):
    text = "Ban hành quy chế phối hợp giữa các cơ quan trong quản lý lễ hội."
    assert _details(lay, text)[2] == []


def test_a_day_and_how_often_the_rest_recurs_are_both_kept(mark, header):
    text = "Trả đủ tiền đền bù trước ngày 05/3/2022; hằng tuần báo cáo tiến độ về UBND huyện."
    rows = [(0, "III.", "TỔ CHỨC THỰC HIỆN"), (1, "1.", "Phòng Nội vụ"), (2, "-", text)]
    (duty,) = find_duties(mark(rows), header())
    assert duty.deadline.value.start == date(2022, 3, 5)
    assert duty.deadline.value.recurrence == "FREQ=WEEKLY"


def test_how_often_something_is_held_is_no_rhythm_of_what_is_due(mark, header):
    text = "Tập luyện ít nhất 02 lần/năm; gửi phương án về UBND huyện trước ngày 05/3/2022."
    rows = [(0, "III.", "TỔ CHỨC THỰC HIỆN"), (1, "1.", "Phòng Nội vụ"), (2, "-", text)]
    (duty,) = find_duties(mark(rows), header())
    assert duty.deadline.value.recurrence is None


def test_when_something_was_done_is_no_deadline(lay):
    text = "Căn cứ nội dung đã tập huấn vào tháng 3/2021, tổ chức hướng dẫn lại cho thôn."
    assert _details(lay, text)[3] is None


def test_a_mark_of_a_form_receives_no_report(lay):
    text = "Báo cáo theo các chỉ tiêu từ A1 đến B4, gửi về Phòng Nội vụ hằng quý."
    assert _details(lay, text)[4] == "Phòng Nội vụ"


def test_a_term_behind_an_event_is_no_term_from_this_letter(lay):
    text = "Tổ chức thi; kết thúc đợt thi phải báo cáo Giám đốc Sở trong vòng 05 ngày."
    assert _details(lay, text)[3] is None
    assert _details(lay, "Báo cáo Giám đốc Sở trong vòng 05 ngày.")[3] == "trong vòng 05 ngày"


def test_who_stands_beside_a_unit_at_the_head_of_its_duty_supports_it(lay):
    text = "Cùng với Công an huyện và Trạm Thú y lập chốt kiểm dịch."
    assert _details(lay, text)[2] == ["Công an huyện", "Trạm Thú y"]
