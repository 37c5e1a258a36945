"""The files behind a document: its original, and its pages as pictures."""

from itertools import chain
from typing import Annotated
from urllib.parse import quote
from xml.sax.saxutils import escape

from fastapi import APIRouter, Path, Query, Response
from fastapi.responses import StreamingResponse

from api.dependencies import DeskNow
from api.errors import Problem
from api.problems import responses
from api.routes.bounds import Id
from api.work.reader import Reading

router = APIRouter(prefix="/documents/{document_id}", tags=["files"])

PAGE_HEADERS = {"Cache-Control": "private, max-age=3600"}


@router.get(
    "/original",
    response_class=StreamingResponse,
    responses={
        200: {"content": {"application/octet-stream": {}}, "description": "The file as it came."},
        **responses("not_found", "invalid_request"),
    },
)
def get_original(document_id: Id, desk: DeskNow) -> StreamingResponse:
    """The file as it came, to be saved; a browser never opens it in place."""
    document = desk.documents.require(document_id)
    name = quote(document.file_name, safe="")
    chunks = desk.originals.chunks(document.sha256)
    first = next(chunks)  # a problem is told before the answer begins
    return StreamingResponse(
        chain((first,), chunks),
        media_type="application/octet-stream",
        headers={
            "Content-Length": str(document.size),
            "Content-Disposition": f"attachment; filename*=UTF-8''{name}",
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "Cache-Control": "private, no-store",
        },
    )


@router.get(
    "/pages/{number}/image",
    response_class=Response,
    responses={
        200: {
            "content": {"image/png": {}, "image/svg+xml": {}},
            "description": "The upright page; of plain text an SVG.",
        },
        **responses("not_found", "invalid_request", "page_timeout", "too_complex"),
    },
)
def get_page_image(
    document_id: Id,
    number: Annotated[int, Path(ge=1, le=1_000_000)],
    desk: DeskNow,
    width: Annotated[int, Query(ge=50, le=3000, description="Pixels.")] = 1000,
) -> Response:
    """A page as it was read, upright and straight, so that boxes of evidence fit on it."""
    document = desk.documents.require(document_id)
    reading = desk.documents.reading(document_id, number)
    if reading is None:
        raise Problem(code="not_found", detail=f"Trang {number} chưa đọc hoặc không có.")
    if document.media_type == "text/plain":
        return Response(draw_text_page(reading), 200, PAGE_HEADERS, "image/svg+xml")
    with desk.originals.at_hand(document.sha256) as path:
        picture = desk.reader.draw(path, reading, width)
    return Response(picture, 200, PAGE_HEADERS, "image/png")


def draw_text_page(reading: Reading) -> str:
    """A page of plain text as SVG, each word in the box that its reading gave it."""
    width, height = reading["width"], reading["height"]
    words = (word for line in reading["lines"] for word in line["words"])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}">'
        '<rect width="100%" height="100%" fill="#fff"/>'
        f'<g font-family="monospace" font-size="8.5" fill="#222">'
        f"{''.join(map(_draw_word, words))}</g></svg>"
    )


def _draw_word(word: Reading) -> str:
    box = word["box"]
    length = round(box["x1"] - box["x0"], 2)
    return (
        f'<text x="{box["x0"]:.2f}" y="{box["top"] + 8:.2f}" textLength="{length}"'
        f' lengthAdjust="spacingAndGlyphs">{escape(word["text"])}</text>'
    )
