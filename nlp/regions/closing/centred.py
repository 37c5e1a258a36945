"""Titles of which a seal hid a part, told by what is left and by the middle of their block.

The lines of a signature block stand centred over the name, so that what was read of a title and
its place tell how much is missing at which side.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from nlp.lexicon.schema import load_lexicon
from nlp.reading.page import Word
from nlp.regions.printed.names import TITLE_HEADS
from nlp.regions.printed.rows import Row, row_of
from nlp.regions.printed.text import fold

_LEAST_SURE: Final = 0.5  # confidence of a row: what is less sure may be strokes of the seal
_INFERRED: Final = 0.58  # and of the words given back: the clerk is asked
_OFF: Final = 1.2  # letters by which a line may stand off the middle of its block,
_CLEAR: Final = 0.8  # and by which the next best title must stand farther off
_LEAST: Final = 4  # letters that tell of a title


def with_whole_titles(rows: Sequence[Row], middle: float) -> tuple[Row, ...]:
    """The rows of a signature block about `middle` (points), the damaged titles whole."""
    return tuple(_whole(row, middle) for row in rows)


def _whole(row: Row, middle: float) -> Row:
    is_whole = any(title in row.text for title in _titles())
    if is_whole or not _LEAST_SURE <= row.line.confidence < 1.0:
        return row
    for words in _parts(row.words):
        seen = " ".join(word.text for word in words)
        if sum(map(str.isalpha, seen)) < _LEAST:
            continue
        found = _fitting(seen, words, middle)
        if found is not None:
            return row_of(row.page, _laid(found, seen, words))
    return row


def _parts(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The runs of a row that may be a part of a title, the longest first."""
    for size in range(len(words), 0, -1):
        for start in range(len(words) - size + 1):
            yield words[start : start + size]


def _fitting(seen: str, words: Sequence[Word], middle: float) -> str | None:
    """The one title with these words in it that stands in the middle, if these alone do not."""
    pitch = (words[-1].box.x1 - words[0].box.x0) / len(seen)
    off: dict[str, float] = {}
    for title in _titles():
        at = _place(seen, title)
        if at is not None:
            left = words[0].box.x0 - at * pitch
            off[title] = abs(left + len(title) * pitch / 2 - middle) / pitch
    if not off:
        return None
    best, *others = sorted(off, key=lambda title: off[title])
    alone = abs((words[0].box.x0 + words[-1].box.x1) / 2 - middle) / pitch
    rivals = [alone, *(off[other] for other in others)]
    return best if off[best] <= _OFF and min(rivals) - off[best] >= _CLEAR else None


def _place(seen: str, title: str) -> int | None:
    """Where in a title what was read begins, if it is its first or its last words."""
    if title.endswith(f" {seen}"):
        return len(title) - len(seen)
    return 0 if title.startswith(f"{seen} ") else None


def _laid(title: str, seen: str, words: Sequence[Word]) -> Iterator[Word]:
    """The words of the title where they stand; those given back were read as nothing."""
    pitch = (words[-1].box.x1 - words[0].box.x0) / len(seen)
    start = len(title) - len(seen) if title.endswith(seen) else 0
    at = 0
    for text in title.split():
        box = replace(
            words[0].box,
            x0=words[0].box.x0 + (at - start) * pitch,
            x1=words[0].box.x0 + (at + len(text) - start) * pitch,
        )
        raw = text if start <= at < start + len(seen) else ""
        yield replace(words[0], text=text, raw=raw, box=box, confidence=_INFERRED)
        at += len(text) + 1


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    """The titles of more than one word, in capitals."""
    names = (words.upper() for row in load_lexicon().post for words in row.words)
    return frozenset(name for name in names if " " in name and fold(name).startswith(TITLE_HEADS))
