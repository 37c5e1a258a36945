from nlp.explanation import explain_pages
from nlp.geometry import Box
from nlp.reading.page import Line, PageReading, Word
from nlp.spans.span import ReferenceMention

TEXT = """UBND HUYỆN AN HẢI
Số: 45/KH-UBND
An Hải, ngày 12 tháng 3 năm 2024
KẾ HOẠCH
Tổ chức Ngày hội đọc sách năm 2024
Căn cứ Quyết định số 17/QĐ-UBND ngày 05/01/2024 của UBND tỉnh Quảng Ngãi.
I. MỤC ĐÍCH
- Phát triển văn hóa đọc trong cộng đồng trước ngày 20/5."""


def _page(text):
    lines = [
        Line(
            tuple(
                Word(word, Box(70 + 40 * i, top, 105 + 40 * i, top + 12), 1.0, word)
                for i, word in enumerate(row.split())
            )
        )
        for top, row in zip(range(60, 1000, 18), text.splitlines(), strict=False)
    ]
    return PageReading(1, 595, 842, "text", tuple(lines))


def test_the_passages_of_a_directive_stand_in_the_order_of_the_paper():
    (passages,) = explain_pages((_page(TEXT),))
    texts = [passage.text for passage in passages]
    assert texts.index("KẾ HOẠCH") < texts.index("MỤC ĐÍCH")
    assert [p.marker for p in passages if p.text.startswith("Phát triển")] == ["-"]


def test_each_passage_carries_its_spans():
    (passages,) = explain_pages((_page(TEXT),))
    (basis,) = [passage for passage in passages if passage.text.startswith("Căn cứ")]
    (cited,) = [s.value for s in basis.spans if isinstance(s.value, ReferenceMention)]
    assert cited.number == "17/QĐ-UBND"


def test_missing_years_come_from_the_date_of_issue():
    (passages,) = explain_pages((_page(TEXT),))
    (aim,) = [passage for passage in passages if passage.text.startswith("Phát triển")]
    assert "2024-05-20" in [str(getattr(span.value, "start", None)) for span in aim.spans]


def test_nothing_is_told_of_blank_pages():
    assert [*explain_pages((_page(""),))] in ([], [()])
