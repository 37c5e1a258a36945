"""The part of a text that shows why it was found, and where on the page that stands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from api.store.lexemes import fold

LENGTH: Final = 180
BEFORE: Final = 40
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
        together = [one for at, one in enumerate(stretches) if _has_company(stretches, at)]
        return together or stretches


def cut_snippet(page: str, found: Sequence[Stretch]) -> tuple[Piece, ...]:
    """The part of a page with the most of what was found; empty where nothing was."""
    if not found:
        return ()
    first = max(range(len(found)), key=lambda at: _worth(found, at))
    start = page.rfind(" ", 0, max(0, found[first][0] - BEFORE)) + 1
    shown = [(begin, end) for begin, end, _ in found if start <= begin <= start + LENGTH]
    pieces: list[Piece] = []
    for word in _WORD.finditer(page, start):
        if word.start() > start + LENGTH:
            break
        is_match = any(begin < word.end() and word.start() < end for begin, end in shown)
        if pieces and pieces[-1].is_match == is_match:
            pieces[-1] = Piece(f"{pieces[-1].text} {word.group()}", is_match)
        else:
            pieces.append(Piece(word.group(), is_match))
    return tuple(pieces)


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


def _has_company(found: Sequence[Stretch], at: int) -> bool:
    start, end, word = found[at]
    before, after = found[at - 1] if at else None, found[at + 1] if at + 1 < len(found) else None
    return bool(
        (before and before[2] != word and start - before[1] <= NEAR)
        or (after and after[2] != word and after[0] - end <= NEAR)
    )


def _worth(found: Sequence[Stretch], at: int) -> tuple[int, int]:
    inside = [one for one in found[at : at + 24] if one[1] - found[at][0] <= LENGTH - BEFORE]
    return count_kinds(inside), len(inside)


def _words(reading: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    framed = (line for frame in reading.get("frames", ()) for line in frame["lines"])
    for line in (*reading["lines"], *framed):
        yield from line["words"]


def _box(box: Mapping[str, float]) -> tuple[float, float, float, float]:
    return box["x0"], box["top"], box["x1"], box["bottom"]
