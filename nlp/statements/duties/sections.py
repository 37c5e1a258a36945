"""Under which heading a sentence stands, and what may be a duty there."""

import re
from dataclasses import dataclass

from nlp.statements.outline import Outline

_SHORT = 160
_TOLD = re.compile(
    r"(?:tình\s+hình|kết\s+quả|đánh\s+giá|hạn\s+chế|tồn\s+tại|nguyên\s+nhân|đặc\s+điểm|thực\s+trạng"
    r"|bối\s+cảnh|sự\s+cần\s+thiết|thuận\s+lợi|ưu\s+điểm|căn\s+cứ|cơ\s+sở\s+pháp\s+lý)",
    re.IGNORECASE,
)
_ORDERED = re.compile(
    r"(?:tổ\s+chức\s+thực\s+hiện|phân\s+công|trách\s+nhiệm|nhiệm\s+vụ|giải\s+pháp|kiến\s+nghị|đề\s+xuất"
    r"|phương\s+hướng|thực\s+hiện)",
    re.IGNORECASE,
)
_PROCEDURE = re.compile(
    r"(?:quy\s+trình|qui\s+trình|trình\s+tự|thủ\s+tục|các\s+bước|nguyên\s+tắc|phạm\s+vi|đối\s+tượng"
    r"|quy\s+định\s+chung|giải\s+thích|tiêu\s+chí|điều\s+kiện|hồ\s+sơ\s+gồm|cơ\s+cấu\s+giải)",
    re.IGNORECASE,
)
_AIMS = re.compile(
    r"^(?:mục\s+(?:đích|tiêu)|yêu\s+cầu|ý\s+nghĩa|quan\s+điểm|chỉ\s+tiêu)\b.{0,60}$", re.IGNORECASE
)
_IMPLEMENTATION = re.compile(
    r"(?:tổ\s+chức\s+(?:thực\s+hiện|triển\s+khai)|phân\s+công|trách\s+nhiệm|nhiệm\s+vụ\s+(?:của|cụ\s+thể)"
    r"|điều\s+hành)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands.

    `is_aim`: under Mục đích or Yêu cầu; `is_told`: where a report tells what was; `is_procedure`:
    where rules are set that lay no duty on a unit; `is_implementation`: under Tổ chức thực hiện.
    """

    is_aim: bool
    is_told: bool
    is_procedure: bool
    is_implementation: bool


def find_place(outline: Outline, index: int) -> Place:
    """The place of an item, by the headings above it, the nearest first."""
    above = [
        outline.items[i].text
        for i in outline.ancestors(index)
        if len(outline.items[i].text) < _SHORT
    ]
    return Place(
        is_aim=any(_AIMS.match(text.strip()) for text in above),
        is_told=_first_is(above, _TOLD, _ORDERED),
        is_procedure=_first_is(above, _PROCEDURE, _ORDERED),
        is_implementation=any(_IMPLEMENTATION.search(text) for text in above),
    )


def _first_is(above: list[str], kind: re.Pattern[str], other: re.Pattern[str]) -> bool:
    """Whether, from the nearest heading up, one of `kind` comes before one of the other."""
    for text in above:
        if other.search(text):
            return False
        if kind.search(text):
            return True
    return False
