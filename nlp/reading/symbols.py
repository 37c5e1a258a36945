"""Letters of a document's number mended by the word of its type and by the organs that there are.

Only where recognition doubted the number: `Chỉ thị số 27-CO/TU` is 27-CT/TU, 418/KH-QBND is
418/KH-UBND. Digits stay as they were read, and a mended number is never sure.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import Levenshtein

from nlp.lexicon.schema import load_lexicon
from nlp.reading.page import Word

_NUMBER: Final = re.compile(r"\W?\d{1,6}[A-Z]?(?:/\d{4})?(?=[/-])")
_LETTERS: Final = re.compile(r"(?<=[/-])[^\W\d_][\w&]*")
_SURE: Final = 0.93
_DOUBT: Final = 0.5
_LEAST: Final = 4  # letters of an organ of which one may be wrong
_MOST_BEFORE: Final = 4  # words of the name of a type


def mend_symbols(words: Sequence[Word]) -> list[Word]:
    """The words of a line, with the letters of doubtful numbers mended."""
    return [
        _mended(word, words[:index]) if word.confidence < _SURE else word
        for index, word in enumerate(words)
    ]


def _mended(word: Word, before: Sequence[Word]) -> Word:
    number = _NUMBER.match(word.text)
    if number is None:
        return word
    signs = _signs_of(before)
    groups = list(_LETTERS.finditer(word.text, number.end()))
    text = word.text
    for place, group in reversed(list(enumerate(groups))):
        right = _right(group.group(), signs if place == 0 else (), is_first=place == 0)
        text = text[: group.start()] + right + text[group.end() :]
    return word if text == word.text else replace(word, text=text, confidence=_DOUBT)


def _right(letters: str, signs: Iterable[str], *, is_first: bool) -> str:
    """The group of letters as the type before it, or the organs that there are, tell it."""
    if letters in _known():
        return letters
    near = {sign for sign in signs if Levenshtein.distance(sign, letters, score_cutoff=1) <= 1}
    if not near and not is_first and len(letters) >= _LEAST:
        near = {name for name in _organs() if Levenshtein.distance(name, letters) == 1}
    return near.pop() if len(near) == 1 else letters


def _signs_of(before: Sequence[Word]) -> tuple[str, ...]:
    """The letters of the type whose name stands before a number: `Kế hoạch số`."""
    low = [word.text.lower().strip(":,.") for word in before[-_MOST_BEFORE - 1 :]]
    if low and low[-1] in ("số", "so", "sô"):
        low = low[:-1]
    names = (" ".join(low[start:]) for start in range(len(low)))
    return next((_types()[name] for name in names if name in _types()), ())


@lru_cache(maxsize=1)
def _types() -> dict[str, tuple[str, ...]]:
    return {name.lower(): tuple(row.symbols) for row in load_lexicon().type for name in row.names}


@lru_cache(maxsize=1)
def _organs() -> frozenset[str]:
    return frozenset(row.letters for row in load_lexicon().symbol if len(row.letters) >= _LEAST)


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    types = {sign for row in load_lexicon().type for sign in row.symbols}
    return frozenset(types | {row.letters for row in load_lexicon().symbol})
