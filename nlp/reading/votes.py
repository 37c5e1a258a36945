"""The best of several readings of one row, by what the closing of a directive can say."""

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from nlp.lexicon.names import bare, is_settled, name_syllables
from nlp.lexicon.schema import load_lexicon
from nlp.lexicon.syllables import is_syllable
from nlp.reading.engine import OcrWord

_UNSURE: Final = 0.58  # how far a word is trusted on which readings do not agree
_STROKE: Final = 0.3  # confidence below which a word is a stroke of the ring,
_JUNK: Final = 0.6  # and so is one below this that is no syllable
_KNOWN: Final = 0.3  # by which a word of titles or names is more probable
_STRANGE: Final = 0.3  # by which what is no syllable is less
_NAMELIKE: Final = re.compile(r"[A-ZÀ-ỸĐ][a-zà-ỹđ]{2,}$")
_LETTERS: Final = frozenset("YQ")  # that are words alone
_PARTS: Final = re.compile(r"[.-]")
_JOINS: Final = frozenset("-–&")  # that stand alone in a title
_SHARED: Final = 0.35  # of the narrower of two words that stand on one spot
_AGREED: Final = 0.05  # by which each further reading that says so makes a word more probable
_LEAST_ALONE: Final = 4  # letters of a word that tells of a title alone
_MARKS: Final = ".,;:'`ˆ^|_/-–—“”\""
_SIGNS: Final = frozenset({"KT", "TM", "TL", "TUQ", "K/T", "T/M", "T/L"})


def legible(words: Sequence[OcrWord]) -> list[OcrWord]:
    """The words without what is no more than strokes."""
    return [word for word in words if word.confidence >= _least(word)]


def _least(word: OcrWord) -> float:
    """How sure a word must be that is no stroke."""
    said = core(word)
    if word.text in _JOINS:
        return _JUNK
    if not any(map(str.isalpha, said)) or (len(said) == 1 and said not in _LETTERS):
        return math.inf
    is_titled = said.isupper() and _bonus(word) >= 0
    return _STROKE if is_titled or _bonus(word) > 0 or _NAMELIKE.match(said) else _JUNK


def voted(first: Sequence[OcrWord], others: Sequence[Sequence[OcrWord]]) -> list[OcrWord]:
    """The words of a row: on each spot the most probable of all readings.

    They are sure only where the first reading, that of the page, and another say the whole row
    so, and none says it with other marks.
    """
    best = _best([word for reading in (first, *others) for word in reading])
    said = _said(best)
    alike = [other for other in map(_said, others) if bare(other) == bare(said)]
    if _said(first) == said and alike and set(alike) == {said}:
        return best
    return [_without_strokes(word) for word in doubted(_with_whole_titles(best))]


def _without_strokes(word: OcrWord) -> OcrWord:
    """A word without the strokes before it; a mark alone stays."""
    return replace(word, text=word.text.lstrip(_MARKS) or word.text)


def doubted(words: Sequence[OcrWord]) -> list[OcrWord]:
    """The words, none of them sure."""
    return [replace(word, confidence=_UNSURE) for word in words]


def is_told_by_letters(words: Sequence[OcrWord], touched: Sequence[OcrWord]) -> bool:
    """Whether a row stays the same whatever marks a line across the touched words hides or adds.

    Words in capitals are those of titles, which are few; a name may have others of its letters.
    """
    return all(
        core(word).isupper() or is_settled(core(word), is_family=place == 0)
        for place, word in enumerate(sorted(words, key=lambda word: word.left))
        if word in touched
    )


def _with_whole_titles(words: Sequence[OcrWord]) -> list[OcrWord]:
    """The words, a damaged one whole where one word of titles alone ends so before the next.

    Or where one alone has its letters, whose marks were lost.
    """
    row = sorted(words, key=lambda word: word.left)
    for place, (word, behind) in enumerate(pairwise(row)):
        seen = core(word)
        if seen.isupper() and seen not in _known():
            before = _words_before().get(core(behind), frozenset())
            ends = [
                {one for one in before if one.endswith(end)} for end in (seen, seen[1:]) if end
            ]
            ends.append({one for one in before if bare(one) == bare(seen)})
            whole = next((fits.pop() for fits in ends if len(fits) == 1), None)
            row[place] = replace(word, text=whole) if whole else word
    return row


def _best(pool: Sequence[OcrWord]) -> list[OcrWord]:
    """On each spot the most probable word of a row."""

    def worth(word: OcrWord) -> float:
        same = sum(other.text == word.text and _is_on(other, word) for other in pool)
        return word.confidence + _bonus(word) + _AGREED * same

    found: list[OcrWord] = []
    for word in sorted(pool, key=worth, reverse=True):
        if not any(_is_on(word, other) for other in found):
            found.append(word)
    return found


def _is_on(word: OcrWord, other: OcrWord) -> bool:
    shared = min(word.right, other.right) - max(word.left, other.left)
    return shared > _SHARED * min(word.right - word.left, other.right - other.left)


def is_of_closing(words: Sequence[OcrWord]) -> bool:
    """Whether words say a title or a name, and are no strokes of emblem or signature."""
    parts = [bare(part) for word in words for part in _PARTS.split(core(word))]
    known = [part for part in parts if part in _known_bare()]
    if len(parts) == 1 and len(parts[0]) >= _LEAST_ALONE:
        return core(words[0]) in {title[-1] for title in _titles()}  # the rest is hidden
    return len(known) > 1 and 2 * len(known) >= len(parts)


def _said(words: Sequence[OcrWord]) -> str:
    """What a row says, without its spaces and marks."""
    text = "".join(word.text for word in sorted(words, key=lambda word: word.left))
    return unicodedata.normalize("NFC", "".join(letter for letter in text if letter.isalnum()))


def core(word: OcrWord) -> str:
    """A word without the marks around it."""
    return unicodedata.normalize("NFC", word.text.strip(_MARKS))


def _bonus(word: OcrWord) -> float:
    """By how much a word is more probable than the engine knows, as one that a closing has."""
    said = core(word)
    if all(part in _known() for part in _PARTS.split(said)):
        return _KNOWN
    is_cut = said[:1].islower()  # neither titles nor names have small letters first
    return 0.0 if is_syllable(said.lower()) and not is_cut else -_STRANGE


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """The words of titles in capitals, and of names."""
    titles = (word for title in _titles() for word in title)
    return frozenset((*titles, "ỦY", "BAN", "NHÂN", "DÂN")) | _SIGNS | name_syllables()


@lru_cache(maxsize=1)
def _titles() -> tuple[tuple[str, ...], ...]:
    """The titles, word by word in capitals."""
    titles = (words for row in load_lexicon().post for words in row.words)
    return tuple(tuple(title.upper().replace(",", " ").split()) for title in titles)


@lru_cache(maxsize=1)
def _words_before() -> dict[str, frozenset[str]]:
    """For each word of titles those that stand before it in one."""
    found: dict[str, set[str]] = {}
    for title in _titles():
        for word, behind in pairwise(title):
            found.setdefault(behind, set()).add(word)
    return {behind: frozenset(words) for behind, words in found.items()}


@lru_cache(maxsize=1)
def _known_bare() -> frozenset[str]:
    return frozenset(map(bare, _known()))
