"""Which assignees are the office that reads, and which organs a group of them stands for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from nlp.lexicon.areas import area_key, level_of, lies_within, units_within
from nlp.lexicon.schema import load_groups
from nlp.spans.agencies.words import canonical_name
from nlp.spans.letters import fold
from nlp.tasks.assignee import COMMITTEE, Assignee, parse_assignee

COUNTRY: Final = ""
_SCHOOL: Final = "trường"


@dataclass(frozen=True, slots=True)
class Office:
    """The office that reads: its `names`, the organ above it, and the organs that groups mean.

    `members` are organs under it or beside it, as the office has listed them; they go before what
    the register of units tells.
    """

    names: tuple[str, ...] = ()
    parent: str | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a directive comes from: its issuer and the organ above that, and its day."""

    issuer: str | None = None
    parent: str | None = None
    day: date | None = None

    @property
    def organs(self) -> tuple[str, ...]:
        """The issuer, and the organ above it."""
        return tuple(organ for organ in (self.issuer, self.parent) if organ)

    @property
    def area(self) -> str | None:
        """The unit for which the issuer is, the country of a central organ; None: unknown."""
        named = [_taken_apart(organ) for organ in self.organs]
        units = [unit for organ in named if (unit := organ.unit)]
        if units:
            return units[0]
        is_central = any(_opens_with(organ.kind, _central()) for organ in named)
        return COUNTRY if is_central else None


def is_ours(assignee: str, office: Office, origin: Origin) -> bool:
    """Whether an assignee is the office: by one of its names, or in a group to which it belongs.

    What nobody can tell (các đơn vị liên quan) is not.

    >>> office = Office(("Phòng Y tế huyện Yên Lạc",))
    >>> is_ours("Phòng Y tế", office, Origin("UBND huyện Yên Lạc"))
    True
    >>> is_ours("Phòng Y tế", office, Origin("UBND huyện Lập Thạch"))
    False
    """
    named = _taken_apart(assignee)
    own = [_placed(_taken_apart(name), office) for name in office.names]
    if named.is_group:
        return any(_belongs(name, named, origin, office) for name in own)
    return any(_is_same(named, name, origin) for name in own)


def expand(assignee: str, office: Office, origin: Origin) -> tuple[str, ...]:
    """The organs that a group stands for: those that the office lists, else of the register.

    Empty for a single organ, and for a group of which nobody can tell.

    >>> origin = Origin("UBND huyện Vĩnh Tường", day=date(2020, 1, 1))
    >>> expand("UBND các thị trấn", Office(), origin)
    ('UBND thị trấn Vĩnh Tường', 'UBND thị trấn Thổ Tang', 'UBND thị trấn Tứ Trưng')
    """
    group = _taken_apart(assignee)
    if not group.is_group or group.is_part:
        return ()
    listed = tuple(
        name
        for name in dict.fromkeys((*office.names, *office.members))
        if _belongs(_placed(_taken_apart(name), office), group, origin, office)
    )
    if set(listed) & set(office.members):
        return listed
    return tuple(f"{_short(group.head)} {unit}".strip() for unit in _register(group, origin))


def name_key(name: str) -> str:
    """The name of an organ in one spelling, by which two of them are known to be one.

    >>> name_key("Phòng LĐ-TB&XH huyện Yên Lạc")
    'phòng lao động thương binh và xã hội huyện yên lạc'
    """
    words = canonical_name(name).replace("-", " ").split()
    return " ".join(fold(word.strip(",.;:&")) for word in words if word.strip(",.;:&-"))


@lru_cache(maxsize=4096)
def _taken_apart(name: str) -> Assignee:
    return parse_assignee(name)


def _placed(name: Assignee, office: Office) -> Assignee:
    """The assignee, with the place of the office's other names where it names none."""
    if name.places or name.is_group:
        return name
    others = (_taken_apart(other) for other in office.names)
    known = next((other for other in others if other.unit), None)
    if known is None:
        return name
    return Assignee(name.kind, name.head, known.levels, known.places, known.area)


def _is_same(named: Assignee, own: Assignee, origin: Origin) -> bool:
    """Whether two single organs are one; one without a place is the issuer's."""
    if named.levels and own.levels and named.levels != own.levels:
        return False
    if named.kind != own.kind:
        return _ends_in_place(named.kind, own.kind, origin)
    if named.unit and own.unit:
        return area_key(named.unit) == area_key(own.unit)
    if own.unit:
        return _is_at(own, _area_of(named, origin))
    return not named.unit


def _ends_in_place(kind: str, other: str, origin: Origin) -> bool:
    """True for `Sở Y tế Lai Châu` and `Sở Y tế` in what comes from tỉnh Lai Châu."""
    short, long = sorted((kind, other), key=len)
    area = origin.area
    if not short or not area or not long.startswith(short + " "):
        return False
    return long.removeprefix(short + " ") == fold(area.removeprefix(f"{level_of(area)} "))


def _belongs(name: Assignee, group: Assignee, origin: Origin, office: Office) -> bool:
    """Whether an organ is one of a group."""
    if group.is_part or not (name.kind or name.unit):
        return False
    if group.levels:
        return _is_of_level(name, group, origin)
    return _is_of_words(name, group, origin, office)


def _is_of_level(name: Assignee, group: Assignee, origin: Origin) -> bool:
    """`UBND xã Kim Xá` is one of `UBND các xã`, where those of its district are meant."""
    unit = name.unit
    if unit is None or not name.levels <= group.levels:
        return False
    if name.kind != group.kind and not (not group.kind and name.kind == COMMITTEE):
        return False
    if group.places and area_key(name.places[0]) not in map(area_key, group.places):
        return False
    area = _area_of(group, origin)
    if area is None:
        return False
    return area == COUNTRY or lies_within(unit, area, origin.day)


def _is_of_words(name: Assignee, group: Assignee, origin: Origin, office: Office) -> bool:
    """`Sở Y tế` is one of `các sở, ban, ngành`; a school lies in the area, others are of it."""
    if not any(_is_spoken_of(name.kind, word) for word in group.words):
        return False
    above = [group.area] if group.area and level_of(group.area) is None else origin.organs
    if office.parent and any(
        name_key(office.parent) == name_key(organ) for organ in above if organ
    ):
        return True
    area = _area_of(group, origin)
    if area == COUNTRY:
        return _opens_with(name.kind, _central())
    is_school = name.kind.startswith(_SCHOOL)
    return _is_at(name, area) or (is_school and _lies_in(name, area, origin))


def _is_spoken_of(kind: str, word: str) -> bool:
    heads = _heads().get(word)
    if heads is None:
        return f"{kind} ".startswith(f"{word} ")
    if not heads:
        return bool(kind) and kind != COMMITTEE
    return _opens_with(kind, heads)


def _opens_with(kind: str, heads: Iterable[str]) -> bool:
    return any(f"{kind} ".startswith(f"{head} ") for head in heads)


def _is_at(name: Assignee, area: str | None) -> bool:
    return bool(area and name.unit) and area_key(name.unit or "") == area_key(area or "")


def _lies_in(name: Assignee, area: str | None, origin: Origin) -> bool:
    return bool(area and name.unit) and lies_within(name.unit or "", area or "", origin.day)


def _area_of(named: Assignee, origin: Origin) -> str | None:
    """Where an assignee lies: in the area that it names, else in the issuer's."""
    unit = _taken_apart(named.area).unit if named.area else None
    if unit is None and "tỉnh" in named.levels and named.is_group:
        return COUNTRY
    return unit or origin.area


def _register(group: Assignee, origin: Origin) -> Iterable[str]:
    area = _area_of(group, origin)
    levels = group.levels
    units = () if area is None or not levels else units_within(area, levels, origin.day)
    if not group.places:
        return units
    named = set(map(area_key, group.places))
    return [unit for unit in units if area_key(unit.removeprefix(f"{level_of(unit)} ")) in named]


def _short(head: str) -> str:
    return head.replace("Ủy ban nhân dân", "UBND")


@lru_cache(maxsize=1)
def _heads() -> Mapping[str, tuple[str, ...]]:
    return {
        fold(word): tuple(name_key(head) for head in row.heads)
        for row in load_groups()
        for word in row.words
    }


@lru_cache(maxsize=1)
def _central() -> tuple[str, ...]:
    return tuple(name_key(head) for row in load_groups() if row.is_central for head in row.heads)
