"""To whom a directive is addressed: the items of Kính gửi, of `điện:` and of `kính mời:`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from nlp.reading.page import Passage, PlacedWord
from nlp.regions.printed.markers import BULLETS, parse_marker
from nlp.regions.printed.rows import Row, is_doubtful, join_rows, without
from nlp.regions.printed.sheet import Sheet
from nlp.regions.printed.text import fold, is_upper, letter_count

_GREETING: Final = re.compile(
    r"^\W*kinh\W*(?:gui|g\w?u\w?|chuyen|trinh)\b\s*[:;.,]*\s*|^\W*(?:\w{1,2}\W+)?gui\s*:\s*"
)
"""Its first word may be lost under a stamp."""
_TELEGRAM: Final = re.compile(r"\bdien\s*:\s*")
_INVITATION: Final = re.compile(r"(?:^\W*|\btran trong\s+)kinh\s*moi\s*:?\s*(?=\S*$|.*)")
_OPEN_INVITATION: Final = re.compile(r"\bkinh\s*moi\s*:\s*$")
_TORN_INVITATION: Final = re.compile(r"^\W*moi\s*:\s*$")
_DASHES: Final = frozenset("-–—+•")
_SEARCHED: Final = 8
_FEW: Final = 3
_CALLED: Final = re.compile(r"^\(?\s*(?:sau day|goi chung|goi tat|duoi day)")
_HANG: Final = 30.0
_INDENT: Final = 50.0
_NEAR_MARGIN: Final = 60.0
_INSET: Final = 90.0


def find_addressees(sheet: Sheet) -> tuple[tuple[Passage, ...], Sheet]:
    """The items of Kính gửi, and the sheet without its rows."""
    for index, row in enumerate(sheet.rows[:_SEARCHED]):
        folded = fold(row.text)
        greeting = _GREETING.match(folded)
        if greeting:
            return _take(sheet, index, greeting.end())
        telegram = _TELEGRAM.search(folded)
        if telegram and _is_sender(row.text[: telegram.start()]):
            return _with_item_above(sheet, index, _take(sheet, index, telegram.end()))
    invited, rest = _invited(sheet)
    return (invited, rest) if invited else _ungreeted(sheet)


def _ungreeted(sheet: Sheet) -> tuple[tuple[Passage, ...], Sheet]:
    """The list far within the margin that opens the body: a stamp lies over its Kính gửi."""
    marker = parse_marker(sheet.rows[0].text) if sheet.rows else None
    if marker is None or marker.kind not in BULLETS:
        return (), sheet
    items, taken = _listed(sheet.rows, sheet)
    is_list = len(items) > 1 and all(row.box.x0 > sheet.left + _INSET for row in taken)
    return (items, replace(sheet, rows=without(sheet.rows, taken))) if is_list else ((), sheet)


def _is_sender(before: str) -> bool:
    """Whether what stands before `điện:` is its sender in capitals, or nothing."""
    return not before.strip() or is_upper(before.split(",", maxsplit=1)[0])


def _with_item_above(
    sheet: Sheet, index: int, found: tuple[tuple[Passage, ...], Sheet]
) -> tuple[tuple[Passage, ...], Sheet]:
    """The same with the item beside the first line of a sender's name that takes two.

    `CHỦ TỊCH UBND      - Giám đốc Sở Y tế;` above `TỈNH SƠN LA điện: - Công an tỉnh;`.
    """
    items, rest = found
    if not items or index == 0:
        return found
    above, left = sheet.rows[index - 1], items[0].words[0].word.box.x0
    passage = join_rows((above,))
    beside = [placed for placed in passage.words if placed.word.box.x0 > left - _HANG]
    if not beside or beside[0].word.text not in _DASHES:
        return found
    sender = passage.text[: beside[0].start] or (sheet.rows[index - 2].text if index > 1 else "")
    if not is_upper(sender):
        return found
    item = passage.part(beside[0].end, len(passage.text))
    return (item, *items), replace(rest, rows=without(rest.rows, (above,)))


def _invited(sheet: Sheet) -> tuple[tuple[Passage, ...], Sheet]:
    """Those whom an invitation asks in, on its own line or below a colon."""
    for index, row in enumerate(sheet.rows):
        folded = fold(row.text)
        opened = _OPEN_INVITATION.search(folded)
        if _TORN_INVITATION.match(folded) and index:
            opened = _TORN_INVITATION.match(folded) if _ends_torn(sheet.rows[index - 1]) else None
        alone = re.match(r"^\W*(?:tran trong\s+)?kinh\s*moi\s*:?\s*", folded)
        if opened or (alone and index < _SEARCHED):
            end = opened.end() if opened else alone.end() if alone else 0
            return _take(sheet, index, end)
    return (), sheet


def _ends_torn(row: Row) -> bool:
    """Whether a row ends in `kính`, whose `mời:` begins the next one."""
    return re.search(r"\bkinh\s*$", fold(row.text)) is not None


def _take(sheet: Sheet, index: int, end: int) -> tuple[tuple[Passage, ...], Sheet]:
    row = sheet.rows[index]
    passage = join_rows((row,))
    rest = passage.part(end, len(passage.text))
    following = sheet.rows[index + 1 :]
    if letter_count(rest.text) >= _FEW or (rest.text.strip(" .:-_,") and is_upper(rest.text)):
        first = next(placed.word.box.x0 for placed in rest.words)
        items, taken = _named_at_once(rest, first, following, sheet)
    else:
        items, taken = _listed(following, sheet)
    if not items:
        return (), sheet
    return items, replace(sheet, rows=without(sheet.rows, (row, *taken)))


def _named_at_once(
    rest: Passage, first: float, following: Sequence[Row], sheet: Sheet
) -> tuple[tuple[Passage, ...], tuple[Row, ...]]:
    """Names that begin on the greeting's row: a list goes on below, or one name wraps."""
    groups: list[list[Passage]] = [[rest]]
    taken: list[Row] = []
    for row in following:
        hangs = row.box.x0 > first - 14 and row.box.x0 > sheet.left + 40
        if not (hangs or _wraps(row, groups[-1][-1].text)) or _is_far(
            row, taken[-1] if taken else None
        ):
            break
        if _opens_item(row, groups[-1][-1].text):
            groups.append([])
        groups[-1].append(join_rows((row,)))
        taken.append(row)
    return tuple(_item(group) for group in groups if not _is_note(group)), tuple(taken)


def _wraps(row: Row, above: str) -> bool:
    """Whether a row at the margin goes on with a list of names that a comma breaks off."""
    is_name = row.text[:1].isupper() and parse_marker(row.text) is None
    is_list = row.text.count(",") > 0 or above.count(",") > 1  # not `Kính gửi: Ông Lê An,`
    return is_name and above.rstrip().endswith(",") and is_list


def _listed(following: Sequence[Row], sheet: Sheet) -> tuple[tuple[Passage, ...], tuple[Row, ...]]:
    """The bullets or rows under a greeting that stands alone."""
    groups: list[list[Passage]] = []
    taken: list[Row] = []
    hang = 0.0
    for row in following:
        if groups and row.box.x1 < hang - _HANG:
            continue
        if letter_count(row.text) < _FEW or (groups and is_doubtful(row)):
            taken.append(row)
            continue
        if _is_counted(row) or (groups and _ends_list(row, taken, hang, sheet)):
            break
        if not groups or _opens_item(row, groups[-1][-1].text):
            groups.append([])
            hang = row.box.x0
        groups[-1].append(join_rows((row,)))
        taken.append(row)
    return tuple(_item(group) for group in groups if not _is_note(group)), tuple(taken)


def _ends_list(row: Row, taken: Sequence[Row], hang: float, sheet: Sheet) -> bool:
    marker = parse_marker(row.text)
    if marker is not None and marker.kind in BULLETS:
        return abs(row.box.x0 - hang) > _HANG or _is_far(row, taken[-1])
    if fold(row.text).startswith("("):
        return False
    if taken[-1].text.rstrip().endswith("."):
        return True
    is_flush = hang < sheet.left + _INDENT and not taken[-1].text.rstrip().endswith((";", ":"))
    if is_flush and _fills(taken[-1], sheet):
        return _is_far(row, taken[-1])
    deep = row.box.x0 >= hang - 6 and hang > sheet.left + _INDENT
    return not deep or _is_far(row, taken[-1])


def _fills(row: Row, sheet: Sheet) -> bool:
    """Whether a row runs to the right margin, so that what it says may go on below it."""
    return row.box.x1 > sheet.right - _NEAR_MARGIN


def _is_counted(row: Row) -> bool:
    """Whether a row opens a numbered section rather than an item of the list."""
    marker = parse_marker(row.text)
    return marker is not None and marker.kind in ("roman", "decimal", "article", "capital")


def _is_far(row: Row, above: Row | None) -> bool:
    return above is not None and row.box.top - above.box.bottom > 1.3 * row.height


def _opens_item(row: Row, above: str) -> bool:
    marker = parse_marker(row.text)
    if marker is not None and marker.kind in BULLETS:
        return True
    return row.text.startswith("(") or above.rstrip().endswith((";", ".", ":"))


def _is_note(group: Sequence[Passage]) -> bool:
    """Whether a group is only `(sau đây gọi chung là …)`."""
    return bool(_CALLED.match(fold(group[0].text)))


def _item(group: Sequence[Passage]) -> Passage:
    """One addressee without its bullet."""
    passage = _joined(group)
    marker = parse_marker(passage.text)
    start = marker.end if marker is not None and marker.kind in BULLETS else 0
    return passage.part(start, len(passage.text))


def _joined(group: Sequence[Passage]) -> Passage:
    text = ""
    words: list[PlacedWord] = []
    for passage in group:
        shift = len(text) + 1 if text else 0
        text = f"{text} {passage.text}" if text else passage.text
        words.extend(
            replace(placed, start=placed.start + shift, end=placed.end + shift)
            for placed in passage.words
        )
    return Passage(text, tuple(words))
