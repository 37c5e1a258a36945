import io
from datetime import date

from openpyxl import load_workbook

from api.exports.book import write_book
from api.store.arrivals import BookLine
from api.store.tables import Arrival, Document

DAY = date(2026, 3, 9)


def make_line(number, *warnings):
    return Arrival(number=number, arrived_on=DAY, warnings=list(warnings))


def test_each_line_of_the_book_is_a_row_also_where_its_document_is_gone():
    document = Document(number="=1+1", issuer="UBND xã", subject="Về việc", issued_on=DAY)
    lines = [BookLine(make_line(7, "gap"), document, "Phòng Tư pháp")]
    lines.append(BookLine(make_line(8), None, None))
    lines.append(BookLine(make_line(9), document, None, ("Văn phòng", "Phòng Nội vụ")))
    sheet = load_workbook(io.BytesIO(write_book(lines, 2026, {"gap": "bỏ quãng"}))).active
    assert sheet["A1"].value == "Sổ đăng ký văn bản đến năm 2026"
    first, second, third = list(sheet.iter_rows(min_row=3))
    assert (first[0].value, first[1].value.date(), first[6].value) == (7, DAY, "Phòng Tư pháp")
    assert (first[3].value, first[3].data_type) == ("=1+1", "s")
    assert first[7].value == "bỏ quãng"
    assert second[0].value == 8
    assert third[6].value == "Văn phòng; Phòng Nội vụ"
