"""The compounds of office language: which syllables there are, and which stand side by side."""

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from nlp.lexicon.syllables import split_tone


@lru_cache(maxsize=1)
def load_compounds() -> tuple[tuple[str, ...], ...]:
    """The words of compounds.txt in small letters, each as its syllables."""
    entries = (entry.split() for line in _lines("") for entry in line.split(","))
    return tuple(dict.fromkeys(tuple(entry) for entry in entries if entry))


def _lines(sign: str) -> Iterator[str]:
    """The lines that begin with the sign, without comments."""
    for line in files("nlp.lexicon").joinpath("compounds.txt").read_text("utf-8").splitlines():
        if line.startswith(sign or ("#", "~", "=")) == bool(sign):
            yield line


@lru_cache(maxsize=1)
def known_pairs() -> frozenset[tuple[str, str]]:
    """Two syllables that stand side by side in a compound.

    Of a compound of more than two, those pairs are left out in which one could stand anywhere.
    """
    free = free_syllables()
    return frozenset(
        pair
        for entry in load_compounds()
        for pair in pairwise(entry)
        if len(entry) == len(pair) or not free.intersection(pair)
    )


def is_known_syllable(text: str) -> bool:
    """Whether the word, in any case, is a syllable of a compound.

    >>> is_known_syllable("Hoà"), is_known_syllable("ệt")
    (True, False)
    """
    return split_tone(text) in _known_syllables()


@lru_cache(maxsize=1)
def _known_syllables() -> frozenset[tuple[str, str]]:
    return frozenset(split_tone(syllable) for entry in load_compounds() for syllable in entry)


@lru_cache(maxsize=1)
def free_syllables() -> frozenset[str]:
    """Syllables that may stand beside any other."""
    return frozenset(word for line in _lines("~") for word in line[1:].split())


@lru_cache(maxsize=1)
def bound_syllables() -> dict[str, str]:
    """Syllables that stand in compounds alone, each with the free word of the same letters."""
    entries = (entry.split() for line in _lines("=") for entry in line[1:].split(","))
    return dict(filter(None, entries))
