"""What is left to the clerk: the paths of the values that are too unsure to be promised."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from nlp.evidence import Leaf
from nlp.statements.statement import Arrival, Header, Reference, Statements
from nlp.tasks.task import Task

THRESHOLDS: Mapping[str, float] = MappingProxyType(
    {
        "header.number": 0.83,
        "header.date": 0.8,
        "incoming.number": 0.9,
        "incoming.date": 0.9,
        "header.issuer": 0.7,
        "header.type": 0.6,
        "header.place": 0.6,
        "header.subject": 0.6,
        "header.urgency": 0.5,
        "header.signer.authority": 0.6,
        "header.signer.title": 0.6,
        "header.signer.name": 0.6,
        "incoming.organisation": 0.6,
        "references.number": 0.7,
        "tasks.action": 0.85,
        "tasks.lead": 0.8,
        "tasks.support": 0.8,
        "tasks.deadline": 0.85,
        "tasks.report_to": 0.8,
    }
)
"""The confidence, in [0, 1], that a value of the field needs to be promised.

Those of tasks are shares of right values as measured (nlp/lexicon/certainty.toml).
"""

_REQUIRED = ("number", "date", "issuer", "subject")


def list_review(statements: Statements, tasks: tuple[Task, ...]) -> tuple[str, ...]:
    """The paths to look at, in order: the register's fields first, then what is to be done."""
    return (
        *_review_header(statements.header),
        *_review_arrival(statements.incoming),
        *_review_tasks(tasks),
        *_review_references(statements.references),
    )


def _is_unsure(path: str, leaf: Leaf[Any] | None) -> bool:
    return leaf is not None and leaf.confidence < THRESHOLDS[path]


def _review_header(header: Header) -> Iterator[str]:
    for name in ("number", "date", "issuer", "type", "place", "subject"):
        leaf = getattr(header, name)
        if (leaf is None and name in _REQUIRED) or _is_unsure(f"header.{name}", leaf):
            yield f"header.{name}"
    if _is_unsure("header.urgency", header.urgency):
        yield "header.urgency"
    for name in ("authority", "title", "name"):
        if header.signer and _is_unsure(f"header.signer.{name}", getattr(header.signer, name)):
            yield f"header.signer.{name}"


def _review_arrival(arrival: Arrival | None) -> Iterator[str]:
    if arrival is None:
        return
    for name in ("number", "date", "organisation"):
        leaf = getattr(arrival, name)
        if leaf is None or _is_unsure(f"incoming.{name}", leaf):
            yield f"incoming.{name}"


def _review_tasks(tasks: tuple[Task, ...]) -> Iterator[str]:
    for index, task in enumerate(tasks):
        if _is_unsure("tasks.deadline", task.deadline):
            yield f"tasks[{index}].deadline"
        if not task.lead or any(_is_unsure("tasks.lead", lead) for lead in task.lead):
            yield f"tasks[{index}].lead"
        if _is_unsure("tasks.action", task.action):
            yield f"tasks[{index}].action"
        if any(_is_unsure("tasks.support", unit) for unit in task.support):
            yield f"tasks[{index}].support"
        if _is_unsure("tasks.report_to", task.report_to):
            yield f"tasks[{index}].report_to"


def _review_references(references: tuple[Reference, ...]) -> Iterator[str]:
    for index, reference in enumerate(references):
        if _is_unsure("references.number", reference.number):
            yield f"references[{index}].number"
