"""The columns of a letterhead: organs, number and V/v on the left, motto and date on the right."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from nlp.regions.letterhead.anchors import is_date, is_motto, is_number
from nlp.regions.letterhead.organs import join_organs
from nlp.regions.printed.rows import (
    Row,
    join_rows,
    level_rows,
    row_of,
    trimmed,
    without,
    without_noise,
)
from nlp.regions.printed.sheet import Sheet
from nlp.regions.printed.text import fold, is_upper, letter_count
from nlp.regions.region import Letterhead

_SYMBOL: Final = re.compile(r"[/-]\s*[A-ZĐÐ]{2,}[\w&-]*")
_DATE: Final = re.compile(r"ng[aà]y.*th[aá]ng.*n[aă]m|ngay.*thang.*\d{4}|ngay.*nam\s*\d{4}")
_ABOUT: Final = re.compile(r"^\W*(?:v\s*[/il1]\s*v\b|viv\b|ve viec\b|trich yeu)")
_BRIEF_ABOUT: Final = re.compile(r"\W*v\s*/\s*v\b")
_PLAIN_ABOUT: Final = re.compile(r"\W*(?:v\s*/\s*v|ve)\b")
_KINH_GUI: Final = re.compile(r"^\W*kinh\W*(?:gui|chuyen|trinh)")
_FEW: Final = 3
_READ: Final = 0.3  # confidence below which small letters are a drawn line, of dashes or stars
_FLUSH: Final = 10.0


@dataclass(frozen=True, slots=True)
class _Columns:
    """The two columns of the letterhead, each row by row, and the foot of the zone in points."""

    left: tuple[Row, ...]
    right: tuple[Row, ...]
    foot: float


def read_two_columns(sheet: Sheet, gutter: float) -> tuple[Letterhead, Sheet]:
    """What the columns left and right of the gutter say, and the sheet without them."""
    columns = _columns(sheet, gutter)
    left, right = level_rows(columns.left), level_rows(columns.right)
    numbers = [row for row in left if is_number(row) or _has_symbol(row)][:1]
    dates = _date_rows(right)
    foot = max([row.box.bottom for row in (*numbers, *dates)], default=columns.foot)
    organs = _organ_rows(left, numbers, foot)
    about = _about_rows(left, numbers, sheet)
    mottoes = [row for row in right if is_motto(row)]
    taken = _pieces((*columns.left, *columns.right), (*organs, *numbers, *about, *dates, *mottoes))
    head = Letterhead(
        organs=join_organs(organs),
        motto=join_rows(mottoes) if mottoes else None,
        number=join_rows(numbers) if numbers else None,
        place_date=join_rows(dates) if dates else None,
        subject=join_rows(about) if about else None,
    )
    bottom = max((row.box.bottom for row in (*mottoes, *dates, *numbers, *about)), default=0.0)
    junk = [row for row in without(sheet.rows, taken) if row.box.center[1] < min(foot, bottom)]
    return head, replace(sheet, rows=without(without(sheet.rows, taken), junk))


def _pieces(candidates: Sequence[Row], used: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of the sheet whose words the rows `used` were levelled from."""
    words = {id(word) for row in used for word in row.words}
    return tuple(row for row in candidates if any(id(word) in words for word in row.words))


def _columns(sheet: Sheet, gutter: float) -> _Columns:
    anchors = [row for row in sheet.rows if is_motto(row) or is_number(row) or is_date(row)]
    anchors = [row for row in anchors if row.box.top < sheet.height * 0.42][:6]
    foot = max((row.box.bottom for row in anchors), default=0.0)
    right = tuple(
        row for row in sheet.rows if row.box.x0 >= gutter - 12 and row.box.center[1] <= foot + 2
    )
    reach = max(gutter + 60, sheet.width * 0.52)  # below the motto a subject may go on
    left = tuple(
        row
        for row in sheet.rows
        if row.middle < gutter and row.box.x1 < reach and row.box.top < foot + 110
    )
    return _Columns(left, right, foot)


def _has_symbol(row: Row) -> bool:
    symbol = _SYMBOL.search(row.text)
    return symbol is not None and any(
        letter.isdigit() for letter in row.text[: symbol.start() + 1]
    )


def _date_rows(right: Sequence[Row]) -> tuple[Row, ...]:
    """The row of place and date, or the two that it is broken over."""
    for index, row in enumerate(right):
        if is_date(row):
            return (row,)
        pair = row_of(row.page, row.words) if index + 1 >= len(right) else None
        if pair is None and "ngay" in fold(row.text) and not is_motto(row):
            following = right[index + 1]
            if _DATE.search(fold(f"{row.text} {following.text}")):
                return (row, following)
    loose = [row for row in right if re.search(r"\b(?:thang|ngay)\b.*\d{4}", fold(row.text))]
    return tuple(loose[:1])


def _organ_rows(left: Sequence[Row], numbers: Sequence[Row], foot: float) -> tuple[Row, ...]:
    """The capitals of the left column above the number."""
    end = numbers[0].box.center[1] if numbers else foot
    above = [row for row in left if row.box.center[1] < end - 2]
    rows = [trimmed(without_noise(row)) for row in above]
    rows = [row for row in rows if letter_count(row.text) > 1]
    return tuple(row for row in rows if is_upper(row.text) or _is_wrapped_organ(row, rows))


def _is_wrapped_organ(row: Row, rows: Sequence[Row]) -> bool:
    is_read = letter_count(row.text) > _FEW and row.line.confidence >= _READ
    return row is not rows[0] and is_upper(rows[0].text) and is_read


def _about_rows(left: Sequence[Row], numbers: Sequence[Row], sheet: Sheet) -> tuple[Row, ...]:
    """The rows of `V/v …` below the number."""
    found: list[Row] = []
    last = numbers[0] if numbers else None
    for row in left:
        if last is None or row.box.center[1] <= last.box.center[1] + 2:
            if last is None and _ABOUT.search(fold(row.text)):
                found.append(row)
                last = row
            continue
        gap = row.box.top - last.box.bottom
        if _KINH_GUI.search(fold(row.text)) or gap > (1.2 if found else 2.4) * row.height:
            break
        if (
            not found
            and not _ABOUT.search(fold(row.text))
            and not _sits_in_column(row, last, sheet)
        ):
            break
        if found and not _sits_in_column(row, last, sheet):
            break
        found.append(row)
        last = row
    return tuple(found) if found and not is_upper(found[0].text) else ()


def _sits_in_column(row: Row, above: Row, sheet: Sheet) -> bool:
    """Whether a row is centred under the one above, or flush with it, in the left column."""
    centred = abs(row.middle - above.middle) < sheet.width * 0.06
    return (
        centred or abs(row.box.x0 - above.box.x0) < _FLUSH
    ) and row.box.width < sheet.width * 0.5


def read_one_column(sheet: Sheet) -> tuple[Letterhead, Sheet]:
    """A letterhead without columns, as plain text has it: line under line."""
    top = list(sheet.rows[:16])
    numbers = [row for row in top if is_number(row) and _SYMBOL.search(row.text)][:1]
    numbers = numbers or [row for row in top if is_number(row)][:1]
    dates = [row for row in top if is_date(row)][:1]
    mottoes = [row for row in top if is_motto(row)]
    end = min((top.index(row) for row in (*numbers, *dates)), default=0)
    organs = [
        row
        for row in top[:end]
        if row not in mottoes and is_upper(row.text) and letter_count(row.text) > _FEW
    ]
    about = _plain_about(top)
    head = Letterhead(
        organs=join_organs(organs),
        motto=join_rows(mottoes) if mottoes else None,
        number=join_rows(numbers) if numbers else None,
        place_date=join_rows(dates) if dates else None,
        subject=join_rows(about) if about else None,
    )
    taken = (*numbers, *dates, *mottoes, *organs, *about)
    return head, replace(sheet, rows=without(sheet.rows, taken))


def _plain_about(top: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of `V/v …`, or of `Về …` next to the number."""
    for index, row in enumerate(top):
        follows = index > 0 and is_number(top[index - 1])
        if (_PLAIN_ABOUT if follows else _BRIEF_ABOUT).match(fold(row.text)):
            end = index + 1
            while end < len(top) and _goes_on(top[end], top[end - 1]):
                end += 1
            return tuple(top[index:end])
    return ()


def _goes_on(row: Row, above: Row) -> bool:
    """Whether a line of plain text goes on with the subject above."""
    other = is_date(row) or is_motto(row) or is_upper(row.text)
    other = other or _KINH_GUI.search(fold(row.text)) is not None
    return not other and row.box.top - above.box.bottom < 0.6 * row.height
