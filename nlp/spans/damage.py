"""Words that recognition damaged, told from the words that stand beside them in the lexicon."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from nlp.lexicon.neighbours import all_phrases
from nlp.spans.letters import fold, skeleton

MOST_CHANGES = 1


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Which words follow and go before which in the phrases and names of the lexicon."""

    following: dict[str, frozenset[str]]
    preceding: dict[str, frozenset[str]]


def mend_word(before: str, low: str, after: str) -> str | None:
    """
    The one word of the lexicon between two others that differs by one letter or by marks alone.

    None where there is none, or more than one.

    >>> mend_word("kế", "hoạh", "số"), mend_word("kế", "xyz", "số")
    ('hoạch', None)
    """
    known = load_neighbours()
    behind = known.following.get(before, frozenset())
    ahead = known.preceding.get(after, frozenset())
    for words in (behind & ahead, behind | ahead):
        alike = {word for word in words if _is_alike(word, low)}
        if len(alike) == 1:
            return alike.pop()
    return None


def _is_alike(word: str, low: str) -> bool:
    if abs(len(word) - len(low)) > MOST_CHANGES:
        return False
    return differs_little(skeleton(word), skeleton(low))


def differs_little(word: str, other: str) -> bool:
    """True for words of which one letter differs, or none."""
    return Levenshtein.distance(word, other, score_cutoff=MOST_CHANGES) <= MOST_CHANGES


@lru_cache(maxsize=1)
def load_neighbours() -> Neighbours:
    """The pairs of words of the whole lexicon."""
    following: defaultdict[str, set[str]] = defaultdict(set)
    preceding: defaultdict[str, set[str]] = defaultdict(set)
    for phrase in all_phrases():
        words = [fold(word) for word in phrase.replace(",", " ").split()]
        for before, after in pairwise(words):
            following[before].add(after)
            preceding[after].add(before)
    return Neighbours(
        {word: frozenset(those) for word, those in following.items()},
        {word: frozenset(those) for word, those in preceding.items()},
    )
