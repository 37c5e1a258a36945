"""What routes may ask for: parts of the desk that `api.app` opened, as annotated types."""

from typing import Annotated

from anyio import CapacityLimiter
from fastapi import Depends, Request

from api.settings import Settings
from api.store.arrivals import Arrivals
from api.store.audit import Audit
from api.store.documents import Documents
from api.store.graph.graph import Graph
from api.store.graph.plans import Plans
from api.store.offices import Offices
from api.store.search.finder import Finder
from api.store.search.saved import SavedSearches
from api.store.tasks import Tasks
from api.work.desk import Desk


def get_desk(request: Request) -> Desk:
    """The desk of the running application."""
    desk: Desk = request.app.state.desk
    return desk


DeskNow = Annotated[Desk, Depends(get_desk)]


def get_documents(desk: DeskNow) -> Documents:
    """The repository of documents."""
    return desk.documents


def get_arrivals(desk: DeskNow) -> Arrivals:
    """The arrival book."""
    return desk.arrivals


def get_audit(desk: DeskNow) -> Audit:
    """The history."""
    return desk.audit


def get_tasks(desk: DeskNow) -> Tasks:
    """The repository of tasks."""
    return desk.tasks


def get_finder(desk: DeskNow) -> Finder:
    """The search."""
    return desk.finder


def get_graph(desk: DeskNow) -> Graph:
    """The graph of documents."""
    return Graph(desk.engine)


def get_plans(desk: DeskNow) -> Plans:
    """Similar plans."""
    return Plans(desk.engine)


def get_offices(desk: DeskNow) -> Offices:
    """The office that reads."""
    return desk.offices


def get_saved(desk: DeskNow) -> SavedSearches:
    """The saved searches."""
    return SavedSearches(desk.engine)


def get_settings(desk: DeskNow) -> Settings:
    """The settings."""
    return desk.settings


def get_receivers(request: Request) -> CapacityLimiter:
    """How many uploads are taken in at once; the rest wait without holding a thread."""
    receivers: CapacityLimiter = request.app.state.receivers
    return receivers


DocumentsNow = Annotated[Documents, Depends(get_documents)]
ArrivalsNow = Annotated[Arrivals, Depends(get_arrivals)]
AuditNow = Annotated[Audit, Depends(get_audit)]
TasksNow = Annotated[Tasks, Depends(get_tasks)]
FinderNow = Annotated[Finder, Depends(get_finder)]
GraphNow = Annotated[Graph, Depends(get_graph)]
PlansNow = Annotated[Plans, Depends(get_plans)]
OfficesNow = Annotated[Offices, Depends(get_offices)]
SavedNow = Annotated[SavedSearches, Depends(get_saved)]
SettingsNow = Annotated[Settings, Depends(get_settings)]
ReceiversNow = Annotated[CapacityLimiter, Depends(get_receivers)]
