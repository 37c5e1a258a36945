"""A task: a duty with its lead, its support and a date in the calendar."""

from dataclasses import dataclass
from datetime import date

from nlp.evidence import Leaf
from nlp.spans.span import Operator


@dataclass(frozen=True, slots=True)
class Task:
    """One item of `tasks` of the contract."""

    action: Leaf[str]
    lead: tuple[Leaf[str], ...]
    support: tuple[Leaf[str], ...]
    deadline: Leaf[date] | None
    deadline_text: str | None
    deadline_operator: Operator | None
    recurrence: str | None
    report_to: Leaf[str] | None
    deliverable: Leaf[str] | None
    section: tuple[str, ...]
