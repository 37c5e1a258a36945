"""Which units lie within which, before and after the reform of July 2025."""

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from functools import cache
from typing import Final, TypeAlias

from nlp.lexicon.units import unit_rows

REFORM: Final = date(2025, 7, 1)
LEVELS: Final = (
    "thành phố", "thị trấn", "thị xã", "đặc khu", "phường", "huyện", "quận", "tỉnh", "xã",
)  # fmt: skip

_Holders: TypeAlias = Mapping[str, tuple[tuple[str, ...], ...]]
_TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")


def level_of(unit: str) -> str | None:
    """The level with which the name of a unit opens, None where it opens with none.

    >>> level_of("thị xã Sơn Tây"), level_of("Sơn Tây")
    ('thị xã', None)
    """
    low = unit.lower()
    return next((level for level in LEVELS if low.startswith(level + " ")), None)


def units_within(area: str, levels: Collection[str], day: date | None) -> tuple[str, ...]:
    """The units of these levels that the register has in an area on a day (today's where None).

    An empty area is the whole country, of which only the provinces are told. Nothing where no unit
    has the name of the area, or where several provinces have one of that name.

    >>> units_within("huyện Vĩnh Tường", {"thị trấn"}, date(2019, 1, 1))
    ('thị trấn Vĩnh Tường', 'thị trấn Thổ Tang', 'thị trấn Tứ Trưng')
    >>> units_within("huyện Châu Thành", {"xã"}, date(2019, 1, 1))
    ()
    """
    holders = _within(day is not None and day < REFORM).get(area_key(area), ())
    if len(holders) != 1:
        return ()
    return tuple(unit for unit in holders[0] if level_of(unit) in levels)


def lies_within(unit: str, area: str, day: date | None) -> bool:
    """Whether the register has a unit in an area on a day, in any of that name.

    >>> lies_within("xã Lũng Hòa", "tỉnh Vĩnh Phúc", date(2019, 1, 1))
    True
    """
    key = area_key(unit)
    holders = _within(day is not None and day < REFORM).get(area_key(area), ())
    return any(key in map(area_key, units) for units in holders)


@cache
def area_key(name: str) -> str:
    """The name of a unit in one spelling: small letters, with the tones behind each word.

    >>> area_key("Thành phố Hoà Bình") == area_key("thành phố Hòa Bình")
    True
    """
    words = (unicodedata.normalize("NFD", word) for word in name.lower().split())
    return " ".join(
        "".join(mark for mark in word if mark not in _TONES)
        + "".join(mark for mark in word if mark in _TONES)
        for word in words
    )


@cache
def _within(is_former: bool) -> _Holders:  # noqa: FBT001 - keyed by it
    """By the key of an area, the units right below it and those below these, of each so named."""
    below: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for province, new_province, district, commune, successors in unit_rows():
        if is_former:
            below[province, province].update({district: None, commune: None})
            below[province, district][commune] = None
            below["", ""][province] = None
        else:
            below["", ""][new_province] = None
            below[new_province, new_province].update(dict.fromkeys(successors))
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for (_, area), units in below.items():
        found[area_key(area)].append(tuple(units))
    return {key: tuple(units) for key, units in found.items()}
