"""Words with a lost or wrong tone mended, where only another tone makes a known compound.

Recognition loses hooks (ổ read as ố) and sees dots of dirt, and what it makes of them are often
words of the language; so a word is judged by its neighbours, never alone. A word that makes a
compound with a neighbour stays, and so does one that may stand anywhere. No digit is changed.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from nlp.lexicon.compounds import (
    bound_syllables,
    free_syllables,
    known_pairs,
    load_compounds,
)
from nlp.lexicon.syllables import is_syllable, split_tone
from nlp.reading.page import Word

_ACUTE, _HOOK, _TILDE, _DOT = "\u0301", "\u0309", "\u0303", "\u0323"
_EDGES: Final = ".,;:()“”\"'/-+!?"
_LEAST: Final = 2  # letters
_ROUND: Final = str.maketrans("êếềểễệôốồổỗộ", "ôốồổỗộêếềểễệ")
_LOOKALIKE: Final = str.maketrans("v", "y")  # inside a syllable there is no v

Key = tuple[str, str]  # a syllable without its tone, and its tone


@dataclass(frozen=True, slots=True)
class _Spot:
    """A word without the marks around it, and its neighbours where no mark stands between."""

    core: str
    left: str | None
    right: str | None


def mend_tones(words: Sequence[Word]) -> list[Word]:
    """The words of a line, those mended that make a known compound only with another tone."""
    cores = [word.text.strip(_EDGES) for word in words]
    mended = list(words)
    for index, word in enumerate(words):
        if len(cores[index]) < _LEAST or not cores[index].isalpha():
            continue
        right = _right(_spot(words, cores, index))
        if right is not None:
            text = word.text.replace(cores[index], in_case(right, cores[index]), 1)
            mended[index] = replace(word, text=text)
    return _mend_pairs(mended)


def _mend_pairs(words: Sequence[Word]) -> list[Word]:
    """The words, two that stand side by side mended where each lost its tone: thâm quyên."""
    mended = list(words)
    for index in range(len(words) - 1):
        pair = mended[index : index + 2]
        cores = [word.text.strip(_EDGES) for word in pair]
        if not pair[0].text.endswith(cores[0]) or not pair[1].text.startswith(cores[1]):
            continue
        if any(map(_is_settled, cores)) or (cores[0].istitle() and cores[1].istitle()):
            continue
        near = [word.text.strip(_EDGES) for word in mended[max(0, index - 1) : index + 3]]
        if any(is_known_pair(*both) for both in pairwise(near)):
            continue
        found = [
            both
            for both in _pairs_by_letters().get(tuple(map(bare_letters, cores)), ())
            if all(map(_lost_tone, cores, both))
        ]
        if len(found) == 1:
            for at, (word, core, right) in enumerate(
                zip(pair, cores, found[0], strict=True), start=index
            ):
                mended[at] = replace(word, text=word.text.replace(core, in_case(right, core), 1))
    return mended


def _is_settled(core: str) -> bool:
    """Whether a word may stand as it is, or is too short to tell."""
    return len(core) < _LEAST or not core.isalpha() or core.lower() in free_syllables()


def _lost_tone(core: str, other: str) -> bool:
    return not split_tone(core)[1] and bool(split_tone(other)[1])


def is_known_pair(first: str, second: str) -> bool:
    """Whether two syllables, in any case, stand side by side in a compound."""
    return (split_tone(first), split_tone(second)) in _pairs()


def _spot(words: Sequence[Word], cores: Sequence[str], index: int) -> _Spot:
    left = right = None
    if index and words[index].text.startswith(cores[index]):
        left = cores[index - 1] if words[index - 1].text.endswith(cores[index - 1]) else None
    if index + 1 < len(words) and words[index].text.endswith(cores[index]):
        follows = words[index + 1].text.startswith(cores[index + 1])
        is_name = cores[index].islower() and cores[index + 1].istitle()  # sông Văn Úc
        right = cores[index + 1] if follows and not is_name else None
    return _Spot(
        cores[index],
        left if left and left.isalpha() else None,
        right if right and right.isalpha() else None,
    )


def _right(spot: _Spot) -> str | None:
    """The syllable that stood on paper, None where the one that was read may stand."""
    seen = spot.core.lower()
    if seen in free_syllables() or _support(seen, spot):
        return None
    found: dict[str, int] = {}
    for other in _candidates(seen):
        count = _support(other, spot)
        if count and (_lost_hook(seen, other) or not _is_doubtful(other, spot, count)):
            found[other] = count
    best = [other for other in found if found[other] == max(found.values())]
    if not best:
        return bound_syllables().get(seen)
    return best[0] if len(best) == 1 else None


def _support(syllable: str, spot: _Spot) -> int:
    """With how many neighbours the syllable makes a compound."""
    key = split_tone(syllable)
    left = spot.left is not None and (split_tone(spot.left), key) in _pairs()
    right = spot.right is not None and (key, split_tone(spot.right)) in _pairs()
    return left + right


def _is_doubtful(other: str, spot: _Spot, count: int) -> bool:
    """Whether the word may be part of a name, or rests on a neighbour that may stand anywhere.

    A name begins with a capital beside another; the compounds know none, and so some neighbour
    does not bear the compound.
    """
    both = [word for word in (spot.left, spot.right) if word is not None]
    near = [word for word in both if word.lower() not in free_syllables()]  # not Giao at a start
    capital = any(word[:1].isupper() for word in near)
    if spot.core[:1].isupper() and capital and count < len(near):
        return True
    return not any(_support(other, _Spot(spot.core, word, word)) for word in near)


def _candidates(seen: str) -> Iterable[str]:
    """Known syllables that recognition may have read as this one."""
    if is_syllable(seen):
        tone = split_tone(seen)[1]
        letters = bare_letters(seen)
        same = _by_letters().get(letters, ())
        swapped = seen.translate(_ROUND)  # ể read for ổ; the letters around it are beyond doubt
        alike = [swapped] if swapped in _by_letters().get(bare_letters(swapped), ()) else []
        near = [other for other in same if _is_likely(tone, split_tone(other)[1])]
        return [*near, *(other for other in alike if other != seen)]
    plain = _by_letters().get(bare_letters(seen), ())
    return plain or _by_letters().get(bare_letters(seen[0] + seen[1:].translate(_LOOKALIKE)), ())


def _is_likely(seen: str, other: str) -> bool:
    """Whether one tone is read for the other: not where one is above the letter and one below."""
    return seen == other or not (seen and other and _DOT in (seen, other))


def _lost_hook(seen: str, other: str) -> bool:
    return split_tone(other)[1] == _HOOK and split_tone(seen)[1] in {"", _ACUTE, _TILDE}


def in_case(syllable: str, like: str) -> str:
    """The syllable in the case of another word.

    >>> in_case("sở", "SO"), in_case("sở", "So")
    ('SỞ', 'Sở')
    """
    if like.isupper():
        return syllable.upper()
    return syllable[:1].upper() + syllable[1:] if like[:1].isupper() else syllable


def bare_letters(syllable: str) -> str:
    """The syllable without any mark, in small letters."""
    parts = unicodedata.normalize("NFD", syllable.lower())
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).replace("đ", "d")


@lru_cache(maxsize=1)
def _pairs() -> frozenset[tuple[Key, Key]]:
    return frozenset((split_tone(first), split_tone(second)) for first, second in known_pairs())


@lru_cache(maxsize=1)
def _pairs_by_letters() -> dict[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The known pairs by their bare letters, those in which a word may stand anywhere left out."""
    found: dict[tuple[str, ...], dict[tuple[Key, Key], tuple[str, str]]] = {}
    for pair in known_pairs():
        if not free_syllables().intersection(pair):
            keys = found.setdefault(tuple(map(bare_letters, pair)), {})
            keys.setdefault((split_tone(pair[0]), split_tone(pair[1])), pair)
    return {letters: tuple(keyed.values()) for letters, keyed in found.items()}


@lru_cache(maxsize=1)
def _by_letters() -> dict[str, tuple[str, ...]]:
    """The known syllables by their bare letters, each spelling of a tone once."""
    found: dict[str, dict[Key, str]] = {}
    for entry in load_compounds():
        for syllable in entry:
            found.setdefault(bare_letters(syllable), {}).setdefault(split_tone(syllable), syllable)
    return {letters: tuple(keyed.values()) for letters, keyed in found.items()}
