"""The register of organs in time."""

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from api.problems import responses
from api.store.organs.register import find_organs

router = APIRouter(prefix="/organs", tags=["organs"])


class OrganAnswer(BaseModel):
    """An organ or unit; `since` and `until` are null where it held before, or still holds."""

    model_config = ConfigDict(from_attributes=True)

    name: str = Field(examples=["xã Thổ Tang"])
    within: str = Field(description="The province, empty for none.", examples=["tỉnh Phú Thọ"])
    since: dt.date | None = Field(examples=["2025-07-01"])
    until: dt.date | None = Field(examples=[None])
    former: list[str] = Field(
        description="What it came from.", examples=[["huyện Vĩnh Tường", "thị trấn Thổ Tang"]]
    )
    later: list[str] = Field(description="What it became.", examples=[[]])
    source: str = Field(examples=["vietnamadminunits 1.0.4 (MIT)"])


@router.get("", responses=responses("invalid_request"))
def list_organs(
    name: Annotated[str, Query(min_length=1, max_length=200, examples=["xã Thổ Tang"])],
) -> list[OrganAnswer]:
    """All organs and units of a name, with or without diacritics; several may share one."""
    return [OrganAnswer.model_validate(organ) for organ in find_organs(name)]
