"""Words that stand side by side, as rows."""

from collections.abc import Sequence
from typing import Final

from nlp.geometry import Box
from nlp.reading.page import Word

_LAST: Final = 3  # words of a row that a further word is compared with
_SHARE: Final = 0.5  # of the lower word's height that two words of a row have in common
_FLAT: Final = 0.1  # points: the least height that counts


def split_rows(words: Sequence[Word]) -> list[tuple[Word, ...]]:
    """The words as rows from the top, each from left to right.

    A row follows its own slope, as on a sheet that was laid down askew.
    """
    rows: list[list[Word]] = []
    ends: list[tuple[float, float]] = []  # top and bottom of the last words of each row
    for word in sorted(words, key=lambda word: word.box.x0):
        top, bottom = word.box.top, word.box.bottom
        beside = [at for at, (upper, lower) in enumerate(ends) if upper < bottom and lower > top]
        shared = {at: share for at in beside if (share := _overlap(rows[at], word.box)) > 0}
        best = max(shared, key=lambda at: shared[at] - _off(rows[at], word.box), default=None)
        if best is not None and shared[best] >= _SHARE:
            rows[best].append(word)
            ends[best] = _reach(rows[best])
        else:
            rows.append([word])
            ends.append((top, bottom))
    return [tuple(row) for row in sorted(rows, key=_middle)]


def _reach(row: Sequence[Word]) -> tuple[float, float]:
    last = [word.box for word in row[-_LAST:]]
    return min(box.top for box in last), max(box.bottom for box in last)


def _middle(row: Sequence[Word]) -> tuple[float, float]:
    return sum(word.box.center[1] for word in row) / len(row), row[0].box.x0


def _overlap(row: Sequence[Word], box: Box) -> float:
    """The best share of height that a box has in common with the last words of the row."""
    return max(_common(word.box, box) for word in row[-_LAST:])


def _off(row: Sequence[Word], box: Box) -> float:
    """How far the middle of a box is from those of the row's last words, in its own height."""
    middle = box.center[1]
    off = min(abs(word.box.center[1] - middle) for word in row[-_LAST:])
    return off / max(box.height, _FLAT)


def _common(first: Box, second: Box) -> float:
    upper, lower, top, bottom = first.top, first.bottom, second.top, second.bottom
    shared = min(lower, bottom) - max(upper, top)
    return shared / max(min(lower - upper, bottom - top), _FLAT)
