"""The history of documents and tasks, and what a new reading would change, in words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from api.clock import VIETNAM
from api.store.corrections import Change
from api.store.tables import AuditEntry
from api.web.directive import (
    HEADER_LABELS,
    INCOMING_LABELS,
    KEYWORDS_LABEL,
    LIST_LABELS,
    SIGNER_LABELS,
)
from api.web.words import STATES, day_words, parse_day, type_names

DEEDS: Final = {
    "received": "Nhận vào kho",
    "restarted": "Cho đọc lại từ đầu",
    "failed": "Không đọc được",
    "read": "Đọc xong",
    "corrected": "Sửa thông tin",
    "confirmed": "Xác nhận đúng",
    "entered": "Vào sổ văn bản đến",
    "read_anew": "Nhận bản đọc mới",
    "task_changed": "Cập nhật việc",
    "task_accepted": "Tự giao việc vì đủ mức chắc chắn",
    "task_opened": "Mở kỳ tiếp theo của việc định kỳ",
    "task_due_soon": "Nhắc việc sắp đến hạn",
}
TASK_LABELS: Final = {
    "state": "Tình trạng",
    "action": "Nội dung việc",
    "lead": "Chủ trì",
    "support": "Phối hợp",
    "report_to": "Báo cáo",
    "deliverable": "Sản phẩm",
    "due_on": "Thời hạn",
    "owner_unit": "Đơn vị thực hiện",
    "owner_person": "Người thực hiện",
    "answer_number": "Văn bản trả lời",
    "answer_id": "Mã văn bản trả lời",
}
LABELS: Final = {
    **{f"header.{name}": label for name, label in HEADER_LABELS.items()},
    **{f"header.signer.{name}": label for name, label in SIGNER_LABELS.items()},
    **{f"incoming.{name}": label for name, label in INCOMING_LABELS.items()},
    **LIST_LABELS,
    **TASK_LABELS,
    "keywords": KEYWORDS_LABEL,
    "references": "Văn bản được dẫn",
    "dates": "Thời gian",
    "tasks": "Việc được giao",
}
# Items of lists, and what is told of one.
ITEM_LABELS: Final = {
    "tasks": "việc",
    "references": "văn bản được dẫn",
    "dates": "mốc thời gian",
    "purposes": "mục đích",
    "aims": "mục đích theo lời văn",
    "requirements": "yêu cầu",
    "addressees": "nơi kính gửi",
    "recipients": "nơi nhận",
    "cosigners": "người cùng ký",
}
LEAF_LABELS: Final = {
    **TASK_LABELS,
    **HEADER_LABELS,
    **SIGNER_LABELS,
    "deadline": "Thời hạn",
    "deadline_text": "Thời hạn như văn bản ghi",
    "recurrence": "Định kỳ",
    "relation": "Quan hệ",
    "mention": "Cách gọi",
    "start": "Ngày đầu",
    "end": "Ngày cuối",
    "text": "Câu chữ",
}
_ITEM: Final = re.compile(
    r"(?:header\.)?(?P<part>\w+)\[(?P<index>\d+)\](?:\.(?P<name>\w+))?(?:\[\d+\])?"
)
_ENCLOSED: Final = re.compile(r"(?:enclosed\[\d+\]\.)+")


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A value before and after; of a list how many items go and come."""

    label: str
    before: str
    after: str
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class DeedLine:
    """Something that was done: when, what, which values it changed, and to how many tasks."""

    at: str
    words: str
    actor: str
    changes: tuple[ChangeLine, ...]
    note: str
    times: int = 1


def view_deeds(entries: Iterable[AuditEntry]) -> tuple[DeedLine, ...]:
    """The lines of a history, the newest first; what was done to many tasks at once is one."""
    runs = [list(run) for _, run in groupby(entries, _run)]
    return tuple(replace(_line(run[0]), times=len(run)) for run in runs)[::-1]


def _run(entry: AuditEntry) -> tuple[str, object]:
    """What the entries of one line have in common."""
    is_own = entry.action != "task_accepted"
    return entry.action, entry.id if is_own else None


def view_changes(changes: Iterable[Change]) -> tuple[ChangeLine, ...]:
    """What a new reading would change, in words."""
    return tuple(
        ChangeLine(
            LABELS.get(change.path, change.path),
            value_words(change.path, change.before),
            value_words(change.path, change.after),
            change.is_kept,
        )
        for change in changes
    )


def value_words(name: str, value: object) -> str:
    """A value of a record or of a task as a person reads it.

    >>> value_words("due_on", "2018-12-20"), value_words("state", "done"), value_words("lead", [])
    ('20/12/2018', 'Đã xong', 'không ghi')
    """
    if isinstance(value, list | tuple):
        return "; ".join(_item_words(item) for item in value) or "không ghi"
    if value is None or value == "":
        return "không ghi"
    text = str(value)
    if name == "state":
        return STATES.get(text, text)
    return type_names().get(text, text) if name == "header.type" else _day_or(text)


def _item_words(item: object) -> str:
    """An item of a list: itself, else what tells it from the others."""
    if not isinstance(item, Mapping):
        return str(item)
    told = (item.get(name) for name in ("action", "number", "mention", "subject", "text"))
    return next((str(text) for text in told if text), "không ghi")


def _day_or(text: str) -> str:
    return day_words(parse_day(text)) or text


def _line(entry: AuditEntry) -> DeedLine:
    detail = entry.detail
    before, after = _values(detail.get("before")), _values(detail.get("after"))
    changes = tuple(
        ChangeLine(
            LABELS.get(name, name),
            value_words(name, before.get(name)),
            value_words(name, value),
        )
        for name, value in after.items()
    )
    return DeedLine(
        at=f"{entry.at.astimezone(VIETNAM):%d/%m/%Y lúc %H:%M}",
        words=" ".join(filter(None, (DEEDS.get(entry.action, entry.action), _more(entry)))),
        actor=entry.actor or "",
        changes=changes,
        note=str(detail.get("note") or ""),
    )


def _more(entry: AuditEntry) -> str:
    detail = entry.detail
    if entry.action == "entered":
        return f"số {detail.get('number')} ngày {_day_or(str(detail.get('arrived_on')))}"
    if entry.action == "confirmed":
        paths = detail.get("paths")
        return (
            "; ".join(path_words(str(path)) for path in paths) if isinstance(paths, list) else ""
        )
    if entry.action in {"task_opened", "task_due_soon"}:
        return f"(hạn {_day_or(str(detail.get('due_on')))})"
    return ""


def path_words(path: str) -> str:
    """A path of the record as the pages label it.

    >>> path_words("header.number"), path_words("enclosed[0].tasks[2].lead")
    ('Số, ký hiệu', 'Chủ trì của việc 3')
    """
    own = _ENCLOSED.sub("", path)
    if own in LABELS:
        return LABELS[own]
    match = _ITEM.fullmatch(own)
    item = ITEM_LABELS.get(match["part"]) if match else None
    if match is None or item is None:
        return "Một giá trị của văn bản"
    place = f"{item} {int(match['index']) + 1}"
    return f"{_leaf_words(match['name'])} của {place}" if match["name"] else place.capitalize()


def _leaf_words(name: str) -> str:
    return LEAF_LABELS.get(name, "Một giá trị")


def _values(node: object) -> Mapping[str, object]:
    return node if isinstance(node, Mapping) else {}
