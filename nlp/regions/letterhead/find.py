"""The letterhead: two columns at the top of page 1, then the centred type and subject."""

import re
from dataclasses import replace
from typing import Final

from nlp.geometry import enclosing
from nlp.reading.page import Passage, Slot
from nlp.regions.letterhead.anchors import has_symbol, is_date, is_motto, is_number, motto_likeness
from nlp.regions.letterhead.columns import read_one_column, read_two_columns
from nlp.regions.letterhead.opening import find_opening
from nlp.regions.letterhead.title import find_title
from nlp.regions.printed.rows import Row, row_of, split_row
from nlp.regions.printed.sheet import Sheet
from nlp.regions.printed.text import fold, is_upper
from nlp.regions.region import Letterhead

_DOTTED: Final = re.compile(r"[.…]{3}|[.…]{2}\s*,")
_PLACED: Final = re.compile(  # the whole line of place and date
    r"[A-ZĐ][^\W\d]*\.?(?:[ -]+[^\W\d]+\.?){0,4},\s*ngày\s.{1,6}\stháng\s.{1,6}\snăm\s.{4}\W*$"
)
_HEAD_ROWS: Final = 14
_COLUMN_GAP: Final = 10.0
_SLOTS: Final = ("number", "day", "month", "year")


def find_letterhead(sheet: Sheet) -> tuple[Letterhead, tuple[Passage, ...], Sheet]:
    """The letterhead of a first page, the lines of its opening, and the sheet without either."""
    sheet = replace(sheet, rows=_split_zone(sheet))
    gutter = _gutter(sheet)
    if gutter is None:
        head, sheet = read_one_column(sheet)
    else:
        head, sheet = read_two_columns(sheet, gutter)
    title, sheet = find_title(sheet, has_subject=head.subject is not None)
    opening, sheet = find_opening(sheet) if title.type_name is not None else ((), sheet)
    head = replace(
        head,
        type_name=title.type_name,
        subject=title.subject or head.subject,
        slots=_own_slots(sheet, head),
    )
    return head, opening, sheet


def _own_slots(sheet: Sheet, head: Letterhead) -> tuple[Slot, ...]:
    """The filled slots of number and date that stand on the letterhead's own rows."""
    rows = [passage for passage in (head.number, head.place_date) if passage is not None]
    bands = [
        enclosing(placed.word.box for placed in passage.words).expanded(8) for passage in rows
    ]
    return tuple(
        slot
        for slot in sheet.slots
        if slot.kind in _SLOTS
        and (not bands or any(b.top <= slot.box.center[1] <= b.bottom for b in bands))
    )


def has_letterhead(sheet: Sheet) -> bool:
    """Whether a page opens a directive: its own number line, and a motto and a date."""
    top = [row for row in _split_zone(sheet) if row.box.top < sheet.height * 0.45]
    top = sorted(top, key=lambda row: row.box.top)[:_HEAD_ROWS]
    if any(_is_form(row.text) for row in top[:4]):
        return False
    inked = any(slot.kind == "number" and slot.text for slot in sheet.slots)
    numbers = [row for row in top if is_number(row) and not _DOTTED.search(row.text)]
    numbered = any(inked or has_symbol(row) for row in numbers)
    dated = any(is_date(row) and not _DOTTED.search(row.text) for row in top)
    return numbered and dated and any(is_motto(row) for row in top)


def _is_form(text: str) -> bool:
    return bool(re.match(r"\W*(?:phu luc|mau so|mau \d|bieu mau|bieu so|mau:)", fold(text)))


def _split_zone(sheet: Sheet) -> tuple[Row, ...]:
    """The rows, those of the upper part that run over the gutter cut at their widest blanks."""
    rows: list[Row] = []
    for row in sheet.rows:
        in_zone = row.box.top < sheet.height * 0.4
        wide = row.box.x0 < sheet.width * 0.4 and row.box.x1 > sheet.width * 0.6
        apart = in_zone and (wide or _ends_in_motto(row))
        rows.extend(_cut(row) if apart else (row,))
    return tuple(rows)


def _ends_in_motto(row: Row) -> bool:
    """Whether a motto stands behind a wide blank, as in columns of plain text set narrowly."""
    gaps = [index for index in range(1, len(row.words)) if _gap(row, index) > _COLUMN_GAP]
    return any(is_motto(_halves(row, index)[1]) for index in gaps)


def _cut(row: Row) -> tuple[Row, ...]:
    """The two columns of a row that holds both, cut where the motto or the place begins."""
    cuts = [_halves(row, index) for index in range(1, len(row.words))]
    likest = max(cuts, key=lambda cut: motto_likeness(cut[1].text), default=None)
    if likest is not None and is_motto(likest[1]) and not _goes_on(likest):
        return likest
    for index, (head, tail) in enumerate(cuts, start=1):
        if is_number(head) and is_date(tail) and _gap(row, index) > _COLUMN_GAP:
            return head, tail
    dated = [index for index, (_, tail) in enumerate(cuts, start=1) if _PLACED.match(tail.text)]
    widest = max(dated, key=lambda index: _gap(row, index), default=None)
    if widest is not None and _gap(row, widest) > _COLUMN_GAP:  # V/v …    Huế, ngày …
        return _halves(row, widest)
    return split_row(row, 2.5 * row.height)


def _goes_on(cut: tuple[Row, Row]) -> bool:
    """Whether a sentence of the body ends in words like a motto: `Ngân hàng Nhà nước Việt Nam`."""
    head, tail = cut
    return tail.text[:1].islower() and not is_upper(head.text)


def _halves(row: Row, index: int) -> tuple[Row, Row]:
    return row_of(row.page, row.words[:index]), row_of(row.page, row.words[index:])


def _gap(row: Row, index: int) -> float:
    return row.words[index].box.x0 - row.words[index - 1].box.x1


def _gutter(sheet: Sheet) -> float | None:
    """The x between the columns of the letterhead, None where it has one column alone."""
    top = [row for row in sheet.rows if row.box.top < sheet.height * 0.4]
    mottoes = [row for row in top if is_motto(row) and row.box.x0 > sheet.width * 0.3]
    dates = [row for row in top if is_date(row)]
    numbers = [row for row in top if is_number(row)]
    if mottoes:
        foot = max(row.box.bottom for row in mottoes) + 60
        right = [row for row in dates[:1] if row.box.bottom < foot]
        right = [row for row in right if row.box.x0 > sheet.width * 0.3]
        return min(row.box.x0 for row in (*mottoes, *right)) - 1.0
    if not dates or not numbers:
        return None
    number, date = numbers[0], dates[0]
    apart = number.box.x1 < date.box.x0
    return (number.box.x1 + date.box.x0) / 2 if apart else None
