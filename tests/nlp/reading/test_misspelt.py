import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.geometry import Box
from nlp.reading.misspelt import mend_misspelt
from nlp.reading.page import Word


def words(text, confidence=0.6):
    return [Word(word, Box(0, 0, 1, 1), confidence, word) for word in text.split()]


def mend(text, confidence=0.6):
    return " ".join(word.text for word in mend_misspelt(words(text, confidence)))


def test_the_sign_of_a_number_is_mended_however_surely_it_was_read():
    assert mend("Thông tư sô 05/2016/TT-BYT", 0.97) == "Thông tư số 05/2016/TT-BYT"
    assert mend("hồ sơ 05 bộ", 0.97) == "hồ sơ 05 bộ"


@pytest.mark.parametrize(
    ("seen", "right"),
    [
        ("tổ chưc thực hiện,", "tổ chức thực hiện,"),
        ("đầu tư thưe hiện", "đầu tư thực hiện"),
        ("ỦY BAN NHÂNN DÂN", "ỦY BAN NHÂN DÂN"),
        ("phối hợpp với", "phối hợp với"),
        ("kế hoạh năm", "kế hoạch năm"),
        ("Sở Tài chíng", "Sở Tài chính"),
        ("kin~h phí", "kinh phí"),
        ("c0ng văn", "công văn"),
        ("các sở, n'gành", "các sở, ngành"),
        ("TỈNH 8ẠC LIÊU", "TỈNH BẠC LIÊU"),
        ("HỘI ĐỒN6 NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN"),
        ("Ủ:Y BAN", "ỦY BAN"),
        ("thực hiện tôt công tác", "thực hiện tốt công tác"),
        ("phát triên nông thôn", "phát triển nông thôn"),
        ("Ủy bam nhân dân", "Ủy ban nhân dân"),
        ("huyện Đăk Hà", "huyện Đắk Hà"),
        ("UBND tỉrh giao", "UBND tỉnh giao"),
        ("điều tra loàn quốc", "điều tra toàn quốc"),
        ("Quyết định' số 12/QĐ-UBND", "Quyết định số 12/QĐ-UBND"),
        ("thực hiện~, báo cáo", "thực hiện, báo cáo"),
        ("Kế hoạch bố 15/KH-UBND", "Kế hoạch số 15/KH-UBND"),
        ("Công văn sò 7/SNN-CCTL", "Công văn số 7/SNN-CCTL"),
    ],
)
def test_a_word_that_is_no_syllable_is_told_by_its_neighbours(seen, right):
    assert mend(seen) == right


@pytest.mark.parametrize(
    "text",
    [
        "UBND các xã",
        "số 15/KH-UBND",
        "huyện Krông Pắc",
        "QLNN về thuế",
        "kế. ghoạh",
        "zzz hiện",
        "Lường Thị Inh,",
        "tiêm phòng sởi",
        "năm 2o18",
        "PC06 và V05",
        "ngày.Các đơn vị",
        "gửi b.c kèm",
        "thôn H’Mông 2",
        "kế hoạch bố trí 15 người",
        "N guyễn Thanh",
    ],
)
def test_names_abbreviations_numbers_and_riddles_stay(text):
    assert mend(text) == text


def test_what_recognition_was_sure_of_stays():
    assert mend("kế hoạh năm", 0.96) == "kế hoạh năm"


def test_a_mended_word_keeps_its_raw_form_and_its_doubt():
    mended = mend_misspelt(words("kế hoạh"))[1]
    assert (mended.text, mended.raw, mended.confidence) == ("hoạch", "hoạh", 0.6)


@given(st.lists(st.text(min_size=1, max_size=9), max_size=8))
def test_no_digit_between_digits_changes_and_no_word_is_lost(texts):
    seen = [Word(text, Box(0, 0, 1, 1), 0.5, text) for text in texts]
    mended = mend_misspelt(seen)
    assert len(mended) == len(seen)
    for old, new in zip(seen, mended, strict=True):
        if sum(map(str.isdigit, old.text)) > 1:
            assert new.text == old.text
