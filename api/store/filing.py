"""A record is filed: columns of its document, its tasks, and what it is found by."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from api.record import Record, bare, directives
from api.store.filed_tasks import file_tasks
from api.store.graph.linking import link_document
from api.store.lexemes import fold
from api.store.search.entries import index_document, make_entry
from api.store.tables import Document

TASK_TEXTS = ("deadline_text", "deadline_operator", "recurrence", "report_to", "deliverable")
STAMP_ORGAN = "incoming.organisation"
HEAD_TEXTS = ("number", "type", "issuer", "place", "subject")


def file_record(session: Session, document: Document, record: Record, text: str) -> None:
    """Set the columns of `document` from its record, and replace its tasks and search entries.

    `text` is that of all pages.
    """
    for name, value in header_columns(record).items():
        setattr(document, name, value)
    document.record = record
    file_tasks(session, document.id, task_rows(record))
    index_document(session, document.id, make_entry(record, text, document.received_at.date()))
    link_document(session, document.id, record)


def header_columns(record: Record) -> Record:
    """The columns of a document that its record states."""
    header, incoming = record.get("header", {}), record.get("incoming") or {}
    return {
        **{name: bare(header.get(name)) for name in (*HEAD_TEXTS, "urgency")},
        "issued_on": _day(header.get("date")),
        "arrival_number": bare(incoming.get("number")),
        "arrival_date": _day(incoming.get("date")),
        "stamp_organ": None if _waits(record, STAMP_ORGAN) else bare(incoming.get("organisation")),
    }


def _waits(record: Record, path: str) -> bool:
    return path in record.get("review", ())


def task_rows(record: Record) -> list[Record]:
    """The tasks of a record and its enclosed ones as rows, without the document."""
    return [
        {"directive": index, "position": position, **_task_row(part, task)}
        for index, part in enumerate(directives(record))
        for position, task in enumerate(part.get("tasks", ()))
    ]


def _task_row(record: Record, task: Record) -> Record:
    header, action = record.get("header", {}), task["action"]
    evidence = action.get("evidence") if isinstance(action, dict) else None
    lead = [bare(leaf) for leaf in task.get("lead", ())]
    support = [bare(leaf) for leaf in task.get("support", ())]
    return {
        "action": bare(action),
        "lead": lead,
        "support": support,
        "units": fold("\n".join((*lead, *support))),
        "deadline": _day(task.get("deadline")),
        **{name: bare(task.get(name)) for name in TASK_TEXTS},
        "section": task.get("section", []),
        "page": evidence["page"] if evidence else None,
        "confidence": _confidence(action, *task.get("lead", ()), task.get("deadline")),
        "number": bare(header.get("number")),
        "issuer": bare(header.get("issuer")),
    }


def _confidence(*leaves: Any) -> float | None:  # noqa: ANN401 - leaves of any form
    """How sure the least sure of these is, None where none of them tells."""
    told = (leaf.get("confidence") for leaf in leaves if isinstance(leaf, dict))
    return min((confidence for confidence in told if confidence is not None), default=None)


def _day(leaf: Any) -> date | None:  # noqa: ANN401 - a leaf of any form
    value = bare(leaf)
    return date.fromisoformat(value) if value else None
