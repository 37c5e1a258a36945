"""Progress as it happens, as server-sent events."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import asdict
from typing import Final

from fastapi import APIRouter
from fastapi.responses import StreamingResponse
from starlette.concurrency import run_in_threadpool

from api.dependencies import DocumentsNow
from api.problems import responses
from api.routes.bounds import Id
from api.store.documents import Documents, Progress

router = APIRouter(prefix="/documents/{document_id}", tags=["documents"])

POLL_SECONDS: Final = 0.4
# A comment now and then keeps proxies from closing the line.
POLLS_OF_SILENCE: Final = 25


@router.get(
    "/events",
    response_class=StreamingResponse,
    responses={
        200: {
            "content": {
                "text/event-stream": {
                    "schema": {"type": "string"},
                    "example": 'event: progress\ndata: {"state": "reading", "pages": 4}\n\n',
                }
            },
            "description": "An event `progress` for each change, until nothing more will happen.",
        },
        **responses("not_found", "invalid_request"),
    },
)
async def follow_document(document_id: Id, documents: DocumentsNow) -> StreamingResponse:
    """How the reading of a document goes on."""
    await run_in_threadpool(documents.require, document_id)
    return StreamingResponse(
        _follow(documents, document_id),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


async def _follow(documents: Documents, document_id: int) -> AsyncIterator[str]:
    told: Progress | None = None
    silence = 0
    while told is None or not told.is_over:
        now = (await run_in_threadpool(documents.progress, [document_id])).get(document_id)
        if now is None:
            yield 'event: progress\ndata: {"state":"refused"}\n\n'
            return
        if now != told:
            yield f"event: progress\ndata: {json.dumps(asdict(now))}\n\n"
            told, silence = now, 0
        elif silence >= POLLS_OF_SILENCE:
            yield ": \n\n"
            silence = 0
        silence += 1
        await asyncio.sleep(POLL_SECONDS)
