"""The bodies of answers."""

import datetime as dt
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from api.routes.bounds import NEXT_EXAMPLE
from api.store.tables import Document, Page, State


class HeaderAnswer(BaseModel):
    """What the letterhead says, once the document is ready."""

    number: str | None = Field(examples=["2873/KH-UBND"])
    type: str | None = Field(examples=["KH"])
    issuer: str | None = Field(examples=["UBND huyện Vĩnh Tường"])
    place: str | None = Field(examples=["Vĩnh Tường"])
    date: dt.date | None = Field(examples=["2018-11-08"])
    subject: str | None = Field(examples=["Triển khai Tháng hành động năm 2018"])
    urgency: str | None = Field(examples=["KHẨN"])


class ArrivalAnswer(BaseModel):
    """Number and date of the ĐẾN stamp."""

    number: str | None = Field(examples=["210"])
    date: dt.date | None = Field(examples=["2018-11-09"])


class FailureAnswer(BaseModel):
    """Why a document could not be read."""

    code: str = Field(examples=["page_timeout"])
    detail: str | None = Field(
        examples=["Một trang mất quá nhiều thời gian để đọc; hãy in ra rồi quét lại trang đó."]
    )


class DocumentAnswer(BaseModel):
    """A document: its file, how far it is read, and what its letterhead says."""

    id: int = Field(examples=[1])
    sha256: str = Field(
        examples=["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"]
    )
    file_name: str = Field(examples=["2873-KH-UBND.pdf"])
    media_type: str = Field(examples=["application/pdf"])
    size: int = Field(description="Bytes.", examples=[482133])
    pages: int = Field(examples=[4])
    pages_done: int = Field(examples=[4])
    version: int = Field(description="As in the ETag.", examples=[2])
    state: State = Field(examples=["ready"])
    error: FailureAnswer | None
    received_at: dt.datetime = Field(examples=["2018-11-09T08:30:00Z"])
    read_at: dt.datetime | None = Field(examples=["2018-11-09T08:30:21Z"])
    header: HeaderAnswer
    incoming: ArrivalAnswer
    links: dict[str, str] = Field(examples=[{"self": "/api/v1/documents/1"}])

    @classmethod
    def of(cls, row: Document) -> Self:
        """The answer for a row."""
        here = f"/api/v1/documents/{row.id}"
        parts = ("record", "pages", "tasks", "original", "events")
        names = ("id", "sha256", "file_name", "media_type", "size", "pages", "pages_done")
        more = ("version", "state", "received_at", "read_at")
        return cls(
            **{name: getattr(row, name) for name in (*names, *more)},
            error=FailureAnswer(code=row.error_code, detail=row.error_detail)
            if row.error_code
            else None,
            header=HeaderAnswer(
                **{
                    name: getattr(row, name)
                    for name in HeaderAnswer.model_fields
                    if name != "date"
                },
                date=row.issued_on,
            ),
            incoming=ArrivalAnswer(number=row.arrival_number, date=row.arrival_date),
            links={"self": here, **{part: f"{here}/{part}" for part in parts}},
        )


class DocumentList(BaseModel):
    """Documents, newest first; `next` is the `after` of what follows, null at the end."""

    items: list[DocumentAnswer]
    next: str | None = Field(examples=[NEXT_EXAMPLE])


class DuplicateAnswer(BaseModel):
    """A document that is likely the same paper.

    `key`: number, symbol, organ and year agree; `text`: nearly the same words, as of a rescan.
    """

    document: DocumentAnswer
    reasons: list[Literal["key", "text"]] = Field(examples=[["key", "text"]])


class PageAnswer(BaseModel):
    """A page that was read: its upright size in points, and its text line by line."""

    model_config = ConfigDict(from_attributes=True)

    number: int = Field(examples=[1])
    width: float = Field(examples=[595.32])
    height: float = Field(examples=[841.92])
    origin: Literal["text", "ocr"] = Field(examples=["ocr"])
    text: str = Field(examples=["ỦY BAN NHÂN DÂN\nHUYỆN VĨNH TƯỜNG"])

    @classmethod
    def of(cls, row: Page) -> Self:
        """The answer for a row."""
        return cls.model_validate(row)


class RecordAnswer(BaseModel):
    """The record of a document. Each leaf is an object of value, evidence and confidence."""

    model_config = ConfigDict(extra="allow")

    source: dict[str, Any] = Field(examples=[{"file_name": "2873-KH-UBND.pdf", "pages": 4}])
    header: dict[str, Any] = Field(
        examples=[
            {
                "number": {
                    "value": "2873/KH-UBND",
                    "confidence": 0.98,
                    "evidence": {
                        "page": 1,
                        "box": [86.2, 121.4, 180.9, 134.0],
                        "text": "Số: 2873/KH-UBND",
                        "rule": "heading.number",
                    },
                }
            }
        ]
    )


class HealthAnswer(BaseModel):
    """That the service and its database answer."""

    status: Literal["ok"] = "ok"
    documents: dict[State, int] = Field(examples=[{"ready": 12}])
