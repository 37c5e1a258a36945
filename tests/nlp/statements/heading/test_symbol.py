import pytest

from nlp.statements.heading.symbol import (
    Maker,
    confirm_symbol,
    find_lost_slash,
    initials,
    looks_like,
    mend_by_maker,
)

HEALTH = Maker(issuer="Sở Y tế", archive="Lưu: VT, NVY")
HOME = Maker(kind="QĐ", issuer="Sở Nội vụ tỉnh Lâm Đồng")


@pytest.mark.parametrize(
    ("read", "maker", "printed"),
    [
        ("/SVT-VP", HEALTH, "/SYT-VP"),
        ("/SYI-NVV", HEALTH, "/SYT-NVY"),
        ("/Qb-SNV", HOME, "/QĐ-SNV"),
        ("/QĐ-SHV", HOME, "/QĐ-SNV"),
        ("/OĐ-SNV", HOME, "/QĐ-SNV"),
    ],
)
def test_letters_that_look_like_those_of_the_maker_are_mended(read, maker, printed):
    assert mend_by_maker(read, maker) == printed


@pytest.mark.parametrize(
    ("read", "maker"),
    [
        ("/HD-SYT", Maker(kind="HĐ", issuer="Sở Y tế")),  # hướng dẫn, not a damaged hợp đồng
        ("/SXD-VP", HEALTH),
        ("/SYT-VP", HEALTH),
        ("/UBND-VX", HOME),
    ],
)
def test_letters_that_mean_something_or_look_unlike_stay(read, maker):
    assert mend_by_maker(read, maker) == read


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("201ÄJSYT-NVY", "/SYT-NVY"),
        ("455SYT-NVY", "/SYT-NVY"),
        ("17lSYT-VP", "/SYT-VP"),
        ("17/SXD-VP", None),
        ("GSYT-VP", None),
        ("455", None),
    ],
)
def test_a_lost_slash_is_found_before_the_initials_of_the_issuer(text, symbol):
    assert find_lost_slash(text, HEALTH) == symbol


def test_letters_that_agree_with_the_maker_are_sure_however_they_were_read():
    assert confirm_symbol("/SYT-NVY", 0.3, HEALTH, is_mended=False) > 0.9
    assert confirm_symbol("/SYT-VP", 0.3, HEALTH, is_mended=False) == pytest.approx(0.9)


def test_letters_that_nearly_agree_with_the_issuer_are_in_doubt():
    assert confirm_symbol("/SAT-VP", 0.97, HEALTH, is_mended=False) == pytest.approx(0.8)


def test_look_alikes_need_the_same_length():
    assert not looks_like("SVTT", "SYT")
    assert not looks_like("SYT", "SYT")


def test_an_issuer_is_named_by_the_first_letters_of_its_words():
    assert initials("Sở Giáo dục và Đào tạo tỉnh Lâm Đồng") == "SGDĐT"


@pytest.mark.parametrize("symbol", ["/BCH-PCTT", "/BGH-VP", "/MN-VP"])
def test_a_symbol_is_not_turned_into_a_kind_that_two_letters_tell_apart(symbol):
    assert mend_by_maker(symbol, HEALTH) == symbol
