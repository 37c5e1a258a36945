"""Problems as HTTP answers: application/problem+json, as RFC 9457 has it."""

import logging
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from fastapi import FastAPI, Request, Response
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException

from api.errors import KINDS, Conflict, Problem

log = logging.getLogger(__name__)

Show: TypeAlias = Callable[[Request, Problem], Response]

MEDIA_TYPE: Final = "application/problem+json"
CODES_BY_STATUS: Final = {404: "not_found", 405: "method_not_allowed", 413: "file_too_large"}
# What the pages call the fields of their forms.
FIELD_LABELS: Final = {
    "ban": "phiên bản đang sửa",
    "gia_tri": "giá trị",
    "muc": "mục",
    "ngay": "ngày đến",
    "so": "số đến",
    "ten": "tên",
    "action": "nội dung việc",
    "answer_number": "số, ký hiệu văn bản trả lời",
    "due_on": "thời hạn",
    "lead": "chủ trì",
    "note": "ghi chú",
    "owner_person": "người thực hiện",
    "owner_unit": "đơn vị thực hiện",
    "state": "tình trạng",
    "support": "phối hợp",
}


class ProblemAnswer(BaseModel):
    """A problem: `code` is stable, `detail` is a Vietnamese sentence that says what to do."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "type": "about:blank",
                "title": "Không tìm thấy",
                "status": 404,
                "detail": "Không có văn bản mã 12; hãy kiểm tra lại.",
                "code": "not_found",
            }
        }
    )

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    code: str
    level: str | None = Field(default=None, description="The level of a secret document.")
    current: dict[str, Any] | None = Field(
        default=None, description="What stands, where a change was made on an older version."
    )
    yours: dict[str, Any] | None = Field(default=None, description="The change that was refused.")


def responses(*codes: str) -> dict[int | str, dict[str, Any]]:
    """How OpenAPI tells that a route may answer with the problems of these codes."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemAnswer"}}}
    told: dict[int | str, dict[str, Any]] = {}
    for code in codes:
        status = KINDS[code].status
        names = [*told.get(status, {}).get("description", "").split(", "), code]
        told[status] = {
            "description": ", ".join(filter(None, names)),
            "content": content,
            "model": ProblemAnswer,
        }
    return told


def answer_problem(problem: Problem, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """The answer that tells a problem."""
    kind = problem.kind
    told = ProblemAnswer(
        title=kind.title,
        status=kind.status,
        detail=problem.detail,
        code=problem.code,
        level=problem.level,
    )
    if isinstance(problem, Conflict):
        told.current, told.yours = problem.current, jsonable_encoder(problem.yours)
        headers = {**(headers or {}), "ETag": f'"{problem.version}"'}
    body = told.model_dump()
    # A value that is null is told within the versions, and nowhere else.
    content = {name: value for name, value in body.items() if value is not None}
    return JSONResponse(content, kind.status, headers, media_type=MEDIA_TYPE)


def add_problem_handlers(app: FastAPI, show: Show) -> None:
    """Have the application answer each of its errors with a problem.

    Who opened a page of the desk is shown a page, which `show` makes; all others get JSON.
    """

    async def handle(request: Request, error: Exception) -> Response:
        problem, headers = problem_of(error)
        return tell_problem(request, problem, show, headers)

    kinds = (Problem, HTTPException, RequestValidationError, OperationalError, Exception)
    for kind in kinds:
        app.add_exception_handler(kind, handle)


def tell_problem(
    request: Request, problem: Problem, show: Show, headers: Mapping[str, str] | None = None
) -> Response:
    """A problem as the page that `show` makes where a page was asked for, else as JSON."""
    return show(request, problem) if wants_page(request) else answer_problem(problem, headers)


def wants_page(request: Request) -> bool:
    """Whether a person opened a page, rather than a program or a script of a page asked."""
    is_script = "hx-request" in request.headers or request.url.path.startswith("/api/")
    return not is_script and "text/html" in request.headers.get("accept", "")


def problem_of(error: Exception) -> tuple[Problem, Mapping[str, str] | None]:
    """The problem that an error is told as, and the headers of its answer."""
    # FastAPI wraps what is raised while it reads a form.
    cause = error.__cause__ if isinstance(error, HTTPException) else error
    if isinstance(cause, Problem):
        return cause, None
    if isinstance(error, HTTPException):
        code = CODES_BY_STATUS.get(error.status_code, "invalid_request")
        return Problem(code=code), error.headers
    if isinstance(error, RequestValidationError):
        return _invalid_request(error), None
    if isinstance(error, OperationalError):
        log.error("the database does not answer", exc_info=error)
        return Problem(code="database_unavailable"), None
    log.error("a request failed", exc_info=error)
    return Problem(code="internal_error"), None


def _invalid_request(error: RequestValidationError) -> Problem:
    fields = dict.fromkeys(str(item["loc"][-1]) for item in error.errors())
    names = ", ".join(FIELD_LABELS.get(name, name) for name in fields)
    detail = f"Tham số thiếu hoặc không hợp lệ: {names}; hãy kiểm tra lại."
    return Problem(code="invalid_request", detail=detail)
