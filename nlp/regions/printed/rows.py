"""Printed lines at their place on a page, and how they are put together and taken apart."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from nlp.geometry import Box
from nlp.reading.page import Line, Passage, Word, passage_of
from nlp.regions.printed.text import has_print, letter_count

_COLUMN_GAP: Final = 3.5  # heights of a line
_FLAT: Final = 0.4  # of the height of a line: what is lower is a dash or a dot
_MOSTLY: Final = 0.6
_UNREAD: Final = 0.45
_POORLY_READ: Final = 0.72
_FEW_LETTERS: Final = 8


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line, or what is left of it, on page `page`."""

    page: int
    line: Line
    text: str
    box: Box

    @property
    def words(self) -> tuple[Word, ...]:
        """The words, left to right."""
        return self.line.words

    @property
    def height(self) -> float:
        """The height of the line in points, at least 1."""
        return max(self.box.height, 1.0)

    @property
    def middle(self) -> float:
        """The middle of the line along x."""
        return (self.box.x0 + self.box.x1) / 2


def row_of(page: int, words: Iterable[Word]) -> Row:
    """The row of `words`, of which there is at least one, sorted left to right."""
    line = Line(tuple(sorted(words, key=lambda word: word.box.x0)))
    return Row(page, line, line.text, line.box)


def part_rows(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows, those of two columns cut at the wide blank between them."""
    return tuple(part for row in rows for part in _parts(row))


def _parts(row: Row) -> Iterable[Row]:
    begin = 0
    for index, (word, following) in enumerate(pairwise(row.words), start=1):
        if following.box.x0 - word.box.x1 > _COLUMN_GAP * row.height:
            yield row_of(row.page, row.words[begin:index])
            begin = index
    yield row if begin == 0 else row_of(row.page, row.words[begin:])


def is_doubtful(row: Row) -> bool:
    """Whether a line is likelier the remains of ink than print: read without confidence."""
    confidence = row.line.confidence
    return confidence < _UNREAD or (
        confidence < _POORLY_READ and letter_count(row.text) < _FEW_LETTERS
    )


def _most(words: Sequence[Word], flags: Iterable[bool]) -> bool:
    total = sum(len(word.text) for word in words)
    marked = sum(len(word.text) for word, flag in zip(words, flags, strict=True) if flag)
    return total > 0 and marked / total > _MOSTLY


def is_bold(words: Sequence[Word]) -> bool:
    """Whether most of the words are bold."""
    return _most(words, (word.is_bold for word in words))


def is_italic(words: Sequence[Word]) -> bool:
    """Whether most of the words are italic."""
    return _most(words, (word.is_italic for word in words))


def join_rows(rows: Sequence[Row]) -> Passage:
    """The running text of rows in their order."""
    return passage_of(tuple((row.page, row.line) for row in rows))


def level_rows(rows: Iterable[Row], gap: float = math.inf) -> tuple[Row, ...]:
    """The rows of one column from the top, pieces at one height joined left to right.

    Pieces that a blank wider than `gap` points parts stay apart.
    """
    levels: list[list[Row]] = []
    for row in sorted(rows, key=lambda row: (row.page, row.box.center[1])):
        level = next((level for level in levels[-4:] if _is_level(level, row, gap)), None)
        if level is None:
            levels.append([row])
        else:
            level.append(row)
    return tuple(
        level[0]
        if len(level) == 1
        else row_of(level[0].page, (word for row in level for word in row.words))
        for level in levels
    )


def _is_level(level: Sequence[Row], row: Row, gap: float) -> bool:
    return any(
        piece.page == row.page
        and abs(piece.box.center[1] - row.box.center[1]) < 0.5 * _least_height(piece, row)
        and max(piece.box.x0, row.box.x0) - min(piece.box.x1, row.box.x1) <= gap
        for piece in level
    )


def _least_height(piece: Row, row: Row) -> float:
    """The height of the lower of two, of a dash alone as much as of a small letter."""
    low, high = sorted((piece.height, row.height))
    return max(low, _FLAT * high)


def split_row(row: Row, gap: float) -> tuple[Row, ...]:
    """The pieces of a row between blanks wider than `gap` points."""
    pieces: list[list[Word]] = []
    for word in row.words:
        if pieces and word.box.x0 - pieces[-1][-1].box.x1 <= gap:
            pieces[-1].append(word)
        else:
            pieces.append([word])
    return (row,) if len(pieces) == 1 else tuple(row_of(row.page, piece) for piece in pieces)


def trimmed(row: Row) -> Row:
    """The row without words at its ends that hold no letter or digit, as specks and quotes are."""
    words = list(row.words)
    while len(words) > 1 and not has_print(words[0].text):
        words.pop(0)
    while len(words) > 1 and not has_print(words[-1].text.replace("-", "a")):
        words.pop()
    return row if len(words) == len(row.words) else row_of(row.page, words)


def without_noise(row: Row) -> Row:
    """The row without the single letters and marks that a seal or dirt leaves in it."""
    kept = [word for word in row.words if not _is_noise(word)]
    return row if len(kept) == len(row.words) or not kept else row_of(row.page, kept)


def _is_noise(word: Word) -> bool:
    plain = word.text.strip(".,;:'`|_")
    if not has_print(plain):
        return plain not in {"-", "–", "—"} or word.confidence < _UNREAD
    return len(plain) == 1 and word.confidence < _POORLY_READ


def without(rows: Iterable[Row], taken: Iterable[Row]) -> tuple[Row, ...]:
    """The rows that are not among `taken`, told by identity."""
    gone = {id(row) for row in taken}
    return tuple(row for row in rows if id(row) not in gone)


def words_outside(row: Row, box: Box) -> Row | None:
    """The row without the words whose middle lies in `box`, None where none is left."""
    kept = tuple(word for word in row.words if not box.contains(*word.box.center))
    if len(kept) == len(row.words):
        return row
    return row_of(row.page, kept) if kept else None
