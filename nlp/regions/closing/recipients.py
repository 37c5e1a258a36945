"""The items of Nơi nhận."""

import re
from collections.abc import Sequence
from typing import Final

from nlp.reading.page import Passage
from nlp.regions.closing.columns import is_listed, label_end
from nlp.regions.printed.markers import BULLETS, parse_marker
from nlp.regions.printed.rows import Row, join_rows, row_of
from nlp.regions.printed.text import letter_count

_RUBBLE: Final = re.compile(r".{1,18}?(?=\s[-–]\s)")
_SPECK: Final = 2
_POOR: Final = 0.7
_UNREAD: Final = 0.35
_SHORT: Final = 6


def read_recipients(rows: Sequence[Row]) -> tuple[Passage, ...]:
    """The items of Nơi nhận without their bullets."""
    groups: list[list[Row]] = []
    ordered = sorted(rows, key=lambda row: (row.page, row.box.center[1]))
    for row in ordered:
        if row is ordered[0]:
            rest = _after_label(row)
            groups.extend([[rest]] if rest is not None else [])
        elif _is_junk(row):
            continue
        elif groups and _is_far(row, groups[-1][-1]):
            break
        elif not groups or _opens_recipient(row, groups[-1]):
            groups.append([row])
        else:
            groups[-1].append(row)
    return tuple(_item(group) for group in groups)


def _after_label(row: Row) -> Row | None:
    """What a row says behind the label, or behind what was left of it; None where nothing."""
    end = label_end(row.text)
    if end is None and (rubble := _RUBBLE.match(row.text)) is not None:
        end = rubble.end()
    if end is None or is_listed(row):
        return None if row.line.confidence < _POOR and not is_listed(row) else row
    rest = join_rows((row,)).part(end, len(row.text))
    kept = letter_count(rest.text) > _SPECK
    return row_of(row.page, (placed.word for placed in rest.words)) if kept else None


def _is_junk(row: Row) -> bool:
    return letter_count(row.text) < _SPECK or (
        row.line.confidence < _UNREAD and letter_count(row.text) < _SHORT
    )


def _is_far(row: Row, above: Row) -> bool:
    """Whether a row stands apart from the list, as what is printed at the foot of a page."""
    return row.page == above.page and row.box.top - above.box.bottom > 2.4 * row.height


def _opens_recipient(row: Row, above: Sequence[Row]) -> bool:
    marker = parse_marker(row.text)
    if marker is not None and marker.kind in BULLETS:
        return True
    marked = parse_marker(above[0].text)
    if marked is None or marked.kind not in BULLETS:
        return True
    ended = above[-1].text.rstrip().endswith((";", "."))
    return ended and row.text[:1].isupper() and not above[-1].text.rstrip().endswith("TP.")


def _item(group: Sequence[Row]) -> Passage:
    passage = join_rows(group)
    marker = parse_marker(passage.text)
    start = marker.end if marker is not None and marker.kind in BULLETS else 0
    return passage.part(start, len(passage.text))
