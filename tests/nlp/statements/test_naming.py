import pytest

from nlp.statements.naming import mend_short_names, ordinary_name


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("5Ở Y TẾ", "Sở Y tế"),
        ("ỦY BAN NHÂN DÂN TỈNH LA1 CHÂU", "UBND tỉnh Lai Châu"),
        ("ỦY BAN NHÂN DÂN XA ĐẠI ĐÌNH", "UBND xã Đại Đình"),
        ("TRƯỜNG CAO ĐẲNG SƠN LA", "Trường Cao đẳng Sơn La"),
        ("PHÒNG PC07 CÔNG AN TỈNH", "Phòng PC07 Công an tỉnh"),
    ],
)
def test_capitals_become_the_ordinary_name_with_slips_mended(printed, name):
    assert ordinary_name(printed) == name


@pytest.mark.parametrize("name", ["Sở VH&TT Bà Rịa", "Phòng TC&KH", "Công ty A&B", "Sở XYZ&PQRS"])
def test_a_short_name_without_one_near_neighbour_stays(name):
    assert mend_short_names(name) == name


def test_a_short_name_one_letter_off_is_mended():
    assert mend_short_names("Phòng NN&PTNI huyện") == "Phòng NN&PTNT huyện"
