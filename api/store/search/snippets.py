"""The part of a text that shows why it was found, and where on the page that stands."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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
# Printed words that are remembered; a store of 100,000 documents has some 10,000 that are common.
MOST_WORDS: Final = 50_000
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


class Spellings:
    """Printed words that were met, by the folded syllables that they hold.

    Texts have most words in common, so that each is folded once. Threads may share one: a word
    counts as known only when all that it holds was kept.
    """

    def __init__(self) -> None:
        """Know none."""
        self._known: set[str] = set()
        self._holders: dict[str, list[str]] = {}

    @property
    def is_full(self) -> bool:
        """Whether it is time to begin anew."""
        return len(self._known) > MOST_WORDS

    def learn(self, words: Iterable[str]) -> bool:
        """Learn of these words; whether any was new."""
        fresh = set(words) - self._known
        for word in fresh:
            for syllable in set(_spoken(word)):
                self._holders.setdefault(syllable, []).append(word)
        self._known.update(fresh)
        return bool(fresh)

    def holding(self, wanted: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The known words that hold any of these syllables, each with those it holds."""
        words = {word for one in wanted for word in self._holders.get(one, ())}
        return {word: tuple(one for one in _spoken(word) if one in wanted) for word in words}


class Seeker:
    """Looks in texts for folded syllables."""

    def __init__(self, wanted: Collection[str], spellings: Spellings) -> None:
        """Look for these syllables, with what is known of printed words."""
        self.wanted, self._spellings = wanted, spellings
        self._held = spellings.holding(wanted)

    def find(self, words: Sequence[str]) -> list[Place]:
        """Where they stand among words, as these are set apart by blanks.

        Where some stand beside another that is wanted, those that stand alone do not count.
        """
        if self._spellings.learn(words):
            self._held = self._spellings.holding(self.wanted)
        held = self._held
        places = [
            (place, one) for place, word in enumerate(words) if word in held for one in held[word]
        ]
        together = set[Place]()
        for one, other in pairwise(places):
            if one[1] != other[1] and other[0] - one[0] <= NEAR:
                together.update((one, other))
        return sorted(together) or places


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


def find_matches(readings: Mapping[int, Mapping[str, Any]], seeker: Seeker) -> tuple[Match, ...]:
    """The words on the pages that were read, by number of page, that hold what is wanted."""
    matches = []
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
