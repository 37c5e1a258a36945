"""The part of a text that shows why it was found, and where on the page that stands."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Any, Final, TypeAlias

from api.store.lexemes import fold, syllables

# Words of a snippet, and how many of them stand before the best place.
LENGTH: Final = 36
BEFORE: Final = 8
# A row of dots or the like is cut after so many characters.
LONGEST_WORD: Final = 40
# Words with no more than one between them stand together.
NEAR: Final = 2
# The place of a word among those of a text, and a syllable of it that is wanted.
Place: TypeAlias = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a snippet; `is_match` where it is what the user asked for."""

    text: str
    is_match: bool


@dataclass(frozen=True, slots=True)
class Match:
    """A word on a page that was asked for: its box in points from the top left."""

    page: int
    text: str
    box: tuple[float, float, float, float]


class Seeker(dict[str, tuple[str, ...]]):
    """Looks in texts for folded syllables; learns of each word, once, what it holds of them."""

    def __init__(self, wanted: set[str]) -> None:
        """Look for these syllables."""
        super().__init__()
        self._wanted = wanted

    def __missing__(self, word: str) -> tuple[str, ...]:
        spoken = _spoken(word)
        if self._wanted.isdisjoint(spoken):
            held: tuple[str, ...] = ()
        else:
            held = tuple(one for one in spoken if one in self._wanted)
        self[word] = held
        return held

    def find(self, words: Sequence[str]) -> list[Place]:
        """Where they stand among words, as these are set apart by blanks.

        Where some stand beside another that is wanted, those that stand alone do not count.
        """
        places = [
            (place, one)
            for place, held in enumerate(map(self.__getitem__, words))
            if held
            for one in held
        ]
        together = set[Place]()
        for one, other in pairwise(places):
            if one[1] != other[1] and other[0] - one[0] <= NEAR:
                together.update((one, other))
        return sorted(together) or places


@lru_cache(65536)
def _spoken(word: str) -> tuple[str, ...]:
    """The folded syllables of a word as it is printed."""
    return tuple(map(fold, syllables(word)))


def cut_snippet(words: Sequence[str], found: Sequence[Place]) -> tuple[Piece, ...]:
    """The part of a page with the most of what was found; empty where nothing was."""
    if not found:
        return ()
    start = max(0, _find_best(found) - BEFORE)
    marked = {place for place, _ in found}
    shown = range(start, min(start + LENGTH, len(words)))
    return tuple(
        Piece(" ".join(words[place][:LONGEST_WORD] for place in places), is_match)
        for is_match, places in groupby(shown, marked.__contains__)
    )


def _find_best(found: Sequence[Place]) -> int:
    """The place from which on a snippet holds the most kinds, then the most."""
    best, place, last = (0, 0), 0, 0
    kinds: Counter[str] = Counter()
    for at, (start, one) in enumerate(found):
        while last < len(found) and found[last][0] - start < LENGTH - BEFORE:
            kinds[found[last][1]] += 1
            last += 1
        worth = (len(kinds), last - at)
        if worth > best:
            best, place = worth, start
        kinds[one] -= 1
        if not kinds[one]:
            del kinds[one]
    return place


def count_kinds(found: Sequence[Place]) -> int:
    """How many different syllables were found."""
    return len({one for _, one in found})


def find_matches(readings: Mapping[int, Mapping[str, Any]], wanted: set[str]) -> tuple[Match, ...]:
    """The words on the pages that were read, by number of page, that hold what is wanted."""
    seeker, matches = Seeker(wanted), []
    for page, reading in sorted(readings.items()):
        words = list(_words(reading))
        found = seeker.find([word["text"] for word in words])
        held = (words[place] for place in sorted({place for place, _ in found}))
        matches += [Match(page, word["text"], _box(word["box"])) for word in held]
    return tuple(matches)


def _words(reading: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    framed = (line for frame in reading.get("frames", ()) for line in frame["lines"])
    for line in (*reading["lines"], *framed):
        yield from line["words"]


def _box(box: Mapping[str, float]) -> tuple[float, float, float, float]:
    return box["x0"], box["top"], box["x1"], box["bottom"]
