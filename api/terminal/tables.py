"""Tables of documents, tasks and hits for a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from api.store.search.found import Found
from api.web.found import found_words
from api.web.words import ENDED, day_words, recurrence_words

if TYPE_CHECKING:  # the help of the command line loads no store
    from api.web.deeds import ChangeLine

STATES = {
    "waiting": "chờ đọc",
    "reading": "đang đọc",
    "ready": "đã đọc",
    "failed": "không đọc được",
}


def show_documents(documents: Iterable[Any]) -> Table:
    """A table of documents."""
    grid = table(
        "Mã", "Số, ký hiệu", "Loại", "Ngày", "Cơ quan ban hành", "Trích yếu", "Đến", "Tình trạng"
    )
    for row in documents:
        arrival = f"{row.arrival_number or ''} {day_words(row.arrival_date)}".strip()
        subject = row.subject or row.file_name
        grid.add_row(
            *(str(row.id), row.number or "", row.type or "", day_words(row.issued_on)),
            *(row.issuer or "", subject, arrival, STATES[row.state]),
        )
    return grid


def show_tasks(tasks: Iterable[Any]) -> Table:
    """A table of tasks: who, what, until when, from which document."""
    grid = table("Văn bản", "Chủ trì", "Phối hợp", "Nhiệm vụ", "Hạn")
    for row in tasks:
        until = (
            day_words(row.deadline) or recurrence_words(row.recurrence) or row.deadline_text or ""
        )
        source = row.number or f"mã {row.document_id}"
        grid.add_row(source, "\n".join(row.lead), "\n".join(row.support), row.action, until)
    return grid


def show_changes(
    document_id: int, changes: Iterable[ChangeLine], *, is_taken: bool
) -> RenderableType:
    """What a new reading of a document changes, and how it is taken where it is not yet."""
    grid = table("Mục", "Hiện có", "Đọc lại", "")
    for change in changes:
        kept = "giữ giá trị đã sửa tay" if change.is_kept else ""
        grid.add_row(change.label, change.before, change.after, kept)
    if not grid.row_count:
        return Text(f"Văn bản {document_id}: đọc lại không có gì đổi.")
    heading = f"Văn bản {document_id}: {'đã đổi' if is_taken else 'sẽ đổi nếu nhận bản đọc mới'}"
    ways = f"Chưa đổi gì; hãy nhận ở trang của văn bản, hoặc: vanthu reread {document_id} --accept"
    return Group(Text(heading, "bold"), grid, *([] if is_taken else [Text(ways)]))


def show_found(found: Found) -> RenderableType:
    """The documents that were found, each with a snippet of its text."""
    grid = table("Mã", "Số, ký hiệu", "Ngày", "Trích yếu", "Đoạn khớp")
    for hit in found.hits:
        row = hit.document
        snippet = Text.assemble(
            *((f"{piece.text} ", "bold" if piece.is_match else "dim") for piece in hit.snippet)
        )
        if hit.page is not None:
            snippet.append(f"(trang {hit.page})")
        ended = "".join(f" ({ENDED[way]})" for way in hit.ended)
        subject = Text.assemble(row.subject or row.file_name, (ended, "bold red"))
        grid.add_row(str(row.id), row.number or "", day_words(row.issued_on), subject, snippet)
    lines = [Text(line) for line in found_words(found)]
    return Group(*lines, grid) if found.hits else Group(*lines)


def table(*columns: str) -> Table:
    """An empty table with these columns."""
    empty = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        empty.add_column(column, overflow="fold")
    return empty
