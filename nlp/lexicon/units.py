"""Provinces, districts and communes before and after the reform of July 2025.

Source: the data of the package vietnamadminunits 1.0.4 (MIT), its licence beside units.tsv.
"""

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

from nlp.lexicon.neighbours import neighbouring_pairs

_LEVELS: Final = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "phường", "xã")


def unit_rows() -> Iterator[tuple[str, str, str, str, list[str]]]:
    """Each commune of before the reform: province, its successor, district, commune, successors.

    Names come with their levels: `huyện Vĩnh Tường`.
    """
    province = new_province = district = ""
    for line in files("nlp.lexicon").joinpath("units.tsv").read_text("utf-8").splitlines():
        kind, *values = line.split("\t")
        match kind:
            case "P":
                province, new_province = values
            case "D":
                district = values[0]
            case "W":
                yield province, new_province, district, values[0], values[1].split("|")
            case _:
                pass  # a remark


@lru_cache(maxsize=1)
def distinct_unit_names() -> dict[str, str]:
    """Names of units without their levels, by small letters, that no words of the lexicon make.

    >>> distinct_unit_names()["lạc thủy"], "thống nhất" in distinct_unit_names()
    ('Lạc Thủy', False)
    """
    return {name.lower(): name for name in bare_unit_names() if _is_distinct(name)}


@lru_cache(maxsize=1)
def bare_unit_names() -> frozenset[str]:
    """All names of units, before and after the reform, without their levels."""
    whole = {
        name
        for province, successor, district, commune, later in unit_rows()
        for name in (province, successor, district, commune, *later)
    }
    return frozenset(
        name.removeprefix(level).strip()
        for name in whole
        for level in _LEVELS
        if name.startswith(level)
    )


def _is_distinct(name: str) -> bool:
    syllables = tuple(name.lower().split())
    pairs = pairwise(syllables)
    return len(syllables) > 1 and not any(pair in neighbouring_pairs() for pair in pairs)
