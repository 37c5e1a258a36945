"""The part of a text that shows why it was found, and where on the page that stands."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from api.store.lexemes import fold

LENGTH: Final = 180
BEFORE: Final = 40
# Where a snippet ends, a word is shown up to so many letters.
LONGEST_WORD: Final = 40
# Two words with no more between them than this stand together.
NEAR: Final = 6
_WORD: Final = re.compile(r"\S+")
Stretch = tuple[int, int, str]


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


class _Letters(dict[int, str]):
    """Folds each letter to one letter, so that places in a text stay what they are."""

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code))
        self[code] = folded if len(folded) == 1 else chr(code)
        return self[code]


_LETTERS: Final = _Letters()


@dataclass(frozen=True, slots=True)
class Seeker:
    """Looks in texts for folded syllables."""

    wanted: re.Pattern[str]

    @classmethod
    def of(cls, wanted: set[str]) -> "Seeker":
        """A seeker of these syllables, of which there is at least one."""
        words = "|".join(map(re.escape, sorted(wanted, key=len, reverse=True)))
        return cls(re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])"))

    def find(self, text: str) -> list[Stretch]:
        """Where they stand: start, end and the syllable.

        Where some stand beside another that is wanted, those that stand alone do not count.
        """
        found = self.wanted.finditer(text.translate(_LETTERS))
        stretches = [(match.start(), match.end(), match.group()) for match in found]
        together = set[Stretch]()
        for one, other in pairwise(stretches):
            if one[2] != other[2] and other[0] - one[1] <= NEAR:
                together.update((one, other))
        return sorted(together) or stretches


def cut_snippet(page: str, found: Sequence[Stretch]) -> tuple[Piece, ...]:
    """The part of a page with the most of what was found; empty where nothing was."""
    if not found:
        return ()
    start = page.rfind(" ", 0, max(0, _find_best(found) - BEFORE)) + 1
    shown = [(begin, end) for begin, end, _ in found if start <= begin <= start + LENGTH]
    pieces: list[tuple[list[str], bool]] = []
    for word in _WORD.finditer(page, start, start + LENGTH + LONGEST_WORD):
        begin, end = word.span()
        if begin > start + LENGTH:
            break
        while shown and shown[0][1] <= begin:
            shown.pop(0)
        is_match = bool(shown) and shown[0][0] < end
        if not pieces or pieces[-1][1] != is_match:
            pieces.append(([], is_match))
        pieces[-1][0].append(word.group())
    return tuple(Piece(" ".join(words), is_match) for words, is_match in pieces)


def _find_best(found: Sequence[Stretch]) -> int:
    """Where the stretch begins from which on a snippet holds the most kinds, then the most."""
    best, place, last = (0, 0), 0, 0
    kinds: Counter[str] = Counter()
    for at, (start, _, word) in enumerate(found):
        while last < len(found) and (last <= at or found[last][1] - start <= LENGTH - BEFORE):
            kinds[found[last][2]] += 1
            last += 1
        worth = (len(kinds), last - at)
        if worth > best:
            best, place = worth, start
        kinds[word] -= 1
        if not kinds[word]:
            del kinds[word]
    return place


def count_kinds(found: Sequence[Stretch]) -> int:
    """How many different syllables were found."""
    return len({word for _, _, word in found})


def find_matches(readings: Mapping[int, Mapping[str, Any]], wanted: set[str]) -> tuple[Match, ...]:
    """The words on the pages that were read, by number of page, that hold what is wanted."""
    seeker, matches = Seeker.of(wanted), []
    for page, reading in sorted(readings.items()):
        words = list(_words(reading))
        found = iter(seeker.find("\n".join(word["text"] for word in words)))
        stretch, start = next(found, None), 0
        for word in words:
            end = start + len(word["text"])
            if stretch is not None and stretch[0] < end:
                matches.append(Match(page, word["text"], _box(word["box"])))
            while stretch is not None and stretch[0] < end:
                stretch = next(found, None)
            start = end + 1
    return tuple(matches)


def _words(reading: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    framed = (line for frame in reading.get("frames", ()) for line in frame["lines"])
    for line in (*reading["lines"], *framed):
        yield from line["words"]


def _box(box: Mapping[str, float]) -> tuple[float, float, float, float]:
    return box["x0"], box["top"], box["x1"], box["bottom"]
