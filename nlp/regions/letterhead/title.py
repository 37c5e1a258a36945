"""The centred title of a directive: the name of its kind, and the subject below."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz import fuzz

from nlp.reading.page import Passage
from nlp.regions.printed.markers import BULLETS, parse_marker
from nlp.regions.printed.names import ISSUING_HEADS, TYPE_NAMES
from nlp.regions.printed.rows import (
    Row,
    is_bold,
    is_doubtful,
    join_rows,
    level_rows,
    row_of,
    trimmed,
    without,
    without_noise,
)
from nlp.regions.printed.sheet import Sheet, is_centred
from nlp.regions.printed.text import fold, is_upper, letter_count, squeeze

_ABOUT: Final = re.compile(r"^\W*(?:ve viec|v\W?/\W?v|ve )")
_KINH_GUI: Final = re.compile(r"^\W*kinh\W*(?:gui|chuyen|trinh|moi)")
_BODY_OPENERS: Final = re.compile(
    r"^\W*(?:can cu|thuc hien (?:ke|nghi|chi|cong|quyet|thong|huong|chuong|van)"
    r"|xet de nghi|theo de nghi|ngay \d|trong thoi gian|trong nhung nam|nham |de "
    r"|tiep tuc thuc hien|phan thu|quyet dinh\s*:?$)"
)
_DECISIONS: Final = frozenset({"quyetdinh", "quyetnghi", "nghiquyet", "chithi"})
_URGENT: Final = frozenset({"khan", "thuongkhan", "hoatoc"})  # CÔNG ĐIỆN KHẨN
_SEARCHED: Final = 14
_LONG: Final = 12
_PIECE_GAP: Final = 45.0
_MOST_WORDS: Final = 6
_FEW: Final = 4
_ASIDE: Final = 40.0
_FLUSH: Final = 2.0
_RULE_WIDTH: Final = 20.0
_RULE_HEIGHT: Final = 4.0


@dataclass(frozen=True, slots=True)
class Title:
    """The name of the kind and the subject, as printed."""

    type_name: Passage | None = None
    subject: Passage | None = None


def find_title(sheet: Sheet, *, has_subject: bool) -> tuple[Title, Sheet]:
    """The title among the rows below the columns of the letterhead, and the sheet without it."""
    sheet = replace(sheet, rows=_levelled(sheet.rows))
    for index, row in enumerate(sheet.rows[:_SEARCHED]):
        if _KINH_GUI.search(fold(row.text)) or _is_long(row, sheet):
            break
        name = _type_words(row)
        if name and _may_be_title(row, sheet, is_all=name == len(row.words)):
            return _take_title(sheet, index, name)
    if has_subject:
        return Title(), sheet
    return _unknown_kind(sheet)


def _levelled(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, the pieces of the centred lines among the first put together."""
    return (*level_rows(rows[:_SEARCHED], _PIECE_GAP), *rows[_SEARCHED:])


def _is_long(row: Row, sheet: Sheet) -> bool:
    return not is_upper(row.text) and row.box.width > 0.6 * (sheet.right - sheet.left)


def _may_be_title(row: Row, sheet: Sheet, *, is_all: bool) -> bool:
    """Whether a row that opens with the name of a kind stands where titles stand."""
    flush_left = row.box.x0 < sheet.left + 4
    shift = abs(row.middle - sheet.center)
    reach = sheet.width * (0.2 if is_all else 0.12)
    return is_upper(row.text) and (flush_left or shift < reach)


def _type_words(row: Row) -> int:
    """How many words of the row, from the first, are the name of a kind; 0 where none."""
    key = squeeze(row.text)
    for name in TYPE_NAMES:
        if fuzz.ratio(key, squeeze(name)) >= (88 if len(name) > _LONG // 2 else 99):
            return len(row.words)
    for name in TYPE_NAMES:
        length = len(name.split())
        first = " ".join(w.text for w in row.words[:length])
        if len(row.words) > length and squeeze(first) == squeeze(name):
            rest = squeeze(" ".join(w.text for w in row.words[length:]))
            return len(row.words) if rest in _URGENT else length
    return 0


def _take_title(sheet: Sheet, index: int, words: int) -> tuple[Title, Sheet]:
    row = sheet.rows[index]
    head = row_of(row.page, row.words[:words])
    tail = row_of(row.page, row.words[words:]) if words < len(row.words) else None
    following = sheet.rows[index + 1 :]
    subject = _subject_rows(head, tail, following, sheet)
    taken = (row, *subject)
    rows = tuple(
        trimmed(without_noise(part))
        for part in ((tail, *subject) if tail is not None else subject)
    )
    title = Title(join_rows((head,)), join_rows(rows) if rows else None)
    return title, replace(sheet, rows=without(sheet.rows, taken))


def _unknown_kind(sheet: Sheet) -> tuple[Title, Sheet]:
    """A centred line of capitals that is no known kind, with centred lines below."""
    for index, row in enumerate(sheet.rows[:3]):
        centred = is_upper(row.text) and is_centred(row, sheet) and len(row.words) <= _MOST_WORDS
        follows = sheet.rows[index + 1 : index + 2]
        if not centred or parse_marker(row.text) or letter_count(row.text) < _FEW:
            continue
        if follows and is_centred(follows[0], sheet) and not is_upper(follows[0].text):
            return _take_title(sheet, index, len(row.words))
    return _subject_alone(sheet)


def _subject_alone(sheet: Sheet) -> tuple[Title, Sheet]:
    """The centred lines of a subject whose kind above it was lost."""
    for index, row in enumerate(sheet.rows[:6]):
        if _is_long(row, sheet) and not is_centred(row, sheet):
            break
        if _KINH_GUI.search(fold(row.text)):  # what follows is the body of a letter
            break
        if is_doubtful(row) or is_upper(row.text) or parse_marker(row.text) is not None:
            continue
        if is_centred(row, sheet) and letter_count(row.text) >= _LONG:
            subject = (row, *_subject_rows(row, row, sheet.rows[index + 1 :], sheet))
            rest = replace(sheet, rows=without(sheet.rows, subject))
            return Title(None, join_rows(subject)), rest
    return Title(), sheet


def _subject_rows(
    head: Row, tail: Row | None, following: Sequence[Row], sheet: Sheet
) -> tuple[Row, ...]:
    """The rows of the subject: centred under the name, until the body begins."""
    found: list[Row] = []
    last = tail or head
    for row in following:
        if is_doubtful(row) or _is_aside(row, last, sheet):
            continue
        if _ends_subject(row, last, (head, *found), sheet):
            break
        found.append(row)
        last = row
    return tuple(found)


def _is_aside(row: Row, last: Row, sheet: Sheet) -> bool:
    """Whether a short row stands beside the title, as the remains of a stamp do."""
    if _ABOUT.match(fold(row.text)):
        return False
    apart = row.box.x1 < sheet.center - 60 or row.box.x0 > sheet.center + 60
    return (
        apart
        and len(row.text) < 2 * _LONG
        and row.box.x0 > sheet.left + 2
        and last.box.width > _ASIDE
    )


def _ends_subject(row: Row, last: Row, above: Sequence[Row], sheet: Sheet) -> bool:
    folded = fold(row.text)
    is_first = len(above) == 1
    marker = parse_marker(row.text)
    counted = marker is not None and marker.kind not in BULLETS
    if _KINH_GUI.search(folded) or (counted and not is_first):
        return True
    if _is_issuing_line(row, above) or squeeze(row.text) in _DECISIONS:
        return True
    if _is_underlined(last, row, sheet) and not is_first:
        return True
    if is_first and _ABOUT.match(folded):
        return False
    if is_first:
        return not _is_near_centre(row, above[0], sheet) and _is_long(row, sheet)
    return _breaks_off(row, last, above, sheet)


def _breaks_off(row: Row, last: Row, above: Sequence[Row], sheet: Sheet) -> bool:
    """Whether a row below the first of the subject looks like the body's first line."""
    subject = above[1:]
    bracketed = row.text.startswith("(")
    if is_bold(subject[0].words) and not is_bold(row.words) and not bracketed:
        return True
    gap = row.box.top - last.box.bottom
    if gap > 1.25 * row.height:
        return True
    if not _is_near_centre(row, above[0], sheet):
        return True
    wide = row.box.width > 0.9 * (sheet.right - sheet.left)
    return wide and bool(_BODY_OPENERS.search(fold(row.text))) and not is_bold(row.words)


def _is_near_centre(row: Row, head: Row, sheet: Sheet) -> bool:
    """Whether a row is centred; plain text, which starts every row at the margin, passes too."""
    shift = min(row.middle - sheet.center, row.middle - head.middle, key=abs)
    indent = row.box.x0 - sheet.left
    flush = abs(indent) < _FLUSH and row.box.x1 < sheet.right - 0.1 * sheet.width
    narrow = row.box.width < 0.8 * (sheet.right - sheet.left)
    return flush or abs(shift) < sheet.width * (0.04 if narrow else 0.02)


def _is_issuing_line(row: Row, above: Sequence[Row]) -> bool:
    folded = fold(row.text)
    if not is_upper(row.text) or not folded.startswith(ISSUING_HEADS):
        return False
    return len(above) > 1 and not is_upper(above[-1].text)


def _is_underlined(last: Row, row: Row, sheet: Sheet) -> bool:
    """Whether the short line that closes a title is drawn between two rows."""
    return any(
        ruling.width > _RULE_WIDTH
        and ruling.height < _RULE_HEIGHT
        and ruling.width < 0.5 * sheet.width
        and abs((ruling.x0 + ruling.x1) / 2 - sheet.center) < sheet.width * 0.1
        and last.box.center[1] < ruling.center[1] < row.box.center[1] + 2
        for ruling in sheet.rulings
    )
