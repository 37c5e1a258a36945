"""What people correct in a document, its history, and new readings of it."""

from dataclasses import asdict

from fastapi import APIRouter, Response, status

from api.dependencies import DeskNow
from api.problems import responses
from api.routes.bounds import Id, IfMatch, etag, parse_version
from api.routes.lives import AuditAnswer, ChangeAnswer, Confirmation, DocumentChange
from api.routes.wire import DocumentAnswer

router = APIRouter(prefix="/documents/{document_id}", tags=["corrections"])

READY = ("not_found", "not_ready", "invalid_request")


@router.patch("", responses=responses(*READY, "version_conflict", "version_required"))
def correct_document(
    document_id: Id,
    change: DocumentChange,
    desk: DeskNow,
    response: Response,
    if_match: IfMatch = None,
) -> DocumentAnswer:
    """Correct values of the record, on the version that If-Match names.

    What a person corrected stays, whatever a later reading gives.
    """
    version = parse_version(if_match)
    row = desk.corrections.correct(document_id, change.values, version)
    response.headers["ETag"] = etag(row.version)
    return DocumentAnswer.of(row)


@router.post("/confirmations", responses=responses(*READY, "version_conflict", "version_required"))
def confirm_values(
    document_id: Id,
    confirmation: Confirmation,
    desk: DeskNow,
    response: Response,
    if_match: IfMatch = None,
) -> DocumentAnswer:
    """Say of paths of the review that the record is right there; they no longer wait.

    A later reading that gives the same values there does not ask again.
    """
    version = parse_version(if_match)
    row = desk.corrections.confirm(document_id, confirmation.paths, version)
    response.headers["ETag"] = etag(row.version)
    return DocumentAnswer.of(row)


@router.get("/history", responses=responses("not_found", "invalid_request"))
def get_document_history(document_id: Id, desk: DeskNow) -> list[AuditAnswer]:
    """What was done to a document and its tasks, oldest first."""
    desk.documents.require(document_id)
    return [AuditAnswer.of(entry) for entry in desk.audit.of_document(document_id)]


@router.post("/proposal", status_code=status.HTTP_202_ACCEPTED, responses=responses(*READY))
def request_proposal(document_id: Id, desk: DeskNow) -> None:
    """Have a document read anew by this version of the program; nothing changes by that."""
    desk.documents.request(document_id, desk.intake.queue.put_again)


@router.get("/proposal", responses=responses(*READY, "no_proposal"))
def get_proposal(document_id: Id, desk: DeskNow) -> list[ChangeAnswer]:
    """What the new reading would change; empty where it gives the same."""
    changes = desk.corrections.proposed(document_id)
    return [ChangeAnswer.model_validate(asdict(change)) for change in changes]


@router.post("/proposal/acceptance", responses=responses(*READY, "no_proposal"))
def accept_proposal(document_id: Id, desk: DeskNow, response: Response) -> DocumentAnswer:
    """Take the new reading; corrections and the lives of tasks stay."""
    row = desk.corrections.accept(document_id)
    response.headers["ETag"] = etag(row.version)
    return DocumentAnswer.of(row)


@router.delete(
    "/proposal",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=responses("no_proposal", "invalid_request"),
)
def drop_proposal(document_id: Id, desk: DeskNow) -> None:
    """Forget the new reading."""
    desk.corrections.drop(document_id)
