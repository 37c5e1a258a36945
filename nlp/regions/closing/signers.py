"""Signature blocks: lines of authority, of the title, and the name, one block a signer."""

import re
from collections.abc import Sequence
from typing import Final

from nlp.reading.page import Passage, Word
from nlp.regions.closing.centred import with_whole_titles
from nlp.regions.printed.names import SURNAMES, TITLE_HEADS
from nlp.regions.printed.rows import Row, join_rows, level_rows, row_of, without
from nlp.regions.printed.text import fold, has_print, is_upper, letter_count
from nlp.regions.region import Signer

_AUTHORITY: Final = re.compile(
    r"""
    ^\W* (?: (?:T\s*[./,:]?\s*M | K\s*[./,:]?\s*T | T\s*[./,:]?\s*L
              | T\s*[./]?\s*U\s*[./]?\s*Q | Q)
              \s*[.,:/]*\s+(?=\w)
        | (?:[TI]M|KT|K[I1l](?=[.,])|T[LI]|TUQ|Q)\s*[.,:/]+\s*(?=\w)
        | T/M | K/T | T/L
        | (?:THỪA\sLỆNH|THAY\sMẶT)\b )
    """,
    re.VERBOSE,
)
_SIGNED_FOR: Final = re.compile(r"K[T1I][.,]?\s(?:CHỦ|GIÁM|BỘ|CỤC|VỤ|TRƯỞNG|CHÁNH|HIỆU|VIỆN)\b")
_DEGREES: Final = re.compile(
    r"""
    ^(?: (?: GS|PGS|TS|ThS|Th\.S|TSKH|BS|BSCKI+|CKI+|DS|KS|KTS|CN|LS|NGƯT|NGND|TTND|TTƯT
        | (?:Đại|Thượng|Trung|Thiếu)\s(?:tá|úy|tướng) | Ông|Bà ) (?![^\W\d_]) [.,]* \s* )+
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAME_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)?")
_APART: Final = 90.0
_SURE: Final = 0.5
_PLAIN: Final = 0.75
_LETTERS_ALONE: Final = re.compile(r"[^\W\d_][^\d_|“”„?!<>{}\[\]]*")
_BY_HAND: Final = re.compile(r"^\W*(?:[KVLRXH]\W{0,2}[TÍIFil1][.,:]*\s*|[KVLRXH][.,:]?\s)(?=\S)")
_MARKS: Final = ".,;:'`|_-“”\""
_DASHES: Final = frozenset("-–")  # that join the parts of a title
_FEW_LETTERS: Final = 4
_NAME_LENGTHS: Final = range(2, 6)
_RUN_LENGTHS: Final = range(2, 9)
_LONGEST: Final = 8
_SCRAP: Final = 4
_MIDDLE_NAMES: Final = frozenset({"Thị", "Văn", "THỊ", "VĂN"})


def find_signers(rows: Sequence[Row]) -> tuple[Signer, ...]:
    """The signature blocks among the rows of a closing, left to right, without empty ones."""
    columns = _columns(tuple(_without_noise(row) for row in rows))
    signers = [_signer(_centred(level_rows(column))) for column in columns]
    return tuple(
        signer for signer in signers if signer.authority or signer.title or signer.name is not None
    )


def _centred(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows of a block, the damaged titles over its name whole."""
    runs = [(_score(words), row, words) for row in rows for words in _name_runs(row)]
    _, name, words = max(runs, key=lambda run: run[0], default=(0.0, None, ()))
    if name is None or _score(words) <= 0:
        return rows
    above = [row for row in rows if (row.page, row.box.bottom) < (name.page, name.box.top)]
    middle = row_of(name.page, words).middle
    return (*with_whole_titles(above, middle), *without(rows, above))


def _without_noise(row: Row) -> Row:
    """The row without the single letters and figures that a seal leaves between its words.

    Before a title all short scraps go: a KT. written by hand is read as anything.
    """
    kept = [word for word in row.words if not _is_noise(word)]
    while kept and kept[0].text in _DASHES:
        del kept[0]
    if not is_authority(_text(kept)) and not is_title(_text(kept)):
        kept = _from_title(kept)
    return row if len(kept) == len(row.words) or not kept else row_of(row.page, kept)


def _from_title(words: list[Word]) -> list[Word]:
    """The words from a title on that only a scrap or two stand before, else all of them."""
    for start in (1, 2):
        tail = words[start:]
        if len(tail) > 1 and is_title(_text(tail)) and is_upper(_text(tail)):
            return tail if all(_is_scrap(word) for word in words[:start]) else words
    return words


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _is_scrap(word: Word) -> bool:
    return len(word.text) <= _SCRAP and word.confidence < _PLAIN


def _is_noise(word: Word) -> bool:
    plain = word.text.strip(_MARKS)
    if not has_print(plain):
        return word.text not in _DASHES
    is_name = plain == "A" and word.confidence >= _PLAIN  # Vàng A Chở
    alone = len(plain) == 1 and plain.upper() not in "QYÝÁU" and not is_name
    return alone or (plain.isdigit() and word.confidence < _PLAIN)


def is_authority(text: str) -> bool:
    """Whether a line opens with TM., KT., TL., TUQ., Q. or a party's T/M, K/T, T/L.

    >>> is_authority("TM. ỦY BAN NHÂN DÂN"), is_authority("TRƯỞNG PHÒNG")
    (True, False)
    """
    if _AUTHORITY.match(text):
        return True
    written = _BY_HAND.match(text)
    return written is not None and is_title(text[written.end() :]) and is_upper(text)


def _columns(rows: Sequence[Row]) -> tuple[tuple[Row, ...], ...]:
    """The rows by column; columns are told by titles that stand side by side."""
    anchors = [row for row in rows if _is_block_line(row)]
    middles: list[float] = []
    for row in sorted(anchors, key=lambda row: row.middle):
        if not middles or row.middle - middles[-1] > _APART:
            middles.append(row.middle)
    if len(middles) <= 1 or not _side_by_side(anchors):
        return (tuple(rows),)
    columns: list[list[Row]] = [[] for _ in middles]
    for row in rows:
        nearest = min(range(len(middles)), key=lambda i: abs(middles[i] - row.middle))
        columns[nearest].append(row)
    return tuple(tuple(column) for column in columns if column)


def _is_block_line(row: Row) -> bool:
    if not is_upper(row.text) or letter_count(row.text) < _FEW_LETTERS:
        return False
    return is_authority(row.text) or is_title(row.text)


def _side_by_side(anchors: Sequence[Row]) -> bool:
    return any(
        abs(one.box.center[1] - other.box.center[1]) < 0.8 * one.height
        and one.box.x1 < other.box.x0
        for one in anchors
        for other in anchors
    )


def _signer(rows: Sequence[Row]) -> Signer:
    capitals = [
        row
        for row in rows
        if is_upper(row.text)
        and letter_count(row.text) >= _FEW_LETTERS
        and (row.line.confidence >= _SURE or _SIGNED_FOR.match(row.text))
    ]
    authority = _authority(capitals)
    title = _title([row for row in capitals if row not in authority], authority)
    if not authority and len(title) > 1 and _is_deputy(title[-1].text):
        authority, title = title[:-1], title[-1:]
    floor = max((row.box.bottom for row in (*authority, *title)), default=0.0)
    page = max((row.page for row in (*authority, *title)), default=0)
    below = [
        row
        for row in rows
        if row not in authority
        and row not in title
        and (row.page > page or row.box.top > floor - 4)
    ]
    return Signer(
        tuple(join_rows((row,)) for row in authority),
        tuple(join_rows((row,)) for row in title),
        _name(below),
    )


def _is_deputy(text: str) -> bool:
    """Whether a title is a deputy's, who signs for the title above (its KT. is often by hand)."""
    return fold(text).startswith(("pho", "thu truong"))


def _authority(capitals: Sequence[Row]) -> tuple[Row, ...]:
    """The lines of authority, with the lines that an organ's name in them runs over."""
    found: list[Row] = []
    for row in capitals:
        if is_authority(row.text) or (found and _goes_on(row, found[-1])):
            found.append(row)
        elif found:
            rest = capitals[capitals.index(row) :]
            if not any(is_authority(other.text) for other in rest):
                break
    return tuple(found)


def _goes_on(row: Row, above: Row) -> bool:
    """Whether a line of capitals belongs to the organ or title named above it."""
    is_awaited = above.text.endswith((*_DASHES, ",", "&", " VÀ"))
    if is_title(row.text) or (_is_name_text(row.text) and not is_awaited):
        return False
    if row.line.confidence < _PLAIN and not is_awaited:
        return False
    near = row.box.top - above.box.bottom < 1.2 * row.height and row.page == above.page
    return (
        near
        and bool(_LETTERS_ALONE.fullmatch(row.text))
        and abs(row.middle - above.middle) < _APART
    )


def _title(capitals: Sequence[Row], authority: Sequence[Row]) -> tuple[Row, ...]:
    last = authority[-1] if authority else None
    found: list[Row] = []
    for row in capitals:
        above = found[-1] if found else last
        near = (
            above is None
            or row.page != above.page
            or row.box.top - above.box.bottom < 2.2 * row.height
        )
        opens = is_title(row.text)
        if near and (opens or (found and _goes_on(row, found[-1]))):
            found.append(row)
    return tuple(found)


def is_title(text: str) -> bool:
    """Whether a text opens with a person's title, and not with the surname Trương.

    >>> is_title("PHÓ CHỦ TỊCH"), is_title("TRƯƠNG VĂN AN")
    (True, False)
    """
    return fold(text).startswith(TITLE_HEADS) and not text.startswith("TRƯƠNG ")


def _is_name_text(text: str) -> bool:
    words = fold(text).split()
    return len(words) in _NAME_LENGTHS and words[0] in SURNAMES and not is_title(text)


def _name(rows: Sequence[Row]) -> Passage | None:
    """The person's name: the lowest row that reads like one, junk of seals beside it cut away."""
    candidates = [(_score(words), row, words) for row in rows for words in _name_runs(row)]
    candidates = [candidate for candidate in candidates if candidate[0] > 0]
    if not candidates:
        return None
    _, row, words = max(candidates, key=lambda item: (item[0], item[1].page, item[1].box.top))
    return join_rows((row_of(row.page, words),))


def _name_runs(row: Row) -> tuple[tuple[Word, ...], ...]:
    """Runs of two to six capitalised words, from a surname where there is one."""
    runs: list[list[Word]] = [[]]
    is_mixed = not is_upper(row.text)
    for word in row.words:
        plain = word.text.strip(_MARKS)
        named = _NAME_WORD.fullmatch(plain) and plain[:1].isupper()
        named = named and not (is_mixed and len(plain) > 1 and plain.isupper())
        if named or _DEGREES.match(f"{word.text} "):
            runs[-1].append(word)
        else:
            runs.append([])
    return tuple(tuple(_from_surname(run)) for run in runs if len(run) in _RUN_LENGTHS)


def _from_surname(run: Sequence[Word]) -> Sequence[Word]:
    for index, word in enumerate(run[:-1]):
        is_first = fold(word.text) in SURNAMES and not (index and word.text in _MIDDLE_NAMES)
        if is_first and index < len(run) - 1:
            start = index
            while start > 0 and _DEGREES.match(f"{run[start - 1].text} "):
                start -= 1
            return run[start : index + 5]
    return run[:5]


def _score(words: Sequence[Word]) -> float:
    """How much a run of words looks like a name; 0 where it cannot be one."""
    plain = [word.text for word in words if not _DEGREES.match(f"{word.text} ")]
    if len(plain) not in _NAME_LENGTHS or any(len(word) > _LONGEST for word in plain):
        return 0.0
    text = " ".join(plain)
    if is_upper(text) and (is_title(text) or fold(plain[0]) not in SURNAMES):
        return 0.0
    confidence = sum(word.confidence for word in words) / len(words)
    surname = 1.0 if fold(plain[0]) in SURNAMES else 0.0
    mixed = 0.3 if not is_upper(text) else 0.0
    long = 0.2 if letter_count(text) > _FEW_LETTERS else 0.0
    return surname + mixed + long + confidence if letter_count(text) >= _FEW_LETTERS else 0.0
