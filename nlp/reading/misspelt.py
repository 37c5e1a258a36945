"""Words that no Vietnamese syllable is spelled like, mended by the words beside them.

Recognition turns letters into signs that look alike, loses one or sees one too many (thưc hiên,
c0ng văn, hoàn thnh). What comes of it is mostly no syllable. Such a word, where recognition itself
doubted it, becomes the one known syllable that differs by a letter and makes a known pair with a
neighbour. Abbreviations, numbers and words that recognition was sure of stay; no digit that
stands in a number is ever changed, and a mended word is never surer than it was.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final, TypeVar

from rapidfuzz.distance import Levenshtein

from nlp.lexicon.compounds import free_syllables, is_known_syllable, load_compounds
from nlp.lexicon.names import name_syllables
from nlp.lexicon.neighbours import neighbouring_pairs
from nlp.lexicon.schema import load_lexicon
from nlp.lexicon.syllables import is_syllable, split_tone
from nlp.reading.page import Word
from nlp.reading.tones import bare_letters, in_case

_EDGES: Final = ".,;:()“”„‚‘’\"'/-+!?~_"
_SURE: Final = 0.93  # a word surer than this stands as it was read
_LEAST: Final = 3  # signs of a word that can be told
_LEAST_UPPER: Final = 4  # shorter capitals are an abbreviation
_LEAST_BESIDE: Final = 2  # letters beside a digit
_DIGITS: Final = str.maketrans("01568", "OISGB")
_LEAST_FAR: Final = 4  # letters of a word of which one may be wrong
_STRAY: Final = 1  # signs in a word that are no letters
_STRAY_IN: Final = re.compile(r"(?P<head>[^\W\d_]+)(?P<sign>[-.,:;'’`~|])(?P<tail>[^\W\d_]+)")

_SPECK_BEHIND: Final = re.compile(r"(?P<head>[^\W\d_]{2,})['´`~|_](?P<end>[.,;:)]?)")
_LONE_CAPITAL: Final = re.compile(r"(?:^|\W)[A-ZĐ]$")
_NUMBERED: Final = re.compile(r"\d+\w?/(?:\d{4}/)?[\w-]*[A-ZĐ]")

Key = tuple[str, str]
K = TypeVar("K")


def mend_misspelt(words: Sequence[Word]) -> list[Word]:
    """The words of a line, those mended that can be told by their neighbours."""
    mended = list(words)
    for index, word in enumerate(words):
        if word.confidence >= _SURE and bare_letters(word.text) != "so":
            continue
        word = mended[index] = _without_speck(word)  # noqa: PLW2901
        core = word.text.strip(_EDGES)
        syllable = _without_stray(core) or _without_digit(core) or _number_sign(mended, index)
        if syllable is None and _is_misspelt(core) and not _is_torn(mended, index):
            syllable = _right(core, _neighbour(mended, index, -1), _neighbour(mended, index, 1))
        if syllable is not None:
            text = word.text.replace(core, in_case(syllable, core), 1)
            mended[index] = replace(word, text=text)
    return mended


def _without_speck(word: Word) -> Word:
    """The word without a speck that was read as a sign behind its letters (định', hiện~)."""
    found = _SPECK_BEHIND.fullmatch(word.text)
    return replace(word, text=found["head"] + found["end"]) if found else word


def _number_sign(words: Sequence[Word], index: int) -> str | None:
    """`số` where one letter is wrong, between a type's name and a number (Kế hoạch bố 15/KH)."""
    core = words[index].text.lower()
    if not 0 < index < len(words) - 1 or core == "số" or not core.isalpha():
        return None
    is_named = words[index - 1].text.lower() in _type_ends()
    is_numbered = _NUMBERED.match(words[index + 1].text) is not None
    return "số" if is_named and is_numbered and _changes("số", bare_letters(core)) <= 1 else None


def _without_stray(core: str) -> str | None:
    """The syllable that a speck stands in (n'gành, Ủ:Y), None where there is none."""
    found = _STRAY_IN.fullmatch(core)
    if found is None:
        return None
    rest = found["head"] + found["tail"]
    is_one_word = rest[1:].islower() or rest.isupper()
    is_joined = found["sign"] == "-" and is_syllable(found["head"]) and is_syllable(found["tail"])
    is_known = is_known_syllable(rest) or rest.lower() in free_syllables()
    return rest.lower() if is_one_word and is_known and not is_joined else None


def _without_digit(core: str) -> str | None:
    """The syllable in capitals of which one letter was read as a digit (CA0, ĐỒN6, 8ẠC)."""
    letters = "".join(filter(str.isalpha, core))
    if len(core) - len(letters) != 1 or len(letters) < _LEAST_BESIDE or not letters.isupper():
        return None
    text = core.translate(_DIGITS)
    is_marked = not core.isascii() or len(core) > _LEAST  # V05 and PC07 are names of units
    return text.lower() if is_marked and text.isalpha() and is_known_syllable(text) else None


def _is_misspelt(core: str) -> bool:
    """Whether a word is meant as one syllable, and spelled as none can be."""
    letters = "".join(filter(str.isalpha, core))
    if len(core) < _LEAST or len(core) - len(letters) > _STRAY or _is_known(core):
        return False
    if core in name_syllables():
        return False
    return len(letters) >= _LEAST_UPPER if letters.isupper() else letters[1:].islower()


def _is_torn(words: Sequence[Word], index: int) -> bool:
    """Whether the word may be the rest of a name whose first letter stands before it: N guyễn."""
    return bool(index) and _LONE_CAPITAL.search(words[index - 1].text) is not None


def _is_known(core: str) -> bool:
    return split_tone(core) in _keys()


def _neighbour(words: Sequence[Word], index: int, step: int) -> str | None:
    """The syllable beside a word, None where a mark stands between or none is there."""
    at = index + step
    if not 0 <= at < len(words):
        return None
    near, far = (words[index], words[at]) if step > 0 else (words[at], words[index])
    is_parted = near.text[-1:] in _EDGES or far.text[:1] in _EDGES
    core = words[at].text.strip(_EDGES)
    if is_parted:
        return None
    spelled = _spelled_out().get(core)
    if spelled is not None:
        return spelled[-1 if step < 0 else 0]
    return core.lower() if is_syllable(core) else None


def _right(core: str, left: str | None, right: str | None) -> str | None:
    """The one syllable that was printed, None where there is none or more than one.

    One whose tone alone was lost (chât) is told by itself; what is spelled like a syllable may be
    a name or a word that the lexicon lacks, and needs its neighbours most.
    """
    before = _behind().get(split_tone(left), frozenset()) if left else frozenset()
    after = _ahead().get(split_tone(right), frozenset()) if right else frozenset()
    low, seen = core.lower(), bare_letters(core)
    either, both = before | after, before & after
    toned = _by_base().get(split_tone(core)[0], frozenset())
    if toned and not is_syllable(core):
        return _nearest(either & toned or toned, low)
    same = _by_letters().get(seen, frozenset())
    told = same & either or (frozenset() if is_syllable(core) else same & free_syllables())
    if told:
        return _nearest(told, low)
    is_told = core.islower() or len(seen) >= _LEAST_FAR
    is_clear = is_told and not same & either and not is_syllable(core)
    anywhere = free_syllables() if core.islower() else frozenset()
    wide = either if core.islower() and len(seen) >= _LEAST_FAR else ()  # a word that no name is
    choices: tuple[Collection[str], ...] = (both, wide) if is_clear or not same else ()
    if is_clear and not same:
        choices = both, either, anywhere
    near = ([word for word in choice if _changes(word, seen) <= 1] for choice in choices)
    return _nearest(next(filter(None, near), ()), low)


def _changes(word: str, seen: str) -> int:
    """How many letters were put in, left out or exchanged; two stands for any more than one."""
    return Levenshtein.distance(bare_letters(word), seen, score_cutoff=1)


def _nearest(found: Iterable[str], seen: str) -> str | None:
    """The word with the most signs in their places, marks and all; None where two are as near.

    Of those the one with the fewest changes, a mark on a letter counting as one.
    """
    parts = unicodedata.normalize("NFD", seen)
    ranked = sorted(
        (
            sum(a == b for a, b in zip(word, seen, strict=False)),
            -Levenshtein.distance(unicodedata.normalize("NFD", word), parts),
            word,
        )
        for word in found
    )
    is_told = len(ranked) == 1 or (len(ranked) > 1 and ranked[-1][:2] > ranked[-2][:2])
    return ranked[-1][-1] if is_told else None


@lru_cache(maxsize=1)
def _type_ends() -> frozenset[str]:
    """The last words of the names of types (hoạch, định, văn)."""
    return frozenset(name.lower().split()[-1] for row in load_lexicon().type for name in row.names)


@lru_cache(maxsize=1)
def _spelled_out() -> dict[str, list[str]]:
    """The syllables that abbreviations stand for: tỉnh stands behind UBND as behind dân."""
    rows = load_lexicon().abbreviation
    return {short: row.full.lower().split() for row in rows for short in row.short}


@lru_cache(maxsize=1)
def _syllables() -> frozenset[str]:
    paired = {word for pair in neighbouring_pairs() for word in pair}
    return (
        frozenset(word for entry in load_compounds() for word in entry) | paired | free_syllables()
    )


@lru_cache(maxsize=1)
def _keys() -> frozenset[Key]:
    return frozenset(map(split_tone, _syllables()))


@lru_cache(maxsize=1)
def _by_base() -> dict[str, frozenset[str]]:
    """The known syllables by their letters and marks without the tone."""
    return _grouped((split_tone(word)[0], word) for word in _syllables())


@lru_cache(maxsize=1)
def _by_letters() -> dict[str, frozenset[str]]:
    """The known syllables by their letters without any mark."""
    return _grouped((bare_letters(word), word) for word in _syllables())


@lru_cache(maxsize=1)
def _behind() -> dict[Key, frozenset[str]]:
    """The syllables that follow each."""
    return _grouped((split_tone(first), second) for first, second in neighbouring_pairs())


@lru_cache(maxsize=1)
def _ahead() -> dict[Key, frozenset[str]]:
    """The syllables that go before each."""
    return _grouped((split_tone(second), first) for first, second in neighbouring_pairs())


def _grouped(rows: Iterable[tuple[K, str]]) -> dict[K, frozenset[str]]:
    found: dict[K, set[str]] = {}
    for key, word in rows:
        found.setdefault(key, set()).add(word)
    return {key: frozenset(words) for key, words in found.items()}
