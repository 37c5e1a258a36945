"""Words before a verb or a request which tell that it was made, or done, on another day."""

import re

_PAST = re.compile(r"(?:đã|từng|vừa|sẽ)\s*$", re.IGNORECASE)
_TOLD = re.compile(
    r"\bđã\s+(?:ban\s+hành|có|gửi|yêu\s+cầu|đề\s+nghị|chỉ\s+đạo|giao|triển\s+khai|phê\s+duyệt)\b",
    re.IGNORECASE,
)


def tells_past(before: str) -> bool:
    """Whether the words before a request tell of one made earlier: `đã ban hành …, trong đó`."""
    return _TOLD.search(before) is not None


_ISSUED = re.compile(
    r"^\W*ngày\s+\d{1,2}\b[^;]{0,120}?\b(?:ban\s+hành|phát\s+hành|có)\s+"
    r"(?:công\s+văn|văn\s+bản|thông\s+báo|chỉ\s+thị|kế\s+hoạch|quyết\s+định|công\s+điện)\b[^;]*,$",
    re.IGNORECASE,
)


def tells_issued(before: str) -> bool:
    """Whether the words before a request tell of a document that made it on an earlier day.

    >>> tells_issued("Ngày 05/3/2020, Sở Y tế ban hành Văn bản số 12/SYT-VP về việc tiêm chủng,")
    True
    """
    return _ISSUED.match(before) is not None


def is_past(before: str) -> bool:
    """Whether the words before a verb make it past or future."""
    return _PAST.search(before) is not None
