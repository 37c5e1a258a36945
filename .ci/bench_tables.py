"""How well the structure of tables is read: drawn tables, born digital and scanned, in one run.

A cell is right when a cell of the same row, column and spans says the same (0.9 alike).
`python .ci/bench_tables.py [COUNT] [--show]`
"""

import io
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import pypdfium2
from PIL import Image
from rapidfuzz.distance import Levenshtein
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from nlp.pages.load import inspect_file
from nlp.reading.inprocess import InProcessEngine
from nlp.reading.read import read_page
from nlp.regions.printed.sheet import sheet_of
from nlp.regions.region import Table as ReadTable
from nlp.regions.tables.find import find_tables
from samples.render.blocks import rich_text
from samples.render.faces import FAMILY, face_name, register_faces
from samples.render.wear import clean_scan

ALIKE = 0.9
DPI = 300
RARELY, OFTEN = 0.15, 0.6
SPANNED = (2, 3)  # the columns below a heading of two
UNITS = (
    "Phòng Kinh tế",
    "Trạm Thủy lợi số 2",
    "Văn phòng HĐND và UBND",
    "UBND xã Tân Lập",
    "Ban Quản lý chợ",
    "Công an xã",
    "Trường THCS Nguyễn Trãi",
    "Đoàn Thanh niên",
    "Phòng Văn hóa - Xã hội",
    "Hội Nông dân",
)
DUTIES = (
    "Rà soát, lập danh sách các tuyến kênh mương bị bồi lắng cần nạo vét",
    "Kiểm tra hệ thống điện chiếu sáng",
    "Tổ chức tập huấn kỹ năng sơ cấp cứu cho giáo viên, nhân viên bếp ăn bán trú trên địa bàn",
    "Niêm yết bảng giá dịch vụ",
    "Xây dựng phương án phân luồng giao thông trong thời gian tổ chức lễ hội, bảo đảm thông suốt",
    "Báo cáo kết quả thực hiện",
    "Sửa chữa mái hiên nhà văn hóa thôn",
    "Vận động các hộ kinh doanh ký cam kết không lấn chiếm lòng đường, vỉa hè, hành lang an toàn",
)
TIMES = ("Tháng 3/2024", "Quý II/2024", "Trước 15/8/2024", "Thường xuyên", "20/10/2024")
RESULTS = ("Báo cáo", "Kế hoạch", "Danh sách kèm biên bản", "Hồ sơ nghiệm thu", "Bản cam kết")
GROUPS = (
    "CÔNG TÁC CHUẨN BỊ",
    "Nhóm nhiệm vụ về hạ tầng",
    "TỔ CHỨC THỰC HIỆN",
    "Kiểm tra, tổng kết",
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell as it was drawn."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: str


@dataclass(slots=True)
class Drawing:
    """A table to draw: its cells, and how it is ruled and laid."""

    columns: int
    widths: list[float]
    ruling: str
    is_wide: bool
    lead: float
    repeats: bool
    header_rows: int = 1
    rows: int = 0
    cells: list[Placed] = field(default_factory=list)

    def add(self, texts: Sequence[str | None]) -> None:
        """Add a row; a column with None belongs to the cell above it."""
        for column, text in enumerate(texts):
            if text is not None:
                self.cells.append(Placed(self.rows, column, 1, 1, text))
        self.rows += 1

    def add_group(self, texts: Sequence[str]) -> None:
        """Add a row whose last text goes over all columns that are left."""
        for column, text in enumerate(texts):
            is_last = column == len(texts) - 1
            span = self.columns - column if is_last else 1
            self.cells.append(Placed(self.rows, column, 1, span, text))
        self.rows += 1


def invent(seed: int) -> Drawing:
    """A table of this seed, the same each time."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    columns = rng.choice([4, 5, 5, 6])
    names = ["STT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian"]
    names = [*names[: columns - 1], rng.choice(["Thời gian hoàn thành", "Sản phẩm", "Ghi chú"])]
    widths = [8.0, 30, 17, 18, 15, 12][:columns]
    drawing = Drawing(
        columns=columns,
        widths=widths,
        ruling=rng.choice(["all", "all", "all", "open sides", "rows"]),
        is_wide=rng.random() < RARELY,
        lead=rng.choice([0, 40, 250, 420]),
        repeats=rng.random() < OFTEN,
    )
    _head(drawing, names, rng)
    _body(drawing, rng)
    return drawing


def _head(drawing: Drawing, names: Sequence[str], rng: random.Random) -> None:
    if drawing.columns > SPANNED[1] + 1 and drawing.ruling == "all" and rng.random() < 2 * RARELY:
        for column, name in enumerate(names):
            if column in SPANNED:
                continue
            drawing.cells.append(Placed(0, column, 2, 1, name))
        drawing.cells.append(Placed(0, 2, 1, 2, "Phân công"))
        drawing.cells += [Placed(1, 2, 1, 1, "Chủ trì"), Placed(1, 3, 1, 1, "Phối hợp")]
        drawing.rows = drawing.header_rows = 2
        return
    drawing.add(names)
    if drawing.ruling == "all" and rng.random() < RARELY:
        drawing.add([f"({n + 1})" for n in range(drawing.columns)])
        drawing.header_rows = 2


def _body(drawing: Drawing, rng: random.Random) -> None:
    number, count = 0, rng.randint(4, 15)
    while number < count:
        if drawing.ruling == "all" and rng.random() < RARELY:
            title = rng.choice(GROUPS)
            numbered = rng.random() < OFTEN
            drawing.add_group(["I" if numbered else title, title] if numbered else [title])
        many = rng.choice([2, 3]) if drawing.ruling == "all" and rng.random() < RARELY else 1
        first = drawing.rows
        for place in range(many):
            number += 1
            texts: list[str | None] = [str(number), rng.choice(DUTIES)]
            texts += [rng.choice(UNITS), *(rng.choice([*UNITS, ""]) for _ in range(1))]
            texts += [rng.choice(TIMES), rng.choice([*RESULTS, ""])]
            texts = texts[: drawing.columns]
            if place:
                texts[2] = None
            drawing.add(texts)
        if many > 1:
            drawing.cells = [
                Placed(c.row, c.column, many, 1, c.text) if (c.row, c.column) == (first, 2) else c
                for c in drawing.cells
            ]


def typeset(drawing: Drawing) -> bytes:
    """The table on its pages, as a PDF."""
    register_faces()
    out = io.BytesIO()
    size = landscape(A4) if drawing.is_wide else A4
    margin = 62.0
    width = size[0] - 2 * margin
    style = ParagraphStyle(
        "cell", fontName=face_name(), fontFamily=FAMILY, fontSize=12, leading=14
    )
    centre = ParagraphStyle("centre", parent=style, alignment=TA_CENTER)
    grid: list[list[Paragraph | str]] = [[""] * drawing.columns for _ in range(drawing.rows)]
    commands: list[tuple[object, ...]] = [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *_lines(drawing)]
    for cell in drawing.cells:
        bold = cell.row < drawing.header_rows or cell.column_span > 1
        text = f"<b>{rich_text(cell.text)}</b>" if bold and cell.text else rich_text(cell.text)
        look = centre if bold or cell.column == 0 else style
        grid[cell.row][cell.column] = Paragraph(text, look)
        end = cell.column + cell.column_span - 1, cell.row + cell.row_span - 1
        if end != (cell.column, cell.row):
            commands.append(("SPAN", (cell.column, cell.row), end))
    has_spans = any(cell.row_span > 1 for cell in drawing.cells if cell.row >= drawing.header_rows)
    table = Table(
        grid,
        [width * share / sum(drawing.widths) for share in drawing.widths],
        repeatRows=drawing.header_rows if drawing.repeats else 0,
        splitInRow=0 if has_spans else 1,
        splitByRow=1 if has_spans else 0,
        style=TableStyle(commands),
    )
    intro = Paragraph("Phân công nhiệm vụ cụ thể như sau:", style)
    closing = Paragraph("Các đơn vị căn cứ bảng trên để thực hiện.", style)
    SimpleDocTemplate(
        out, pagesize=size, margin=margin, leftMargin=margin, rightMargin=margin
    ).build([Spacer(1, drawing.lead), intro, Spacer(1, 6), table, Spacer(1, 6), closing])
    return out.getvalue()


def _lines(drawing: Drawing) -> Iterator[tuple[object, ...]]:
    black = colors.black
    if drawing.ruling == "rows":
        yield ("LINEABOVE", (0, 0), (-1, -1), 0.7, black)
        yield ("LINEBELOW", (0, 0), (-1, -1), 0.7, black)
        return
    yield ("INNERGRID", (0, 0), (-1, -1), 0.7, black)
    if drawing.ruling == "all":
        yield ("BOX", (0, 0), (-1, -1), 0.7, black)
    else:
        yield ("LINEABOVE", (0, 0), (-1, 0), 0.7, black)
        yield ("LINEBELOW", (0, -1), (-1, -1), 0.7, black)
    for edge in ("inrowsplitstart", "inrowsplitend"):
        way = "LINEBELOW" if edge.endswith("start") else "LINEABOVE"
        yield (way, (0, edge), (-1, edge), 0.7, black)


def scan(pdf: bytes, seed: int) -> bytes:
    """The pages printed and scanned well."""
    rng = np.random.default_rng(seed)
    document = pypdfium2.PdfDocument(pdf)
    pages = [
        Image.fromarray(
            clean_scan(np.asarray(page.render(scale=DPI / 72).to_pil().convert("RGB")), rng)
        )
        for page in document
    ]
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=DPI, quality=85)
    return out.getvalue()


def read_tables(data: bytes, engine: InProcessEngine) -> tuple[ReadTable, ...]:
    """The tables of a file."""
    pages = [read_page(data, n + 1, engine) for n in range(inspect_file(data).pages)]
    return tuple(placed.table for placed in find_tables([sheet_of(page) for page in pages])[0])


def count_right(drawing: Drawing, tables: Sequence[ReadTable]) -> tuple[int, int, list[str]]:
    """How many cells are right, of how many drawn or read, and what went wrong."""
    read = [cell for table in tables[:1] for cell in table.cells]
    extra = sum(len(table.cells) for table in tables[1:])
    found = {
        (cell.row, cell.column, cell.row_span, cell.column_span): cell.passage.text
        if cell.passage
        else ""
        for cell in read
    }
    wrong = []
    for cell in drawing.cells:
        key = (cell.row, cell.column, cell.row_span, cell.column_span)
        text = found.get(key)
        if text is None or not _is_alike(text, cell.text):
            wrong.append(f"{key} {cell.text!r}: {text!r}")
    total = max(len(drawing.cells), len(read) + extra)
    return len(drawing.cells) - len(wrong), total, wrong


def _is_alike(first: str, second: str) -> bool:
    return first == second or Levenshtein.normalized_similarity(first, second) >= ALIKE


def main(arguments: Iterable[str]) -> int:
    """Print the share of right cells of both qualities."""
    arguments = list(arguments)
    shows = "--show" in arguments
    counts = [argument for argument in arguments if argument.isdigit()]
    count = int(counts[0]) if counts else 40
    engine = InProcessEngine()
    sums = {"born digital": [0, 0], "clean scan": [0, 0]}
    for seed in range(count):
        drawing = invent(seed)
        pdf = typeset(drawing)
        for name, data in (("born digital", pdf), ("clean scan", scan(pdf, seed))):
            right, total, wrong = count_right(drawing, read_tables(data, engine))
            sums[name][0] += right
            sums[name][1] += total
            if shows and right < total:
                print(
                    f"{seed} {name} {drawing.ruling} lead {drawing.lead}: {right}/{total}",
                    *wrong[:4],
                    sep="\n    ",
                )
    for name, (right, total) in sums.items():
        print(f"{name:14} {right}/{total} cells right ({right / total:.1%}) in {count} tables")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
