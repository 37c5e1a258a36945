"""Search: what a question finds, and where it stands in a document."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from api.dependencies import DocumentsNow, FinderNow
from api.problems import responses
from api.routes.bounds import Cursor, Id
from api.routes.findings import FoundAnswer, MatchAnswer, Sort
from api.store.search.found import Wish

router = APIRouter(tags=["search"])

Question = Annotated[
    str,
    Query(
        max_length=400,
        description="Words, “phrases”, a number, and filters such as `loại:KH từ:2018`.",
        examples=["binh dang gioi loại:KH"],
    ),
]


@dataclass(frozen=True, slots=True)
class Options:
    """Which hits are wanted."""

    limit: Annotated[int, Query(ge=1, le=100)] = 20
    after: Cursor = None
    sort: Sort = "relevance"
    widen: Annotated[
        bool, Query(description="Look for organs under their names of other times too.")
    ] = False


@router.get("/search", responses=responses("invalid_request"))
def search(
    finder: FinderNow,
    q: Question,
    options: Annotated[Options, Depends()],
) -> FoundAnswer:
    """Documents by words, with or without diacritics, by number, and by what they are."""
    return FoundAnswer.of(
        finder.find(q, Wish(options.limit, options.after, options.sort, options.widen))
    )


@router.get("/documents/{document_id}/matches", responses=responses("not_found"))
def list_matches(
    document_id: Id, q: Question, documents: DocumentsNow, finder: FinderNow
) -> list[MatchAnswer]:
    """The words of a document that a question asks for, with their boxes, in order of pages."""
    documents.require(document_id)
    return [MatchAnswer.model_validate(match) for match in finder.matches(document_id, q)]
