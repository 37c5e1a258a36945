from datetime import UTC, datetime

import pytest

from api.store.corrections import Change
from api.store.tables import AuditEntry
from api.web.deeds import DEEDS, path_words, view_changes, view_deeds

AT = datetime(2026, 3, 9, 18, 30, tzinfo=UTC)


def entry(action, **detail):
    return AuditEntry(id=1, at=AT, actor=None, action=action, document_id=7, detail=detail)


def test_the_newest_deed_comes_first_at_the_hour_of_vietnam():
    lines = view_deeds([entry("received", sha256="0"), entry("read")])
    assert [line.words for line in lines] == ["Đọc xong", "Nhận vào kho"]
    assert lines[0].at == "10/03/2026 lúc 01:30"


def test_a_changed_value_is_told_with_its_name_before_and_after():
    changed = entry(
        "task_changed",
        before={"state": "accepted", "due_on": None},
        after={"state": "done", "due_on": "2026-07-01"},
        note="đã gửi",
    )
    (line,) = view_deeds([changed])
    told = [(change.label, change.before, change.after) for change in line.changes]
    assert told == [
        ("Tình trạng", "Đã giao", "Đã xong"),
        ("Thời hạn", "không ghi", "01/07/2026"),
    ]
    assert line.note == "đã gửi"


def test_an_entry_in_the_book_tells_its_number_and_day():
    (line,) = view_deeds([entry("entered", number=210, arrived_on="2018-11-09")])
    assert line.words == "Vào sổ văn bản đến số 210 ngày 09/11/2018"


def test_a_new_reading_is_told_in_words():
    changes = [
        Change("header.type", "KH", "QĐ", is_kept=True),
        Change("tasks", [{"action": "báo cáo"}], []),
    ]
    first, second = view_changes(changes)
    assert (first.label, first.before, first.after) == (
        "Loại văn bản",
        "Kế hoạch",
        "Quyết định",
    )
    assert first.is_kept
    assert (second.label, second.before, second.after) == (
        "Việc được giao",
        "báo cáo",
        "không ghi",
    )


def test_no_deed_is_told_in_english():
    assert all(not words.isascii() for words in DEEDS.values())


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("header.signer.name", "Người ký"),
        ("enclosed[1].header.issuer", "Cơ quan ban hành"),
        ("incoming.number", "Số đến"),
        ("tasks[2].lead[1]", "Chủ trì của việc 3"),
        ("tasks[0].recurrence", "Định kỳ của việc 1"),
        ("enclosed[0].tasks[2].deadline", "Thời hạn của việc 3"),
        ("references[1].issuer", "Cơ quan ban hành của văn bản được dẫn 2"),
        ("dates[0].start", "Ngày đầu của mốc thời gian 1"),
        ("purposes[3]", "Mục đích 4"),
        ("header.addressees[0]", "Nơi kính gửi 1"),
        ("header.cosigners[1].name", "Người ký của người cùng ký 2"),
        ("something.new", "Một giá trị của văn bản"),
        ("tasks[0].something_new", "Một giá trị của việc 1"),
    ],
)
def test_a_path_is_told_in_words_and_never_by_raw_names(path, words):
    assert path_words(path) == words
