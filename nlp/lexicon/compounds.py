"""The compounds of office language: which syllables there are, and which stand side by side."""

from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from nlp.lexicon.syllables import split_tone


@lru_cache(maxsize=1)
def load_compounds() -> tuple[tuple[str, ...], ...]:
    """The words of compounds.txt in small letters, each as its syllables."""
    text = files("nlp.lexicon").joinpath("compounds.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return tuple(
        dict.fromkeys(
            tuple(entry.split()) for line in lines for entry in line.split(",") if entry.strip()
        )
    )


@lru_cache(maxsize=1)
def known_pairs() -> frozenset[tuple[str, str]]:
    """Two syllables that stand side by side in a compound."""
    return frozenset(pair for entry in load_compounds() for pair in pairwise(entry))


def is_known_syllable(text: str) -> bool:
    """Whether the word, in any case, is a syllable of a compound.

    >>> is_known_syllable("Hoà"), is_known_syllable("ệt")
    (True, False)
    """
    return split_tone(text) in _known_syllables()


@lru_cache(maxsize=1)
def _known_syllables() -> frozenset[tuple[str, str]]:
    return frozenset(split_tone(syllable) for entry in load_compounds() for syllable in entry)
