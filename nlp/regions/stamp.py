"""The ĐẾN stamp: from a frame found by its ink, or from its words among the lines of the page."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from nlp.geometry import Box, enclosing
from nlp.reading.page import Frame, Passage, Slot, Word
from nlp.regions.printed.grid import find_clusters, find_grids
from nlp.regions.printed.names import ORGAN_HEADS
from nlp.regions.printed.rows import Row, join_rows, level_rows, row_of, without
from nlp.regions.printed.sheet import Sheet
from nlp.regions.printed.text import fold, is_upper, letter_count, upper_share
from nlp.regions.region import Stamp

_LABEL: Final = re.compile(
    r"""
    (?P<file_number>
        (?: (?:luu\s*)?ho\s*so\s*so | luu\s*h\w*\s*s\w* | luu\s*hs\s*(?:so)? | luu\s*ho\s*so
        | s[o0]\s*(?:va|&)\s*k[yi]\s*hieu\s*(?:hs|ho\s*so|h)? ) \s*[:.;]*)
    | (?P<arrival>(?:\bc\.?v\b\.?\s*)?\bden\b\s*[:.;]*)
    | (?P<number>\bs[o06]\s*[:.;,]+ | ^s[o06](?=\s*(?:[\d.…]|$)))
    | (?P<date>\bng[ao]y\s*[:.;,]* | \bngay(?=\d))
    | (?P<forwarded_to>\bchuy[ec]n\s*[:.;,]*)
    """,
    re.VERBOSE,
)
_ARRIVAL: Final = re.compile(r"[ĐÐD][ẾÊEÉẺỂ]N[:.,;]?")
_SYMBOL: Final = re.compile(r"/\s*[A-ZĐÐ]{2}|tháng|thang")
_BLANK: Final = re.compile(r"[.…_·\-\s:;,|]+")
_WIDTHS: Final = (75.0, 200.0)
_HEIGHTS: Final = (40.0, 130.0)
_BROKEN: Final = 6.0
_BADLY: Final = 0.75
_SURE: Final = 0.6
_PLAIN: Final = 0.85
_CERTAIN: Final = 0.9
_FEW: Final = 6
_LEAST: Final = 0.5
_RUN_OUT: Final = 12.0
_REACH_UP: Final = 48.0
_REACH_DOWN: Final = 60.0
_REACH_RIGHT: Final = 150.0
_LONG_FIELDS: Final = ("forwarded_to", "file_number")
_FIELDS: Final = ("number", "date", "forwarded_to", "file_number")
_LEAST_LABELS: Final = 2
_MOST_ROWS: Final = 2
_MOSTLY_UPPER: Final = 0.65


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    value: Passage | None


def find_stamp(sheet: Sheet) -> tuple[Stamp | None, Sheet]:
    """The ĐẾN stamp of a page, and the sheet without its words."""
    for frame in sheet.frames:
        if frame.kind == "stamp":
            return _framed_stamp(frame, sheet), _without_frame(sheet, frame)
    rows, rest = _stamp_rows(sheet)
    box = enclosing(row.box for row in rows) if rows else None
    if box is None:
        rows, rest, box = _boxed_rows(sheet)
    if box is None:
        return None, sheet
    stamp = _with_slots(_read_stamp(sheet.number, box, rows), sheet.slots)
    rulings = tuple(r for r in sheet.rulings if not box.expanded(12).contains(*r.center))
    return stamp, replace(sheet, rows=rest, rulings=rulings)


def _boxed_rows(sheet: Sheet) -> tuple[tuple[Row, ...], tuple[Row, ...], Box | None]:
    """The rows in a drawn box that has a stamp's size and words, the rows left, and the box."""
    drawn = find_clusters(sheet.rulings, _BROKEN)
    for box in (*(grid.box for grid in find_grids(sheet.rulings)), *drawn):
        if not (_WIDTHS[0] < box.width < _WIDTHS[1] and _HEIGHTS[0] < box.height < _HEIGHTS[1]):
            continue
        if box.center[1] > sheet.height * 0.5:
            continue
        mine: list[Row] = []
        rest: list[Row] = []
        for row in sheet.rows:
            inside = _boxed_words(row, box)
            outside = tuple(word for word in row.words if word not in inside)
            mine.extend([row_of(row.page, inside)] if inside else [])
            rest.extend([row] if not inside else [row_of(row.page, outside)] if outside else [])
        if _sounds_like_stamp(mine):
            return level_rows(mine), tuple(rest), box
    return (), sheet.rows, None


def _boxed_words(row: Row, box: Box) -> tuple[Word, ...]:
    """The words of a row that the box holds; of a line of the body only those badly read."""
    inside = tuple(word for word in row.words if box.contains(*word.box.center))
    if row.box.x1 < box.x1 + 12:
        return inside
    return tuple(word for word in inside if word.confidence < _BADLY)


def _sounds_like_stamp(rows: Sequence[Row]) -> bool:
    text = " ".join(fold(row.text) for row in rows)
    labels = {match.lastgroup for match in _LABEL.finditer(text)}
    named = any(is_upper(row.text) and fold(row.text).startswith(ORGAN_HEADS) for row in rows)
    return len(labels) >= _LEAST_LABELS or (named and bool(labels or rows[1:]))


def _framed_stamp(frame: Frame, sheet: Sheet) -> Stamp:
    rows = tuple(row_of(sheet.number, line.words) for line in frame.lines if line.words)
    stamp = _read_stamp(sheet.number, frame.box, level_rows(rows))
    return _with_slots(stamp, sheet.slots)


def _without_frame(sheet: Sheet, frame: Frame) -> Sheet:
    """The sheet without the words that the frame holds, its own and handwriting left there."""
    told = {(word.text, word.box) for line in frame.lines for word in line.words}
    rows = []
    for row in sheet.rows:
        kept = tuple(word for word in row.words if not _is_of_frame(word, row, frame.box, told))
        if len(kept) == len(row.words):
            rows.append(row)
        elif kept:
            rows.append(row_of(row.page, kept))
    return replace(sheet, rows=tuple(rows))


def _is_of_frame(word: Word, row: Row, box: Box, told: Collection[tuple[str, Box]]) -> bool:
    """Whether a word of the page belongs to the stamp and not to a line that runs under it."""
    if (word.text, word.box) in told:
        return True
    if not box.contains(*word.box.center):
        return False
    runs_out = row.box.x1 > box.x1 + _RUN_OUT or row.box.x0 < box.x0 - _RUN_OUT
    if runs_out:
        return word.confidence < _SURE
    few = _FEW if row.line.confidence < _CERTAIN else _FEW - 2
    return row.line.confidence < _PLAIN or letter_count(row.text) < few


def _with_slots(stamp: Stamp, slots: Iterable[Slot]) -> Stamp:
    by_kind = {slot.kind: slot for slot in slots}
    return replace(
        stamp, number_slot=by_kind.get("arrival_number"), date_slot=by_kind.get("arrival_date")
    )


def _read_stamp(page: int, box: Box, rows: Sequence[Row]) -> Stamp:
    """The fields of a stamp from its own rows, read label by label."""
    organisation = []
    for row in rows:
        if _LABEL.search(fold(row.text)):
            break
        organisation.append(row)
    fields: dict[str, Passage] = {}
    last = ""
    for field in _fields(rows[len(organisation) :]):
        name = field.name or (last if last in _LONG_FIELDS else "")
        last = name if name != "arrival" else last
        if field.value is not None and name in _FIELDS and name not in fields:
            fields[name] = field.value
    return Stamp(
        page,
        box,
        _organisation_passage(organisation),
        number=fields.get("number"),
        date=fields.get("date"),
        forwarded_to=fields.get("forwarded_to"),
        file_number=fields.get("file_number"),
    )


def _organisation_passage(rows: Sequence[Row]) -> Passage | None:
    """The rows above the labels that were read as capitals."""
    named = [
        row
        for row in rows
        if upper_share(row.text) >= _MOSTLY_UPPER
        and letter_count(row.text) >= _FEW - 2
        and (row.line.confidence >= _LEAST or max(w.confidence for w in row.words) >= _PLAIN)
    ]
    return join_rows(named) if named else None


def _fields(rows: Iterable[Row]) -> Iterator[_Field]:
    """The labelled stretches of the rows in order; a stretch without a label has the name ""."""
    for row in rows:
        passage = join_rows((row,))
        matches = list(_LABEL.finditer(fold(row.text)))
        if not matches or matches[0].start() > 0:
            end = matches[0].start() if matches else len(row.text)
            yield _Field("", _value(passage.part(0, end)))
        ends = [match.start() for match in (*matches[1:],)] + [len(row.text)] * bool(matches)
        for match, end in zip(matches, ends, strict=True):
            yield _Field(str(match.lastgroup), _value(passage.part(match.end(), end)))


def _value(passage: Passage) -> Passage | None:
    """The passage without the dotted line it is written on, None where only that is there."""
    start = len(passage.text) - len(_BLANK.sub("", passage.text, count=1))
    if not _BLANK.match(passage.text):
        start = 0
    value = passage.part(start, len(passage.text.rstrip(".…_· :;,|-")))
    read = value.confidence >= _LEAST
    return value if read and any(letter.isalnum() for letter in value.text) else None


def _stamp_rows(sheet: Sheet) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The rows of a stamp that was read into the page, top to bottom, and the rows left."""
    for row in sheet.rows:
        for word in row.words:
            if _ARRIVAL.fullmatch(word.text):
                found = _around(word, sheet)
                if found is not None:
                    return found
    return (), sheet.rows


def _around(arrival: Word, sheet: Sheet) -> tuple[tuple[Row, ...], tuple[Row, ...]] | None:
    middle = arrival.box.center[1]
    reach = Box(
        arrival.box.x0 - 12,
        middle - _REACH_UP,
        arrival.box.x1 + _REACH_RIGHT - 30,
        middle + _REACH_DOWN,
    )
    taken: list[Row] = []
    rest: list[Row] = []
    for row in sheet.rows:
        mine, others = _label_words(row, reach, arrival)
        taken.extend([row_of(row.page, mine)] if mine else [])
        rest.extend([row_of(row.page, others)] if mine and others else [] if mine else [row])
    names = {match.lastgroup for row in taken for match in _LABEL.finditer(fold(row.text))}
    if len(names - {"arrival"}) < _LEAST_LABELS:
        return None
    organisation = _organisation(rest, taken)
    return level_rows([*organisation, *taken]), without(rest, organisation)


def _label_words(row: Row, reach: Box, arrival: Word) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """The words of a row that the stamp printed, from a label to its edge, and the others."""
    if not reach.top <= row.box.center[1] <= reach.bottom or _SYMBOL.search(row.text):
        return (), row.words
    start = 0
    for index, word in enumerate(row.words):
        start = index
        if word is arrival or (reach.contains(*word.box.center) and _opens_label(row, index)):
            break
    else:
        return (), row.words
    mine = tuple(word for word in row.words[start:] if reach.contains(*word.box.center))
    return mine, tuple(word for word in row.words if word not in mine)


def _opens_label(row: Row, index: int) -> bool:
    text = fold(" ".join(word.text for word in row.words[index:]))
    match = _LABEL.match(text)
    return match is not None and (
        index == 0 or ":" in match.group() or match.lastgroup == "arrival"
    )


def _organisation(rows: Sequence[Row], taken: Sequence[Row]) -> tuple[Row, ...]:
    """The capitals right above the labels: at most two rows."""
    box = enclosing(row.box for row in taken)
    found: list[Row] = []
    above = [row for row in rows if row.box.center[1] < box.top + 4]
    for row in sorted(above, key=lambda row: -row.box.top):
        beside = row.box.x1 < box.x0 - 10 or row.box.x0 > box.x1 + 30
        if beside or len(found) == _MOST_ROWS or box.top - row.box.bottom > 2.2 * row.height:
            break
        if (
            upper_share(row.text) < _MOSTLY_UPPER
            or letter_count(row.text) < _FEW
            or _SYMBOL.search(row.text)
        ):
            break
        found.insert(0, row)
        box = enclosing((box, row.box))
    return tuple(found)
