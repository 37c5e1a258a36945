"""Under which heading a sentence stands, and what may be a duty there."""

import re
from dataclasses import dataclass

from nlp.statements.folding import fold
from nlp.statements.outline import Outline

_SHORT = 160
_TOLD = re.compile(
    r"(?:tinh\s+hinh|ket\s+qua|danh\s+gia|han\s+che|ton\s+tai|nguyen\s+nhan|dac\s+diem|thuc\s+trang"
    r"|boi\s+canh|su\s+can\s+thiet|thuan\s+loi|uu\s+diem|can\s+cu|co\s+so\s+phap\s+ly)"
)
_ORDERED = re.compile(
    r"(?:to\s+chuc\s+thuc\s+hien|phan\s+cong|trach\s+nhiem|nhiem\s+vu|giai\s+phap|kien\s+nghi|de\s+xuat"
    r"|phuong\s+huong|thuc\s+hien)"
)
_PLANNED = re.compile(
    r"(?:phuong\s+huong|phan\s+cong|(?:nhiem\s+vu|giai\s+phap|ke\s+hoach|cong\s+tac)\b.{0,40}"
    r"\b(?:trong\s+tam|thoi\s+gian\s+toi|cuoi\s+nam|tiep\s+theo|toi|sau)\b)"
)
_PROCEDURE = re.compile(
    r"(?:quy\s+trinh|qui\s+trinh|trinh\s+tu|thu\s+tuc\s+(?:giai|tiep|thuc|cap|dang)|cac\s+buoc|nguyen\s+tac|pham\s+vi|doi\s+tuong"
    r"|quy\s+dinh\s+chung|giai\s+thich|tieu\s+chi|dieu\s+kien\s+(?:ap|tham|du)|ho\s+so\s+gom|co\s+cau\s+giai)"
)
_AIMS = re.compile(
    r"^(?:(?:muc\s+(?:dich|tieu)|y\s+nghia|quan\s+diem|chi\s+tieu)\b.{0,60}"
    r"|yeu\s+cau(?:\s+(?:chung|cu\s+the|ve\s.{0,50}))?\W*)$"
)
_IMPLEMENTATION = re.compile(
    r"(?:to\s+chuc\s+(?:thuc\s+hien|trien\s+khai)|phan\s+cong|trach\s+nhiem|nhiem\s+vu\s+(?:cua|cu\s+the)"
    r"|dieu\s+hanh)"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands.

    `is_aim`: under Mục đích or Yêu cầu; `is_told`: where a report tells what was; `is_procedure`:
    where rules are set that lay no duty on a unit; `is_implementation`: under Tổ chức thực hiện;
    `is_ordered`: under a heading of duties, tasks to come or requests; `is_planned`: under one of
    what is to come.
    """

    is_aim: bool
    is_told: bool
    is_procedure: bool
    is_implementation: bool
    is_ordered: bool
    is_planned: bool


def find_place(outline: Outline, index: int) -> Place:
    """The place of an item, by the headings above it, the nearest first."""
    above = [
        fold(outline.items[i].text)
        for i in outline.ancestors(index)
        if len(outline.items[i].text) < _SHORT
    ]
    return Place(
        is_aim=any(_AIMS.match(text.strip()) for text in above),
        is_told=_first_is(above, _TOLD, _ORDERED),
        is_procedure=_first_is(above, _PROCEDURE, _ORDERED),
        is_implementation=any(_IMPLEMENTATION.search(text) for text in above),
        is_ordered=_first_is(above, _ORDERED, _TOLD),
        is_planned=_first_is(above, _PLANNED, _TOLD),
    )


def _first_is(above: list[str], kind: re.Pattern[str], other: re.Pattern[str]) -> bool:
    """Whether, from the nearest heading up, one of `kind` comes before one of the other."""
    for text in above:
        if other.search(text):
            return False
        if kind.search(text):
            return True
    return False
