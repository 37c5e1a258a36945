"""The page of the arrival book."""

from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query, Request, Response

from api.dependencies import ArrivalsNow, GraphNow
from api.exports.book import write_book
from api.routes.pages import TodayNow
from api.store.arrivals import line_cursor
from api.web.render import render
from api.web.words import ARRIVAL_WARNINGS

router = APIRouter(include_in_schema=False)

LINES_A_PAGE: Final = 500
MOST_LINES: Final = 100_000
WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Year = Annotated[int | None, Query(alias="nam", ge=1900, le=2999)]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which lines are asked for: of a year, from behind a cursor on, or all of them to print."""

    year: Year = None
    after: Annotated[str | None, Query(alias="sau", max_length=100)] = None
    is_whole: Annotated[bool, Query(alias="ca_nam")] = False


@router.get("/so-den")
def show_book(
    request: Request,
    arrivals: ArrivalsNow,
    graph: GraphNow,
    today: TodayNow,
    asked: Annotated[Asked, Depends()],
) -> Response:
    """The lines of a year by number, of this year where none is asked for."""
    year = asked.year or today.year
    most = MOST_LINES if asked.is_whole else LINES_A_PAGE
    lines = arrivals.register(year, most, asked.after)
    values = {
        "lines": lines,
        "ended": graph.ended(entry.document.id for entry in lines if entry.document),
        "year": year,
        "years": sorted({year, today.year, *arrivals.years()}, reverse=True),
        "oddities": ARRIVAL_WARNINGS,
        "next_after": line_cursor(lines[-1].line) if len(lines) == most else None,
    }
    return render(request, "book.html", values)


@router.get("/so-den.xlsx")
def export_book(arrivals: ArrivalsNow, today: TodayNow, year: Year = None) -> Response:
    """The whole book of a year as a workbook."""
    year = year or today.year
    content = write_book(arrivals.register(year, MOST_LINES), year, ARRIVAL_WARNINGS)
    headers = {"Content-Disposition": f'attachment; filename="so-van-ban-den-{year}.xlsx"'}
    return Response(content, media_type=WORKBOOK, headers=headers)
