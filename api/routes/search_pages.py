"""The pages of the search: hits, and searches that are saved."""

from dataclasses import dataclass
from typing import Annotated, Final, Literal
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form, Query, Request, Response, status
from fastapi.responses import RedirectResponse

from api.dependencies import FinderNow, SavedNow
from api.exports.hits import write_docx, write_xlsx
from api.problems import responses
from api.routes.bounds import Typed
from api.routes.search import Question
from api.store.search.found import MOST, Sort, Wish
from api.web.found import can_widen, found_words, hit_link, narrowings, search_link
from api.web.render import render
from api.web.words import ENDED, type_names

router = APIRouter(include_in_schema=False)
files = APIRouter(prefix="/search", tags=["search"])

HITS_A_PAGE: Final = 20
MEDIA_TYPES: Final = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
WRITERS: Final = {"xlsx": write_xlsx, "docx": write_docx}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page of the search is asked for."""

    query: Annotated[str, Query(alias="q", max_length=400)] = ""
    order: Annotated[str, Query(alias="xep")] = ""
    after: Annotated[str | None, Query(alias="sau", max_length=100)] = None

    is_widened: Annotated[bool, Query(alias="rong")] = False

    @property
    def sort(self) -> Sort:
        """The order of the hits."""
        return "date" if self.order == "ngay" else "relevance"


@router.get("/tim")
def search(
    request: Request, finder: FinderNow, saved: SavedNow, asked: Annotated[Asked, Depends()]
) -> Response:
    """What a query finds."""
    query, sort = asked.query.strip(), asked.sort
    values: dict[str, object] = {"query": query, "sort": sort, "saved": saved.list()}
    if query:
        found = finder.find(query, Wish(HITS_A_PAGE, asked.after, sort, asked.is_widened))
        is_wide = asked.is_widened
        more = search_link(query, sort, found.next, is_widened=is_wide) if found.next else ""
        values |= {
            "found": found,
            "words": found_words(found),
            "hits": [(hit, hit_link(hit, query)) for hit in found.hits],
            "narrowings": narrowings(found, query, sort, type_names()),
            "more": more,
            "wider": search_link(query, sort, is_widened=True) if can_widen(found) else "",
            "orders": {
                "relevance": ("Liên quan nhất", search_link(query, "relevance")),
                "date": ("Mới nhất", search_link(query, "date")),
            },
        }
    return render(request, "search.html", {"found": None, **values})


@router.post("/tim/luu")
def save_search(
    saved: SavedNow,
    query: Annotated[Typed, Form(alias="q", min_length=1, max_length=400)],
    name: Annotated[Typed, Form(alias="ten", max_length=120)] = "",
    order: Annotated[str, Form(alias="xep")] = "relevance",
) -> Response:
    """Keep a query under a name, the query itself where none is given, and show its hits."""
    sort = "date" if order == "date" else "relevance"
    saved.save(name.strip() or query[:120], query, sort)
    return RedirectResponse(search_link(query, sort), status.HTTP_303_SEE_OTHER)


@router.post("/tim/luu/{search_id}/xoa")
def remove_search(saved: SavedNow, search_id: int) -> Response:
    """Forget a saved query."""
    saved.remove(search_id)
    return RedirectResponse("/tim", status.HTTP_303_SEE_OTHER)


@files.get(
    "/export",
    response_class=Response,
    responses={
        200: {
            "description": "The list of hits as a file, 1000 at most.",
            "content": {name: {} for name in MEDIA_TYPES.values()},
        },
        **responses("invalid_request"),
    },
)
def export_hits(
    finder: FinderNow,
    q: Question,
    file_format: Annotated[Literal["xlsx", "docx"], Query(alias="format")] = "xlsx",
    sort: Literal["relevance", "date"] = "relevance",
) -> Response:
    """The list of hits as a workbook or a text document."""
    content = WRITERS[file_format](finder.find(q, Wish(MOST, None, sort)), q, ENDED)
    name = quote(f"tra-cuu.{file_format}")
    return Response(
        content,
        media_type=MEDIA_TYPES[file_format],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
