"""What parameters of many routes may be: ids, places in a list, versions."""

import re
from typing import Annotated, Final

from fastapi import Header, Path, Query
from pydantic import StringConstraints

from api.errors import Problem

LARGEST_ID: Final = 2**63 - 1
_ETAG: Final = re.compile(r'(?:W/)?"(?P<version>\d{1,9})"')

Id = Annotated[int, Path(ge=1, le=LARGEST_ID)]
# What people type; no database holds the character that is left out.
Typed = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$")]
Cursor = Annotated[
    str | None, Query(max_length=100, description="The `next` of the part before, as it came.")
]
NEXT_EXAMPLE: Final = "WzE3XQ"
IfMatch = Annotated[
    str | None, Header(description="The ETag of what is changed, or *.", examples=['"1"'])
]


def etag(version: int) -> str:
    """The ETag of a version."""
    return f'"{version}"'


def parse_version(if_match: str | None) -> int | None:
    """The version that an If-Match header names, None for `*`.

    Raises:
        Problem: version_required where there is no header; invalid_request where it is no ETag.
    """
    if if_match is None:
        raise Problem(code="version_required")
    if if_match.strip() == "*":
        return None
    match = _ETAG.fullmatch(if_match.strip())
    if match is None:
        raise Problem(code="invalid_request")
    return int(match["version"])
