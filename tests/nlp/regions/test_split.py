from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.reading.page import PageReading, Passage, Word
from nlp.regions.region import Item, Parts
from nlp.regions.split import split_directives

LETTER = """
l|UBND TỈNH LÂM HÀ~
r b|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
l b|SỞ Y TẾ~
r b|Độc lập - Tự do - Hạnh phúc
l|Số: 310/SYT-NVY~
r i|Lâm Hà, ngày 12 tháng 3 năm 2024
l|V/v triển khai tiêm chủng

k|Kính gửi: Trung tâm Y tế các huyện.

p|Sở Y tế chuyển Công văn số 1420/BYT-DP và đề nghị các đơn vị thực hiện đúng
n|thời gian quy định./.
@85 bi|Nơi nhận:~
s b|GIÁM ĐỐC
@85|- Như trên;
@85|- Lưu: VT.


s b|Vi Văn Thọ
"""

ENCLOSED = """
l b|BỘ Y TẾ~
r b|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
l|Số: 1420/BYT-DP~
r b|Độc lập - Tự do - Hạnh phúc
l|V/v tiêm chủng mở rộng~
r i|Hà Nội, ngày 05 tháng 3 năm 2024
@90|SỞ Y TẾ LÂM HÀ
@90|ĐẾN~
@130|Số: 551
@130|Ngày: 07/3/2024
@90|Chuyển: NVY

k|Kính gửi: Sở Y tế các tỉnh, thành phố.

p|Bộ Y tế đề nghị các địa phương rà soát./.
@85 bi|Nơi nhận:~
s b|TL. BỘ TRƯỞNG
@85|- Như trên;~
s b|CỤC TRƯỞNG CỤC Y TẾ DỰ PHÒNG
@85|- Lưu: VT, DP.

s b|Khuất Duy Tiến
"""

APPENDIX = """
c b|PHỤ LỤC
c b|DANH MỤC VẮC XIN
c i|(Kèm theo Công văn số 1420/BYT-DP ngày 05/3/2024)

p|1. Vắc xin phòng sởi.
p|2. Vắc xin phòng bại liệt.
"""


def passages(parts: Parts) -> Iterator[Passage]:
    head, stamp = parts.letterhead, parts.stamp
    yield from head.organs
    single = (head.motto, head.number, head.place_date, head.type_name, head.subject)
    yield from (passage for passage in single if passage is not None)
    if stamp is not None:
        fields = (stamp.organisation, stamp.number, stamp.date, stamp.forwarded_to)
        yield from (passage for passage in (*fields, stamp.file_number) if passage is not None)
    yield from parts.addressees
    yield from parts.opening
    for item in parts.body:
        yield from item_passages(item)
    yield from parts.closing.recipients
    for signer in parts.closing.signers:
        yield from (*signer.authority, *signer.title)
        yield from () if signer.name is None else (signer.name,)


def item_passages(item: Item) -> Iterator[Passage]:
    yield item.passage
    if item.table is not None:
        yield from (cell.passage for cell in item.table.cells if cell.passage is not None)


def words_of(directives: tuple[Parts, ...]) -> list[Word]:
    return [
        placed.word
        for parts in directives
        for passage in passages(parts)
        for placed in passage.words
    ]


def test_a_letterhead_with_a_number_of_its_own_begins_another_directive(draw):
    pages = [draw(LETTER), draw(ENCLOSED, number=2), draw(APPENDIX, number=3)]
    first, second = split_directives(pages)
    assert (first.pages_from, first.pages_to) == (1, 1)
    assert (second.pages_from, second.pages_to) == (2, 3)
    assert second.letterhead.number is not None
    assert second.letterhead.number.text == "Số: 1420/BYT-DP"


def test_the_stamp_belongs_to_the_directive_of_its_page(draw):
    first, second = split_directives([draw(LETTER), draw(ENCLOSED, number=2)])
    assert first.stamp is None
    assert second.stamp is not None
    assert second.stamp.number is not None
    assert second.stamp.number.text == "551"


def test_an_appendix_is_a_part_of_its_directive(draw):
    (parts,) = split_directives([draw(LETTER), draw(APPENDIX, number=2)])
    assert {item.part for item in parts.body} == {0, 1}
    assert [item.marker for item in parts.body if item.part == 1 and item.marker] == ["1.", "2."]


def test_a_form_in_an_appendix_begins_no_directive(draw):
    form = """
    c b|Mẫu số 01
    l|TÊN CƠ QUAN~
    r b|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    l|Số: ...../BC-......~
    r b|Độc lập - Tự do - Hạnh phúc
    r i|..., ngày ... tháng ... năm ...
    """
    assert len(split_directives([draw(LETTER), draw(form, number=2)])) == 1


def test_each_word_lies_in_one_region_and_only_labels_are_left(draw):
    page = draw(LETTER)
    placed = words_of(split_directives([page]))
    assert len({id(word) for word in placed}) == len(placed)
    left = [
        word.text
        for line in page.lines
        for word in line.words
        if id(word) not in {id(other) for other in placed}
    ]
    assert left == ["Kính", "gửi:", "Nơi", "nhận:", "-", "-"]


_TEXTS = st.sampled_from(
    (
        "Số: 12/KH-UBND",
        "Nơi nhận:",
        "- Lưu: VT.",
        "KẾ HOẠCH",
        "I. MỤC ĐÍCH",
        "a) Nội dung thứ nhất;",
        "ĐẾN Ngày: 3/4/2021",
        "Số: 44",
        "Kính gửi: Sở Tư pháp.",
        "KT. CHỦ TỊCH",
        "Phạm Thu Hà",
        "Điều 2. Tổ chức thực hiện",
        "PHỤ LỤC I",
        "Chuyển: Phòng Nội vụ",
        "7",
        "HỎA TỐC",
        "Lâm Hà, ngày 3 tháng 4 năm 2021",
    )
)
_PLACES = st.sampled_from(("l", "r", "c", "p", "n", "s", "k"))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(_PLACES, _TEXTS, st.booleans()), min_size=1, max_size=25))
def test_no_word_lies_in_two_regions(draw_once, rows):
    drawing = "\n".join(f"{place}|{text}{'~' * stays}" for place, text, stays in rows)
    pages = [draw_once(drawing), draw_once(drawing, number=2)]
    placed = words_of(split_directives(pages))
    assert len({id(word) for word in placed}) == len(placed)


@pytest.mark.parametrize("pages", [(), (PageReading(1, 595.0, 842.0, "ocr", ()),)])
def test_pages_without_words_give_no_more_than_an_empty_directive(pages):
    directives = split_directives(pages)
    assert all(not parts.body and not parts.letterhead.organs for parts in directives)
