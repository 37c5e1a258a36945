"""Searches that are saved under a name."""

from typing import Annotated

from fastapi import APIRouter, Query, Response, status

from api.dependencies import SavedNow
from api.problems import responses
from api.routes.bounds import Cursor, Id
from api.routes.findings import SavedSearchAnswer, SavedSearchBody, SavedSearchList
from api.store.cursors import write_cursor

router = APIRouter(prefix="/searches", tags=["search"])


@router.get("", responses=responses("invalid_request"))
def list_searches(
    saved: SavedNow,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    after: Cursor = None,
) -> SavedSearchList:
    """Saved searches, oldest first."""
    rows = saved.list(limit + 1, after)
    items = [SavedSearchAnswer.of(row) for row in rows[:limit]]
    return SavedSearchList(
        items=items, next=write_cursor(items[-1].id) if len(rows) > limit else None
    )


@router.post("", status_code=status.HTTP_201_CREATED, responses=responses("invalid_request"))
def save_search(body: SavedSearchBody, saved: SavedNow, response: Response) -> SavedSearchAnswer:
    """Keep a question under a name; one of the same name is replaced."""
    kept = saved.save(body.name, body.query, body.sort)
    response.headers["Location"] = f"/api/v1/searches/{kept.id}"
    return SavedSearchAnswer.of(kept)


@router.get("/{search_id}", responses=responses("not_found", "invalid_request"))
def get_search(search_id: Id, saved: SavedNow) -> SavedSearchAnswer:
    """One saved search."""
    return SavedSearchAnswer.of(saved.require(search_id))


@router.delete(
    "/{search_id}", status_code=status.HTTP_204_NO_CONTENT, responses=responses("invalid_request")
)
def remove_search(search_id: Id, saved: SavedNow) -> None:
    """Forget a saved search; one that is gone stays gone."""
    saved.remove(search_id)
