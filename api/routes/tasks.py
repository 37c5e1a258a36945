"""Tasks of all documents."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import TasksNow
from api.problems import responses
from api.routes.wire import TaskAnswer, TaskList

router = APIRouter(prefix="/tasks", tags=["tasks"])


@router.get("", responses=responses("invalid_request"))
def list_tasks(
    tasks: TasksNow,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
    after: int | None = None,
    lead: str | None = None,
) -> TaskList:
    """Tasks by deadline, those without one last; `lead` keeps those of one unit."""
    rows = tasks.due(limit + 1, after, lead)
    items = [TaskAnswer.of(row) for row in rows[:limit]]
    return TaskList(items=items, next=items[-1].id if len(rows) > limit else None)
