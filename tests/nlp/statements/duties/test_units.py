from dataclasses import replace

from nlp.evidence import Leaf
from nlp.statements.duties.find import find_duties
from nlp.statements.duties.units import agree_units

ROWS = [
    (0, "II.", "TỔ CHỨC THỰC HIỆN"),
    (1, "1.", "Phòng Nội vụ"),
    (2, "-", "Lập danh sách khen thưởng, phối hợp với Công an xã Đồng Văn tổ chức lễ trao giải."),
]


def _agreed(mark, header, name, confidence):
    body = mark(ROWS)
    (duty,) = find_duties(body, header())
    unsure = replace(duty, lead=(Leaf(name, confidence, duty.lead[0].evidence),))
    return agree_units((unsure,), body)[0].lead[0]


def test_a_badly_read_name_takes_the_form_that_stands_elsewhere(mark, header):
    unit = _agreed(mark, header, "Phòng Nôi vu", 0.5)
    assert unit.value == "Phòng Nội vụ"
    assert unit.confidence == 0.5


def test_a_sure_name_is_never_changed(mark, header):
    assert _agreed(mark, header, "Công an xã Đồng Vân", 0.95).value == "Công an xã Đồng Vân"


def test_a_name_like_no_other_stays(mark, header):
    assert _agreed(mark, header, "Tổ Văn phòng", 0.5).value == "Tổ Văn phòng"


def test_an_organ_never_becomes_one_of_another_kind(mark, header):
    assert _agreed(mark, header, "Sở Nội vụ", 0.5).value == "Sở Nội vụ"


def test_long_names_of_one_work_stay_those_of_two_organs(mark, header):
    work = "Ban Chỉ đạo phòng, chống dịch bệnh gia súc, gia cầm huyện"
    body = mark([(0, "1.", f"Giao các thành viên {work} kiểm tra chuồng trại.")])
    (duty,) = find_duties(body, header())
    unsure = replace(duty, lead=(Leaf(f"Văn phòng {work}", 0.6, duty.lead[0].evidence),))
    assert agree_units((unsure,), body)[0].lead[0].value == f"Văn phòng {work}"
