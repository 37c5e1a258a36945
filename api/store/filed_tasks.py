"""The tasks of a record as rows; those that are there already keep their life."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from rapidfuzz import fuzz
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from api.store.lexemes import fold
from api.store.tables import Task

# Actions this alike are one task, read anew.
LEAST_LIKENESS: Final = 80


def file_tasks(session: Session, document_id: int, rows: Sequence[Mapping[str, Any]]) -> None:
    """Bring the tasks of a document to what its record states.

    A task that is there keeps its state, its history and what a person corrected. One that the
    record no longer states goes, unless a person has touched it or it is a later occurrence.
    """
    query = select(Task).where(Task.document_id == document_id, Task.occurrence == 0)
    left = list(session.scalars(query.order_by(Task.directive, Task.position)))
    fresh = []
    for row in rows:
        task = _find_same(left, row)
        if task is None:
            fresh.append({"document_id": document_id, **row})
        else:
            left.remove(task)
            _renew(task, row)
    for place, task in enumerate(left, start=len(rows)):
        if task.version == 1:
            session.delete(task)
        else:
            task.position = place  # beyond those that the record states
    session.flush()
    if fresh:
        session.execute(insert(Task), fresh)


def _find_same(tasks: Iterable[Task], row: Mapping[str, Any]) -> Task | None:
    def likeness(task: Task) -> float:
        if (task.directive, task.position, task.action) == tuple(
            row[name] for name in ("directive", "position", "action")
        ):
            return 101
        return fuzz.ratio(fold(task.action), fold(row["action"] or ""))

    same = [task for task in tasks if task.directive == row["directive"]]
    best = max(same, key=likeness, default=None)
    return best if best is not None and likeness(best) >= LEAST_LIKENESS else None


def _renew(task: Task, row: Mapping[str, Any]) -> None:
    for name, value in row.items():
        if name not in task.corrected:
            setattr(task, name, value)
    task.units = fold("\n".join((*task.lead, *task.support)))
