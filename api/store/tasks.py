"""The repository of tasks: lists, and what people do with a task."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import BigInteger, ColumnElement, Engine, Select, func, literal, select, tuple_
from sqlalchemy.orm import Session, sessionmaker

from api.errors import Conflict, Problem
from api.store.audit import Deed, note
from api.store.cursors import read_cursor, write_cursor, wrong_cursor
from api.store.lexemes import fold
from api.store.offices import judge_task
from api.store.settling import settle
from api.store.tables import Document, Task, TaskState
from nlp.tasks.recurrence import next_due

OPEN: Final[frozenset[TaskState]] = frozenset({"proposed", "accepted", "in_progress"})
MOVES: Final[Mapping[str, frozenset[TaskState]]] = {
    "proposed": frozenset({"accepted", "returned"}),
    "accepted": frozenset({"in_progress", "done", "returned"}),
    "in_progress": frozenset({"done", "returned"}),
    "returned": frozenset({"proposed", "accepted"}),
    "done": frozenset({"in_progress"}),
}
# What a later reading must not set again, once a person has.
READ_COLUMNS: Final = frozenset({"action", "lead", "support", "report_to", "deliverable"})
# What the next occurrence of a task does not take over.
OWN_COLUMNS: Final = frozenset(
    {"id", "version", "state", "answer_number", "answer_id", "reminded_for", "due_on"}
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which tasks a list keeps.

    `lead`: those that a unit leads or supports whose name has these letters, whatever their
    diacritics. `since` and `until`: those due in between, both included. `is_ours`: those alone
    that the office leads or supports.
    """

    lead: str | None = None
    since: date | None = None
    until: date | None = None
    states: Collection[str] | None = None
    is_ours: bool = False

    def conditions(self) -> list[ColumnElement[bool]]:
        """What holds of a task that is kept."""
        found = []
        if self.lead:
            name = fold(self.lead.strip()).replace("\0", "")
            found.append(Task.units.contains(name, autoescape=True))
        if self.since is not None:
            found.append(Task.due_on >= self.since)
        if self.until is not None:
            found.append(Task.due_on <= self.until)
        if self.states is not None:
            found.append(Task.state.in_(self.states))
        if self.is_ours:
            found.append(Task.ours.is_not(None))
        return found


ALL: Final = Wanted()


class Tasks:
    """Tasks of one store."""

    def __init__(self, engine: Engine) -> None:
        """Work on the database of `engine`."""
        self._session = sessionmaker(engine, expire_on_commit=False)

    def of(self, document_id: int) -> list[Task]:
        """The tasks of a document, in the order of its record."""
        query = select(Task).where(Task.document_id == document_id)
        order = (Task.directive, Task.position, Task.occurrence, Task.id)
        with self._session() as session:
            return list(session.scalars(query.order_by(*order)))

    def require(self, task_id: int) -> Task:
        """The task.

        Raises:
            Problem: not_found.
        """
        with self._session() as session:
            task = session.get(Task, task_id)
        if task is None:
            raise Problem(code="not_found", detail=f"Không có nhiệm vụ mã {task_id}.")
        return task

    def due(self, limit: int = 100, after: str | None = None, wanted: Wanted = ALL) -> list[Task]:
        """Tasks by the day they are due, those without one last, from behind a cursor on.

        Raises:
            Problem: invalid_request where `after` is no cursor.
        """
        query = _by_day(limit, after).where(*wanted.conditions())
        with self._session() as session:
            return list(session.scalars(query))

    def ours(self, limit: int = 100) -> list[Task]:
        """The first tasks by day that the office leads or supports."""
        return self.due(limit, wanted=Wanted(is_ours=True))

    def count(self, wanted: Wanted = ALL) -> int:
        """How many tasks there are of those wanted."""
        query = select(func.count()).select_from(Task).where(*wanted.conditions())
        with self._session() as session:
            return session.scalar(query) or 0

    def units(self, limit: int = 200) -> list[str]:
        """The names of units that lead or support, the most frequent first."""
        names = select(func.unnest(Task.lead + Task.support).label("name")).subquery()
        query = select(names.c.name).group_by(names.c.name).limit(limit)
        with self._session() as session:
            return list(session.scalars(query.order_by(func.count().desc(), names.c.name)))

    def change(
        self,
        task_id: int,
        changes: Mapping[str, Any],
        version: int | None = None,
        actor: str | None = None,
    ) -> Task:
        """The task with these columns set; `note` among them is kept in the history alone.

        A recurring task that is done opens its next occurrence. `version` is the one that the
        changes were made on; None takes any.

        Raises:
            Problem: not_found; version_conflict; invalid_move where its state cannot become that
                one; missing_answer where the answering document is not here.
        """
        columns = {name: value for name, value in changes.items() if name != "note"}
        with self._session.begin() as session:
            document, task = _lock(session, task_id)
            if version is not None and task.version != version:
                raise Conflict(task.version, describe(task), dict(changes))
            _check(session, task, columns)
            before = {name: getattr(task, name) for name in columns}
            _set(task, columns)
            judge_task(session, document, task)
            settle(session, document)
            deed = Deed("task_changed", task.document_id, task.id, actor)
            detail = {"before": before, "after": columns, "note": changes.get("note")}
            note(session, deed, plain(detail))
            if before.get("state") not in {None, "done"} and task.state == "done":
                _open_next(session, task)
            session.flush()
            return task

    def remind(self, today: date, until: date) -> list[Task]:
        """Write down that tasks due from `today` to `until` come near, each once for its day."""
        wanted = Wanted(since=today, until=until, states=OPEN).conditions()
        query = select(Task).where(*wanted, Task.reminded_for.is_distinct_from(Task.due_on))
        with self._session.begin() as session:
            tasks = list(session.scalars(query.with_for_update(skip_locked=True)))
            for task in tasks:
                task.reminded_for = task.due_on
                deed = Deed("task_due_soon", task.document_id, task.id)
                note(session, deed, {"due_on": str(task.due_on)})
            return tasks


def _lock(session: Session, task_id: int) -> tuple[Document, Task]:
    """A task and its document, first the document, as whoever corrects that does too."""
    whose = select(Task.document_id).where(Task.id == task_id).scalar_subquery()
    query = select(Document).where(Document.id == whose).with_for_update()
    document = session.scalar(query)
    task = session.get(Task, task_id, with_for_update=True)
    if document is None or task is None:
        raise Problem(code="not_found", detail=f"Không có nhiệm vụ mã {task_id}.")
    return document, task


def describe(task: Task) -> dict[str, Any]:
    """The columns of a task as JSON can say them."""
    columns = {column.name: getattr(task, column.name) for column in Task.__table__.columns}
    return plain({name: value for name, value in columns.items() if name != "units"})


def plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values with days as text, in nested mappings too."""
    return {
        name: plain(value)
        if isinstance(value, Mapping)
        else value.isoformat()
        if isinstance(value, date)
        else value
        for name, value in values.items()
    }


def _check(session: Session, task: Task, columns: Mapping[str, Any]) -> None:
    state, answer = columns.get("state", task.state), columns.get("answer_id")
    if state != task.state and state not in MOVES[task.state]:
        raise Problem(code="invalid_move")
    if answer is not None and session.get(Document, answer) is None:
        raise Problem(code="missing_answer")


def _set(task: Task, columns: Mapping[str, Any]) -> None:
    for name, value in columns.items():
        setattr(task, name, value)
    if "due_on" in columns:
        task.due_source = "hand"
    task.units = fold("\n".join((*task.lead, *task.support)))
    task.corrected = sorted({*task.corrected, *(READ_COLUMNS & columns.keys())})
    task.version += 1


def _open_next(session: Session, task: Task) -> None:
    if not task.recurrence or task.due_on is None:
        return
    day = next_due(task.recurrence, task.due_on)
    same = (Task.document_id == task.document_id, Task.directive == task.directive)
    later = select(Task.id).where(
        *same, Task.position == task.position, Task.occurrence > task.occurrence
    )
    if day is None or session.scalar(later.limit(1)) is not None:
        return
    columns = {
        column.name: getattr(task, column.name)
        for column in Task.__table__.columns
        if column.name not in OWN_COLUMNS
    }
    following = Task(**{**columns, "occurrence": task.occurrence + 1})
    following.state, following.due_on, following.due_source = "accepted", day, "recurrence"
    session.add(following)
    session.flush()
    deed = Deed("task_opened", task.document_id, following.id)
    note(session, deed, {"due_on": day.isoformat(), "after": task.id})


def task_cursor(task: Task) -> str:
    """The cursor of what follows a task in the order of `Tasks.due`."""
    return write_cursor((task.due_on or date.max).toordinal(), task.id)


def _by_day(limit: int, after: str | None) -> Select[Task]:
    place = (func.coalesce(Task.due_on, literal(date.max)), Task.id)
    query = select(Task).order_by(*place).limit(limit)
    last = read_cursor(after, 2)
    if last is None:
        return query
    try:
        day = date.fromordinal(last[0])
    except (ValueError, OverflowError):
        raise wrong_cursor() from None
    return query.where(tuple_(*place) > tuple_(literal(day), literal(last[1], BigInteger)))
