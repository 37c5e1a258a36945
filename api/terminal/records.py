"""A record for people to read in a terminal."""

import re
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from api.record import Record, bare, directives
from api.terminal.tables import table
from api.web.words import RELATIONS, day_words, parse_day, recurrence_words, span_words

_PATH = re.compile(r"(?P<part>\w+)(?:\[(?P<index>\d+)\])?(?:\.(?P<leaf>.+))?")
HEADER_LABELS = (
    ("parent", "Cơ quan chủ quản"),
    ("issuer", "Cơ quan ban hành"),
    ("number", "Số, ký hiệu"),
    ("type", "Loại văn bản"),
    ("place", "Địa danh"),
    ("date", "Ngày ban hành"),
    ("subject", "Trích yếu"),
    ("urgency", "Độ khẩn"),
    ("secrecy", "Độ mật"),
    ("signer", "Người ký"),
    ("addressees", "Kính gửi"),
    ("recipients", "Nơi nhận"),
)
LEAF_LABELS = {
    "action": "nội dung",
    "date": "ngày",
    "deadline": "hạn",
    "end": "ngày cuối",
    "issuer": "cơ quan",
    "lead": "chủ trì",
    "name": "họ tên",
    "number": "số, ký hiệu",
    "recurrence": "định kỳ",
    "report_to": "nơi nhận báo cáo",
    "start": "ngày đầu",
    "subject": "trích yếu",
    "support": "phối hợp",
    "text": "câu chữ",
    "title": "chức vụ",
    "type": "loại",
}
PART_LABELS = {
    "dates": "Thời gian",
    "keywords": "Từ khóa",
    "purposes": "Mục đích",
    "aims": "Mục đích theo lời văn",
    "references": "Văn bản liên quan",
    "requirements": "Yêu cầu",
    "tasks": "Nhiệm vụ",
}
ARRIVAL_LABELS = (
    ("number", "Số đến"),
    ("date", "Ngày đến"),
    ("organisation", "Nơi nhận đến"),
    ("forwarded_to", "Chuyển"),
    ("file_number", "Lưu hồ sơ số"),
)


def show_record(record: Record) -> Group:
    """A record with all directives in it, for people to read."""
    return Group(*(_show_directive(part) for part in directives(record)))


def _show_directive(record: Record) -> RenderableType:
    header = record.get("header", {})
    rows = list(_labelled(header, HEADER_LABELS[:-3]))
    if (signer := header.get("signer")) is not None:
        said = (bare(signer.get(name)) for name in ("authority", "title", "name"))
        rows.append(("Người ký", ", ".join(filter(None, said))))
    for name, label in (("addressees", "Kính gửi"), ("recipients", "Nơi nhận")):
        if header.get(name):
            rows.append((label, "; ".join(bare(leaf) for leaf in header[name])))
    parts: list[RenderableType] = [_grid(rows)]
    if record.get("incoming"):
        parts += [_title("Dấu đến"), _grid(_labelled(record["incoming"], ARRIVAL_LABELS))]
    parts += _show_references(record.get("references", ()))
    for name in ("purposes", "aims", "requirements"):
        parts += _show_list(PART_LABELS[name], [str(bare(leaf)) for leaf in record.get(name, ())])
    parts += _show_list("Thời gian", [_date_line(item) for item in record.get("dates", ())])
    parts += _show_record_tasks(record.get("tasks", ()))
    parts += _show_list("Cần xem lại", [name_place(path) for path in record.get("review", ())])
    return Panel(Group(*parts), title=Text(record["source"]["file_name"]), title_align="left")


def _show_references(references: Sequence[Record]) -> list[RenderableType]:
    if not references:
        return []
    grid = table("Quan hệ", "Loại", "Số, ký hiệu", "Ngày", "Cơ quan", "Trích yếu")
    for item in references:
        relation = RELATIONS.get(bare(item.get("relation")), "")
        texts = (bare(item.get(name)) or "" for name in ("issuer", "subject"))
        number = bare(item.get("number")) or ""
        grid.add_row(
            relation,
            bare(item.get("type")) or "",
            number,
            day_words(parse_day(bare(item.get("date")))),
            *texts,
        )
    return [_title("Văn bản liên quan"), grid]


def _show_record_tasks(tasks: Sequence[Record]) -> list[RenderableType]:
    if not tasks:
        return []
    grid = table("Chủ trì", "Phối hợp", "Nhiệm vụ", "Hạn")
    for task in tasks:
        until = day_words(parse_day(bare(task.get("deadline")))) or recurrence_words(
            bare(task.get("recurrence"))
        )
        units = (
            "\n".join(bare(leaf) for leaf in task.get(name, ())) for name in ("lead", "support")
        )
        grid.add_row(*units, bare(task["action"]), until or bare(task.get("deadline_text")) or "")
    return [_title("Nhiệm vụ"), grid]


def _date_line(item: Record) -> str:
    span = span_words(parse_day(bare(item.get("start"))), parse_day(bare(item.get("end"))))
    return f"{bare(item.get('text'))} ({recurrence_words(bare(item.get('recurrence'))) or span})"


def name_place(path: str) -> str:
    """A path of the record in words.

    >>> name_place("header.issuer"), name_place("tasks[3].deadline")
    ('Cơ quan ban hành', 'Nhiệm vụ 4: hạn')
    """
    match = _PATH.fullmatch(path)
    if match is None:
        return path
    part, index, leaf = match["part"], match["index"], match["leaf"] or ""
    if index is None:
        labels = dict(ARRIVAL_LABELS if part == "incoming" else HEADER_LABELS)
        return labels.get(leaf.split(".")[0].split("[")[0], path)
    label = f"{PART_LABELS.get(part, part)} {int(index) + 1}"
    return f"{label}: {LEAF_LABELS.get(leaf.split('[')[0], leaf)}" if leaf else label


def _show_list(label: str, lines: Sequence[str]) -> list[RenderableType]:
    if not lines:
        return []
    return [_title(label), *(Padding(Text(f"– {line}"), (0, 0, 0, 2)) for line in lines)]


def _labelled(leaves: Record, labels: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for name, label in labels:
        value = bare(leaves.get(name))
        if value is not None:
            yield label, day_words(parse_day(value)) if name == "date" else str(value)


def _grid(rows: Iterable[tuple[str, str]]) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    for label, value in rows:
        grid.add_row(label, Text(value))
    return grid


def _title(label: str) -> Text:
    return Text(f"\n{label}", style="bold")
