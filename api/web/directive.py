"""One record of the contract as the rows that the document page shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from api.record import bare
from api.web.leaf import Leaves, Value, items, part
from api.web.rows import DateRow, ReferenceRow, TaskRow
from api.web.words import (
    RELATIONS,
    day_words,
    deadline_words,
    parse_day,
    recurrence_words,
    span_words,
)

HEADER_LABELS = {
    "issuer": "Cơ quan ban hành",
    "parent": "Cơ quan chủ quản",
    "number": "Số, ký hiệu",
    "type": "Loại văn bản",
    "place": "Địa danh",
    "date": "Ngày ban hành",
    "subject": "Trích yếu",
    "urgency": "Độ khẩn",
    "secrecy": "Độ mật",
}
ALWAYS_SHOWN = frozenset({"issuer", "number", "type", "date", "subject"})
SIGNER_LABELS = {
    "authority": "Thể thức ký",
    "title": "Chức vụ người ký",
    "name": "Người ký",
}
INCOMING_LABELS = {
    "organisation": "Cơ quan nhận",
    "number": "Số đến",
    "date": "Ngày đến",
    "forwarded_to": "Chuyển",
    "file_number": "Lưu hồ sơ số",
}
LIST_LABELS = {
    "purposes": "Mục đích",
    "aims": "Mục đích theo lời văn",
    "requirements": "Yêu cầu",
    "addressees": "Kính gửi",
    "recipients": "Nơi nhận",
}
KEYWORDS_LABEL = "Từ khóa"


@dataclass(frozen=True, slots=True)
class DirectiveView:
    """All that the page shows of one directive, without what it need not state and doesn't."""

    anchor: str
    title: str
    pages: str
    header: tuple[Value, ...]
    signers: tuple[Value, ...]
    incoming: tuple[Value, ...]
    references: tuple[ReferenceRow, ...]
    lists: Mapping[str, tuple[Value, ...]]
    dates: tuple[DateRow, ...]
    tasks: tuple[TaskRow, ...]

    def values(self) -> Iterator[Value]:
        """Every value, in the order of the page."""
        yield from (*self.header, *self.signers, *self.incoming)
        for task in self.tasks:
            yield from task.values
        for reference in self.references:
            yield from reference.values
        for values in self.lists.values():
            yield from values
        yield from (row.printed for row in self.dates)

    @property
    def issuer(self) -> str:
        """Who issued it, empty where that is not known."""
        return next((value.text for value in self.header if value.path.endswith(".issuer")), "")


def view_directive(
    record: Mapping[str, object], type_names: Mapping[str, str], prefix: str = ""
) -> DirectiveView:
    """What the page shows of `record`; `prefix` stands before its paths where it is enclosed."""
    review = {prefix + str(path) for path in items(record.get("review"))}
    leaves = Leaves(review, prefix)
    header = _header(record, leaves, type_names)
    return DirectiveView(
        anchor=(prefix.rstrip(".").replace("[", "-").replace("]", "") or "document"),
        title=_title(header),
        pages=_pages(part(record, "source")),
        header=header,
        signers=_signers(record, leaves),
        incoming=_incoming(record, leaves),
        references=_references(record, leaves, type_names),
        lists=_lists(record, leaves),
        dates=_dates(record, leaves),
        tasks=_tasks(record, leaves),
    )


def _title(header: tuple[Value, ...]) -> str:
    texts = {value.path.rsplit(".", 1)[-1]: value.text for value in header}
    return " ".join(filter(None, (texts.get("type"), texts.get("number"))))


def _pages(source: Mapping[str, object]) -> str:
    first, last = source.get("pages_from"), source.get("pages_to")
    if not first or not last:
        return ""
    return f"trang {first}" if first == last else f"trang {first}–{last}"


def _header(
    record: Mapping[str, object], leaves: Leaves, type_names: Mapping[str, str]
) -> tuple[Value, ...]:
    header = part(record, "header")
    shown = {
        "date": day_words(parse_day(bare(header.get("date")))) or None,
        "type": type_names.get(str(bare(header.get("type")))),
    }
    values = {
        key: leaves.value(header.get(key), f"header.{key}", label, "header", shown.get(key))
        for key, label in HEADER_LABELS.items()
    }
    return tuple(
        value
        for key, value in values.items()
        if value.text or value.is_review or value.control or key in ALWAYS_SHOWN
    )


def _signers(record: Mapping[str, object], leaves: Leaves) -> tuple[Value, ...]:
    header = part(record, "header")
    signers = [("header.signer", part(header, "signer"))]
    signers += [
        (f"header.cosigners[{index}]", cosigner)
        for index, cosigner in enumerate(items(header.get("cosigners")))
        if isinstance(cosigner, Mapping)
    ]
    values = (
        leaves.value(signer.get(key), f"{path}.{key}", label, "header")
        for path, signer in signers
        for key, label in SIGNER_LABELS.items()
    )
    return tuple(value for value in values if value.text or value.is_review or value.control)


def _incoming(record: Mapping[str, object], leaves: Leaves) -> tuple[Value, ...]:
    incoming = part(record, "incoming")
    if not incoming:
        return ()
    shown = day_words(parse_day(bare(incoming.get("date")))) or None
    return tuple(
        leaves.value(
            incoming.get(key),
            f"incoming.{key}",
            label,
            "incoming",
            shown if key == "date" else None,
        )
        for key, label in INCOMING_LABELS.items()
    )


def _references(
    record: Mapping[str, object], leaves: Leaves, type_names: Mapping[str, str]
) -> tuple[ReferenceRow, ...]:
    rows = (row for row in items(record.get("references")) if isinstance(row, Mapping))
    return tuple(
        _reference(row, f"references[{index}]", leaves, type_names)
        for index, row in enumerate(rows)
    )


def _reference(
    row: Mapping[str, object], path: str, leaves: Leaves, type_names: Mapping[str, str]
) -> ReferenceRow:
    day = day_words(parse_day(bare(row.get("date")))) or None
    return ReferenceRow(
        relation=RELATIONS.get(str(bare(row.get("relation"))), RELATIONS["mentions"]),
        name=_reference_name(row, path, leaves, type_names),
        issuer=leaves.value(row.get("issuer"), f"{path}.issuer", "Cơ quan", "reference"),
        date=leaves.value(row.get("date"), f"{path}.date", "Ngày", "reference", day),
        subject=leaves.value(row.get("subject"), f"{path}.subject", "Về việc", "reference"),
    )


def _reference_name(
    row: Mapping[str, object], path: str, leaves: Leaves, type_names: Mapping[str, str]
) -> Value:
    number, mention = row.get("number"), row.get("mention")
    if bare(number) is None:
        return leaves.value(mention, f"{path}.mention", "Văn bản dẫn", "reference")
    code = str(bare(row.get("type")) or "")
    name = f"{type_names.get(code, code)} {bare(number)}".strip()
    return leaves.value(number, f"{path}.number", "Văn bản dẫn", "reference", name)


def _lists(record: Mapping[str, object], leaves: Leaves) -> dict[str, tuple[Value, ...]]:
    header = part(record, "header")
    return {
        key: leaves.values(nodes, path, LIST_LABELS[key], "statement")
        for key, path, nodes in (
            ("purposes", "purposes", record.get("purposes")),
            ("aims", "aims", record.get("aims")),
            ("requirements", "requirements", record.get("requirements")),
            ("addressees", "header.addressees", header.get("addressees")),
            ("recipients", "header.recipients", header.get("recipients")),
        )
    }


def _dates(record: Mapping[str, object], leaves: Leaves) -> tuple[DateRow, ...]:
    rows = (row for row in items(record.get("dates")) if isinstance(row, Mapping))
    return tuple(
        DateRow(leaves.value(row.get("text"), f"dates[{index}]", "Thời gian", "date"), _days(row))
        for index, row in enumerate(rows)
    )


def _days(row: Mapping[str, object]) -> str:
    recurrence = bare(row.get("recurrence"))
    if recurrence:
        return recurrence_words(str(recurrence))
    return span_words(parse_day(bare(row.get("start"))), parse_day(bare(row.get("end"))))


def _tasks(record: Mapping[str, object], leaves: Leaves) -> tuple[TaskRow, ...]:
    rows = (row for row in items(record.get("tasks")) if isinstance(row, Mapping))
    return tuple(_task(row, f"tasks[{index}]", leaves) for index, row in enumerate(rows))


def _task(row: Mapping[str, object], path: str, leaves: Leaves) -> TaskRow:
    deadline = parse_day(bare(row.get("deadline")))
    recurrence = bare(row.get("recurrence"))
    until = deadline_words(deadline, bare(row.get("deadline_operator")))
    often = recurrence_words(str(recurrence)) if recurrence else ""
    number = int(path[6:-1]) + 1
    action = leaves.value(row.get("action"), f"{path}.action", f"Việc {number}", "task")
    printed = str(bare(row.get("deadline_text")) or "")
    section = items(bare(row.get("section")))
    return TaskRow(
        number=number,
        action=action,
        lead=leaves.values(row.get("lead"), f"{path}.lead", "Chủ trì", "task"),
        support=leaves.values(row.get("support"), f"{path}.support", "Phối hợp", "task"),
        deadline=leaves.value(
            row.get("deadline"),
            f"{path}.deadline",
            f"Việc {number}: thời hạn",
            "task",
            until or often,
        ),
        deadline_text="" if printed.casefold() in action.text.casefold() else printed,
        report_to=leaves.value(row.get("report_to"), f"{path}.report_to", "Báo cáo", "task"),
        deliverable=leaves.value(
            row.get("deliverable"), f"{path}.deliverable", "Sản phẩm", "task"
        ),
        section=" › ".join(str(bare(step)) for step in section),
    )
