"""How alike the subjects of two directives are, whatever their year."""

import hashlib
import re
from collections.abc import Iterator
from typing import Final

from api.store.lexemes import fold, pairs, syllables

BANDS: Final = 16
ROWS: Final = 2
_TIMES: Final = re.compile(r"\b(?:quý|quy)\s+(?:[ivx]+|\d)\b|\d+", re.IGNORECASE)


def core_pairs(subject: str) -> frozenset[str]:
    """The pairs of folded syllables of a subject without its numbers.

    >>> sorted(core_pairs("Vì bình đẳng giới năm 2018"))
    ['binh_dang', 'dang_gioi', 'gioi_nam', 'vi_binh']
    """
    return frozenset(pairs(syllables(_TIMES.sub(" ", subject))))


def sketch(subject: str) -> list[str]:
    """Marks of a subject (MinHash in bands): like subjects share at least one, as a rule."""
    found = core_pairs(subject)
    if not found:
        return []
    least = [min(_hashes(found, seed)) for seed in range(BANDS * ROWS)]
    bands = (least[at * ROWS : (at + 1) * ROWS] for at in range(BANDS))
    return [f"{at}:{''.join(band)}" for at, band in enumerate(bands)]


def likeness(first: str, second: str) -> float:
    """The share of pairs that two subjects have in common, in [0, 1].

    >>> likeness("Vì bình đẳng giới năm 2018", "vi binh dang gioi năm 2019")
    1.0
    """
    one, other = core_pairs(first), core_pairs(second)
    if not one and not other:
        return float(fold(first) == fold(second))
    return len(one & other) / len(one | other)


def _hashes(found: frozenset[str], seed: int) -> Iterator[str]:
    salt = seed.to_bytes(2)
    return (hashlib.blake2s(pair.encode(), digest_size=4, salt=salt).hexdigest() for pair in found)
