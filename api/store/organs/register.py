"""The register of organs: names with the days from and until which they held, and successors."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Final

from api.store.lexemes import fold, syllables
from nlp.lexicon.areas import REFORM
from nlp.lexicon.units import unit_rows

ADMINISTRATIVE_SOURCE: Final = "vietnamadminunits 1.0.4 (MIT)"
FOLDER: Final = "api.store.organs"


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ or unit; `since` and `until` are None where it held before, or still holds.

    `within` is the province, empty for what has none. `former` and `later` are names of the same
    province's units, or of organs, that it came from and that it became.
    """

    name: str
    within: str
    since: date | None
    until: date | None
    former: tuple[str, ...]
    later: tuple[str, ...]
    source: str


def find_organs(name: str) -> tuple[Organ, ...]:
    """All organs of this name, with or without diacritics; units of one name may be many.

    >>> [organ.former for organ in find_organs("xa tho tang")][0][0]
    'huyện Vĩnh Tường'
    """
    return _organs().get(tuple(map(fold, syllables(name))), ())


def find_in(words: Sequence[str]) -> tuple[tuple[int, int, tuple[Organ, ...]], ...]:
    """The organs that folded syllables name: from where to where, longest first, none twice."""
    organs, found, at = _organs(), [], 0
    while at < len(words):
        ends = range(min(len(words), at + _longest()), at + 1, -1)
        end = next((end for end in ends if tuple(words[at:end]) in organs), None)
        if end is not None:
            found.append((at, end, organs[tuple(words[at:end])]))
        at = end or at + 1
    return tuple(found)


@cache
def _longest() -> int:
    return max(map(len, _organs()))


@cache
def _organs() -> Mapping[tuple[str, ...], tuple[Organ, ...]]:
    by_name: dict[tuple[str, ...], list[Organ]] = defaultdict(list)
    for organ in (*_renamed(), *_units()):
        by_name[tuple(map(fold, syllables(organ.name)))].append(organ)
    return {name: tuple(organs) for name, organs in by_name.items()}


def _renamed() -> Iterator[Organ]:
    rows = tomllib.loads((files(FOLDER) / "renamed.toml").read_text("utf-8"))["renamed"]
    former: dict[str, list[str]] = defaultdict(list)
    starts = {}
    for row in rows:
        until = row["since"] - timedelta(days=1)
        yield Organ(row["old"], "", None, until, (), tuple(row["new"]), row["source"])
        for name in row["new"]:
            former[name].append(row["old"])
            starts[name] = row["source"]
    for name, names in former.items():
        yield Organ(name, "", None, None, tuple(names), (), starts[name])


def _units() -> Iterator[Organ]:
    last, source = REFORM - timedelta(days=1), ADMINISTRATIVE_SOURCE
    former: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    later: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for province, new_province, district, commune, successors in unit_rows():
        if province != new_province:
            former[new_province, ""][province] = None
            later[province, ""][new_province] = None
        for successor in successors:
            former[successor, new_province].update({district: None, commune: None})
            for name in (district, commune):
                later[name, province][successor] = None
    later_provinces = {new for _, new, *_ in unit_rows()}
    for (name, within), names in later.items():
        yield Organ(name, within, None, last, (), tuple(names), source)
    for (name, within), names in former.items():
        kept = tuple(filter(None, names))
        since = None if name in later_provinces else REFORM
        yield Organ(name, within, since, None, kept, (), source)
