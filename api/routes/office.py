"""The office that reads: its names, the organ above it, and whom groups of organs mean."""

from typing import Annotated, Self

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field

from api.dependencies import OfficesNow
from api.problems import responses
from api.routes.bounds import IfMatch, Typed, etag, parse_version
from api.store.offices import Members
from api.store.tables import OfficeProfile

router = APIRouter(prefix="/office", tags=["office"])

MOST_NAMES = 50
MOST_MEMBERS = 2000

Name = Annotated[Typed, Field(min_length=1, max_length=300)]


class SeenAnswer(BaseModel):
    """A name on the stamps of the last documents that is not known to be ours."""

    name: str = Field(examples=["Trung tâm VH-TT-TT huyện Vĩnh Tường"])
    documents: int = Field(examples=[2])


class OfficeAnswer(BaseModel):
    """The office as it stands; `learned` are those of its names that its stamps showed."""

    names: list[str] = Field(examples=[["Trung tâm VH-TT-TT huyện Vĩnh Tường"]])
    learned: list[str] = Field(examples=[["Trung tâm VH-TT-TT huyện Vĩnh Tường"]])
    seen: list[SeenAnswer]
    parent: str | None = Field(examples=["UBND huyện Vĩnh Tường"])
    members: list[str] = Field(examples=[["UBND xã Lũng Hòa"]])
    version: int = Field(examples=[1])


class OfficeBody(BaseModel):
    """What the office is; a name that was learned and is left out is not learned again."""

    model_config = ConfigDict(extra="forbid")

    names: list[Name] = Field(
        max_length=MOST_NAMES, examples=[["Trung tâm VH-TT-TT huyện Vĩnh Tường"]]
    )
    parent: Name | None = Field(default=None, examples=["UBND huyện Vĩnh Tường"])
    members: list[Name] = Field(
        default=[],
        max_length=MOST_MEMBERS,
        description="Organs that groups mean; without any of a kind the register of units counts.",
        examples=[["UBND xã Lũng Hòa"]],
    )


class MembersAnswer(BaseModel):
    """An assignee that is a group, and the organs that it stands for."""

    assignee: str = Field(examples=["UBND các xã, thị trấn"])
    organs: list[str] = Field(examples=[["UBND xã Lũng Hòa", "UBND thị trấn Thổ Tang"]])

    @classmethod
    def of(cls, members: Members) -> Self:
        """The answer for a group."""
        return cls(assignee=members.assignee, organs=list(members.organs))


@router.get("")
def get_office(offices: OfficesNow, response: Response) -> OfficeAnswer:
    """The office; its ETag is for a change."""
    return _answer(offices, offices.get(), response)


@router.put("", responses=responses("invalid_request", "version_conflict", "version_required"))
def set_office(
    body: OfficeBody, offices: OfficesNow, response: Response, if_match: IfMatch = None
) -> OfficeAnswer:
    """Set what the office is, on the version that If-Match names.

    Which tasks are ours is judged anew: at once for the last documents, then by the worker.
    """
    profile = offices.change(body.model_dump(), parse_version(if_match))
    return _answer(offices, profile, response)


def _answer(offices: OfficesNow, profile: OfficeProfile, response: Response) -> OfficeAnswer:
    response.headers["ETag"] = etag(profile.version)
    seen = [SeenAnswer(name=one.name, documents=one.documents) for one in offices.seen()]
    return OfficeAnswer(
        names=profile.names,
        learned=profile.learned,
        seen=seen,
        parent=profile.parent,
        members=profile.members,
        version=profile.version,
    )
