import re
from datetime import date
from types import SimpleNamespace

from rich.console import Console

from api.store.search.found import Found, Hit
from api.store.search.snippets import Piece
from api.terminal.tables import show_changes, show_documents, show_found, show_tasks
from api.web.deeds import ChangeLine

DOCUMENT = SimpleNamespace(
    id=3,
    file_name="quet-01.pdf",
    state="ready",
    number="12/KH-UBND",
    type="KH",
    issuer="UBND huyện",
    issued_on=date(2024, 3, 1),
    subject=None,
    arrival_number="007",
    arrival_date=date(2024, 3, 4),
)


def shown(table):
    console = Console(width=140, markup=False)
    with console.capture() as capture:
        console.print(table)
    return capture.get()


def test_a_document_without_a_subject_shows_its_file():
    told = shown(show_documents([DOCUMENT]))
    for part in ("quet-01.pdf", "007 04/03/2024", "đã đọc"):
        assert part in told


def test_a_task_shows_who_what_until_when_and_from_where():
    task = SimpleNamespace(
        document_id=3,
        number=None,
        lead=["Phòng Nội vụ"],
        support=[],
        action="báo cáo",
        deadline=None,
        deadline_text=None,
        recurrence="FREQ=MONTHLY;BYMONTHDAY=25",
    )
    told = shown(show_tasks([task]))
    for part in ("mã 3", "Phòng Nội vụ", "báo cáo", "hằng tháng, ngày 25"):
        assert part in told


def test_hits_show_their_snippet_and_page():
    snippet = (Piece("về", is_match=False), Piece("bình đẳng", is_match=True))
    told = shown(show_found(Found((Hit(DOCUMENT, "body", 2, snippet, ("replaces",)),), 1)))
    assert "về bình đẳng (trang 2)" in told
    assert "(đã bị thay thế)" in told
    assert "1 văn bản" in told
    assert "Không tìm thấy văn bản nào" in shown(show_found(Found()))


def test_a_new_reading_tells_what_it_changes_and_what_stays():
    lines = (
        ChangeLine("Trích yếu", "Trông cây", "Trồng cây"),
        ChangeLine("Số, ký hiệu", "12/KH", "1Z/KH", is_kept=True),
    )
    console = Console(width=140)
    with console.capture() as capture:
        console.print(show_changes(7, lines, is_taken=False))
        console.print(show_changes(8, (), is_taken=False))
    told = capture.get()
    assert re.search("Trích yếu +Trông cây +Trồng cây", told)
    assert re.search("12/KH +1Z/KH +giữ giá trị đã sửa tay", told)
    assert "vanthu reread 7 --accept" in told
    assert "Văn bản 8: đọc lại không có gì đổi." in told
