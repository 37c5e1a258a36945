"""Problems as HTTP answers: application/problem+json, as RFC 9457 has it."""

import logging
from collections.abc import Iterable, Mapping
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException

from api.errors import KINDS, Conflict, Problem

log = logging.getLogger(__name__)

MEDIA_TYPE: Final = "application/problem+json"
CODES_BY_STATUS: Final = {404: "not_found", 405: "method_not_allowed", 413: "file_too_large"}


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


def add_problem_handlers(app: FastAPI) -> None:
    """Have the application answer each of its errors with a problem."""
    app.add_exception_handler(Problem, _on_problem)
    app.add_exception_handler(HTTPException, _on_http_exception)
    app.add_exception_handler(RequestValidationError, _on_invalid_request)
    app.add_exception_handler(OperationalError, _on_database_error)
    app.add_exception_handler(Exception, _on_any_error)


async def _on_problem(_request: Request, error: Exception) -> JSONResponse:
    return answer_problem(error if isinstance(error, Problem) else Problem(code="internal_error"))


async def _on_http_exception(_request: Request, error: Exception) -> JSONResponse:
    # FastAPI wraps what is raised while it reads a form.
    if isinstance(error.__cause__, Problem):
        return answer_problem(error.__cause__)
    if not isinstance(error, HTTPException):
        return answer_problem(Problem(code="internal_error"))
    code = CODES_BY_STATUS.get(error.status_code, "invalid_request")
    return answer_problem(Problem(code=code), error.headers)


async def _on_invalid_request(_request: Request, error: Exception) -> JSONResponse:
    errors: Iterable[Any] = error.errors() if isinstance(error, RequestValidationError) else ()
    names = ", ".join(dict.fromkeys(str(item["loc"][-1]) for item in errors))
    detail = f"Tham số thiếu hoặc không hợp lệ: {names}; hãy kiểm tra lại."
    return answer_problem(Problem(code="invalid_request", detail=detail))


async def _on_database_error(_request: Request, error: Exception) -> JSONResponse:
    log.error("the database does not answer", exc_info=error)
    return answer_problem(Problem(code="database_unavailable"))


async def _on_any_error(_request: Request, error: Exception) -> JSONResponse:
    log.error("a request failed", exc_info=error)
    return answer_problem(Problem(code="internal_error"))
