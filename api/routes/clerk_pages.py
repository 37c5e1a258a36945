"""What a clerk sets on the page of a document: its values, and its line in the arrival book."""

import unicodedata
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Response, status
from fastapi.responses import RedirectResponse
from pydantic import BeforeValidator, Field

from api.dependencies import DeskNow
from api.routes.bounds import Id, Typed
from api.routes.lives import Day
from api.store.arrivals import Entry

router = APIRouter(include_in_schema=False)

LARGEST_NUMBER = 999_999


def clean(text: object) -> object:
    """What was typed, composed, without blanks around it or doubled; None where nothing was."""
    if not isinstance(text, str):
        return text
    return " ".join(unicodedata.normalize("NFC", text).split()) or None


Cleaned = BeforeValidator(clean)
Text = Annotated[Typed, Field(max_length=4000)]
Line = Annotated[Text | None, Cleaned]
Number = Annotated[int, Field(ge=1, le=LARGEST_NUMBER)]
Version = Annotated[int, Form(alias="ban", ge=1, le=2**31 - 1)]


@router.post("/van-ban/{document_id}/sua")
def correct(
    desk: DeskNow,
    document_id: Id,
    path: Annotated[Typed, Form(alias="muc", max_length=100)],
    version: Version,
    value: Annotated[Line, Form(alias="gia_tri")] = None,
) -> Response:
    """Set a value of the record, or say that the paper does not state it; show the page anew."""
    desk.corrections.correct(document_id, {path: value}, version)
    return see_document(document_id, "v-" + path.replace(".", "-"))


@router.post("/van-ban/{document_id}/so-den")
def enter_by_hand(
    desk: DeskNow,
    document_id: Id,
    arrived_on: Annotated[Day, Form(alias="ngay")],
    number: Annotated[Number | None, Form(alias="so"), Cleaned] = None,
) -> Response:
    """Enter a document in the arrival book, under the next number where none is given."""
    desk.arrivals.enter(document_id, entry_of(arrived_on, number))
    return see_document(document_id, "so-den")


def entry_of(arrived_on: date, number: int | None) -> Entry:
    """What is to be entered."""
    return Entry(arrived_on) if number is None else Entry(arrived_on, number, "hand")


def see_document(document_id: int, anchor: str) -> Response:
    """Leads to a place on the page of a document."""
    return RedirectResponse(f"/van-ban/{document_id}#{anchor}", status.HTTP_303_SEE_OTHER)
