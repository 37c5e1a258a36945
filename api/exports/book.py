"""The arrival book of a year as a workbook."""

import io
from collections.abc import Iterable, Mapping
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from api.exports.hits import clean
from api.store.arrivals import BookLine

COLUMNS: Final = (
    ("Số đến", 9),
    ("Ngày đến", 12),
    ("Cơ quan ban hành", 30),
    ("Số, ký hiệu", 20),
    ("Ngày văn bản", 13),
    ("Trích yếu", 60),
    ("Đơn vị nhận", 28),
    ("Ghi chú", 40),
)
DAYS: Final = (2, 5)


def write_book(lines: Iterable[BookLine], year: int, oddities: Mapping[str, str]) -> bytes:
    """A workbook with one row a line; dates are dates, numbers of documents are text.

    `oddities` are the words of the warnings.
    """
    book = Workbook()
    sheet: Any = book.active
    sheet.title = f"Năm {year}"
    sheet.append([f"Sổ đăng ký văn bản đến năm {year}"])
    sheet.append([name for name, _ in COLUMNS])
    for line in lines:
        sheet.append(_row(line, oddities))
        for cell in sheet[sheet.max_row]:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
        for column in DAYS:
            sheet.cell(sheet.max_row, column).number_format = "dd/mm/yyyy"
    for cell in (sheet["A1"], *sheet[2]):
        cell.font = Font(bold=True)
    for index, (_, width) in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    sheet.freeze_panes = "A3"
    sheet.page_setup.orientation = "landscape"
    sheet.print_title_rows = "2:2"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _row(entry: BookLine, oddities: Mapping[str, str]) -> list[Any]:
    line, document = entry.line, entry.document
    odd = "; ".join(oddities[name] for name in line.warnings)
    if document is None:
        return [line.number, line.arrived_on, *[""] * 5, odd]
    texts = (document.issuer, document.number)
    return [
        line.number,
        line.arrived_on,
        *(clean(text or "") for text in texts),
        document.issued_on,
        clean(document.subject or document.file_name),
        clean(entry.receivers),
        odd,
    ]
