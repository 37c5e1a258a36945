"""The duties of an assignment table: one a row that names its unit."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nlp.evidence import Leaf
from nlp.regions.region import Table
from nlp.spans.span import DateMention
from nlp.statements.duties.cells import split_units
from nlp.statements.duties.details import find_details, time_leaf
from nlp.statements.marked import MarkedCell, MarkedItem, MarkedPassage
from nlp.statements.statement import Duty

_COLUMNS = (
    (
        "support",
        re.compile(r"phối\s*hợp|tham\s+gia|cùng\s+(?:thực|làm|tham)|hỗ\s+trợ", re.IGNORECASE),
    ),
    (
        "deadline",
        re.compile(r"thời\s*(?:gian|hạn|điểm)|hoàn\s+thành|tiến\s+độ|ngày", re.IGNORECASE),
    ),
    ("deliverable", re.compile(r"sản\s+phẩm|kết\s+quả|dự\s+kiến\s+đầu\s+ra", re.IGNORECASE)),
    (
        "lead",
        re.compile(
            r"chủ\s*trì|phụ\s*trách|đơn\s+vị|cơ\s+quan|phân\s+công|người\s+(?:thực|làm)|đầu\s+mối"
            r"|trách\s+nhiệm|bộ\s+phận|thực\s+hiện$",
            re.IGNORECASE,
        ),
    ),
    (
        "action",
        re.compile(
            r"nội\s*dung|nhiệm\s*vụ|công\s*việc|hoạt\s*động|việc|chỉ\s+tiêu", re.IGNORECASE
        ),
    ),
)
_SAME = re.compile(r"^\W*(?:nt|như\s+trên|[-–”\"“]+)\W*$", re.IGNORECASE)
_NUMBERING = 5
_ROW = "duty.table"


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of one row by what they hold; inherited ones come from a row above."""

    cells: Mapping[str, MarkedPassage]


def find_table_duties(item: MarkedItem, section: tuple[str, ...]) -> tuple[Duty, ...]:
    """The duties of a table in the order of its rows, none where no column names units."""
    table = item.item.table
    if table is None:
        return ()
    columns = _read_header(table, item.cells)
    if not {"action", "lead"} <= set(columns.values()):
        return ()
    duties = []
    group: tuple[str, ...] = ()
    for row in _rows(table, item.cells, columns):
        if row.cells.keys() == {"group"}:
            group = (row.cells["group"].text,)
        elif "action" in row.cells and "lead" in row.cells:
            duties.append(_duty(row, (*section, *group)))
    return tuple(duties)


def _read_header(table: Table, cells: tuple[MarkedCell, ...]) -> dict[int, str]:
    """What each column holds; a header over two rows is read as one."""
    texts: dict[int, str] = {}
    for marked in cells:
        cell = marked.cell
        if cell.row < max(table.header_rows, 1) and marked.marked:
            for column in range(cell.column, cell.column + cell.column_span):
                texts[column] = f"{texts.get(column, '')} {marked.marked.text}".strip()
    found: dict[int, str] = {}
    for column, text in sorted(texts.items()):
        kind = next((name for name, pattern in _COLUMNS if pattern.search(text)), None)
        if kind is not None and kind not in found.values():
            found[column] = kind
    return found


def _rows(
    table: Table, cells: tuple[MarkedCell, ...], columns: Mapping[int, str]
) -> Iterator[_Row]:
    above: dict[str, MarkedPassage] = {}
    for number in range(max(table.header_rows, 1), table.row_count):
        here = [cell for cell in cells if _covers(cell, number)]
        filled = [cell for cell in here if cell.cell.row == number and cell.marked]
        if _is_group(filled, here, table):
            above = {}
            text = max((cell.marked for cell in filled if cell.marked), key=lambda m: len(m.text))
            yield _Row({"group": text})
            continue
        row = dict(_filled(here, columns))
        for kind in ("lead", "support", "deadline"):
            if kind in row and _SAME.match(row[kind].text):
                del row[kind]
                if kind in above:
                    row[kind] = above[kind]
        if "lead" not in row and "lead" in above and {"action", "deadline"} <= row.keys():
            row["lead"] = above["lead"]
        above |= row
        yield _Row(row)


def _covers(cell: MarkedCell, row: int) -> bool:
    return cell.cell.row <= row < cell.cell.row + cell.cell.row_span


def _filled(
    cells: list[MarkedCell], columns: Mapping[int, str]
) -> Iterator[tuple[str, MarkedPassage]]:
    for cell in cells:
        kind = columns.get(cell.cell.column)
        if kind is not None and cell.marked is not None:
            yield kind, cell.marked


def _is_group(filled: list[MarkedCell], here: list[MarkedCell], table: Table) -> bool:
    """Whether a row is the title of the rows below it: one text, over the others or alone."""
    said = [cell for cell in filled if cell.marked and _says(cell.marked.text)]
    if len(said) != 1:
        return False
    if said[0].cell.column_span * 2 > table.column_count:
        return True
    return not any(cell.cell.row_span > 1 for cell in here)


def _says(text: str) -> bool:
    """Whether a cell holds more than the number of its row."""
    return len(text) > _NUMBERING or _SAME.match(text) is not None


def _duty(row: _Row, section: tuple[str, ...]) -> Duty:
    action = row.cells["action"]
    details = find_details(action, 0, len(action.text))
    text = action.text.strip(" -+•").rstrip(" .;,:-_")
    lead = split_units(row.cells["lead"], _ROW)
    support = split_units(row.cells["support"], _ROW) if "support" in row.cells else ()
    deadline, deadline_text = details.deadline, details.deadline_text
    if "deadline" in row.cells:
        deadline, deadline_text = _time(row.cells["deadline"])
    names = {unit.value.casefold() for unit in support or details.support}
    report_to = details.report_to
    return Duty(
        action=action.leaf(text, 0, len(action.text), _ROW),
        lead=lead,
        support=support or details.support,
        deadline=deadline,
        report_to=None if report_to and report_to.value.casefold() in names else report_to,
        deliverable=_deliverable(row) or details.deliverable,
        section=section,
        deadline_text=deadline_text,
    )


def _time(cell: MarkedPassage) -> tuple[Leaf[DateMention] | None, str | None]:
    timed = next(iter(cell.dates()), None)
    return (time_leaf(cell, timed) if timed else None), cell.text.strip()


def _deliverable(row: _Row) -> Leaf[str] | None:
    cell = row.cells.get("deliverable")
    return cell.text_leaf(0, len(cell.text), _ROW) if cell else None
