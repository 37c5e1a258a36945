"""Cited documents: one sentence or more for each form that directives use."""

from pathlib import Path

import pytest

from nlp.spans.references.find import find_references
from nlp.spans.span import ReferenceMention
from nlp.spans.tokens import tokenize

LINES = Path(__file__).with_name("cases.txt").read_text("utf-8").splitlines()
CASES = [line.replace("\\n", "\n") for line in LINES if line and not line.startswith("#")]

SILENT = [
    "Thực hiện sự chỉ đạo của UBND huyện",
    "Theo đề nghị của Trưởng phòng Lao động - TB&XH",
    "Luật sư Hoàng Văn Bách trình bày; Luật này có hiệu lực; Hội Luật gia huyện",
    "Không số",
    "tỷ lệ 15/20 hộ, 24/7, ngày 12/3/2019, 60 km/h",
    "phương án số 2 và kế hoạch này, quy định 3 nội dung",
    "Điều 5 Quyết định này; Kế hoạch năm 2020; báo cáo số liệu",
    "Thông báo số 12 người",
    "theo mẫu số 02/CSGDBB, Biểu số 15-KBNN, bảng kê số 06D/BK-TNCN, Mẫu 02-II/AP",
    "Nghị quyết Đại hội đồng cổ đông; Pháp lệnh nói trên; tuyên truyền pháp luật an toàn",
    "Thực hiện ý kiến chỉ đạo của Huyện ủy; Xét đề nghị của Chánh Văn phòng",
]


def find(text):
    return find_references(tokenize(text), text)


@pytest.mark.parametrize("marked", CASES)
def test_a_cited_document_is_read_whole(check_marked, marked):
    check_marked(marked, find)


@pytest.mark.parametrize("text", SILENT)
def test_what_cites_no_document_stays_silent(text):
    assert find(text) == ()


def test_the_number_line_of_the_document_itself_is_marked_as_own():
    (span,) = find("Số: 118/KH-UBND")
    assert isinstance(span.value, ReferenceMention)
    assert span.value.is_own


def test_a_range_names_every_document_between():
    numbers = [
        span.value.number
        for span in find("từ Quyết định số 101/QĐ-UBND đến Quyết định số 110/QĐ-UBND")
    ]
    assert numbers == [f"{n}/QĐ-UBND" for n in range(101, 111)]


def test_a_range_may_state_its_type_once():
    numbers = [one.value.number for one in find("các Quyết định từ số 7/QĐ-SNV đến 9/QĐ-SNV")]
    assert numbers == ["7/QĐ-SNV", "8/QĐ-SNV", "9/QĐ-SNV"]


@pytest.mark.parametrize("text", ["Số: 118/KH-UBND", "số 118/KH-UBND"])
def test_a_number_line_is_own_also_in_small_letters(text):
    assert find(text)[0].value.is_own


def test_a_number_in_a_sentence_is_not_the_document_itself():
    assert not find("Ban hành theo số 118/KH-UBND")[0].value.is_own


def test_a_later_mention_by_type_and_number_is_short():
    first, second = find(
        "Theo Công văn số 71/UBND-NC ngày 15/9/2020 của UBND xã; Công văn số 71/UBND-NC nêu rõ"
    )
    assert not first.value.is_short
    assert second.value.is_short


def test_a_short_mention_may_lack_its_symbol():
    *_, short = find("Nghị định số 59/2019/NĐ-CP ngày 01/7/2019. Theo Nghị định 59 thì")
    assert (short.value.type, short.value.number, short.value.is_short) == ("NĐ", "59", True)


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            (
                "Thực hiện Chỉ thị số 4/CT-BNV ngày 22/7/2013 và ý kiến của Sở Nội vụ"
                " tại Văn bản số 8/SNV-VP"
            ),
            ["implements", "implements"],
        ),
        (
            (
                "Đối chiếu với Thông tư số 1/2017/TT-BNV ngày 14/02/2017 và ý kiến của Sở Nội vụ"
                " tại Văn bản số 8/SNV-VP"
            ),
            [None, None],
        ),
    ],
)
def test_what_an_organ_says_behind_and_is_cited_as_what_stands_before(text, relations):
    assert [span.value.cue for span in find(text)] == relations
