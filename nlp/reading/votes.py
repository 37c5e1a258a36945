"""The best of several readings of one row, by what the closing of a directive can say."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from nlp.lexicon.names import name_syllables
from nlp.lexicon.schema import load_lexicon
from nlp.lexicon.syllables import is_syllable
from nlp.reading.engine import OcrWord
from nlp.reading.second import without_doubles

_UNSURE: Final = 0.58  # how far a word is trusted on which readings do not agree
_STROKE: Final = 0.3  # confidence below which a word is a stroke of the ring,
_JUNK: Final = 0.6  # and so is one below this that is no syllable
_KNOWN: Final = 0.3  # by which a word of titles or names is more probable
_STRANGE: Final = 0.3  # by which what is no syllable is less
_NAMELIKE: Final = re.compile(r"[A-ZÀ-ỸĐ][a-zà-ỹđ]{2,}$")
_LETTERS: Final = frozenset("YQ")  # that are words alone
_PARTS: Final = re.compile(r"[.-]")
_MARKS: Final = ".,;:'`ˆ^|_/-“”\""
_SIGNS: Final = frozenset({"KT", "TM", "TL", "TUQ", "K/T", "T/M", "T/L"})


def legible(words: Sequence[OcrWord]) -> list[OcrWord]:
    """The words without what is no more than strokes."""
    return [
        word
        for word in words
        if any(map(str.isalpha, core := _core(word)))
        and (len(core) > 1 or core in _LETTERS)
        and word.confidence >= (_STROKE if _bonus(word) >= 0 or _NAMELIKE.match(core) else _JUNK)
    ]


def voted(first: Sequence[OcrWord], others: Sequence[Sequence[OcrWord]]) -> list[OcrWord]:
    """The words of a row: on each spot the most probable of all readings.

    They are sure only where the first reading, that of the page, and another say the whole row
    so, and none says it with other marks.
    """
    pool = [
        replace(word, confidence=word.confidence + _bonus(word))
        for reading in (first, *others)
        for word in reading
    ]
    best = [
        replace(word, confidence=round(word.confidence - _bonus(word), 4))
        for word in without_doubles(pool)
    ]
    said = _said(best)
    alike = [other for other in map(_said, others) if _bare(other) == _bare(said)]
    if _said(first) == said and alike and set(alike) == {said}:
        return best
    return [replace(word, confidence=_UNSURE) for word in best]


def is_of_closing(words: Sequence[OcrWord]) -> bool:
    """Whether words say a title or a name, and are no strokes of emblem or signature."""
    parts = [_bare(part) for word in words for part in _PARTS.split(_core(word))]
    known = [part for part in parts if part in _known_bare()]
    return len(known) > 1 and 2 * len(known) >= len(parts)


def _said(words: Sequence[OcrWord]) -> str:
    """What a row says, without its spaces and marks."""
    text = "".join(word.text for word in sorted(words, key=lambda word: word.left))
    return unicodedata.normalize("NFC", "".join(letter for letter in text if letter.isalnum()))


def _bare(text: str) -> str:
    """The letters without the signs on them."""
    letters = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()


def _core(word: OcrWord) -> str:
    """A word without the marks around it."""
    return unicodedata.normalize("NFC", word.text.strip(_MARKS))


def _bonus(word: OcrWord) -> float:
    """By how much a word is more probable than the engine knows, as one that a closing has."""
    core = _core(word)
    if all(part in _known() for part in _PARTS.split(core)):
        return _KNOWN
    return 0.0 if is_syllable(core.lower()) else -_STRANGE


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """The words of titles in capitals, and of names."""
    posts = " ".join(words for row in load_lexicon().post for words in row.words)
    titles = posts.upper().replace(",", " ").split()
    return frozenset((*titles, "ỦY", "BAN", "NHÂN", "DÂN")) | _SIGNS | name_syllables()


@lru_cache(maxsize=1)
def _known_bare() -> frozenset[str]:
    return frozenset(map(_bare, _known()))
