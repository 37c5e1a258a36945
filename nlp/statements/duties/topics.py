"""What a report that is asked for is to tell: topics below the request, no duties of their own."""

import re

from nlp.statements.duties.actions import opens_with_action
from nlp.statements.outline import Outline

_ASKS_REPORT = re.compile(
    r"\b(?:báo\s+cáo|góp\s+ý|ý\s+kiến|cung\s+cấp|đánh\s+giá|phản\s+ánh|thống\s+kê)\b"
    r"(?:(?!\s(?:đề\s+nghị|yêu\s+cầu|giao)\s)[^.;])*"  # not: theo ý kiến …, đề nghị các xã …
    r"\b(?:nội\s+dung|vấn\s+đề|thông\s+tin|số\s+liệu|đề\s+cương|tiêu\s+chí)\b[^.;:]{0,40}:\s*$",
    re.IGNORECASE,
)


def topics_below(outline: Outline, index: int) -> tuple[int, ...]:
    """The items that name what the report asked for in a line is to tell; none where they act."""
    if not _ASKS_REPORT.search(outline.items[index].text):
        return ()
    below = outline.children[index] or _listed_behind(outline, index)
    acting = sum(opens_with_action(outline.items[each].text) for each in below)
    is_told = below and not opens_with_action(outline.items[below[0]].text)
    return below if is_told and acting * 3 <= len(below) else ()


def is_topic(outline: Outline, index: int) -> bool:
    """Whether an item only names what a report is to tell."""
    parent = outline.items[index].item.parent
    above = parent if parent >= 0 else _introduction(outline, index)
    return above is not None and index in topics_below(outline, above)


def _listed_behind(outline: Outline, index: int) -> tuple[int, ...]:
    """The items with markers right behind a line, where the outline left them beside it."""
    listed = []
    for sibling in outline.following_siblings(index):
        if not outline.items[sibling].item.marker:
            break
        listed.append(sibling)
    return tuple(listed)


def _introduction(outline: Outline, index: int) -> int | None:
    """The last line without a marker before a root of the outline."""
    before = (each for each in reversed(outline.roots) if each < index)
    return next((each for each in before if not outline.items[each].item.marker), None)
