import pytest

from nlp.statements.naming import ordinary_name


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
