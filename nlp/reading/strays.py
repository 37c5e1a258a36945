"""Strokes of seals, stamps and signatures that were read as words, told from print below them."""

from collections.abc import Sequence
from typing import Final

from nlp.reading.page import Frame, Word
from nlp.reading.rows import split_rows

_STRAY: Final = 0.55  # words of less confidence inside a frame are its strokes


def without_strays(words: Sequence[Word], frames: Sequence[Frame]) -> list[Word]:
    """The words without strokes of frames: one between two surer words of its row is print."""
    kept: list[Word] = []
    for row in split_rows(words):
        for at, word in enumerate(row):
            is_between = _goes_on(row[at - 1 : at + 1]) and _goes_on(row[at : at + 2][::-1])
            if is_between or not _is_stray(word, frames):
                kept.append(word)
    return kept


def _goes_on(pair: Sequence[Word]) -> bool:
    """Whether the first of two words is sure, and no wider space than one of text between them."""
    if len(pair) < 2 or pair[0].confidence < _STRAY:  # noqa: PLR2004 -- at the end of a row
        return False
    left, right = sorted((word.box for word in pair), key=lambda box: box.x0)
    return right.x0 - left.x1 < max(left.height, right.height)


def _is_stray(word: Word, frames: Sequence[Frame]) -> bool:
    return word.confidence < _STRAY and any(
        frame.box.contains(*word.box.center) for frame in frames
    )
