"""Search."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import FinderNow
from api.problems import responses
from api.routes.wire import FoundAnswer, HitAnswer

router = APIRouter(prefix="/search", tags=["search"])


@router.get("", responses=responses("invalid_request"))
def search(
    finder: FinderNow,
    q: Annotated[str, Query(max_length=400, examples=["binh dang gioi"])],
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
    offset: Annotated[int, Query(ge=0, le=10_000)] = 0,
) -> FoundAnswer:
    """Documents by words, with or without diacritics, or by number in any spelling."""
    found = finder.find(q, limit, offset)
    return FoundAnswer(items=[HitAnswer.of(hit) for hit in found.hits], total=found.total)
