"""Which syllables stand side by side: in compounds, and in phrases and names of the lexicon."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from nlp.lexicon.compounds import free_syllables, known_pairs
from nlp.lexicon.schema import load_lexicon
from nlp.lexicon.syllables import is_syllable

_LOOSE: Final = frozenset({"action", "thing"})  # their words stand beside any others


def all_phrases() -> Iterator[str]:
    """Every phrase and name of more than one word that the lexicon holds."""
    lexicon = load_lexicon()
    spoken = [row for row in lexicon.phrase if row.kind not in _LOOSE]
    for rows in (
        spoken, lexicon.head, lexicon.field, lexicon.lower_field, lexicon.level,
        lexicon.group, lexicon.group_tail, lexicon.post, lexicon.person, lexicon.law,
    ):  # fmt: skip
        for row in rows:
            yield from row.words
    for kind in lexicon.type:
        yield from (f"{name} số" for name in kind.names)
    for place in lexicon.place:
        yield from (f"{place.level} {name}" for name in place.names)
    yield from (row.full for row in lexicon.abbreviation)
    yield from (row.organ for row in lexicon.symbol)


@lru_cache(maxsize=1)
def neighbouring_pairs() -> frozenset[tuple[str, str]]:
    """Two syllables in small letters that stand side by side, none that may stand anywhere."""
    free = free_syllables()
    phrases = (phrase.lower().replace(",", " ").split() for phrase in all_phrases())
    pairs = {pair for words in phrases for pair in pairwise(words) if all(map(is_syllable, pair))}
    return known_pairs() | {pair for pair in pairs | _of_levels() if not free.intersection(pair)}


def _of_levels() -> set[tuple[str, str]]:
    """The end of an organ's name before the level that it may have: (nhân) dân tỉnh."""
    lexicon = load_lexicon()
    names = (word for rows in (lexicon.head, lexicon.field) for row in rows for word in row.words)
    organs = {*names, *(row.full for row in lexicon.abbreviation)}
    levels = {word.lower().split()[0] for row in lexicon.level for word in row.words}
    return {(name.lower().split()[-1], level) for name in organs for level in levels}
