"""What a clerk sets on the page of a document: its values, its line in the book, new readings."""

import unicodedata
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response, status
from fastapi.responses import RedirectResponse
from pydantic import BeforeValidator, Field

from api.dependencies import DeskNow
from api.errors import Problem
from api.routes.bounds import Id, Typed
from api.routes.lives import Day
from api.store.arrivals import Entry
from api.web.deeds import ChangeLine, view_changes, view_deeds
from api.web.render import render
from api.work.desk import Desk

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


@router.post("/van-ban/{document_id}/dung")
def confirm(
    desk: DeskNow,
    document_id: Id,
    path: Annotated[Typed, Form(alias="muc", max_length=100)],
    version: Version,
) -> Response:
    """Say that a value which waited for the clerk is right; show what is left to be checked."""
    desk.corrections.confirm(document_id, [path], version)
    return see_document(document_id, "kiem-tra")


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


@router.get("/van-ban/{document_id}/lich-su")
def history(request: Request, desk: DeskNow, document_id: Id) -> Response:
    """The new reading that waits, where there is one, and what was done to a document."""
    desk.documents.require(document_id)
    values = {
        "document_id": document_id,
        "changes": proposed_changes(desk, document_id),
        "history": view_deeds(desk.audit.of_document(document_id)),
    }
    return render(request, "parts/life.html", values)


@router.post("/van-ban/{document_id}/doc-moi")
def ask_anew(desk: DeskNow, document_id: Id) -> Response:
    """Have a document read by this version of the program; nothing changes by that."""
    desk.documents.request(document_id, desk.intake.queue.put_again)
    return see_document(document_id, "lich-su")


@router.post("/van-ban/{document_id}/doc-moi/nhan")
def accept_anew(desk: DeskNow, document_id: Id) -> Response:
    """Take the new reading; what people corrected stays."""
    desk.corrections.accept(document_id)
    return see_document(document_id, "main")


@router.post("/van-ban/{document_id}/doc-moi/bo")
def drop_anew(desk: DeskNow, document_id: Id) -> Response:
    """Forget the new reading."""
    desk.corrections.drop(document_id)
    return see_document(document_id, "lich-su")


def proposed_changes(desk: Desk, document_id: int) -> tuple[ChangeLine, ...] | None:
    """What the new reading would change, None where none waits."""
    try:
        return view_changes(desk.corrections.proposed(document_id))
    except Problem as problem:
        if problem.code not in {"no_proposal", "not_ready"}:
            raise
        return None


def entry_of(arrived_on: date, number: int | None) -> Entry:
    """What is to be entered."""
    return Entry(arrived_on) if number is None else Entry(arrived_on, number, "hand")


def see_document(document_id: int, anchor: str) -> Response:
    """Leads to a place on the page of a document."""
    return RedirectResponse(f"/van-ban/{document_id}#{anchor}", status.HTTP_303_SEE_OTHER)
