"""Which entries are headings, by their form and by what follows."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from nlp.regions.outline.entries import Entry
from nlp.regions.printed.markers import BULLETS
from nlp.regions.printed.text import fold, is_upper, letter_count, squeeze

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
_TITLED: Final = ("division", "chapter", "section")
_FORMULAS: Final = frozenset({"quyetdinh", "quyetnghi", "chithi", "thongbao", "dienkhan"})
_FULL_STOP: Final = re.compile(r"[.;,]['\"”’)]*$|\./\.?$")
_END: Final = re.compile(r"\.\s*/\s*\.?\W?$")
CLOSING_WORDS: Final = (
    "tren day la", "yeu cau cac", "de nghi cac", "can cu ke hoach nay", "can cu noi dung",
    "trong qua trinh", "nhan duoc", "qua thoi han", "ngoai thoi", "quyet dinh nay", "ke hoach nay",
    "chi thi nay", "thong bao nay", "moi vuong mac", "moi chi tiet", "thong tin chi tiet",
    "tran trong", "rat mong", "van ban nay", "cong van nay", "nghi quyet nay", "huong dan nay",
    "quy che nay",
)  # fmt: skip
_SHORT: Final = 110
_NAME: Final = 70
_INTRODUCING: Final = 70
_TITLE: Final = 200
_FEW: Final = 4


def mark_headings(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries, those of heading form marked as such."""
    found: list[Entry] = []
    for index, entry in enumerate(entries):
        following = entries[index + 1] if index + 1 < len(entries) else None
        found.append(
            replace(entry, is_heading=entry.is_heading or _is_heading(entry, following, found))
        )
    return tuple(found)


def _is_heading(entry: Entry, following: Entry | None, before: Sequence[Entry]) -> bool:
    text = entry.text.rstrip()
    if entry.paragraph.table is not None or _cannot_be_heading(text):
        return False
    if entry.marker is not None and entry.marker.kind in _TITLED:
        return True
    bulleted = entry.marker is not None and entry.marker.kind in BULLETS
    if is_upper(text) and letter_count(text) >= _FEW:
        return entry.paragraph.is_bold or not bulleted
    return _has_heading_form(entry, text) or _is_plain_heading(entry, following, before)


def _cannot_be_heading(text: str) -> bool:
    closed = squeeze(text) in _FORMULAS or _END.search(text) is not None
    introduces = text.endswith(":") and len(text) > _INTRODUCING and not is_upper(text)
    return closed or introduces or letter_count(text) <= 1 or len(text) > _TITLE


def _has_heading_form(entry: Entry, text: str) -> bool:
    """Whether bold print or a place in the middle says heading, a short bold sentence included."""
    look = entry.paragraph
    if _FULL_STOP.search(text):
        return look.is_bold and len(text) < _SHORT / 2 and text.endswith(".")
    return look.is_bold or (look.is_centred and not text.startswith("("))


def _is_plain_heading(entry: Entry, following: Entry | None, before: Sequence[Entry]) -> bool:
    """Whether a short marked line without a full stop, in ordinary print, opens what follows."""
    marker = entry.marker
    if marker is None or marker.kind in BULLETS or following is None:
        return False
    if _FULL_STOP.search(entry.text.rstrip()):
        return False
    if len(entry.text) > (_TITLE if _is_deeper(following, entry) else _SHORT):
        return False
    if marker.kind in ("roman", "article", "capital") or _is_deeper(following, entry):
        return True
    if following.key == entry.key:
        return False
    earlier = [other for other in before if other.key == entry.key]
    in_list = marker.value != 1 and bool(earlier) and earlier[-1] is before[-1]
    in_list = in_list and not _names_behind_sentence(entry, following, before[-1])
    return not in_list and letter_count(entry.text) >= _FEW


def _names_behind_sentence(entry: Entry, following: Entry, above: Entry) -> bool:
    """Whether only a name stands behind a whole sentence of its list, and text below the name."""
    is_name = len(entry.text) <= _NAME and above.text.rstrip().endswith(".")
    closes = fold(following.text).startswith(CLOSING_WORDS)
    return is_name and following.marker is None and not closes


def _is_deeper(following: Entry, entry: Entry) -> bool:
    return following.marker is not None and rank_of_entry(following) > rank_of_entry(entry)


def rank_of_entry(entry: Entry) -> float:
    """How deep the entry's kind usually stands; higher ranks stand under lower ones."""
    return rank_of(entry.key)


def rank_of(key: tuple[str, int]) -> float:
    """The rank of a kind of marker and its depth, or of a look of headings."""
    kind, depth = key
    if kind == "title":
        return _RANKS[kind] + (0.0 if depth else 0.2)
    return _RANKS[kind] + (0.1 * depth if kind == "decimal" else 0.0)
