"""The bodies about what people do: tasks, corrections, history, the arrival book."""

import datetime as dt
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from api.routes.bounds import LARGEST_ID, NEXT_EXAMPLE, Typed
from api.store.tables import AuditEntry, Task, TaskState

Line = Annotated[Typed, Field(min_length=1, max_length=4000)]
Day = Annotated[dt.date, Field(ge=dt.date(1900, 1, 1), le=dt.date(2999, 12, 31))]


class TaskAnswer(BaseModel):
    """A task: who must do what until when, and the document and page that say so."""

    model_config = ConfigDict(from_attributes=True)

    id: int = Field(examples=[7])
    document_id: int = Field(examples=[1])
    directive: int = Field(
        description="0 for the first document of the file, then the enclosed.", examples=[0]
    )
    position: int = Field(examples=[0])
    action: str = Field(examples=["Tổng hợp kết quả thực hiện"])
    lead: list[str] = Field(examples=[["Phòng LĐ-TB&XH"]])
    support: list[str] = Field(examples=[["Trung tâm VH-TT-TT"]])
    deadline: dt.date | None = Field(examples=["2018-12-20"])
    deadline_text: str | None = Field(examples=["trước ngày 20/12/2018"])
    deadline_operator: str | None = Field(examples=["before"])
    recurrence: str | None = Field(examples=["FREQ=MONTHLY;BYMONTHDAY=25"])
    report_to: str | None = Field(examples=["UBND huyện"])
    deliverable: str | None = Field(examples=["báo cáo"])
    section: list[str] = Field(examples=[["III. Tổ chức thực hiện"]])
    page: int | None = Field(examples=[3])
    number: str | None = Field(examples=["2873/KH-UBND"])
    issuer: str | None = Field(examples=["UBND huyện Vĩnh Tường"])
    state: TaskState = Field(examples=["accepted"])
    version: int = Field(examples=[1])
    confidence: float | None = Field(examples=[0.94])
    occurrence: int = Field(description="0, then the later ones that recur.", examples=[0])
    due_on: dt.date | None = Field(description="The day that counts.", examples=["2018-12-20"])
    due_source: Literal["document", "recurrence", "sla", "hand"] | None = Field(
        examples=["document"]
    )
    owner_unit: str | None = Field(examples=["Phòng LĐ-TB&XH"])
    owner_person: str | None = Field(examples=["Trần Thị Mai Hoa"])
    answer_number: str | None = Field(examples=["45/BC-LĐTBXH"])
    answer_id: int | None = Field(examples=[9])
    corrected: list[str] = Field(description="What a person set.", examples=[["lead"]])
    ours: Literal["lead", "support"] | None = Field(
        description="Whether the office leads or supports it, by its names or in a group.",
        examples=["support"],
    )

    @classmethod
    def of(cls, row: Task) -> Self:
        """The answer for a row."""
        return cls.model_validate(row)


def _describe_change(schema: dict[str, Any]) -> None:
    """No defaults: a client that sent them would change what was not named."""
    for described in schema["properties"].values():
        described.pop("default", None)
    schema["example"] = {"state": "in_progress", "note": "Đã gửi công văn đôn đốc"}


class TaskChange(BaseModel):
    """What of a task to change; what is not named stays."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=_describe_change)

    state: TaskState = "accepted"
    action: Line = ""
    lead: list[Line] = Field(default=[], max_length=50)
    support: list[Line] = Field(default=[], max_length=50)
    report_to: Line | None = None
    deliverable: Line | None = None
    due_on: Day | None = None
    owner_unit: Line | None = None
    owner_person: Line | None = None
    answer_number: Line | None = None
    answer_id: int | None = Field(default=None, ge=1, le=LARGEST_ID)
    note: Line | None = None


class TaskList(BaseModel):
    """Tasks by deadline; `next` is the `after` of what follows, null at the end."""

    items: list[TaskAnswer]
    next: str | None = Field(examples=[NEXT_EXAMPLE])


class DocumentChange(BaseModel):
    """Values by their path in the record; null says that the document does not state it."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"values": {"header.number": "12/KH-UBND"}}}
    )

    values: dict[str, Line | None] = Field(min_length=1, max_length=30)


class Confirmation(BaseModel):
    """Paths of a record's review, those of enclosed documents with "enclosed[0]." before."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"paths": ["tasks[0].lead"]}}
    )

    paths: list[Line] = Field(min_length=1, max_length=1000)


class ChangeAnswer(BaseModel):
    """What a new reading would change. Of a list only what goes and what comes is told."""

    path: str = Field(examples=["header.number"])
    before: Any = Field(examples=["12/KH-UBND"])
    after: Any = Field(examples=["12/KH-UBNĐ"])
    is_kept: bool = Field(description="A person corrected it: it stays.", examples=[False])


class AuditAnswer(BaseModel):
    """Something that was done; without an actor the program did it."""

    model_config = ConfigDict(from_attributes=True)

    id: int = Field(examples=[17])
    at: dt.datetime = Field(examples=["2018-11-09T08:30:00Z"])
    actor: str | None = Field(examples=[None])
    action: str = Field(examples=["task_changed"])
    document_id: int | None = Field(examples=[1])
    task_id: int | None = Field(examples=[7])
    detail: dict[str, Any] = Field(
        examples=[{"before": {"state": "accepted"}, "after": {"state": "done"}, "note": None}]
    )

    @classmethod
    def of(cls, row: AuditEntry) -> Self:
        """The answer for a row."""
        return cls.model_validate(row)


class ArrivalEntry(BaseModel):
    """How to enter a document: without a number under the next one, without a day today."""

    model_config = ConfigDict(extra="forbid")

    number: int | None = Field(default=None, ge=1, le=999_999, examples=[210])
    arrived_on: Day | None = Field(default=None, examples=["2018-11-09"])


class ArrivalLine(BaseModel):
    """A line of the arrival book, with what was odd when it was entered."""

    model_config = ConfigDict(from_attributes=True)

    id: int = Field(examples=[3])
    year: int = Field(examples=[2018])
    number: int = Field(examples=[210])
    arrived_on: dt.date = Field(examples=["2018-11-09"])
    document_id: int | None = Field(examples=[1])
    source: Literal["auto", "hand", "stamp"] = Field(examples=["stamp"])
    warnings: list[Literal["repeat", "gap", "before_issue"]] = Field(examples=[["gap"]])


class ArrivalList(BaseModel):
    """Lines by number; `next` is the `after` of what follows, null at the end."""

    items: list[ArrivalLine]
    next: str | None = Field(examples=[NEXT_EXAMPLE])
