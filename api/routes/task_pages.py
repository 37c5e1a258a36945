"""The page of one task: what it is, who has it, until when, how it went."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Form, Request, Response, status
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from api.dependencies import DeskNow
from api.routes.bounds import Id, Typed
from api.routes.clerk_pages import Cleaned, Line, Text, clean
from api.routes.lives import Day
from api.routes.pages import TodayNow
from api.store.tables import Task, TaskState
from api.store.tasks import MOVES
from api.web.agenda import view_tasks
from api.web.deeds import view_deeds
from api.web.relations import ending_sentences
from api.web.render import render
from api.web.words import STATES

router = APIRouter(include_in_schema=False)

MOST_UNITS: Final = 50


def split_lines(text: object) -> object:
    """The lines of what was typed, cleaned, without the empty ones."""
    typed = text if isinstance(text, list) else [text]
    lines = (line for part in typed for line in str(part).splitlines())
    return [clean(line) for line in lines if line.strip()]


Units = Annotated[list[Typed], BeforeValidator(split_lines), Field(max_length=MOST_UNITS)]


def as_typed(value: object) -> object:
    """A column of a task as the form gives it back where nobody changes it."""
    return [clean(item) for item in value] if isinstance(value, list) else clean(value)


class TaskForm(BaseModel):
    """What the form of a task sends, under the names of its columns."""

    model_config = ConfigDict(extra="ignore")

    version: Annotated[int, Field(ge=1, le=2**31 - 1)]
    state: TaskState
    action: Annotated[Text, Cleaned]
    lead: Units = []
    support: Units = []
    report_to: Line = None
    deliverable: Line = None
    due_on: Annotated[Day | None, Cleaned] = None
    owner_unit: Line = None
    owner_person: Line = None
    answer_number: Line = None
    note: Line = None

    def changes(self, task: Task) -> dict[str, Any]:
        """The columns that differ from those of the task, and the note where there is one."""
        told = self.model_dump(exclude={"version", "note"})
        changed = {
            name: value for name, value in told.items() if value != as_typed(getattr(task, name))
        }
        return {**changed, "note": self.note} if self.note else changed


@router.get("/viec/{task_id}")
def show_task(request: Request, desk: DeskNow, today: TodayNow, task_id: Id) -> Response:
    """A task, all that can be set of it, and its history."""
    task = desk.tasks.require(task_id)
    states = [state for state in STATES if state == task.state or state in MOVES[task.state]]
    values = {
        "task": task,
        "line": view_tasks([task], today)[0],
        "document": desk.documents.require(task.document_id),
        "endings": ending_sentences(
            desk.graph.endings([task.document_id]).get(task.document_id, ())
        ),
        "states": {state: STATES[state] for state in states},
        "members": desk.offices.members(task),
        "history": view_deeds(desk.audit.of_task(task_id)),
    }
    return render(request, "task.html", values)


@router.post("/viec/{task_id}")
def change_task(desk: DeskNow, task_id: Id, form: Annotated[TaskForm, Form()]) -> Response:
    """Set what was changed in the form, on the version that it showed; show the task anew."""
    changes = form.changes(desk.tasks.require(task_id))
    if "answer_number" in changes:
        changes["answer_id"] = desk.documents.only_one(form.answer_number)
    if changes:
        desk.tasks.change(task_id, changes, form.version)
    return RedirectResponse(f"/viec/{task_id}", status.HTTP_303_SEE_OTHER)
