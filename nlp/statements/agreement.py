"""Names of places mended where the document itself or the gazetteer agrees on another form."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from nlp.lexicon.schema import load_lexicon
from nlp.regions.region import Parts
from nlp.statements.folding import fold
from nlp.statements.naming import is_upper

_NAMED_PLACE = re.compile(
    r"\b(?:tỉnh|thành\s+phố|huyện|thị\s+xã|quận|phường|xã|thị\s+trấn|đặc\s+khu|TP\.?)\s+"
    r"(?P<name>[^\W\d_]+(?:[ -]+[^\W\d_]+){0,3})",
    re.IGNORECASE,
)
_MOST_SYLLABLES = 4


def mend_place(place: str, voices: Counter[str]) -> str:
    """The place as most of the document writes it, or as the gazetteer does.

    A name that the gazetteer holds stays, unless the document writes another one with the same
    letters more often.

    >>> mend_place("Vinh Tường", Counter({"Vĩnh Tường": 3}))
    'Vĩnh Tường'
    """
    same = {name: count for name, count in voices.items() if fold(name) == fold(place)}
    best = max(same, key=lambda name: same[name], default=place)
    if best != place and same[best] > same.get(place, 0):
        return best
    known = _gazetteer().get(fold(place), ())
    if place in known or len(known) != 1:
        return place
    return known[0]


def mend_places(name: str, voices: Counter[str]) -> str:
    """The name of an organ with the place in it mended."""
    found = next(reversed([*_NAMED_PLACE.finditer(name)]), None)
    if found is None:
        return name
    place = mend_place(found["name"], voices)
    return name[: found.start("name")] + place + name[found.end("name") :]


def count_places(parts: Parts) -> Counter[str]:
    """How often the body writes each place behind `huyện`, `tỉnh` …, in ordinary case."""
    voices: Counter[str] = Counter()
    for text in _texts(parts):
        for found in _NAMED_PLACE.finditer(text):
            voices.update(_prefixes(found["name"]))
    return voices


def _texts(parts: Parts) -> Iterable[str]:
    for item in parts.body:
        yield item.passage.text
    for passage in (*parts.addressees, *parts.closing.recipients):
        yield passage.text
    if parts.letterhead.subject:
        yield parts.letterhead.subject.text


def _prefixes(name: str) -> list[str]:
    """The capitalised names that a run of syllables may begin with: `Vĩnh Tường năm`."""
    syllables = name.split()
    if is_upper(name):
        return []
    count = 0
    while count < min(len(syllables), _MOST_SYLLABLES) and syllables[count][:1].isupper():
        count += 1
    return [" ".join(syllables[:size]) for size in range(1, count + 1)]


@lru_cache(maxsize=1)
def _gazetteer() -> dict[str, tuple[str, ...]]:
    """The names of places by their bare letters."""
    found: dict[str, tuple[str, ...]] = {}
    for row in load_lexicon().place:
        for name in row.names:
            if name not in found.get(fold(name), ()):
                found[fold(name)] = (*found.get(fold(name), ()), name)
    return found
