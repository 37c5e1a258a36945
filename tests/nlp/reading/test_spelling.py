from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.geometry import Box
from nlp.reading.page import Line, Word
from nlp.reading.spelling import mend_lines


def line(text, confidence=0.6):
    words = text.split()
    return Line(tuple(Word(word, Box(0, 0, 1, 1), confidence, word) for word in words))


def mend_line(seen):
    return next(iter(mend_lines([seen])), None)


@pytest.mark.parametrize(
    ("seen", "right"),
    [
        ("~ Lưu: VT.", "- Lưu: VT."),
        ("- bưu: VT, TH", "- Lưu: VT, TH"),
        ("- Luu VT,NV", "- Lưu VT,NV"),
        ("”_- Giám đốc các sở;", "- Giám đốc các sở;"),
        ("H. NỘI DUNG", "II. NỘI DUNG"),
        ("IH. Tổ chức", "III. Tổ chức"),
        ("H. nội dung", "H. nội dung"),
        ("15/KH~UBND", "15/KH-UBND"),
        ("thực hiện '", "thực hiện"),
        (".hùng trong ngày", "hùng trong ngày"),
        ("được bố sung,", "được bổ sung,"),
        ("tại tĩnh Quảng Trị", "tại tỉnh Quảng Trị"),
        ("có đặc tính", "có đặc tính"),
        ("có tính Thái Bình Dương", "có tính Thái Bình Dương"),
        ("các huyện. thị xã", "các huyện, thị xã"),
        ("biểu mẫu đính. kèm theo", "biểu mẫu đính kèm theo"),
        ("gửi kết quả. đề nghị", "gửi kết quả. đề nghị"),
        ('ban "hành Công văn', "ban hành Công văn"),
        ("Bộ Nội vụ ban: 'hành, ký", "Bộ Nội vụ ban hành, ký"),
        ("tổ ` chức \\ họp", "tổ chức họp"),
        ("nội dung: thực hiện", "nội dung: thực hiện"),
        ('gồm "hành chính" và', 'gồm "hành chính" và'),
        ("CHU TỊCH", "CHỦ TỊCH"),
        ("Sở NÑông nghiệp", "Sở Nông nghiệp"),
        ("huyện M?Đrắk", "huyện M’Đrắk"),
        ("HUYỆN CƯ KUIN", "HUYỆN CƯ KUIN"),
        ("quý TV năm 2023", "quý IV năm 2023"),
        ("đối với bộ", "đối với bộ"),
        ("số tài khoản", "số tài khoản"),
        ("chi tiêu", "chi tiêu"),
        ("Trạm Ÿ tế", "Trạm Y tế"),
        ("- UBND huyện (b/€);", "- UBND huyện (b/c);"),
        ("- Sở Y tế (để b/e);", "- Sở Y tế (để b/c);"),
        ("- Sở Y tế (để bị);", "- Sở Y tế (để b/c);"),
        ("đã bị (nếu có)", "đã bị (nếu có)"),
    ],
)
def test_slips_are_mended_and_good_words_kept(seen, right):
    mended = mend_line(line(seen))
    assert mended is not None
    assert mended.text == right


def test_the_raw_word_is_kept():
    mended = mend_line(line("tống hợp"))
    assert mended is not None
    assert [(word.text, word.raw) for word in mended.words] == [("tổng", "tống"), ("hợp", "hợp")]


def test_a_scrawl_is_left_out_but_no_digits_and_no_long_line():
    assert mend_lines([line("Ấn Ặ", 0.05)]) == ()
    assert len(mend_lines([line("31 Ặ", 0.05), line("Ấn phẩm tuyên truyền", 0.05)])) == 2


def test_a_line_of_dirt_alone_is_left_out():
    assert mend_lines([line("— :"), line("một")]) == (line("một"),)


@pytest.mark.parametrize(
    ("seen", "right", "is_doubtful"),
    [
        ("trong Quý H/2022", "trong Quý II/2022", False),
        ("trong quý IH,", "trong quý III,", False),
        ("Quý I1⁄/2022", "Quý II/2022", True),
        ("Chương VỊ", "Chương VI", False),
        ("khu H và", "khu H và", False),
        ("12/CT-T'Tg", "12/CT-TTg", False),
        ("61/2024NĐ-CP", "61/2024/NĐ-CP", True),
        ("- Lưu: VI; TCKH", "- Lưu: VT; TCKH", False),
        ("61/2024/NĐ-CP", "61/2024/NĐ-CP", False),
        ("ngày 5/2024", "ngày 5/2024", False),
    ],
)
def test_numerals_and_symbols_are_mended_and_guesses_told(seen, right, is_doubtful):
    mended = mend_line(line(seen))
    assert mended is not None
    assert mended.text == right
    assert (min(word.confidence for word in mended.words) < 0.6) == is_doubtful


def test_a_compound_may_reach_over_the_end_of_a_line():
    found = mend_lines([line("đề nghị bố"), line("sung hồ sơ"), line("đi"), line("đôi với học")])
    assert [item.text for item in found] == ["đề nghị bổ", "sung hồ sơ", "đi", "đôi với học"]


def test_letter_spaced_titles_are_put_together():
    (mended,) = mend_lines([line("T Ờ T R Ì N H")])
    assert mended.text == "TỜ TRÌNH"


@given(st.text(alphabet="0123456789IH.~-/ ố", min_size=1, max_size=30))
def test_no_digit_is_ever_changed(text):
    mended = mend_line(line(text))
    seen = [sign for sign in text if sign.isdigit()]
    assert seen == ([sign for sign in mended.text if sign.isdigit()] if mended else [])


@pytest.mark.parametrize(
    ("seen", "confidence", "right"),
    [
        ("- Như đHẺ", 0.3, "- Như trên;"),
        ("- Như Điều", 0.9, "- Như Điều"),
        ("- Như mục l", 0.3, "- Như mục l"),
        ("Như mÈ", 0.3, "Như mÈ"),
    ],
)
def test_a_row_that_says_only_as_above_is_told(seen, confidence, right):
    mended = mend_line(line(seen, confidence))
    assert mended is not None
    assert mended.text == right


def test_a_colon_that_was_hardly_read_within_a_compound_is_a_speck():
    seen = line("ban : hành")
    words = [seen.words[0], replace(seen.words[1], confidence=0.3), seen.words[2]]
    assert mend_lines([Line(tuple(words))])[0].text == "ban hành"
    assert mend_line(line("ban : hành")).text == "ban : hành"
