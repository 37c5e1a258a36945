"""Documents: take in, list, and what was read."""

from typing import Annotated

import anyio.to_thread
from fastapi import APIRouter, File, Query, Response, UploadFile, status

from api.dependencies import DeskNow, DocumentsNow, ReceiversNow, TasksNow
from api.errors import Problem
from api.problems import responses
from api.routes.bounds import Cursor, Id, etag
from api.routes.lives import TaskAnswer
from api.routes.wire import (
    DocumentAnswer,
    DocumentList,
    DuplicateAnswer,
    PageAnswer,
    RecordAnswer,
)
from api.store.cursors import write_cursor
from api.store.tables import State

router = APIRouter(prefix="/documents", tags=["documents"])

# Makers of clients know a file by this format alone.
Upload = Annotated[UploadFile, File(json_schema_extra={"format": "binary"})]
Limit = Annotated[int, Query(ge=1, le=200)]
REFUSALS = (
    "empty_file",
    "not_a_pdf",
    "unreadable_file",
    "no_pages",
    "password_required",
    "too_many_pages",
    "too_many_pixels",
    "page_too_large",
    "too_complex",
    "page_timeout",
    "secret_document",
    "unsupported_type",
    "file_too_large",
    "upload_timeout",
    "disk_full",
    "invalid_request",
    "storage_unavailable",
)


@router.post(
    "",
    status_code=status.HTTP_201_CREATED,
    responses={
        200: {"model": DocumentAnswer, "description": "The file is kept already."},
        **responses(*REFUSALS),
    },
)
async def receive_document(
    file: Upload, response: Response, desk: DeskNow, receivers: ReceiversNow
) -> DocumentAnswer:
    """Take in a file; once this is answered with 201 the document is never lost.

    Page 1 is read before, since a document with a mark of secrecy is refused.
    """
    document, is_new = await anyio.to_thread.run_sync(
        desk.intake.receive, file.file, file.filename or "", limiter=receivers
    )
    if not is_new:
        response.status_code = status.HTTP_200_OK
    response.headers["Location"] = f"/api/v1/documents/{document.id}"
    return DocumentAnswer.of(document)


@router.get("", responses=responses("invalid_request"))
def list_documents(
    documents: DocumentsNow,
    limit: Limit = 50,
    after: Cursor = None,
    state: State | None = None,
) -> DocumentList:
    """Documents, newest first."""
    rows = documents.newest(limit + 1, after, state)
    items = [DocumentAnswer.of(row) for row in rows[:limit]]
    return DocumentList(
        items=items, next=write_cursor(items[-1].id) if len(rows) > limit else None
    )


@router.get("/{document_id}", responses=responses("not_found", "invalid_request"))
def get_document(document_id: Id, documents: DocumentsNow, response: Response) -> DocumentAnswer:
    """One document and how far it is read; its ETag is for a correction."""
    row = documents.require(document_id)
    response.headers["ETag"] = etag(row.version)
    return DocumentAnswer.of(row)


@router.get(
    "/{document_id}/record", responses=responses("not_found", "not_ready", "invalid_request")
)
def get_record(document_id: Id, documents: DocumentsNow) -> RecordAnswer:
    """The record, each value with its evidence."""
    documents.require(document_id)
    record = documents.record(document_id)
    if record is None:
        raise Problem(code="not_ready")
    return RecordAnswer.model_validate(record)


@router.post(
    "/{document_id}/reading",
    status_code=status.HTTP_202_ACCEPTED,
    responses=responses("not_found", "not_failed", "invalid_request"),
)
def restart_reading(document_id: Id, desk: DeskNow) -> DocumentAnswer:
    """Have a document that failed read again, also one that was quarantined."""
    return DocumentAnswer.of(desk.documents.restart(document_id, desk.intake.queue.put))


@router.get("/{document_id}/duplicates", responses=responses("not_found", "invalid_request"))
def list_duplicates(document_id: Id, documents: DocumentsNow) -> list[DuplicateAnswer]:
    """The documents that are likely the same paper; all of them are kept."""
    documents.require(document_id)
    found = documents.duplicates(document_id).items()
    return [
        DuplicateAnswer.model_validate({"document": DocumentAnswer.of(row), "reasons": reasons})
        for other, reasons in found
        if (row := documents.get(other)) is not None
    ]


@router.get("/{document_id}/pages", responses=responses("not_found", "invalid_request"))
def list_pages(document_id: Id, documents: DocumentsNow) -> list[PageAnswer]:
    """The pages read so far."""
    documents.require(document_id)
    return [PageAnswer.of(page) for page in documents.pages(document_id)]


@router.get("/{document_id}/tasks", responses=responses("not_found", "invalid_request"))
def list_tasks_of_document(
    document_id: Id, documents: DocumentsNow, tasks: TasksNow
) -> list[TaskAnswer]:
    """The tasks that the document lays on someone."""
    documents.require(document_id)
    return [TaskAnswer.of(task) for task in tasks.of(document_id)]
