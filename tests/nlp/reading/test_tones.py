import pytest

from nlp.geometry import Box
from nlp.lexicon.compounds import load_compounds
from nlp.reading.page import Word
from nlp.reading.tones import mend_tones


def mend(text):
    words = [Word(word, Box(0, 0, 1, 1), 0.9, word) for word in text.split()]
    return " ".join(word.text for word in mend_tones(words))


@pytest.mark.parametrize(
    ("seen", "right"),
    [
        ("được bố sung,", "được bổ sung,"),
        ("được bể sung,", "được bổ sung,"),
        ("Thấm định hồ sơ", "Thẩm định hồ sơ"),
        ("CHU TỊCH", "CHỦ TỊCH"),
        ("ỦY BẠN NHÂN DÂN", "ỦY BAN NHÂN DÂN"),
        ("bạn hành kèm theo", "ban hành kèm theo"),
        ("quv hoạch chung", "quy hoạch chung"),
        ("phãm chất", "phẩm chất"),
        ("trên Cống Thông tin", "trên Cổng Thông tin"),
        ("Giao Chỉ cục Thủy sản", "Giao Chi cục Thủy sản"),
        ("(đế báo cáo)", "(để báo cáo)"),
        ("cấp có thâm quyên công nhận", "cấp có thẩm quyền công nhận"),
        ("phương án đề bố trí", "phương án để bố trí"),
        ("báo cáo vẻ nội dung", "báo cáo về nội dung"),
    ],
)
def test_a_word_is_mended_that_makes_a_compound_only_with_another_tone(seen, right):
    assert mend(seen) == right


@pytest.mark.parametrize(
    "text",
    [
        "đối với bộ phận",
        "số tài khoản",
        "chi tiêu và chỉ tiêu",
        "lý do về sinh hoạt",  # vệ sinh
        "đi đôi với",
        "bà Thâm Quyên",  # thẩm quyền
        "xây dựng đề án",
        "dọc sông Văn Úc",  # nếp sống văn minh
        "bà Trần Đồng Xuân",  # vụ đông xuân
        "TỈNH THANH HÓA",
        "tổng, hợp",
        "",
    ],
)
def test_a_word_that_may_stand_is_kept(text):
    assert mend(text) == text


def test_no_compound_is_changed():
    texts = [" ".join(entry) for entry in load_compounds()]
    assert [text for text in texts if mend(text) != text] == []
