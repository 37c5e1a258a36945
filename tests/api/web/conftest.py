"""A record of an invented công văn, as the library writes it."""

from typing import Any

import pytest


def leaf(value: object, page: int = 1, top: float = 100, confidence: float = 0.97) -> Any:
    box = [72, top, 272, top + 12]
    evidence = {"page": page, "box": box, "text": str(value), "rule": "test"}
    return {"value": value, "evidence": evidence, "confidence": confidence}


@pytest.fixture
def record() -> dict[str, Any]:
    return {
        "source": {"pages": 2, "pages_from": 1, "pages_to": 2, "text_origin": "ocr"},
        "header": {
            "parent": None,
            "issuer": leaf("UBND huyện Tam Nông", top=60),
            "number": leaf("41/UBND-NV", top=80, confidence=0.6),
            "type": {"value": "CV", "evidence": None, "confidence": 0.9},
            "place": leaf("Tam Nông", top=82),
            "date": leaf("2026-03-05", top=84),
            "subject": leaf("rà soát hồ sơ lưu trữ năm 2025", top=100),
            "urgency": leaf("KHẨN", top=110),
            "secrecy": None,
            "signer": {
                "authority": leaf("TM. ỦY BAN NHÂN DÂN", 2, 500),
                "title": leaf("PHÓ CHỦ TỊCH", 2, 520),
                "name": leaf("Đỗ Thị Minh Hạ", 2, 580),
            },
            "addressees": [leaf("Các phòng, ban thuộc huyện", top=130)],
            "recipients": [leaf("Như trên", 2, 500), leaf("Lưu: VT, NV", 2, 512)],
        },
        "incoming": {
            "organisation": leaf("Phòng Nội vụ", top=40),
            "number": None,
            "date": leaf("2026-03-06", top=52, confidence=0.5),
            "forwarded_to": None,
            "file_number": None,
        },
        "references": [
            {
                "relation": "implements",
                "type": "KH",
                "number": leaf("12/KH-UBND", top=150),
                "date": leaf("2026-01-15", top=150),
                "issuer": leaf("UBND tỉnh Phú Thọ", top=150),
                "subject": None,
                "mention": leaf("Kế hoạch số 12/KH-UBND", top=150),
                "pinpoints": [],
            },
            {
                "relation": "basis",
                "type": "L",
                "number": None,
                "date": None,
                "issuer": None,
                "subject": leaf("Lưu trữ", top=165),
                "mention": leaf("Luật Lưu trữ", top=165),
                "pinpoints": [],
            },
        ],
        "purposes": [leaf("Nắm chắc số hồ sơ đã chỉnh lý", top=200)],
        "requirements": [],
        "dates": [
            {
                "text": leaf("từ ngày 10/3 đến ngày 20/3/2026", top=230),
                "start": "2026-03-10",
                "end": "2026-03-20",
                "recurrence": None,
            },
            {
                "text": leaf("ngày 25 hằng tháng", top=245),
                "start": None,
                "end": None,
                "recurrence": "FREQ=MONTHLY;BYMONTHDAY=25",
            },
        ],
        "tasks": [
            {
                "action": leaf("lập danh mục hồ sơ trước ngày 20/3/2026", 2, 100),
                "lead": [leaf("Văn phòng", 2, 80)],
                "support": [leaf("Phòng Nội vụ", 2, 90)],
                "deadline": leaf("2026-03-20", 2, 100),
                "deadline_text": "trước ngày 20/3/2026",
                "deadline_operator": "before",
                "recurrence": None,
                "report_to": leaf("UBND huyện", 2, 112),
                "deliverable": None,
                "section": ["1. Công tác chuẩn bị"],
            },
            {
                "action": leaf("báo cáo tiến độ", 2, 140),
                "lead": [leaf("Văn phòng", 2, 80)],
                "support": [],
                "deadline": None,
                "deadline_text": "ngày 25 hằng tháng",
                "deadline_operator": None,
                "recurrence": "FREQ=MONTHLY;BYMONTHDAY=25",
                "report_to": None,
                "deliverable": None,
                "section": [],
            },
        ],
        "review": ["header.number", "incoming.number", "tasks[1]"],
        "notices": ["low_resolution", "unknown_notice"],
    }
