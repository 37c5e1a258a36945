from rich.console import Console

from api.terminal.records import name_place, show_record

RECORD = {
    "source": {"file_name": "[bold]a.pdf"},
    "header": {
        "number": {"value": "12/KH-UBND", "evidence": None, "confidence": 1.0},
        "date": "2024-03-01",
        "subject": None,
        "signer": {"authority": "TM. UBND", "title": "CHỦ TỊCH", "name": "Lê Văn An"},
        "recipients": ["Như trên", "Lưu: VT"],
    },
    "incoming": {"number": "007", "date": "2024-03-04"},
    "references": [{"relation": "basis", "type": "QĐ", "number": "1/QĐ-UBND", "date": None}],
    "purposes": ["Nâng cao nhận thức [1]"],
    "dates": [
        {"text": "trong tháng 4", "start": "2024-04-01", "end": "2024-04-30", "recurrence": None},
        {"text": "hằng tháng", "start": None, "end": None, "recurrence": "FREQ=MONTHLY"},
    ],
    "tasks": [{"action": "báo cáo", "lead": ["Phòng Nội vụ"], "deadline": "2024-05-20"}],
    "review": ["header.subject", "tasks[0].deadline"],
    "enclosed": [{"source": {"file_name": "a.pdf"}, "header": {"number": "9/QĐ-UBND"}}],
}


def shown(record):
    console = Console(width=120, markup=False)
    with console.capture() as capture:
        console.print(show_record(record))
    return capture.get()


def test_a_record_shows_all_that_it_states():
    told = shown(RECORD)
    for part in (
        "[bold]a.pdf",
        "12/KH-UBND",
        "01/03/2024",
        "TM. UBND, CHỦ TỊCH, Lê Văn An",
        "Như trên; Lưu: VT",
        "007",
        "1/QĐ-UBND",
        "– Nâng cao nhận thức [1]",
        "trong tháng 4 (01/04/2024 – 30/04/2024)",
        "hằng tháng",
        "20/05/2024",
        "– Trích yếu",
        "– Nhiệm vụ 1: hạn",
        "9/QĐ-UBND",
    ):
        assert part in told


def test_what_a_record_does_not_state_is_not_shown():
    told = shown({"source": {"file_name": "a.pdf"}, "header": {}})
    assert "Nhiệm vụ" not in told
    assert "Dấu đến" not in told


def test_places_have_names():
    assert name_place("incoming.number") == "Số đến"
    assert name_place("references[0].date") == "Văn bản liên quan 1: ngày"
    assert name_place("purposes[2]") == "Mục đích 3"
    assert name_place("enclosed[0].header.number") == "enclosed 1: header.number"
