"""Names of places mended where the document itself or the gazetteer agrees on another form."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from nlp.lexicon.schema import load_lexicon
from nlp.lexicon.units import bare_unit_names
from nlp.regions.region import Parts
from nlp.statements.folding import fold
from nlp.statements.naming import is_upper

_NAMED_PLACE = re.compile(
    r"\b(?:tỉnh|thành\s+phố|huyện|thị\s+xã|quận|phường|xã|thị\s+trấn|đặc\s+khu|TP\.?)\s+"
    r"(?P<name>[^\W\d_]+(?:[ -]+[^\W\d_]+){0,3})",
    re.IGNORECASE,
)
_DATED_PLACE = re.compile(r"^\W*(?P<name>[^\W\d_]+(?:[ -]+[^\W\d_]+){0,3})\s*,")
_MOST_SYLLABLES = 4
_LEAST = 4  # letters of a name in which a wrong one is seen
_SCRAPS = ".:;'`\"?!,- "  # behind a name that breaks off
_BELOW = re.compile(r"\b(?:huyện|quận|xã|phường|thị trấn|thị xã)$", re.IGNORECASE)
_HEAD = "Sở"
_LEFT = 5  # letters of a province that must be left


def mend_place(place: str, voices: Counter[str]) -> str:
    """The place as most of the document writes it, or as the gazetteer does.

    A name that the gazetteer holds stays, unless the document writes another one with the same
    letters more often. What no unit is called becomes the one name in the document that differs
    by a letter.

    >>> mend_place("Vinh Tường", Counter({"Vĩnh Tường": 3}))
    'Vĩnh Tường'
    >>> mend_place("Đắg Lắk", Counter({"Đắk Lắk": 1}))
    'Đắk Lắk'
    >>> mend_place("Nam Hà", Counter({"Nam Hải": 1}))
    'Nam Hà'
    """
    same = {name: count for name, count in voices.items() if fold(name) == fold(place)}
    best = max(same, key=lambda name: same[name], default=place)
    if best != place and same[best] > same.get(place, 0):
        return best
    known = _gazetteer().get(fold(place), ())
    if place in known or place in bare_unit_names():
        return place
    return known[0] if len(known) == 1 else _near_voice(place, voices)


def _near_voice(place: str, voices: Counter[str]) -> str:
    """The one name of a unit in the document that differs from the place by a letter."""
    bare = fold(place)
    near = [
        name
        for name in voices
        if name in bare_unit_names()
        and len(name.split()) == len(place.split())
        and Levenshtein.distance(fold(name), bare, score_cutoff=1) == 1
    ]
    return near[0] if len(near) == 1 and len(bare) >= _LEAST else place


def mend_places(name: str, voices: Counter[str]) -> str:
    """The name of an organ with the place in it mended."""
    found = next(reversed([*_NAMED_PLACE.finditer(name)]), None)
    if found is None:
        return name
    place = mend_place(found["name"], voices)
    return name[: found.start("name")] + place + name[found.end("name") :]


def complete_province(name: str) -> str:
    """The name of an organ of a province whose last letters were lost, with that province.

    The letter at which the name breaks off may be misread, and scraps may stand behind it.

    >>> complete_province("Sở Y tế Lâm Đồ"), complete_province("Sở Y tế Lâm Đồi ?")
    ('Sở Y tế Lâm Đồng', 'Sở Y tế Lâm Đồng')
    >>> complete_province("Sở Y tế"), complete_province("Sở Tư pháp Bắc Kạn")
    ('Sở Y tế', 'Sở Tư pháp Bắc Kạn')
    """
    words = [word for word in name.split() if any(map(str.isalpha, word))]
    head, tail = " ".join(words[:-2]), fold(" ".join(words[-2:])).rstrip(_SCRAPS)
    if not head or " ".join(words[-2:]) in bare_unit_names() or _BELOW.search(head):
        return name
    for seen in (tail, tail[:-1]):
        whole = [province for province in _provinces() if fold(province).startswith(seen)]
        if len(seen) >= _LEFT and len(whole) == 1:
            return f"{head} {whole[0]}"
    return name


def complete_department(name: str) -> str:
    """The name of a department of a province whose first word the edge of the page cut.

    What is left of the word may be gone altogether, where a province ends the name.

    >>> complete_department("Ơ Y tế Lâm Đồng"), complete_department("Lở Y tế Lâm Đồng")
    ('Sở Y tế Lâm Đồng', 'Sở Y tế Lâm Đồng')
    >>> complete_department("Y tế Lâm Đồng"), complete_department("Y tế thôn bản")
    ('Sở Y tế Lâm Đồng', 'Y tế thôn bản')
    >>> complete_department("Xã Nội vụ")
    'Xã Nội vụ'
    """
    first, _, rest = name.partition(" ")
    is_scrap = len(first) == 1 or (
        len(first) == len(_HEAD) and fold(first).endswith(fold(_HEAD)[1:])
    )
    if is_scrap and _is_department(f"{_HEAD} {rest}"):
        return f"{_HEAD} {rest}"
    is_whole = name.endswith(_provinces()) and _is_department(f"{_HEAD} {name}")
    return f"{_HEAD} {name}" if is_whole else name


def _is_department(name: str) -> bool:
    return f"{name} ".lower().startswith(_departments())


@lru_cache(maxsize=1)
def _departments() -> tuple[str, ...]:
    organs = (row.organ.lower() for row in load_lexicon().symbol)
    return tuple(f"{organ} " for organ in organs if organ.startswith("sở "))


@lru_cache(maxsize=1)
def _provinces() -> tuple[str, ...]:
    rows = (row for row in load_lexicon().place if row.level in {"tỉnh", "thành phố"})
    return tuple(dict.fromkeys(name for row in rows for name in row.names))


def count_places(parts: Parts) -> Counter[str]:
    """How often each place is written behind `huyện`, `tỉnh` … or before the day of issue."""
    voices: Counter[str] = Counter()
    dated = parts.letterhead.place_date
    found = _DATED_PLACE.match(dated.text) if dated else None
    if found is not None:
        voices.update(_prefixes(found["name"]))
    for text in _texts(parts):
        for found in _NAMED_PLACE.finditer(text):
            voices.update(_prefixes(found["name"]))
    return voices


def places_in(name: str) -> Counter[str]:
    """The place that the name of an organ ends in: a voice for the place of the day."""
    found = next(reversed([*_NAMED_PLACE.finditer(name)]), None)
    return Counter([found["name"]]) if found else Counter()


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
