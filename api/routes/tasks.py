"""Tasks of all documents, and what people do with them."""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from api.dependencies import AuditNow, OfficesNow, TasksNow
from api.problems import responses
from api.routes.bounds import Cursor, Id, IfMatch, etag, parse_version
from api.routes.lives import AuditAnswer, TaskAnswer, TaskChange, TaskList
from api.routes.office import MembersAnswer
from api.store.tables import TaskState
from api.store.tasks import Wanted, task_cursor

router = APIRouter(prefix="/tasks", tags=["tasks"])

CONFLICTS = ("version_conflict", "invalid_move", "version_required", "missing_answer")


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """Which tasks a list keeps: of a unit that leads or supports, due in between, in a state.

    `ours`: those alone that the office leads or supports.
    """

    lead: Annotated[str | None, Query(max_length=200)] = None
    since: dt.date | None = None
    until: dt.date | None = None
    state: Annotated[list[TaskState] | None, Query()] = None
    ours: bool = False


@router.get("", responses=responses("invalid_request"))
def list_tasks(
    tasks: TasksNow,
    wanted: Annotated[TaskFilter, Depends()],
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
    after: Cursor = None,
) -> TaskList:
    """Tasks by the day they are due, those without one last."""
    kept = Wanted(wanted.lead, wanted.since, wanted.until, wanted.state, wanted.ours)
    rows = tasks.due(limit + 1, after, kept)
    items = [TaskAnswer.of(row) for row in rows[:limit]]
    return TaskList(items=items, next=task_cursor(rows[limit - 1]) if len(rows) > limit else None)


@router.get("/{task_id}", responses=responses("not_found", "invalid_request"))
def get_task(task_id: Id, tasks: TasksNow, response: Response) -> TaskAnswer:
    """One task; its ETag is for a change."""
    task = tasks.require(task_id)
    response.headers["ETag"] = etag(task.version)
    return TaskAnswer.of(task)


@router.patch("/{task_id}", responses=responses("not_found", "invalid_request", *CONFLICTS))
def change_task(
    task_id: Id, change: TaskChange, tasks: TasksNow, response: Response, if_match: IfMatch = None
) -> TaskAnswer:
    """Change a task, on the version that If-Match names; a `note` goes into its history.

    A recurring task that is done opens its next occurrence.
    """
    version = parse_version(if_match)
    task = tasks.change(task_id, change.model_dump(exclude_unset=True), version)
    response.headers["ETag"] = etag(task.version)
    return TaskAnswer.of(task)


@router.get("/{task_id}/history", responses=responses("not_found", "invalid_request"))
def get_history(task_id: Id, tasks: TasksNow, audit: AuditNow) -> list[AuditAnswer]:
    """What was done to a task, oldest first, with the notes on it."""
    tasks.require(task_id)
    return [AuditAnswer.of(entry) for entry in audit.of_task(task_id)]


@router.get("/{task_id}/members", responses=responses("not_found", "invalid_request"))
def list_members(task_id: Id, tasks: TasksNow, offices: OfficesNow) -> list[MembersAnswer]:
    """Whom the groups stand for that lead or support a task: `các xã, thị trấn` of a district."""
    return [MembersAnswer.of(group) for group in offices.members(tasks.require(task_id))]
