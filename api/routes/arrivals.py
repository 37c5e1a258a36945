"""The arrival book."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.clock import read_today
from api.dependencies import DeskNow
from api.problems import responses
from api.routes.bounds import Cursor, Id
from api.routes.lives import ArrivalEntry, ArrivalLine, ArrivalList
from api.store.arrivals import Entry, line_cursor

router = APIRouter(tags=["arrivals"])


@router.get("/arrivals", responses=responses("invalid_request"))
def list_arrivals(
    desk: DeskNow,
    year: Annotated[int, Query(ge=1900, le=2999, examples=[2026])],
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
    after: Cursor = None,
) -> ArrivalList:
    """The lines of a year's book by number."""
    rows = desk.arrivals.book(year, limit + 1, after)
    items = [ArrivalLine.model_validate(row) for row in rows[:limit]]
    return ArrivalList(
        items=items, next=line_cursor(rows[limit - 1]) if len(rows) > limit else None
    )


@router.put(
    "/documents/{document_id}/arrival", responses=responses("not_found", "invalid_request")
)
def enter_document(document_id: Id, entry: ArrivalEntry, desk: DeskNow) -> ArrivalLine:
    """Enter a document in the book: under the next number of the year, or under the one given.

    A document that is there already keeps its number, unless one is given.
    """
    day = entry.arrived_on or read_today()
    asked = Entry(day) if entry.number is None else Entry(day, entry.number, "hand")
    line = desk.arrivals.enter(document_id, asked)
    return ArrivalLine.model_validate(line)
