"""What the statements say, as tasks: each duty with its date in the calendar."""

from datetime import date

from nlp.evidence import Leaf
from nlp.statements.statement import Duty, Statements
from nlp.tasks.certainty import as_measured
from nlp.tasks.due import count_due_date
from nlp.tasks.task import Task


def plan_tasks(statements: Statements) -> tuple[Task, ...]:
    """One task for each duty, in the order of the document."""
    issued = statements.header.date.value if statements.header.date else None
    stamp = statements.incoming.date if statements.incoming else None
    received = stamp.value if stamp else None
    return tuple(_plan_task(duty, issued, received) for duty in statements.duties)


def _plan_task(duty: Duty, issued: date | None, received: date | None) -> Task:
    mention = duty.deadline.value if duty.deadline else None
    return Task(
        action=as_measured("tasks.action", duty.action),
        lead=tuple(as_measured("tasks.lead", unit) for unit in duty.lead),
        support=tuple(as_measured("tasks.support", unit) for unit in duty.support),
        deadline=_due(duty, issued, received),
        deadline_text=duty.deadline_text,
        deadline_operator=mention.operator if mention else None,
        recurrence=mention.recurrence if mention else None,
        report_to=as_measured("tasks.report_to", duty.report_to) if duty.report_to else None,
        deliverable=duty.deliverable,
        section=duty.section,
    )


def _due(duty: Duty, issued: date | None, received: date | None) -> Leaf[date] | None:
    if duty.deadline is None:
        return None
    day = count_due_date(duty.deadline.value, issued, received)
    if day is None:
        return None
    return as_measured(
        "tasks.deadline", Leaf(day, duty.deadline.confidence, duty.deadline.evidence)
    )
