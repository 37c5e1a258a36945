"""How far a reading is from the truth, whatever order it has the lines in."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np


@dataclass(frozen=True, slots=True)
class Errors:
    """Counts over one page or many: wrong characters and words of so many, header lines found."""

    wrong_characters: int = 0
    characters: int = 0
    wrong_words: int = 0
    words: int = 0
    found: int = 0
    header: int = 0

    def __add__(self, other: Self) -> "Errors":
        """Return the counts of both."""
        mine, its = (
            (each.wrong_characters, each.characters, each.wrong_words, each.words, each.found,
             each.header)
            for each in (self, other)
        )  # fmt: skip
        return Errors(*(a + b for a, b in zip(mine, its, strict=True)))

    @property
    def character_rate(self) -> float:
        """The character error rate in percent."""
        return 100 * self.wrong_characters / max(self.characters, 1)

    @property
    def word_rate(self) -> float:
        """The word error rate in percent."""
        return 100 * self.wrong_words / max(self.words, 1)

    @property
    def recall(self) -> float:
        """The share of header lines that were read without any slip, in percent."""
        return 100 * self.found / max(self.header, 1)


def count_errors(text: str, lines: Iterable[str], header: Iterable[str]) -> Errors:
    """Return the errors of `text` against the true lines of a page and those of its header.

    Each true line is held against the stretch of the text that is most like it, so that columns
    may come in any order and lines may be broken anywhere.
    """
    text = flat(text)
    read, total = text.split(), Errors()
    for line in map(flat, lines):
        words = line.split()
        total += Errors(nearest(line, text), len(line), nearest(words, read), len(words))
    header = [flat(line) for line in header]
    spaced = f" {text} "
    found = sum(f" {line} " in spaced for line in header)
    return total + Errors(found=found, header=len(header))


def flat(text: str) -> str:
    """Return the text with one blank for any space, and one form for each dash and quote."""
    for look, plain in (("–—−", "-"), ("“”„«»", '"'), ("‘’", "'")):
        text = re.sub(f"[{look}]", plain, text)
    return " ".join(text.split())


def nearest(needle: Sequence[str], hay: Sequence[str]) -> int:
    """Return the fewest edits that turn some stretch of `hay` into `needle`.

    Source: P. H. Sellers, The theory and computation of evolutionary distances (1980).
    """
    codes = {item: code for code, item in enumerate(dict.fromkeys(needle))}
    stretch = np.array([codes.get(item, -1) for item in hay], dtype=np.int64)
    steps = np.arange(len(hay) + 1)
    row = np.zeros(len(hay) + 1, dtype=np.int64)
    for item in needle:
        below = row + 1
        below[1:] = np.minimum(below[1:], row[:-1] + (stretch != codes[item]))
        row = np.minimum.accumulate(below - steps) + steps
    return int(row.min())
