import pytest

from nlp.reading.plaintext import read_plain_text
from nlp.regions.closing.find import find_closing
from nlp.regions.printed.sheet import sheet_of


def read(draw, *drawings):
    pages = [draw(drawing, number=number) for number, drawing in enumerate(drawings, start=1)]
    return find_closing([sheet_of(page) for page in pages])


def signers(closing):
    return [
        (
            [line.text for line in signer.authority],
            [line.text for line in signer.title],
            None if signer.name is None else signer.name.text,
        )
        for signer in closing.signers
    ]


def recipients(closing):
    return [item.text for item in closing.recipients]


BODY = "p|Sở Y tế yêu cầu các đơn vị nghiêm túc thực hiện Kế hoạch này và báo cáo đúng\nn|hạn./.\n"


def test_recipients_and_signer_come_apart(draw):
    ending = read(
        draw,
        BODY
        + """
        @85 bi|Nơi nhận:~
        s b|TM. ỦY BAN NHÂN DÂN
        @85|- UBND tỉnh (để b/c);~
        s b|KT. CHỦ TỊCH
        @85|- UBND các xã: An Lạc, Bình Minh,~
        s b|PHÓ CHỦ TỊCH
        @85|Cẩm Sơn;
        @85|- Lưu: VT.


        s b|Lương Thị Bích
        """,
    )
    assert recipients(ending.closing) == [
        "UBND tỉnh (để b/c);",
        "UBND các xã: An Lạc, Bình Minh, Cẩm Sơn;",
        "Lưu: VT.",
    ]
    assert signers(ending.closing) == [
        (["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], ["PHÓ CHỦ TỊCH"], "Lương Thị Bích")
    ]
    assert [row.text for row in ending.before[0].rows][-1] == "hạn./."


@pytest.mark.parametrize(
    ("lines", "authority", "title"),
    [
        (["GIÁM ĐỐC"], [], ["GIÁM ĐỐC"]),
        (["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"], ["K/T TRƯỞNG BAN"], ["PHÓ TRƯỞNG BAN"]),
        (["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"], ["TL. CHỦ TỊCH"], ["CHÁNH VĂN PHÒNG"]),
        (["TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG TCHC"], ["TUQ. GIÁM ĐỐC"], ["TRƯỞNG PHÒNG TCHC"]),
        (
            ["TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG VĂN HÓA,", "HẠ TẦNG VÀ ĐÔ THỊ"],
            ["TUQ. CHỦ TỊCH"],
            ["TRƯỞNG PHÒNG VĂN HÓA,", "HẠ TẦNG VÀ ĐÔ THỊ"],
        ),
        (
            ["TM. BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC"],
            ["TM. BAN THƯỜNG VỤ"],
            ["PHÓ BÍ THƯ THƯỜNG TRỰC"],
        ),
        (
            ["TM. ỦY BAN NHÂN DÂN", "THÀNH PHỐ HỒ TÂY", "CHỦ TỊCH"],
            ["TM. ỦY BAN NHÂN DÂN", "THÀNH PHỐ HỒ TÂY"],
            ["CHỦ TỊCH"],
        ),
        (
            ["TL. BỘ TRƯỞNG", "KT. VỤ TRƯỞNG VỤ TỔ CHỨC", "PHÓ VỤ TRƯỞNG"],
            ["TL. BỘ TRƯỞNG", "KT. VỤ TRƯỞNG VỤ TỔ CHỨC"],
            ["PHÓ VỤ TRƯỞNG"],
        ),
    ],
)
def test_lines_of_authority_stand_above_the_title(draw, lines, authority, title):
    block = "\n".join(f"s b|{line}" for line in lines)
    ending = read(draw, f"{BODY}@85 bi|Nơi nhận:~\n{block}\n\n\ns b|Vi Văn Thọ\n@85|- Lưu: VT.")
    assert signers(ending.closing) == [(authority, title, "Vi Văn Thọ")]


@pytest.mark.parametrize(
    ("seen", "whole"),
    [
        ("@430 b|TỊCH", "CHỦ TỊCH"),
        ("@441 b|TỊCH", "PHÓ CHỦ TỊCH"),
        ("@396 b|PHÓ GIÁM", "PHÓ GIÁM ĐỐC"),
        ("s b|GIÁM ĐỐC", "GIÁM ĐỐC"),
    ],
)
def test_a_title_is_made_whole_by_the_middle_of_its_block(draw, seen, whole):
    drawing = f"{BODY}@85 bi|Nơi nhận:~\n{seen}\n\n\ns b|Vi Văn Thọ\n@85|- Lưu: VT."
    page = draw(drawing, confidence=0.9)
    ending = find_closing([sheet_of(page)])
    assert signers(ending.closing) == [([], [whole], "Vi Văn Thọ")]


def test_two_signers_of_a_joint_document_stand_side_by_side(draw):
    ending = read(
        draw,
        BODY
        + """
        @90 b|TM. BAN THƯỜNG VỤ~
        @370 b|KT. GIÁM ĐỐC
        @110 b|BÍ THƯ~
        @365 b|PHÓ GIÁM ĐỐC


        @100 b|Hà Minh Khôi~
        @370 b|Lương Thị Bích

        @85 bi|Nơi nhận:
        @85|- Lưu: VT.
        """,
    )
    assert signers(ending.closing) == [
        (["TM. BAN THƯỜNG VỤ"], ["BÍ THƯ"], "Hà Minh Khôi"),
        (["KT. GIÁM ĐỐC"], ["PHÓ GIÁM ĐỐC"], "Lương Thị Bích"),
    ]
    assert recipients(ending.closing) == ["Lưu: VT."]


def test_a_closing_on_a_page_of_its_own_goes_on(draw):
    ending = read(
        draw,
        BODY + "@85 bi|Nơi nhận:\n@85|- Sở Nội vụ;\n",
        "@85|- Sở Tài chính;~\ns b|CHỦ TỊCH\n@85|- Lưu: VT.\n\n\ns b|Vi Văn Thọ",
        "c b|PHỤ LỤC\np|Nội dung.",
    )
    assert recipients(ending.closing) == ["Sở Nội vụ;", "Sở Tài chính;", "Lưu: VT."]
    assert signers(ending.closing) == [([], ["CHỦ TỊCH"], "Vi Văn Thọ")]
    assert [sheet.number for sheet in ending.behind] == [3]


def test_a_list_whose_label_was_lost_is_still_the_recipients(draw):
    ending = read(
        draw,
        BODY
        + "@85|- Như trên;~\ns b|GIÁM ĐỐC\n@85|- Sở Nội vụ;\n@85|- Lưu: VT.\n\ns b|Vi Văn Thọ",
    )
    assert recipients(ending.closing) == ["Như trên;", "Sở Nội vụ;", "Lưu: VT."]


def test_remains_of_a_seal_are_no_name(draw):
    ending = read(
        draw,
        BODY + "@85 bi|Nơi nhận:~\ns b|GIÁM ĐỐC\n@85|- Lưu: VT.\ns|=S Ở Y x\n\ns b|‘ Vi Văn Thọ ;",
    )
    assert signers(ending.closing) == [([], ["GIÁM ĐỐC"], "Vi Văn Thọ")]


def test_a_name_that_begins_like_a_title_is_a_name(draw):
    ending = read(
        draw, BODY + "@85 bi|Nơi nhận:~\ns b|GIÁM ĐỐC\n@85|- Lưu: VT.\n\ns b|Trương Mỹ Hạnh"
    )
    assert signers(ending.closing)[0][2] == "Trương Mỹ Hạnh"


def test_an_appendix_below_the_closing_stays_out_of_it(draw):
    drawing = (
        BODY + "@85 bi|Nơi nhận:~\ns b|GIÁM ĐỐC\n@85|- Lưu: VT.\n\n"
        "s b|Vi Văn Thọ\n\nc b|PHỤ LỤC\np|Một."
    )
    ending = read(draw, drawing)
    assert recipients(ending.closing) == ["Lưu: VT."]
    assert [row.text for row in ending.behind[0].rows] == ["PHỤ LỤC", "Một."]


def test_without_a_closing_all_is_body(draw):
    ending = read(draw, "p|Một đoạn văn chưa hết")
    assert ending.closing.signers == ()
    assert len(ending.before) == 1


def test_in_plain_text_the_signature_stands_below_the_list(draw):
    ending = read(
        draw,
        "n|Sở Nội vụ đề nghị các đơn vị báo cáo đúng hạn./.\n\nn|Nơi nhận:\nn|- Như trên;\n"
        "n|- Lưu: VT.\nn|KT. GIÁM ĐỐC\nn|PHÓ GIÁM ĐỐC\n\nn|Ngô Thị Sen",
    )
    assert recipients(ending.closing) == ["Như trên;", "Lưu: VT."]
    assert signers(ending.closing) == [(["KT. GIÁM ĐỐC"], ["PHÓ GIÁM ĐỐC"], "Ngô Thị Sen")]


def test_in_plain_text_an_item_may_run_to_the_right_margin(draw):
    item = "Văn phòng: Chánh Văn phòng, các Phó Chánh Văn phòng, các phòng Tổng hợp, Nội chính;"
    ending = read(
        draw,
        f"n|Sở Nội vụ đề nghị các đơn vị báo cáo đúng hạn./.\n\nn|Nơi nhận:\nn|- {item}\n"
        "n|- Lưu: VT.\nn|KT. GIÁM ĐỐC\nn|PHÓ GIÁM ĐỐC\n\nn|Ngô Thị Sen",
    )
    assert recipients(ending.closing) == [item, "Lưu: VT."]


def test_a_deputy_below_a_title_signs_for_it(draw):
    ending = read(
        draw,
        BODY
        + "@85 bi|Nơi nhận:~\ns b|GIÁM ĐỐC\n@85|- Lưu: VT.\ns b|PHÓ GIÁM ĐỐC\n\ns b|Vi Văn Thọ",
    )
    assert signers(ending.closing) == [(["GIÁM ĐỐC"], ["PHÓ GIÁM ĐỐC"], "Vi Văn Thọ")]


def test_a_rare_surname_before_thi_stays(draw):
    ending = read(
        draw,
        BODY + "@85 bi|Nơi nhận:~\ns b|GIÁM ĐỐC\n@85|- Lưu: VT.\n\ns b|Sa Thị Ối Lan",
    )
    assert signers(ending.closing)[0][2] == "Sa Thị Ối Lan"


def test_two_columns_typed_on_one_line_come_apart():
    text = (
        "Yêu cầu các đơn vị thực hiện./.\n\n"
        "Nơi nhận:                           T/M BAN THƯỜNG VỤ\n"
        "- Huyện ủy (để báo cáo),            PHÓ BÍ THƯ\n"
        "- Lưu Văn phòng.\n\n"
        "                                    Lò Văn Phích\n"
    )
    closing = find_closing([sheet_of(read_plain_text(text.encode(), 1))]).closing
    assert recipients(closing) == ["Huyện ủy (để báo cáo),", "Lưu Văn phòng."]
    assert signers(closing) == [(["T/M BAN THƯỜNG VỤ"], ["PHÓ BÍ THƯ"], "Lò Văn Phích")]


@pytest.mark.parametrize(("confidence", "title"), [(0.6, "GIÁM ĐỐC"), (0.97, None)])
def test_unsure_scraps_before_a_title_are_no_part_of_it(draw, confidence, title):
    page = draw(
        BODY + "@85 bi|Nơi nhận:~\ns b|tt. GIÁM ĐỐC\n\ns b|Lương Thị Bích", confidence=confidence
    )
    closing = find_closing([sheet_of(page)]).closing
    found = [line.text for signer in closing.signers for line in signer.title]
    assert found == ([title] if title else [])


def test_a_syllable_of_one_letter_stays_in_a_name(draw):
    ending = read(draw, BODY + "\ns b|GIÁM ĐỐC\n\n\n\ns b|Vàng A Tủa\n")
    assert signers(ending.closing) == [([], ["GIÁM ĐỐC"], "Vàng A Tủa")]
