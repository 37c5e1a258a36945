"""The names of the organs above the number, each a passage of one or more lines."""

import re
from collections.abc import Sequence
from typing import Final

from nlp.reading.page import Passage
from nlp.regions.printed.names import BARE_ORGANS, NOT_ORGAN_HEADS, ORGAN_HEADS, PLACE_HEADS
from nlp.regions.printed.rows import Row, is_bold, join_rows
from nlp.regions.printed.text import fold

_PARTY_SEATS: Final = re.compile(r"(?:tinh|huyen|quan|thanh|thi|xa|phuong) (?:uy|doan)\b")
# A people's committee whose place is named: what stands below it is another organ.
_WHOLE_COMMITTEE: Final = re.compile(
    r"(?:ubnd|uy ban nhan dan) ?"
    r"(?:tinh|huyen|quan|thi xa|xa|phuong|thi tran|thanh pho|tp\.?) \w+ \w+"
)
_OPEN_END: Final = re.compile(r"(?:[-–—,]|\bva|\bvà|\bcủa|\bcua|&)$", re.IGNORECASE)


def join_organs(rows: Sequence[Row]) -> tuple[Passage, ...]:
    """One passage an organ, from the top; a name that runs over lines is joined."""
    groups: list[list[Row]] = []
    for row in rows:
        if groups and not _opens_organ(row, groups[-1]):
            groups[-1].append(row)
        else:
            groups.append([row])
    return tuple(join_rows(group) for group in groups)


def _opens_organ(row: Row, above: Sequence[Row]) -> bool:
    """Whether a row names another organ than the rows above it."""
    folded = fold(row.text).strip(" *-–")
    name = " ".join(fold(line.text) for line in above).strip(" *")
    if _OPEN_END.search(above[-1].text.strip()) or _is_place(folded):
        return False
    if is_bold(row.words) and not is_bold(above[-1].words):
        return True
    if name in BARE_ORGANS:
        return False
    return _has_head(folded) or bool(_WHOLE_COMMITTEE.match(name))


def _is_place(folded: str) -> bool:
    if _PARTY_SEATS.match(folded):
        return False
    return any(re.match(rf"{re.escape(head)}(?![\w])", folded) for head in PLACE_HEADS)


def _has_head(folded: str) -> bool:
    if folded.startswith(NOT_ORGAN_HEADS):
        return False
    return any(re.match(rf"{re.escape(head)}\b", folded) for head in ORGAN_HEADS)
