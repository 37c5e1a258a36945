"""The family name of a signer that a seal hides, told by what can still be read of it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from nlp.lexicon.names import bare, family_names, name_syllables

_TAIL: Final = re.compile(r"[^\W\d_]{2,}(?=\W*$)")  # the letters that stand next to the name
_END: Final = 2  # letters by which a common name is told
_SAID: Final = 2  # readings that must agree
_COMMON: Final = (
    *("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ"),
    *("Hồ", "Ngô", "Dương", "Lý"),
)  # of nine in ten people


def lacks_family(name: Sequence[str]) -> bool:
    """Whether the words of a name begin with a syllable that is no family name.

    >>> lacks_family(["Thị", "Lan"]), lacks_family(["Lê", "Thị", "Lan"]), lacks_family(["GIÁM"])
    (True, False, False)
    """
    return (
        len(name) > 1
        and all(word in name_syllables() for word in name)
        and name[0] not in family_names()
    )


def hidden_family(readings: Iterable[str]) -> str | None:
    """The family name that most readings of a damaged one are like, None where few are.

    A reading may have all letters of a name, or end as one common name alone does.

    >>> hidden_family(["LÊ", "Fâ", "Lê"]), hidden_family(["ven", "xa*6ến"]), hidden_family(["an"])
    ('Lê', 'Nguyễn', None)
    """
    votes: Counter[str] = Counter()
    for reading in readings:
        found = _TAIL.search(unicodedata.normalize("NFC", reading))
        if found is not None:
            votes.update(_like(bare(found.group())))
    best = votes.most_common(2)
    is_told = best and best[0][1] >= _SAID and (len(best) == 1 or best[0][1] > best[1][1])
    return best[0][0] if is_told else None


def _like(letters: str) -> tuple[str, ...]:
    whole = [name for name in sorted(family_names()) if bare(name) == letters]
    ends = whole or [name for name in _COMMON if bare(name).endswith(letters[-_END:])]
    return tuple(ends) if len(ends) == 1 else ()
