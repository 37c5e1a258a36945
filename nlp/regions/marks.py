"""Marks of urgency and secrecy: KHẨN, HỎA TỐC, MẬT … as a line of their own or a framed mark."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final, Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq, Levenshtein

from nlp.evidence import Evidence, Leaf
from nlp.lexicon.compounds import is_known_syllable
from nlp.reading.page import Frame
from nlp.regions.printed.rows import Row, row_of, split_row, without
from nlp.regions.printed.sheet import Sheet
from nlp.regions.printed.text import is_upper, letter_count, squeeze
from nlp.regions.region import Mark

_URGENCIES: Final = {
    "hoatoc": "HỎA TỐC",
    "hoatochengio": "HỎA TỐC",
    "thuongkhan": "THƯỢNG KHẨN",
    "khan": "KHẨN",
}
_SECRECIES: Final = {"tuyetmat": "TUYỆT MẬT", "toimat": "TỐI MẬT", "mat": "MẬT"}
_NAMES: Final = {**_SECRECIES, **_URGENCIES}
_SPOKEN: Final = frozenset(["hỏa", "hoả", "tốc", "thượng", "khẩn", "tuyệt", "tối", "mật"])
_CLEAR: Final = (0.5, 0.85)  # confidence of all words, and of the surest, that are what they say
_VERY_CLEAR: Final = 0.8  # so sure is one word that speaks against all marks
_LABEL: Final = re.compile(r"^do(?:mat|khan)")
_HIGH: Final = 0.5
_LIKE: Final = 62.0  # of 100: so much like a secrecy is one,
_MUCH_LIKE: Final = 70.0  # and so much like an urgency is one
_LEGIBLE: Final = 3
_HINT: Final = 52.0
_SCRAPS: Final = 2
_UNREAD_WIDTH: Final = 130.0
_UNREAD_HEIGHT: Final = 40.0
_UNREAD_CONFIDENCE: Final = 0.3


def find_marks(sheet: Sheet) -> tuple[tuple[Mark, ...], Sheet]:
    """The marks of a page, those in frames first, and the sheet without their words."""
    framed = tuple(
        mark
        for frame in sheet.frames
        if frame.kind == "mark"
        for mark in _framed_marks(frame, sheet)
    )
    taken: list[Row] = []
    added: list[Row] = []
    printed: list[Mark] = []
    for row in sheet.rows:
        if row.box.center[1] > sheet.height * _HIGH:
            continue
        pieces = split_row(row, 1.2 * row.height)
        found = [(piece, mark) for piece in pieces if (mark := _mark_of(piece)) is not None]
        if found:
            taken.append(row)
            added.extend(without(pieces, (piece for piece, _ in found)))
            printed.extend(mark for _, mark in found)
    rows = (*without(sheet.rows, taken), *added)
    return _once((*framed, *printed)), replace(sheet, rows=rows)


def _once(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks, each value once, the first mention kept."""
    by_value: dict[str, Mark] = {}
    for mark in marks:
        by_value.setdefault(mark.value.value, mark)
    return tuple(by_value.values())


def _framed_marks(frame: Frame, sheet: Sheet) -> tuple[Mark, ...]:
    """The mark that a frame says; where that cannot be read, the one that it may be.

    A frame that may be a mark of secrecy is taken for it with a low confidence: a secret document
    that is kept does more harm than an urgent one that is put before the clerk. One whose letters
    rather are those of an urgency is such a mark, as unsure.
    Source: Thông tư 24/2020/TT-BCA, mẫu dấu MẬT; Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.10.
    """
    rows = tuple(row_of(sheet.number, line.words) for line in frame.lines if line.words)
    read = _marks_in(rows)
    if frame.ink in {"black", "grey"}:  # lines of print have such boxes too: letters must tell
        return read
    if read or frame.box.center[1] > sheet.height * _HIGH or not _is_mark_sized(frame):
        return read
    text = " ".join(row.text for row in rows)
    value = None if _says_other_words(rows) else _may_be(text)
    if value is None:
        return ()
    kind: Literal["urgency", "secrecy"] = "secrecy" if value in _SECRECIES.values() else "urgency"
    evidence = Evidence(sheet.number, frame.box, text, "mark.unread")
    return (Mark(kind, Leaf(value, _UNREAD_CONFIDENCE, evidence)),)


def _is_mark_sized(frame: Frame) -> bool:
    """Whether a frame has the size of a mark: 8 mm high and 20, 30 or 40 mm wide, give or take."""
    return frame.box.width <= _UNREAD_WIDTH and frame.box.height <= _UNREAD_HEIGHT


def _may_be(text: str) -> str | None:
    """The mark that scraps of letters may come from, a secret one in doubt; None for other words.

    >>> _may_be(""), _may_be("KH"), _may_be("BẢN SAO"), _may_be("T"), _may_be("HỎA")
    ('MẬT', 'KHẨN', None, 'MẬT', 'HỎA TỐC')
    """
    scraps = squeeze(text)
    if letter_count(text) >= _LEGIBLE:
        likest = max(_NAMES, key=lambda name: fuzz.ratio(scraps, name))
        return _NAMES[likest] if fuzz.ratio(scraps, likest) >= _HINT else None
    secret, urgent = (
        max(names, key=lambda name: (_shared(scraps, name), -len(name)))
        for names in (_SECRECIES, _URGENCIES)
    )
    if len(scraps) >= _SCRAPS and _shared(scraps, urgent) > _shared(scraps, secret):
        return _URGENCIES[urgent]
    return _SECRECIES[secret]


def _shared(scraps: str, name: str) -> float:
    """How many of the letters read stand in a name, in order, less those that do not."""
    if not scraps:
        return 0.0
    return 2 * LCSseq.similarity(scraps, name) - len(scraps)


def _marks_in(rows: Iterable[Row]) -> tuple[Mark, ...]:
    """The mark that the lines of one frame say together, or each alone."""
    rows = tuple(rows)
    whole = row_of(rows[0].page, (word for row in rows for word in row.words)) if rows else None
    candidates = (*rows, whole) if whole is not None else ()
    found = tuple(mark for row in candidates if (mark := _mark_of(row)) is not None)
    is_damaged = not found and not _says_other_words(rows)
    guess = _damaged_mark(whole) if whole is not None and is_damaged else None
    return found[:1] if guess is None else (guess,)


def _says_other_words(rows: Iterable[Row]) -> bool:
    """Whether a frame surely holds words that no mark has: MẶT TRẬN, THÔNG BÁO.

    All are clear, or one that is unlike the words of every mark is very clear.
    """
    words = [word for row in rows for word in row.words]
    texts = [word.text.strip(".,:;!|I").lower() for word in words]  # I: the side of the frame
    sure = [word.confidence for word in words]
    if len(words) < 2 or not _SPOKEN.isdisjoint(texts):  # noqa: PLR2004 - one may be any mark
        return False
    very_clear = (text for text, share in zip(texts, sure, strict=True) if share >= _VERY_CLEAR)
    all_clear = min(sure) >= _CLEAR[0] and max(sure) >= _CLEAR[1]
    return any(map(_is_foreign, very_clear)) or (all_clear and all(map(is_known_syllable, texts)))


def _is_foreign(text: str) -> bool:
    """Whether a word is a syllable that differs from those of marks in more than one letter."""
    if not is_known_syllable(text):
        return False
    return all(Levenshtein.distance(squeeze(text), squeeze(word)) > 1 for word in _SPOKEN)


def _damaged_mark(row: Row) -> Mark | None:
    """The mark that the words of a frame are likest to; a frame holds nothing but a mark."""
    key = squeeze(row.text)
    likest = max(_NAMES, key=lambda name: fuzz.ratio(key, name))
    likeness = fuzz.ratio(key, likest)
    if likeness < (_LIKE if likest in _SECRECIES else _MUCH_LIKE):
        return None
    return _mark(row, _NAMES[likest], likest, (likeness / 100) ** 2)


def _mark(row: Row, value: str, key: str, share: float = 1.0) -> Mark:
    kind: Literal["urgency", "secrecy"] = "urgency" if key in _URGENCIES else "secrecy"
    evidence = Evidence(row.page, row.box, row.text, f"mark.{kind}")
    return Mark(kind, Leaf(value, row.line.confidence * share, evidence))


def _mark_of(row: Row) -> Mark | None:
    """The mark that a row of capitals is, None where it says more or other than a mark."""
    key = _LABEL.sub("", squeeze(row.text))
    value = _URGENCIES.get(key) or _SECRECIES.get(key)
    if value is None or not is_upper(row.text) or not _keeps_tone(row.text, value):
        return None
    return _mark(row, value, key)


def _keeps_tone(text: str, value: str) -> bool:
    """Whether a short mark was read with a letter that its plain look-alikes lack.

    `MẶT` and `MÁT` are words of their own; `MẬT`, `MÂT` and a bare `MAT` are the mark.
    """
    if value != "MẬT":
        return True
    vowel = next((letter for letter in text.upper() if letter in "AÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬ"), "")
    return vowel in "AÂẬẤẦẨẪẠ"
