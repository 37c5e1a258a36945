"""The page on which an office says who it is."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response, status
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from api.dependencies import OfficesNow
from api.routes.clerk_pages import Line
from api.routes.office import MOST_MEMBERS, MOST_NAMES, Name
from api.routes.task_pages import split_lines
from api.web.render import render

router = APIRouter(include_in_schema=False)

Names = Annotated[list[Name], BeforeValidator(split_lines), Field(max_length=MOST_NAMES)]
Organs = Annotated[list[Name], BeforeValidator(split_lines), Field(max_length=MOST_MEMBERS)]


class OfficeForm(BaseModel):
    """What the form of the office sends; `added` are names off stamps that were ticked."""

    model_config = ConfigDict(extra="ignore")

    version: Annotated[int, Field(ge=1, le=2**31 - 1)]
    names: Names = []
    added: Names = []
    parent: Line = None
    members: Organs = []


@router.get("/don-vi")
def show_office(request: Request, offices: OfficesNow) -> Response:
    """Who the office is, with the names that its stamps show."""
    return render(request, "office.html", {"office": offices.get(), "seen": offices.seen()})


@router.post("/don-vi")
def set_office(offices: OfficesNow, form: Annotated[OfficeForm, Form()]) -> Response:
    """Set who the office is, on the version that the form showed; show the page anew."""
    changes = {
        "names": [*form.names, *form.added],
        "parent": form.parent,
        "members": form.members,
    }
    offices.change(changes, form.version)
    return RedirectResponse("/don-vi", status.HTTP_303_SEE_OTHER)
