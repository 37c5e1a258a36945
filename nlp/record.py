"""The JSON record of the contract: from a directive, and back.

A leaf is written as `{"value", "evidence", "confidence"}`. The record does not keep the spans that
the statements were made of, so a directive that comes back from a record has no `duties`, and its
dates know their start, end and recurrence alone; writing it again gives the same record.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeAlias

from nlp.directive import Directive, Source
from nlp.evidence import Evidence, Leaf
from nlp.geometry import Box
from nlp.spans.span import DateMention
from nlp.statements.statement import (
    Arrival,
    DateStatement,
    Header,
    Reference,
    SignerStatement,
    Statements,
)
from nlp.tasks.task import Task

Record: TypeAlias = dict[str, Any]

_HEADER_TEXTS = (
    "parent",
    "issuer",
    "number",
    "type",
    "place",
    "date",
    "subject",
    "urgency",
    "secrecy",
)
_SIGNER = ("authority", "title", "name")
_ARRIVAL = ("organisation", "number", "date", "forwarded_to", "file_number")


def to_record(directive: Directive) -> Record:
    """The record with evidence and confidence at every leaf."""
    source = {name: getattr(directive.source, name) for name in Source.__slots__}
    if directive.statements is None:
        record: Record = {"source": source, "header": {"secrecy": directive.secrecy}}
    else:
        record = {
            "source": source,
            **_statements_to_record(directive.statements),
            "tasks": [_task_to_record(task) for task in directive.tasks],
            "review": list(directive.review),
            "notices": list(directive.notices),
        }
    if directive.enclosed:
        record["enclosed"] = [to_record(enclosed) for enclosed in directive.enclosed]
    return record


def to_plain_record(directive: Directive) -> Record:
    """The record with bare values at its leaves, as the contract's example shows it."""
    plain = _plain(to_record(directive))
    if not isinstance(plain, dict):  # pragma: no cover - a record is an object
        raise TypeError
    return plain


def from_record(record: Mapping[str, Any]) -> Directive:
    """The directive that a record of `to_record` was written from, without its duties."""
    has_statements = "tasks" in record
    return Directive(
        source=Source(**record["source"]),
        secrecy=None if has_statements else record["header"]["secrecy"],
        statements=_statements_from(record) if has_statements else None,
        tasks=tuple(_task_from(task) for task in record.get("tasks", ())),
        review=tuple(record.get("review", ())),
        enclosed=tuple(from_record(enclosed) for enclosed in record.get("enclosed", ())),
        notices=tuple(record.get("notices", ())),
    )


def _plain(value: object) -> object:
    if isinstance(value, dict):
        if value.keys() == {"value", "evidence", "confidence"}:
            return value["value"]
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _leaf(leaf: Leaf[Any] | None) -> Record | None:
    if leaf is None:
        return None
    value = leaf.value.isoformat() if isinstance(leaf.value, date) else leaf.value
    return {
        "value": value,
        "evidence": _evidence(leaf.evidence),
        "confidence": round(leaf.confidence, 4),
    }


def _evidence(evidence: Evidence | None) -> Record | None:
    if evidence is None:
        return None
    box = evidence.box.as_list() if evidence.box else None
    return {"page": evidence.page, "box": box, "text": evidence.text, "rule": evidence.rule}


def _leaves(leaves: Iterable[Leaf[Any]]) -> list[Record | None]:
    return [_leaf(leaf) for leaf in leaves]


def _statements_to_record(said: Statements) -> Record:
    arrival = said.incoming
    return {
        "header": _header_to_record(said.header),
        "incoming": {name: _leaf(getattr(arrival, name)) for name in _ARRIVAL}
        if arrival
        else None,
        "references": [_reference_to_record(reference) for reference in said.references],
        "purposes": _leaves(said.purposes),
        "requirements": _leaves(said.requirements),
        "aims": _leaves(said.aims),
        "dates": [_date_to_record(statement) for statement in said.dates],
    }


def _header_to_record(header: Header) -> Record:
    record: Record = {name: _leaf(getattr(header, name)) for name in _HEADER_TEXTS}
    record["signer"] = _signer_to_record(header.signer) if header.signer else None
    if header.cosigners:
        record["cosigners"] = [_signer_to_record(signer) for signer in header.cosigners]
    record["addressees"] = _leaves(header.addressees)
    record["recipients"] = _leaves(header.recipients)
    return record


def _signer_to_record(signer: SignerStatement) -> Record:
    return {name: _leaf(getattr(signer, name)) for name in _SIGNER}


def _reference_to_record(reference: Reference) -> Record:
    return {
        "relation": reference.relation,
        "type": reference.type,
        "number": _leaf(reference.number),
        "date": _leaf(reference.date),
        "issuer": _leaf(reference.issuer),
        "subject": _leaf(reference.subject),
        "mention": _leaf(reference.mention),
        "pinpoints": list(reference.pinpoints),
    }


def _date_to_record(statement: DateStatement) -> Record:
    mention = statement.mention
    return {
        "text": _leaf(statement.text),
        "start": mention.start.isoformat() if mention.start else None,
        "end": mention.end.isoformat() if mention.end else None,
        "recurrence": mention.recurrence,
    }


def _task_to_record(task: Task) -> Record:
    return {
        "action": _leaf(task.action),
        "lead": _leaves(task.lead),
        "support": _leaves(task.support),
        "deadline": _leaf(task.deadline),
        "deadline_text": task.deadline_text,
        "deadline_operator": task.deadline_operator,
        "recurrence": task.recurrence,
        "report_to": _leaf(task.report_to),
        "deliverable": _leaf(task.deliverable),
        "section": list(task.section),
    }


def _text_from(record: Record | None) -> Leaf[str] | None:
    return _leaf_of(record, str(record["value"])) if record else None


def _day_from(record: Record | None) -> Leaf[date] | None:
    return _leaf_of(record, date.fromisoformat(record["value"])) if record else None


def _leaf_of(record: Record, value: Any) -> Leaf[Any]:  # noqa: ANN401 - a leaf of any value
    return Leaf(value, record["confidence"], _evidence_from(record["evidence"]))


def _evidence_from(record: Record | None) -> Evidence | None:
    if record is None:
        return None
    box = Box(*record["box"]) if record["box"] else None
    return Evidence(record["page"], box, record["text"], record["rule"])


def _texts_from(records: Iterable[Record]) -> tuple[Leaf[str], ...]:
    return tuple(_leaf_of(record, record["value"]) for record in records)


def _statements_from(record: Mapping[str, Any]) -> Statements:
    return Statements(
        header=_header_from(record["header"]),
        incoming=_arrival_from(record["incoming"]) if record["incoming"] else None,
        references=tuple(_reference_from(reference) for reference in record["references"]),
        purposes=_texts_from(record["purposes"]),
        requirements=_texts_from(record["requirements"]),
        aims=_texts_from(record.get("aims", ())),
        dates=tuple(_date_from(statement) for statement in record["dates"]),
        duties=(),
    )


def _header_from(record: Record) -> Header:
    return Header(
        **{name: _text_from(record[name]) for name in _HEADER_TEXTS if name != "date"},
        date=_day_from(record["date"]),
        signer=_signer_from(record["signer"]) if record["signer"] else None,
        cosigners=tuple(_signer_from(signer) for signer in record.get("cosigners", ())),
        addressees=_texts_from(record["addressees"]),
        recipients=_texts_from(record["recipients"]),
    )


def _signer_from(record: Record) -> SignerStatement:
    return SignerStatement(**{name: _text_from(record[name]) for name in _SIGNER})


def _arrival_from(record: Record) -> Arrival:
    return Arrival(
        **{name: _text_from(record[name]) for name in _ARRIVAL if name != "date"},
        date=_day_from(record["date"]),
    )


def _reference_from(record: Record) -> Reference:
    return Reference(
        relation=record["relation"],
        type=record["type"],
        number=_text_from(record["number"]),
        date=_day_from(record["date"]),
        issuer=_text_from(record["issuer"]),
        subject=_text_from(record["subject"]),
        mention=_leaf_of(record["mention"], record["mention"]["value"]),
        pinpoints=tuple(record["pinpoints"]),
    )


def _date_from(record: Record) -> DateStatement:
    return DateStatement(
        text=_leaf_of(record["text"], record["text"]["value"]),
        mention=DateMention(
            kind="recurring" if record["recurrence"] else "period",
            start=date.fromisoformat(record["start"]) if record["start"] else None,
            end=date.fromisoformat(record["end"]) if record["end"] else None,
            recurrence=record["recurrence"],
        ),
    )


def _task_from(record: Record) -> Task:
    return Task(
        action=_leaf_of(record["action"], record["action"]["value"]),
        lead=_texts_from(record["lead"]),
        support=_texts_from(record["support"]),
        deadline=_day_from(record["deadline"]),
        deadline_text=record["deadline_text"],
        deadline_operator=record["deadline_operator"],
        recurrence=record["recurrence"],
        report_to=_text_from(record["report_to"]),
        deliverable=_text_from(record["deliverable"]),
        section=tuple(record["section"]),
    )
