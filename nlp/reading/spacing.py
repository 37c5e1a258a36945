"""Words that blanks tore apart put together, and words that lost their blank parted."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from statistics import median
from typing import Final

from nlp.geometry import enclosing
from nlp.lexicon.compounds import is_known_syllable, known_pairs
from nlp.lexicon.syllables import is_syllable
from nlp.reading.page import Line, Word

_LETTERS: Final = 4  # single letters in a row that are a spaced word
_WIDER: Final = 1.4  # times as wide as between letters is the space between spaced words
_NEAR: Final = 0.75  # of the words' height may lie between pieces of a syllable
_LONGEST: Final = 7  # letters of a syllable (nghiêng)


def join_pieces(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, each with its torn words joined and its stuck ones parted.

    A joined word's box is around its pieces; a parted word's box is shared by its letters.
    """
    return tuple(Line(tuple(_parted(_joined(_unspaced(line.words))))) for line in lines)


def _unspaced(words: Sequence[Word]) -> list[Word]:
    """The words, runs of single letters read as the words that they spell."""
    found: list[Word] = []
    run: list[Word] = []
    for word in words:
        if len(word.text) == 1 and word.text.isalpha():
            run.append(word)
            continue
        found += _spelled(run)
        run = []
        found.append(word)
    return found + _spelled(run)


def _spelled(run: list[Word]) -> list[Word]:
    if len(run) < _LETTERS:
        return run
    groups = _by_gaps(run)
    if len(groups) == 1:
        groups = _by_syllables(run)
    if not all(is_syllable("".join(word.text for word in group)) for group in groups):
        return run
    return [_one(group) for group in groups]


def _by_gaps(run: Sequence[Word]) -> list[list[Word]]:
    usual = median(right.box.x0 - left.box.x1 for left, right in pairwise(run))
    groups = [[run[0]]]
    for left, right in pairwise(run):
        if right.box.x0 - left.box.x1 > _WIDER * max(usual, 0.5):
            groups.append([right])
        else:
            groups[-1].append(right)
    return groups


def _by_syllables(run: list[Word]) -> list[list[Word]]:
    """The run cut into as few known syllables as there can be, whole where there are none."""
    ends = _cut("".join(word.text for word in run).lower())
    starts = (0, *ends[:-1])
    return [run[start:end] for start, end in zip(starts, ends, strict=True)] if ends else [run]


@lru_cache(maxsize=256)
def _cut(letters: str) -> tuple[int, ...]:
    """Where the fewest known syllables that make up the letters end; empty where none do."""
    best: list[tuple[int, ...] | None] = [()]
    for end in range(1, len(letters) + 1):
        cuts = [
            (*before, end)
            for start in range(max(end - _LONGEST, 0), end)
            if (before := best[start]) is not None and is_known_syllable(letters[start:end])
        ]
        best.append(min(cuts, key=len, default=None))
    return best[-1] or ()


def _joined(words: Sequence[Word]) -> list[Word]:
    """The words, neighbours joined that are a known syllable only together."""
    found: list[Word] = []
    for word in words:
        found.append(word)
        for size in (3, 2):
            pieces = found[-size:]
            if len(pieces) == size and _is_torn(pieces):
                found[-size:] = [_one(pieces)]
                break
    return found


def _is_torn(pieces: Sequence[Word]) -> bool:
    texts = [word.text for word in pieces]
    core = "".join(texts).rstrip(".,;:)”")
    alone = [*texts[:-1], core[len("".join(texts[:-1])) :]]
    return (
        all(map(str.isalpha, alone))
        and (core.isupper() or core[1:].islower())
        and not all(map(is_known_syllable, alone))
        and is_known_syllable(core)
        and all(_is_near(left, right) for left, right in pairwise(pieces))
    )


def _is_near(left: Word, right: Word) -> bool:
    return right.box.x0 - left.box.x1 < _NEAR * min(left.box.height, right.box.height)


def _parted(words: Sequence[Word]) -> list[Word]:
    """The words, those parted that are no syllable but the two of a compound (QUYẾTĐỊNH)."""
    found: list[Word] = []
    for word in words:
        cut = _seam(word.text)
        found += _two(word, *cut) if cut else [word]
    return found


@lru_cache(maxsize=4096)
def _seam(text: str) -> tuple[int, int] | None:
    """Where the first syllable ends and the second begins, None where the word is one."""
    core = text.rstrip(".,;:")
    if "." not in core and (not core.isalpha() or is_syllable(core)):
        return None
    seams = [
        (end, end + (core[end] == "."))
        for end in range(2, len(core) - 1)
        if core[end - 1].isalpha() and "." not in core[:end]
    ]
    fits = [
        (end, start)
        for end, start in seams
        if (core.isupper() or core[1:].islower())
        and (core[:end].lower(), core[start:].lower()) in known_pairs()
    ]
    return fits[0] if len(fits) == 1 else None


def _two(word: Word, end: int, start: int) -> list[Word]:
    box, length = word.box, len(word.text)
    left, right = (box.x0 + box.width * place / length for place in (end, start))
    return [
        replace(word, text=word.text[:end], box=replace(box, x1=left)),
        replace(word, text=word.text[start:], box=replace(box, x0=right)),
    ]


def _one(pieces: Sequence[Word]) -> Word:
    if len(pieces) == 1:
        return pieces[0]
    return replace(
        pieces[0],
        text="".join(word.text for word in pieces),
        raw=" ".join(word.raw for word in pieces),
        box=enclosing(word.box for word in pieces),
        confidence=min(word.confidence for word in pieces),
    )
