"""How a task begins: whether it waits for the clerk, and by what day it is due."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.audit import Deed, note
from api.store.tables import Document, Task
from nlp.tasks.due import add_working_days
from nlp.tasks.recurrence import next_due


@dataclass(frozen=True, slots=True)
class Policy:
    """What the office has settled.

    Tasks read with at least `accept_confidence` are accepted by themselves, None: none is.
    `term_days` are the working days for a task whose document states no time, None: none.
    """

    accept_confidence: float | None = None
    term_days: int | None = None


def begin_tasks(session: Session, document: Document, policy: Policy) -> None:
    """Give each new task of a document its first state, and each its day."""
    session.flush()
    for task in session.scalars(select(Task).where(Task.document_id == document.id)):
        if task.due_source != "hand" and task.occurrence == 0:
            task.due_on, task.due_source = find_due(task, document, policy)
        if task.state == "proposed" and task.version == 1 and _is_sure(task, policy):
            task.state = "accepted"
            note(session, Deed("task_accepted", document.id, task.id))


def find_due(task: Task, document: Document, policy: Policy) -> tuple[date | None, str | None]:
    """The day a task is due, and where that comes from."""
    if task.deadline is not None:
        return task.deadline, "document"
    began = document.arrival_date or document.received_at.date()
    if task.recurrence:
        day = next_due(task.recurrence, document.issued_on or began)
        return (day, "recurrence") if day is not None else (None, None)
    # What the document says in words stands; the office's term is for where it says nothing.
    if policy.term_days is None or task.deadline_text:
        return None, None
    return add_working_days(began, policy.term_days), "sla"


def _is_sure(task: Task, policy: Policy) -> bool:
    least = policy.accept_confidence
    return least is not None and task.confidence is not None and task.confidence >= least
