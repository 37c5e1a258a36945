import pytest

from nlp.regions.region import Signer
from nlp.statements.heading.closing import (
    find_signers,
    find_subject,
    list_addressees,
    list_recipients,
)


def _signer(passage, authority, title, name, confidence=0.9):
    def lines(texts):
        return tuple(passage(text, confidence) for text in texts)

    return Signer(lines(authority), lines(title), passage(name, confidence))


def first_signer(blocks):
    return find_signers(blocks, None)[0]


def test_a_signer_has_authority_title_and_name(passage):
    block = _signer(passage, ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], ["PHÓ CHỦ TỊCH"], "Lê Tú An")
    signer = first_signer([block])
    assert signer.authority.value == "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH"
    assert signer.title.value == "PHÓ CHỦ TỊCH"
    assert signer.name.value == "Lê Tú An"


def test_only_the_last_line_is_the_title(passage):
    block = _signer(passage, ["TL. BỘ TRƯỞNG"], ["KT. VỤ TRƯỞNG", "PHÓ VỤ TRƯỞNG"], "Lê Tú An")
    signer = first_signer([block])
    assert signer.authority.value == "TL. BỘ TRƯỞNG KT. VỤ TRƯỞNG"
    assert signer.title.value == "PHÓ VỤ TRƯỞNG"


@pytest.mark.parametrize(
    ("authority", "title", "found"),
    [
        ("KT. VỤ TRƯỞNG VỤ CẦU", [], "PHÓ VỤ TRƯỞNG"),
        ("KT. VỤ TRƯỞNG VỤ CẦU", ["HIỆU TRƯỞNG"], "PHÓ VỤ TRƯỞNG"),
        ("KT. BỘ TRƯỞNG", [], "THỨ TRƯỞNG"),
        ("KT. TRƯỞNG BAN", ["GIÁM ĐỐC"], "GIÁM ĐỐC"),
    ],
)
def test_the_title_of_a_deputy_under_a_seal_is_told_by_whom_he_acts_for(
    passage, authority, title, found
):
    signer = first_signer([_signer(passage, [authority], title, "Lê Tú An", 0.55)])
    assert signer.title.value == found
    assert signer.title.confidence < 0.6


def test_no_title_is_guessed_where_the_text_is_beyond_doubt(passage):
    block = _signer(passage, ["KT. BỘ TRƯỞNG"], [], "Lê Tú An", 1.0)
    assert first_signer([block]).title is None


def test_damaged_words_of_a_title_are_mended(passage):
    assert (
        first_signer([_signer(passage, [], ["PHO CHU TỊCH"], "A B")]).title.value == "PHÓ CHỦ TỊCH"
    )


@pytest.mark.parametrize(
    ("authority", "title", "found"),
    [
        ("GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        ("TL. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        ("KT. GIÁM", "PHÓ GIÁM ĐỐC", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        ("TM. BAN GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", ("TM. BAN GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        ("KT. VỤ TRƯỞNG VỤ CẦU", "PHÓ TRƯỞNG", ("KT. VỤ TRƯỞNG VỤ CẦU", "PHÓ VỤ TRƯỞNG")),
        (
            "KT. BỘ TRƯỞNG, CHỦ NHIỆM",
            "PHÓ CHỦ NHIỆM",
            ("KT. BỘ TRƯỞNG, CHỦ NHIỆM", "PHÓ CHỦ NHIỆM"),
        ),
        ("K/T BAN", "PHÓ TRƯỞNG BAN", ("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")),
        (
            "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH",
            "PHÓ CHỦ TỊCH",
            ("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        ("X1. CHỦ TỊCH", "PHÓ CHỦ TỊCH", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("K/T IRƯỞNG BAN", "PHÓ TRƯỞNG BAN", ("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")),
        ("K/T tRƯỞNG BAN", "PHÓ TRƯỜNG BAN", ("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")),
        ("KT, GIÁM ĐỐC", "PHÓ-GIÁM ĐỐC", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        ("KT. ĐỐC", "GIÁM ĐỐC", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        ("TL. GIÁM ĐỐC", "CHÁNH-VĂN PHÒNG", ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG")),
        ("Xi. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
    ],
)
def test_a_deputy_and_the_title_he_acts_for_mend_each_other(passage, authority, title, found):
    signer = first_signer([_signer(passage, [authority], [title], "Lê Tú An")])
    assert (signer.authority.value, signer.title.value) == found


def test_an_authority_without_the_title_that_a_seal_hides_is_not_sure(passage):
    authority = first_signer([_signer(passage, ["TM. ỦY BAN NHÂN DÂN"], [], "Lê Tú An")]).authority
    assert authority.confidence <= 0.58


def test_what_is_beyond_doubt_stays_as_it_is(passage):
    block = _signer(passage, [], ["TRƯỞNG ĐÀN KHÈN"], "Y Đìnn Kđăm", confidence=1.0)
    assert first_signer([block]).title.value == "TRƯỞNG ĐÀN KHÈN"
    assert first_signer([block]).name.value == "Y Đìnn Kđăm"


def test_a_name_of_the_highlands_is_no_slip(passage):
    block = _signer(passage, [], ["CHỦ TỊCH"], "Y Thanh Niê Kđăm")
    assert first_signer([block]).name.value == "Y Thanh Niê Kđăm"


def test_a_title_of_another_kind_stays_as_it_was_read(passage):
    signer = first_signer([_signer(passage, ["KT. GIÁM ĐỐC"], ["PHÓ CHÁNH VĂN PHÒNG"], "A B")])
    assert signer.title.value == "PHÓ CHÁNH VĂN PHÒNG"


def test_a_syllable_that_cannot_be_is_read_as_the_name_beside_it_and_not_promised(passage):
    name = first_signer([_signer(passage, [], ["GIÁM ĐỐC"], "“Lê Đìnn Khang")]).name
    plain = first_signer([_signer(passage, [], ["GIÁM ĐỐC"], "Lê Đình Khang")]).name
    assert name.value == plain.value == "Lê Đình Khang"
    assert name.confidence < plain.confidence


def test_the_first_signer_signs_and_the_others_cosign(passage):
    blocks = [_signer(passage, [], ["GIÁM ĐỐC"], name) for name in ("Lê Tú An", "Hà Bích Vân")]
    names = [signer.name.value for signer in find_signers(blocks, "Sở Y tế")]
    assert names == ["Lê Tú An", "Hà Bích Vân"]


@pytest.mark.parametrize(
    ("issuer", "left", "right"),
    [
        (
            "Sở Lao động - Thương binh và Xã hội - Hội LHPN tỉnh",
            "TM. HỘI LHPN TỈNH",
            "SỞ LĐ-TB&XH",
        ),
        ("Huyện đoàn - Công an huyện", "KT. TRƯỞNG CÔNG AN HUYỆN", "BÍ THƯ HUYỆN ĐOÀN"),
    ],
)
def test_the_signer_of_the_first_issuer_comes_first_wherever_he_signs(
    passage, issuer, left, right
):
    blocks = [_signer(passage, [], [left], "Lê Tú An"), _signer(passage, [], [right], "Hà Vân")]
    assert find_signers(blocks, issuer)[0].title.value == right


def test_a_subject_loses_only_its_label(passage):
    assert find_subject(passage("V/v góp ý dự thảo (lần 2)")).value == "góp ý dự thảo (lần 2)"
    assert find_subject(passage("Về việc khen thưởng")).value == "Về việc khen thưởng"
    assert find_subject(passage("Y/v góp ý dự thảo")).value == "góp ý dự thảo"
    assert find_subject(passage("Vý/ góp ý dự thảo", 0.9)).value == "góp ý dự thảo"
    assert find_subject(passage("và tăng cường tuần tra", 0.9)).value == "Về tăng cường tuần tra"
    assert find_subject(None) is None


def test_items_lose_bullet_and_closing_mark(passage):
    recipients = list_recipients([passage("- UBND tỉnh (để b/c);"), passage("- Lưu: VT, NC.")])
    assert [leaf.value for leaf in recipients] == ["UBND tỉnh (để b/c)", "Lưu: VT, NC"]


def test_an_addressee_loses_its_alias(passage):
    item = passage("- Các sở, ban, ngành (sau đây gọi chung là các đơn vị);")
    assert [leaf.value for leaf in list_addressees([item])] == ["Các sở, ban, ngành"]


def test_a_party_subject_begins_behind_its_author(passage):
    printed = passage("CỦA BAN THƯỜNG VỤ TỈNH ỦY về phát triển nghề muối")
    assert find_subject(printed).value == "về phát triển nghề muối"


def test_a_line_that_ends_in_a_dash_goes_on_in_the_title(passage):
    block = _signer(passage, ["TUQ. GIÁM ĐỐC"], ["TRƯỞNG PHÒNG KẾ HOẠCH -", "NGHIỆP VỤ"], "A B")
    signer = first_signer([block])
    assert signer.authority.value == "TUQ. GIÁM ĐỐC"
    assert signer.title.value == "TRƯỞNG PHÒNG KẾ HOẠCH - NGHIỆP VỤ"


def test_a_title_goes_on_behind_a_comma_also_where_its_first_line_was_taken_apart(passage):
    lines = ["TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG KINH TẾ,"]
    signer = first_signer([_signer(passage, lines, ["HẠ TẦNG VÀ ĐÔ THỊ"], "A B")])
    assert signer.authority.value == "TUQ. CHỦ TỊCH"
    assert signer.title.value == "TRƯỞNG PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ"


def test_an_acting_head_signs_in_his_own_title(passage):
    block = _signer(passage, ["TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"], [], "Lò Văn Yên")
    signer = first_signer([block])
    assert (signer.authority.value, signer.title.value) == ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH")


@pytest.mark.parametrize("lost", ["(để b/", "(để b/€)", "(để b/c)"])
def test_a_remark_to_report_is_whole_though_a_sign_of_it_is_lost(passage, lost):
    (leaf,) = list_recipients([passage(f"- Tỉnh ủy {lost};")])
    assert leaf.value == "Tỉnh ủy (để b/c)"


def test_another_remark_stays_as_printed(passage):
    (leaf,) = list_recipients([passage("- Phòng Nội vụ (để p/h);")])
    assert leaf.value == "Phòng Nội vụ (để p/h)"
