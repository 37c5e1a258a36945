import numpy as np
import pytest

from samples.render.script import Arrival, Closing, Head, Paper, Script


@pytest.fixture
def rng():
    return np.random.default_rng(7)


@pytest.fixture
def script():
    return Script(
        head=Head(
            left=("**ỦY BAN NHÂN DÂN**", "**XÃ AN HẢI**"),
            number="Số: {}/KH-UBND",
            number_by_hand="15",
            place_date="An Hải, ngày 03 tháng 6 năm 2024",
            title=("**KẾ HOẠCH**", "**Nạo vét kênh mương**"),
        ),
        body="# I. MỤC ĐÍCH\n- Khơi thông dòng chảy.",
        closing=Closing(recipients=("- Như trên;",), signers=((("CHỦ TỊCH",), "Đỗ Văn An"),)),
        paper=Paper(file="a.pdf", wear="clean", dpi=80, seal="UBND xã An Hải", urgency="KHẨN"),
        arrival=Arrival(organisation="Trường Tiểu học An Hải", number="42", date="05/6/2024"),
    )
