"""The pages of the desk: home, tasks, search, and one page a document."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query, Request, Response

from api.clock import VIETNAM, read_today
from api.dependencies import (
    ArrivalsNow,
    DeskNow,
    DocumentsNow,
    GraphNow,
    OfficesNow,
    SettingsNow,
    TasksNow,
)
from api.errors import Problem
from api.routes.bounds import Id
from api.store.arrivals import Entry
from api.store.cursors import write_cursor
from api.store.tables import TaskState
from api.store.tasks import ALL, OPEN, Tasks, Wanted, task_cursor
from api.web.agenda import SOON_DAYS, view_tasks
from api.web.document import PageSize, view_document
from api.web.relations import ending_sentences
from api.web.render import render, show_problem
from api.web.words import ARRIVAL_WARNINGS, type_names

router = APIRouter(include_in_schema=False)

DOCUMENTS_A_PAGE: Final = 30
TASKS_A_PAGE: Final = 60
TASKS_AT_HOME: Final = 6
IN_WORK: Final = frozenset({"waiting", "reading"})
DUES: Final = {
    "sap-toi": "Sắp tới",
    "7-ngay": "Trong 7 ngày",
    "qua-han": "Quá hạn",
    "tat-ca": "Tất cả",
}


TodayNow = Annotated[date, Depends(read_today)]


@dataclass(frozen=True, slots=True)
class TaskQuery:
    """What the filters of the task page ask for."""

    unit: Annotated[str, Query(alias="don_vi")] = ""
    due: Annotated[str, Query(alias="han")] = ""
    after: Annotated[str | None, Query(alias="sau", max_length=100)] = None
    ours: Annotated[str, Query(alias="cua_ta", max_length=1)] = ""


def recent_values(
    documents: DocumentsNow,
    graph: GraphNow,
    after: Annotated[str | None, Query(alias="truoc", max_length=100)] = None,
) -> dict[str, object]:
    """What the list of documents shows."""
    rows = documents.newest(DOCUMENTS_A_PAGE, after)
    return {
        "documents": rows,
        "ended": graph.ended(row.id for row in rows),
        "is_changing": after is None and any(row.state in IN_WORK for row in rows),
        "total": sum(documents.counts().values()),
        "next_before": write_cursor(rows[-1].id) if len(rows) == DOCUMENTS_A_PAGE else None,
    }


def upcoming_values(tasks: TasksNow, graph: GraphNow, today: TodayNow) -> dict[str, object]:
    """What the agenda shows."""
    rows = tasks.due(TASKS_AT_HOME, None, due_window("sap-toi", today))
    return {
        "tasks": view_tasks(rows, today),
        "tasks_ended": graph.ended(row.document_id for row in rows),
        "overdue": tasks.count(due_window("qua-han", today)),
    }


RecentNow = Annotated[dict[str, object], Depends(recent_values)]
UpcomingNow = Annotated[dict[str, object], Depends(upcoming_values)]


def clerk_values(
    tasks: TasksNow, arrivals: ArrivalsNow, today: TodayNow, document_id: Id
) -> dict[str, object]:
    """What the page of a document needs for what a clerk sets there."""
    line = arrivals.of(document_id)
    lines = view_tasks(tasks.of(document_id), today)
    return {
        "line": line,
        "oddities": [ARRIVAL_WARNINGS[name] for name in line.warnings] if line else [],
        "today": today,
        "type_names": type_names(),
        # Of a task that recurs, the latest occurrence.
        "task_ids": {task.anchor: task.id for task in lines},
        "ours": {task.anchor: task.ours for task in lines if task.ours},
    }


ClerkNow = Annotated[dict[str, object], Depends(clerk_values)]


@router.get("/")
def home(
    request: Request, recent: RecentNow, upcoming: UpcomingNow, settings: SettingsNow
) -> Response:
    """The desk: drop files, recent documents, tasks by deadline."""
    values = {**recent, **upcoming, "max_upload_bytes": settings.max_upload_bytes}
    return render(request, "home.html", values)


@router.get("/gan-day")
def recent_part(request: Request, recent: RecentNow) -> Response:
    """The recent documents alone, to renew them in the page."""
    return render(request, "parts/recent.html", recent)


@router.get("/sap-den-han")
def upcoming_part(request: Request, upcoming: UpcomingNow) -> Response:
    """The next tasks alone, to renew them in the page."""
    return render(request, "parts/upcoming.html", upcoming)


def duty_values(
    tasks: TasksNow, graph: GraphNow, today: TodayNow, asked: Annotated[TaskQuery, Depends()]
) -> dict[str, object]:
    """The tasks that are asked for, and how they were."""
    due = asked.due if asked.due in DUES else default_due(tasks, today)
    wanted = replace(due_window(due, today), lead=asked.unit or None, is_ours=bool(asked.ours))
    rows = tasks.due(TASKS_A_PAGE, asked.after, wanted)
    return {
        "tasks": view_tasks(rows, today),
        "ended": graph.ended(row.document_id for row in rows),
        "next_after": task_cursor(rows[-1]) if len(rows) == TASKS_A_PAGE else None,
        "unit": asked.unit,
        "is_ours": bool(asked.ours),
        "units": tasks.units(),
        "due": due,
        "dues": DUES,
    }


@router.get("/viec")
def duties(
    request: Request,
    values: Annotated[dict[str, object], Depends(duty_values)],
    offices: OfficesNow,
) -> Response:
    """Every task by deadline, of one unit, ours or of all, due in a window or at any time."""
    return render(request, "tasks.html", {**values, "office": offices.get()})


@router.get("/van-ban/{document_id}")
def document(
    request: Request, documents: DocumentsNow, graph: GraphNow, clerk: ClerkNow, document_id: Id
) -> Response:
    """The pages of a document beside its record; how far it is where it is not read yet."""
    row = documents.get(document_id)
    if row is None:
        return missing(request)
    pages, record = documents.pages(document_id), documents.record(document_id)
    if record is None:
        return render(request, "waiting.html", {"document": row, "pages": pages})
    sizes = [PageSize(page.number, page.width, page.height) for page in pages]
    view = view_document(record, sizes, type_names())
    others = [other for key in documents.duplicates(document_id) if (other := documents.get(key))]
    received = f"{row.received_at.astimezone(VIETNAM):%d/%m/%Y lúc %H:%M}"
    values = {
        **clerk,
        "document": row,
        "view": view,
        "received": received,
        "others": others,
        "endings": ending_sentences(graph.endings([document_id]).get(document_id, ())),
    }
    return render(request, "document.html", values)


@router.post("/viec/{task_id}/{state}")
def move_task(
    request: Request, desk: DeskNow, today: TodayNow, task_id: Id, state: TaskState
) -> Response:
    """Give a task its next state, and show its row anew."""
    task = desk.tasks.change(task_id, {"state": state})
    ended = desk.graph.ended([task.document_id])
    values = {"task": view_tasks([task], today)[0], "ended": ended}
    return render(request, "parts/task.html", values)


@router.post("/van-ban/{document_id}/vao-so")
def enter_book(desk: DeskNow, today: TodayNow, document_id: Id) -> Response:
    """Enter a document in the arrival book under the next number, and show its page anew."""
    desk.arrivals.enter(document_id, Entry(today))
    return Response(headers={"HX-Refresh": "true"})


@router.post("/van-ban/{document_id}/doc-lai")
def read_again(desk: DeskNow, document_id: Id) -> Response:
    """Have a document that failed read again, and show its page anew."""
    desk.documents.restart(document_id, desk.intake.queue.put)
    return Response(headers={"HX-Refresh": "true"})


@router.get("/van-ban/{document_id}/tien-do")
def progress(request: Request, documents: DocumentsNow, document_id: Id) -> Response:
    """How far the reading is; reloads the page of the document once it is read."""
    row = documents.get(document_id)
    if row is None or row.state == "ready":
        return Response(headers={"HX-Refresh": "true"})
    values = {"document": row, "pages": documents.pages(document_id)}
    return render(request, "parts/waiting.html", values)


@router.get("/van-ban/{document_id}/dong")
def upload_row(
    request: Request,
    documents: DocumentsNow,
    document_id: Id,
    *,
    known: Annotated[bool, Query(alias="da_co")] = False,
) -> Response:
    """The row of a file that was just sent; tells the page when it is read."""
    row = documents.get(document_id)
    if row is None:
        return missing(request)
    response = render(request, "parts/upload.html", {"document": row, "known": known})
    if row.state == "ready":
        response.headers["HX-Trigger"] = "document-ready"
    return response


def missing(request: Request) -> Response:
    """The page that says there is nothing here."""
    return show_problem(request, Problem(code="not_found"))


def due_window(due: str, today: date) -> Wanted:
    """The tasks that a choice of `DUES` asks for; all but "tat-ca" leave out what is settled."""
    windows = {
        "sap-toi": Wanted(since=today, states=OPEN),
        "7-ngay": Wanted(since=today, until=today + timedelta(days=SOON_DAYS), states=OPEN),
        "qua-han": Wanted(until=today - timedelta(days=1), states=OPEN),
    }
    return windows.get(due, ALL)


def default_due(tasks: Tasks, today: date) -> str:
    """The choice to begin with: what comes, or everything where nothing does."""
    return "sap-toi" if tasks.count(due_window("sap-toi", today)) else "tat-ca"
