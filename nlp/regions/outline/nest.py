"""The levels and parents of entries."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from nlp.regions.outline.entries import Entry
from nlp.regions.outline.headings import CLOSING_WORDS, rank_of, rank_of_entry
from nlp.regions.printed.markers import BULLETS
from nlp.regions.printed.text import fold, is_upper, squeeze
from nlp.regions.region import Item

_RANKS: Final = {
    "division": 0.0,
    "chapter": 1.0,
    "section": 2.0,
    "article": 3.0,
    "capital": 4.0,
    "roman": 5.0,
    "title": 5.5,
    "decimal": 6.0,
    "ordinal": 6.4,
    "letter": 8.0,
    "parenthesis": 8.2,
    "intro": 8.6,
    "star": 9.0,
    "dash": 9.2,
    "dot": 9.4,
    "plus": 9.6,
}
_FORMULAS: Final = frozenset({"quyetdinh", "quyetnghi", "chithi", "thongbao", "dienkhan"})
_END: Final = re.compile(r"\.\s*/\s*\.?\W?$")
_LAST_WORDS: Final = 2


@dataclass(frozen=True, slots=True)
class _Open:
    """An item that later ones may stand under."""

    index: int
    level: int
    rank: float
    entry: Entry


def nest_entries(entries: Sequence[Entry], part: int) -> tuple[Item, ...]:
    """The items of the entries with their levels and parents."""
    items: list[Item] = []
    path: list[_Open] = []
    lists: dict[tuple[str, int], list[_Open]] = {}
    tail = _tail_start(entries)
    for index, entry in enumerate(entries):
        above = entries[index - 1] if index else None
        own = _path_for(entry, _resumed(entry, path, lists), above, in_tail=index >= tail)
        parent = own[-1] if own else None
        level = parent.level + 1 if parent is not None else 0
        items.append(_item(entry, level, parent.index if parent is not None else -1, part))
        if entry.key[0] and squeeze(entry.text) not in _FORMULAS:
            path = [*own, _Open(index, level, rank_of_entry(entry), entry)]
            lists = {
                key: kept for key, kept in lists.items() if rank_of(key) <= rank_of_entry(entry)
            }
            lists[entry.key] = path
    return tuple(items)


def _resumed(
    entry: Entry, path: list[_Open], lists: dict[tuple[str, int], list[_Open]]
) -> list[_Open]:
    """The path of the list that an entry goes on with, where other text came between."""
    earlier = lists.get(entry.key)
    if entry.marker is None or entry.marker.value is None or earlier is None:
        return path
    last = earlier[-1].entry.marker
    follows = last is not None and last.value is not None and entry.marker.value == last.value + 1
    return earlier if follows else path


def _item(entry: Entry, level: int, parent: int, part: int) -> Item:
    look = entry.paragraph
    return Item(
        marker=entry.marker.text if entry.marker is not None else "",
        level=level,
        parent=parent,
        passage=entry.passage,
        is_heading=entry.is_heading,
        is_bold=look.is_bold,
        is_italic=look.is_italic,
        is_centred=look.is_centred,
        part=part,
        table=look.table,
    )


def _path_for(
    entry: Entry, path: Sequence[_Open], above: Entry | None, *, in_tail: bool
) -> list[_Open]:
    """The items that an entry stands under, from the top."""
    if entry.paragraph.table is not None:
        return [
            open_item
            for open_item in path
            if open_item.entry.is_heading or _introduces(open_item.entry)
        ]
    if not entry.key[0] or entry.key[0] == "intro":
        return [] if in_tail else [open_item for open_item in path if open_item.entry.is_heading]
    siblings = [i for i, open_item in enumerate(path) if open_item.entry.key == entry.key]
    if siblings:
        return list(path[: siblings[-1]])
    if above is not None and path and path[-1].entry is above and _opens_list(entry, above):
        return list(path)
    if entry.key[0] == "title" and (is_upper(entry.text) or entry.paragraph.is_centred):
        return [open_item for open_item in path if open_item.rank < _RANKS["article"]]
    rank = rank_of_entry(entry)
    return [open_item for open_item in path if open_item.rank < rank]


def _introduces(entry: Entry) -> bool:
    return entry.text.rstrip().endswith(":")


def _opens_list(entry: Entry, above: Entry) -> bool:
    """Whether an entry is the first of a list that the entry right above it opens."""
    if entry.marker is None:
        return above.is_heading and not (is_upper(entry.text) or entry.paragraph.is_centred)
    first = entry.marker.value == 1 or entry.marker.kind in BULLETS
    if above.key[0] == "intro":
        return first and rank_of_entry(entry) > _RANKS["decimal"] + 0.5
    if (
        entry.key[0] in ("division", "chapter", "section", "article", "roman")
        and above.marker is None
    ):
        return False
    return first and (above.is_heading or _introduces(above))


def _tail_start(entries: Sequence[Entry]) -> int:
    """The index from which unmarked paragraphs speak for the whole document again."""
    index = len(entries)
    while index > 0 and entries[index - 1].marker is None and not entries[index - 1].is_heading:
        index -= 1
    for start in range(index, len(entries)):
        if start > 0 and entries[start - 1].is_heading:
            continue
        behind_list = start > 0 and entries[start - 1].marker is not None and start == index
        is_last = start == len(entries) - 1 and bool(_END.search(entries[start].text))
        follows_item = behind_list
        if (
            fold(entries[start].text).startswith(CLOSING_WORDS)
            or is_last
            or (follows_item and len(entries) - start <= _LAST_WORDS)
        ):
            return start
    return len(entries)
