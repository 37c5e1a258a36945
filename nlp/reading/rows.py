"""Words that stand side by side, as rows."""

from collections.abc import Sequence
from typing import Final

from nlp.reading.page import Word

_LAST: Final = 3  # words of a row that a further word is compared with
_SHARE: Final = 0.5  # of the lower word's height that two words of a row have in common


def split_rows(words: Sequence[Word]) -> list[tuple[Word, ...]]:
    """The words as rows from the top, each from left to right.

    A row follows its own slope, as on a sheet that was laid down askew.
    """
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.box.x0):
        beside = (row for row in rows if _is_beside(row, word))
        best = max(beside, key=lambda row: _nearness(row, word), default=None)
        if best is not None and _overlap(best, word) >= _SHARE:
            best.append(word)
        else:
            rows.append([word])
    return [tuple(row) for row in sorted(rows, key=_middle)]


def _is_beside(row: Sequence[Word], word: Word) -> bool:
    top, bottom = word.box.top, word.box.bottom
    return any(other.box.top < bottom and other.box.bottom > top for other in row[-_LAST:])


def _middle(row: Sequence[Word]) -> tuple[float, float]:
    return sum(word.box.center[1] for word in row) / len(row), row[0].box.x0


def _overlap(row: Sequence[Word], word: Word) -> float:
    """The best share of height that the word has in common with the last words of the row."""
    return max(_common(other, word) for other in row[-_LAST:])


def _nearness(row: Sequence[Word], word: Word) -> float:
    off = min(abs(other.box.center[1] - word.box.center[1]) for other in row[-_LAST:])
    return _overlap(row, word) - off / max(word.box.height, 0.1)


def _common(first: Word, second: Word) -> float:
    shared = min(first.box.bottom, second.box.bottom) - max(first.box.top, second.box.top)
    return shared / max(min(first.box.height, second.box.height), 0.1)
