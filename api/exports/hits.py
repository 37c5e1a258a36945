"""A list of hits as a workbook or a text document."""

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import docx
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from api.store.search.found import Found, Hit

TITLE: Final = "Kết quả tra cứu văn bản"
COLUMNS: Final = (
    ("TT", 6),
    ("Số, ký hiệu", 20),
    ("Loại", 8),
    ("Ngày ban hành", 14),
    ("Cơ quan ban hành", 30),
    ("Trích yếu", 60),
    ("Số đến", 10),
    ("Trang", 8),
    ("Đoạn khớp", 60),
)
# XML has no such characters; a damaged text layer may.
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_xlsx(found: Found, query: str, ended: Mapping[str, str]) -> bytes:
    """A workbook with one row a hit; dates are dates, numbers of documents are text.

    `ended` says what has become of a document.
    """
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Tra cứu"
    sheet.append([f"{TITLE}: {clean(query)}"])
    sheet.append([_count(found)])
    sheet.append([name for name, _ in COLUMNS])
    for row in _rows(found.hits, ended):
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
        sheet.cell(sheet.max_row, 4).number_format = "dd/mm/yyyy"
    for cell in (sheet["A1"], *sheet[3]):
        cell.font = Font(bold=True)
    for index, (_, width) in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    sheet.freeze_panes = "A4"
    sheet.auto_filter.ref = f"A3:{get_column_letter(len(COLUMNS))}{sheet.max_row}"
    sheet.page_setup.orientation = "landscape"
    return _bytes(book)


def write_docx(found: Found, query: str, ended: Mapping[str, str]) -> bytes:
    """A text document of A4 across, with one row of a table a hit."""
    paper = docx.Document()
    section = paper.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    style: Any = paper.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(11)
    paper.add_heading(TITLE, level=1)
    paper.add_paragraph(f"Câu hỏi: {clean(query)}. {_count(found)}.")
    table = paper.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    _fill(table.rows[0].cells, [name for name, _ in COLUMNS])
    for row in _rows(found.hits, ended):
        _fill(table.add_row().cells, row)
    return _bytes(paper)


def _rows(hits: Iterable[Hit], ended: Mapping[str, str]) -> Iterable[list[Any]]:
    for index, hit in enumerate(hits, start=1):
        row = hit.document
        snippet = " ".join(piece.text for piece in hit.snippet)
        yield [
            index,
            clean(row.number or ""),
            row.type or "",
            row.issued_on,
            clean(row.issuer or ""),
            clean(_named(hit, ended)),
            row.arrival_number or "",
            hit.page,
            clean(snippet),
        ]


def _named(hit: Hit, ended: Mapping[str, str]) -> str:
    """What the document of a hit is about, and whether it still stands."""
    name = hit.document.subject or hit.document.file_name
    return name + "".join(f" ({ended[way]})" for way in hit.ended)


def _fill(cells: Sequence[Any], values: Sequence[Any]) -> None:
    for cell, value in zip(cells, values, strict=True):
        is_day = hasattr(value, "strftime")
        cell.text = value.strftime("%d/%m/%Y") if is_day else "" if value is None else str(value)


def _count(found: Found) -> str:
    if found.is_capped or len(found.hits) < found.total:
        return f"{len(found.hits)} văn bản đầu trong hơn {found.total - found.is_capped} văn bản"
    return f"{found.total} văn bản"


def clean(text: str) -> str:
    """The text without what XML cannot hold."""
    return _NOT_XML.sub("", text)


def _bytes(file: Any) -> bytes:  # noqa: ANN401 - of either library
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()
