"""Strokes of seals, stamps and signatures that were read as words, told from print below them."""

from collections.abc import Sequence
from typing import Final

from nlp.reading.page import Frame, Word
from nlp.reading.rows import split_rows

_STRAY: Final = 0.55  # words of less confidence inside a frame are its strokes
_TOUCHING: Final = 0.3  # of the height of a word that the next may reach into it


def without_strays(words: Sequence[Word], frames: Sequence[Frame]) -> list[Word]:
    """The words without strokes of frames: one between two surer words of its row is print."""
    if not any(_is_stray(word, frames) for word in words):
        return list(words)
    kept: list[Word] = []
    for row in split_rows(words):
        for at, word in enumerate(row):
            is_between = _goes_on(row[at - 1 : at + 1]) and _goes_on(row[at : at + 2][::-1])
            if is_between or not _is_stray(word, frames):
                kept.append(word)
    return kept


def _goes_on(pair: Sequence[Word]) -> bool:
    """Whether the first of two words is sure and stands beside the other, as in a line of text."""
    if len(pair) < 2 or pair[0].confidence < _STRAY:  # noqa: PLR2004 -- at the end of a row
        return False
    sure, other = (word.box for word in pair)
    gap = max(sure.x0, other.x0) - min(sure.x1, other.x1)
    is_level = sure.top < other.center[1] < sure.bottom
    return is_level and -_TOUCHING * sure.height < gap < max(sure.height, other.height)


def _is_stray(word: Word, frames: Sequence[Frame]) -> bool:
    return word.confidence < _STRAY and any(
        frame.box.contains(*word.box.center) for frame in frames
    )
