"""The name of an assignee taken apart: its kind of organ, level, place and area."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from nlp.lexicon.areas import LEVELS
from nlp.spans.agencies.organs import parse_names
from nlp.spans.agencies.words import (
    GROUPS,
    HEADS,
    POSTS,
    canonical_name,
    is_name_token,
    is_plural,
    parse_capitals,
)
from nlp.spans.tokens import Phrases, Tokens, low_at, tokenize

COMMITTEE: Final = "ủy ban nhân dân"
RANKS: Final[Mapping[str, frozenset[str]]] = {
    "cấp tỉnh": frozenset({"tỉnh", "thành phố"}),
    "cấp huyện": frozenset({"huyện", "quận", "thị xã", "thành phố"}),
    "cấp xã": frozenset({"xã", "phường", "thị trấn", "đặc khu"}),
}
_LEVELS: Final = Phrases(
    [(level, level) for level in LEVELS] + [(short, "thành phố") for short in ("TP", "TP.")]
)
_RANKS: Final = Phrases((rank, rank) for rank in RANKS)
_AREA: Final = Phrases(
    (cue, cue) for cue in ("trên địa bàn", "trực thuộc", "thuộc", "của", "trong", "tại")
)
_PLAIN: Final = Phrases(
    (word, word) for word in ("chuyên môn", "chức năng", "công lập", "sự nghiệp")
)
_JOINERS: Final = frozenset({",", ";", "-", "/", "và", ":"})
_OWNED: Final = " trực thuộc"
_CONCERNED: Final = ("liên quan", "hữu quan")
_CENTRE: Final = "trung"  # trực thuộc Trung ương


@dataclass(frozen=True, slots=True)
class Assignee:
    """A unit, or a group of units.

    `kind` is the name without post, level and place, in small letters with abbreviations written
    out; `head` is that as printed. A single unit has at most one of `levels` and of `places`.
    A group stands for units of its `levels`, or of its `words` (sở, ban, ngành); `places` are
    those that it names. `area` is where all of it lies, as printed. Of a group that is only a
    part (các đơn vị liên quan) nobody can tell who belongs to it.
    """

    kind: str = ""
    head: str = ""
    levels: frozenset[str] = frozenset()
    places: tuple[str, ...] = ()
    area: str | None = None
    words: tuple[str, ...] = ()
    is_group: bool = False
    is_part: bool = False

    @property
    def unit(self) -> str | None:
        """The administrative unit of a single assignee: `xã Kim Xá`; None where it names none."""
        if self.is_group or not self.places:
            return None
        return " ".join((*self.levels, *self.places))


def parse_assignee(name: str) -> Assignee:
    """The name of one assignee taken apart.

    >>> parse_assignee("Chủ tịch UBND xã Kim Xá, huyện Vĩnh Tường").unit
    'xã Kim Xá'
    >>> sorted(parse_assignee("UBND các xã, thị trấn").levels)
    ['thị trấn', 'xã']
    >>> parse_assignee("các sở, ban, ngành tỉnh").words
    ('sở', 'ban', 'ngành')
    """
    text = canonical_name(name)
    tokens = tokenize(text)
    first = _behind_post(tokens)
    for index in range(first, len(tokens)):
        rank = _RANKS.match(tokens, index)
        if rank and _words(tokens, first, index) in {"", COMMITTEE}:
            return Assignee(*_kind(text, tokens, first, index), RANKS[rank[1]], is_group=True)
        if _opens_group(tokens, index):
            named = Assignee(*_kind(text, tokens, first, index), is_group=True)
            return _parse_group(text, tokens, index + 1, named)
    if first == 0 and _is_bare_group(tokens):
        return _parse_group(text, tokens, first, Assignee(is_group=True))
    return _parse_single(text, tokens, first)


def _behind_post(tokens: Tokens) -> int:
    """Where the organ begins: behind `Giám đốc`, but at the `phòng` of `Trưởng phòng`."""
    post = POSTS.match(tokens, 0)
    if post is None or post[0] == len(tokens):
        return 0
    return post[0] - 1 if HEADS.match(tokens, post[0] - 1) else post[0]


def _opens_group(tokens: Tokens, index: int) -> bool:
    is_count = low_at(tokens, index).isdigit()
    return is_plural(tokens, index) or (is_count and _LEVELS.match(tokens, index + 1) is not None)


def _is_bare_group(tokens: Tokens) -> bool:
    """True for `cơ quan, đơn vị` without `các`; a level opens the name of one unit."""
    is_plain = GROUPS.match(tokens, 0) and not is_name_token(tokens, 0)
    return bool(is_plain) and _LEVELS.match(tokens, 0) is None


def _words(tokens: Tokens, start: int, end: int) -> str:
    return " ".join(token.low for token in tokens[start:end] if token.text.isalnum())


def _printed(text: str, tokens: Tokens, start: int, end: int) -> str:
    return text[tokens[start].start : tokens[end - 1].end] if start < end else ""


def _kind(text: str, tokens: Tokens, start: int, end: int) -> tuple[str, str]:
    first = start + 2 * (low_at(tokens, start) in {"tất", "toàn"})
    return _words(tokens, first, end), _printed(text, tokens, min(first, end), end)


@dataclass(slots=True)
class _Group:
    """What was found of a group so far."""

    levels: set[str] = field(default_factory=set)
    places: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    area: str | None = None
    is_part: bool = False


def _parse_group(text: str, tokens: Tokens, index: int, named: Assignee) -> Assignee:
    found, at = _Group(), index
    while at < len(tokens):
        at = _step(text, tokens, at, found)
    return replace(
        named,
        levels=frozenset(found.levels),
        places=tuple(found.places),
        words=tuple(found.words),
        area=found.area,
        is_part=found.is_part,
    )


def _step(text: str, tokens: Tokens, at: int, found: _Group) -> int:
    """Take one more part of a group; where the next one begins."""
    if low_at(tokens, at) in _JOINERS:
        return at + 1
    area = _AREA.match(tokens, at)
    if area:
        rest = _printed(text, tokens, area[0], len(tokens))
        found.area = None if low_at(tokens, area[0]) == _CENTRE else rest or None
        return len(tokens)
    rest_of_words = _RANKS.match(tokens, at) or _PLAIN.match(tokens, at)
    level = _LEVELS.match(tokens, at)
    if found.words and level and level[0] == len(tokens):  # các ban, ngành huyện: the issuer's
        rest_of_words = level
    return rest_of_words[0] if rest_of_words else _take_part(text, tokens, at, found)


def _take_part(text: str, tokens: Tokens, at: int, found: _Group) -> int:
    is_name = is_name_token(tokens, at)
    level, group = _LEVELS.match(tokens, at), GROUPS.match(tokens, at)
    if level and not is_name:
        found.levels.add(level[1])
        return _take_places(text, tokens, level[0], found)
    if group and not is_name:
        return _take_words(text, tokens, at, group[0], found)
    if found.words and low_at(tokens, at - 1) in _JOINERS:
        return _take_field(tokens, at, found.words[-1].split()[0], found)
    found.is_part = True
    return len(tokens)


def _take_words(text: str, tokens: Tokens, at: int, end: int, found: _Group) -> int:
    """Keep `phòng, ban`, `trường mầm non, tiểu học`; of `các phòng: Nội vụ` the fields alone."""
    for part in " ".join(token.low for token in tokens[at:end]).split(","):
        word = part.strip()
        is_more = found.words and GROUPS.match(tokenize(word), 0) is None
        found.words.append(f"{found.words[-1].split()[0]} {word}" if is_more else word)
    last = found.words[-1]
    if last.endswith(_OWNED):
        found.words[-1] = last.removesuffix(_OWNED)
        found.area = _printed(text, tokens, end, len(tokens)) or None
        return len(tokens)
    found.is_part |= last.endswith(_CONCERNED)
    start = end + (low_at(tokens, end) == ":")
    return (
        _take_field(tokens, start, found.words.pop(), found) if _is_field(tokens, start) else end
    )


def _is_field(tokens: Tokens, at: int) -> bool:
    return is_name_token(tokens, at) and _AREA.match(tokens, at) is None


def _take_field(tokens: Tokens, at: int, head: str, found: _Group) -> int:
    end = at
    while (
        end < len(tokens) and low_at(tokens, end) not in _JOINERS and not _AREA.match(tokens, end)
    ):
        end += 1
    found.words.append(f"{head} {_words(tokens, at, end)}")
    return end


def _take_places(text: str, tokens: Tokens, at: int, found: _Group) -> int:
    """Keep the names that stand there; the index behind them."""
    start = at + (low_at(tokens, at) == ":")
    end = parse_names(tokens, start) if is_name_token(tokens, start) else None
    if end is None:
        return at
    listed = _printed(text, tokens, start, end).replace(" và ", ",").replace(";", ",")
    found.places += [place.strip() for place in listed.split(",")]
    return end


def _parse_single(text: str, tokens: Tokens, first: int) -> Assignee:
    for index in range(first, len(tokens)):
        level = _LEVELS.match(tokens, index)
        if level is None or (index == first and tokens[index].is_capital):
            continue
        if level[0] == len(tokens):
            return Assignee(*_kind(text, tokens, first, index), frozenset({level[1]}))
        end = parse_capitals(tokens, level[0])
        if end > level[0]:
            start = end + (low_at(tokens, end) in {",", "-"})
            area = _printed(text, tokens, start, len(tokens)) or None
            place = _printed(text, tokens, level[0], end)
            return Assignee(
                *_kind(text, tokens, first, index), frozenset({level[1]}), (place,), area
            )
    return _parse_plain(text, tokens, first)


def _parse_plain(text: str, tokens: Tokens, first: int) -> Assignee:
    """A name without a level: the place of `Huyện ủy Vĩnh Tường` stands behind its head."""
    head = HEADS.match(tokens, first)
    level = _LEVELS.match(tokens, first)
    if head and level and head[0] < len(tokens) and parse_capitals(tokens, head[0]) == len(tokens):
        place = _printed(text, tokens, head[0], len(tokens))
        return Assignee(*_kind(text, tokens, first, head[0]), frozenset({level[1]}), (place,))
    return Assignee(*_kind(text, tokens, first, len(tokens)))
