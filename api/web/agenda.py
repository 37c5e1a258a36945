"""Tasks as lines of a list: who does what, until when, and how urgent that is today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from api.store.tables import Task
from api.store.tasks import MOVES, OPEN
from api.web.words import MOVE_WORDS, STATES, recurrence_words, time_left_words

Urgency = Literal["overdue", "soon", "later"]

SOON_DAYS: Final = 7
# What the office has to do with a task.
OURS: Final = {"lead": "ta chủ trì", "support": "ta phối hợp"}


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One task of any document.

    `left` is the time left in words. `when` says the time where there is no deadline: a
    recurrence, or as printed. `anchor` is the place of the task on the page of its document.
    `ours` says in words what the office has to do with it, empty: nothing that is known.
    `moves` are the states that it may take next, each with the words of its button.
    """

    document_id: int
    anchor: str
    action: str
    lead: tuple[str, ...]
    support: tuple[str, ...]
    deadline: date | None
    left: str
    when: str
    urgency: Urgency
    report_to: str
    number: str
    issuer: str
    id: int
    state: str
    state_words: str
    moves: tuple[tuple[str, str], ...]
    ours: str


def view_tasks(tasks: Iterable[Task], today: date) -> tuple[TaskLine, ...]:
    """The lines of `tasks` as they stand today."""
    return tuple(_line(task, today) for task in tasks)


def urgency_of(deadline: date | None, today: date) -> Urgency:
    """Whether a deadline is past, within a week, or further off."""
    if deadline is None:
        return "later"
    days = (deadline - today).days
    return "overdue" if days < 0 else "soon" if days <= SOON_DAYS else "later"


def _line(task: Task, today: date) -> TaskLine:
    is_open = task.state in OPEN
    enclosed = f"enclosed-{task.directive - 1}-" if task.directive else ""
    return TaskLine(
        document_id=task.document_id,
        anchor=f"{enclosed}tasks-{task.position}-action",
        action=task.action,
        lead=tuple(task.lead),
        support=tuple(task.support),
        deadline=task.due_on,
        left=time_left_words(task.due_on, today) if task.due_on is not None and is_open else "",
        when=recurrence_words(task.recurrence) or task.deadline_text or "",
        urgency=urgency_of(task.due_on, today) if is_open else "later",
        report_to=task.report_to or "",
        number=task.number or "",
        id=task.id,
        state=task.state,
        state_words=STATES[task.state],
        moves=tuple((move, MOVE_WORDS[move]) for move in MOVE_WORDS if move in MOVES[task.state]),
        issuer=task.issuer or "",
        ours=OURS.get(task.ours or "", ""),
    )
