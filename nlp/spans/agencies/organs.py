"""The names of organs: head, fields, level and place, and the organ to which they belong."""

from nlp.spans.agencies.boards import parse_board_work
from nlp.spans.agencies.fields import (
    DASHES,
    JOINERS,
    goes_on_lower,
    parse_common_field,
    parse_field,
    parse_noun_field,
    parse_number,
    parse_plain_fields,
    parse_short_level,
    parse_tiers,
    parse_up_to_own_level,
)
from nlp.spans.agencies.words import (
    GROUP_TAILS,
    GROUPS,
    HEADS,
    LEVELS,
    LOWER_FIELDS,
    POSTS,
    Named,
    is_name_token,
    is_plural,
    match_field,
    parse_place,
)
from nlp.spans.tokens import Tokens, low_at

UNKNOWN = 0.65
"""How sure an organ is whose field no row of the lexicon holds."""
SHORT_PLACE = 2
OWNED = frozenset({"của", "thuộc"})


def parse_organ(tokens: Tokens, index: int, *, is_inner: bool = False) -> Named | None:
    """An organ with its field, level, place and the organ to which it belongs."""
    head = HEADS.match(tokens, index)
    if head is None or not is_name_token(tokens, index):
        return None
    end, needs = head
    if needs == "alone":
        return Named(end, "agency", 0.95)
    work = parse_board_work(tokens, index, end)
    if work and (closed := parse_tail(tokens, work)):
        return Named(closed, "agency", 0.85)
    fields = (
        parse_fields(tokens, end) or parse_plain_fields(tokens, end) or _parse_dashed(tokens, end)
    )
    after = parse_number(tokens, fields or end) or fields or end
    if fields:
        after = parse_up_to_own_level(tokens, after) or after
    tail = parse_tail(tokens, after)
    tail = (parse_number(tokens, tail) or tail) if tail else None
    if after == end and tail is None and needs == "field":
        return _nameless(tokens, end, is_inner=is_inner)
    confidence = 0.9 if fields is None or match_field(tokens, end) else UNKNOWN
    named = Named(tail or after, "agency", confidence if tail or after > end else 0.75)
    return _with_parent(tokens, named)


def parse_lower_organ(tokens: Tokens, index: int) -> int | None:
    """End of an organ whose head is in lower case behind a post: `Tổ trưởng` + `tổ Toán - Tin`."""
    head = HEADS.match(tokens, index)
    if head is None or is_name_token(tokens, index):
        return None
    fields = parse_fields(tokens, head[0]) or match_field(tokens, head[0])
    tail = parse_tail(tokens, fields or head[0])
    return tail or fields


def _nameless(tokens: Tokens, end: int, *, is_inner: bool) -> Named | None:
    """
    A head whose name is another organ (Chi nhánh Văn phòng …).

    Or that is an owner by itself (Thanh tra Sở).
    """
    inner = parse_organ(tokens, end)
    if inner and not (is_inner and low_at(tokens, end - 1) == "sở"):
        return inner
    return Named(end, "agency", 0.7) if is_inner else None


def _with_parent(tokens: Tokens, named: Named) -> Named:
    """
    The same with the organ behind it.

    `Văn phòng` + `UBND tỉnh`, `Cục Quản lý Dược` + `– Bộ Y tế`.
    """
    at = named.end
    if low_at(tokens, at - 1) == "sở":  # Thanh tra Sở: its owner is told
        return named
    if low_at(tokens, at) in DASHES:
        inner = parse_organ(tokens, at + 1)
        return named.at_end(inner.end) if inner else named
    inner = parse_organ(tokens, at, is_inner=True)
    return named.at_end(inner.end) if inner else named


def parse_fields(tokens: Tokens, index: int) -> int | None:
    """
    End of `Kế hoạch và Đầu tư`, `Văn hóa, Thể thao và Du lịch`.

    `Quản lý chất lượng công trình`.
    """
    end = parse_field(tokens, index)
    if end is None:
        return None
    while True:
        following = _parse_next_field(tokens, end)
        if following is None:
            return end
        end = following


def _parse_next_field(tokens: Tokens, index: int) -> int | None:
    mark = low_at(tokens, index)
    if mark in JOINERS or mark == ",":
        return _parse_joined_field(tokens, index + 1, mark)
    if mark == "/" and is_name_token(tokens, index + 1):  # Phòng Kinh tế/Kinh tế và Hạ tầng
        return match_field(tokens, index + 1)
    lower = LOWER_FIELDS.match(tokens, index)
    if lower and goes_on_lower(tokens, index):
        return lower[0]
    if not is_name_token(tokens, index):
        return parse_noun_field(tokens, index)
    return match_field(tokens, index) if HEADS.match(tokens, index) is None else None


def _parse_dashed(tokens: Tokens, index: int) -> int | None:
    """End of a field that a dash joins to a head: `Đài Truyền thanh` + `- Truyền hình`."""
    return _parse_next_field(tokens, index) if low_at(tokens, index) in DASHES else None


def _parse_joined_field(tokens: Tokens, index: int, mark: str) -> int | None:
    if parse_organ(tokens, index) or POSTS.match(tokens, index):
        return None
    field = match_field(tokens, index)
    if field is None and mark in {"và", ","}:
        return parse_common_field(tokens, index) if mark == "và" else None
    if is_name_token(tokens, index):
        return parse_field(tokens, index)
    if mark == "," and low_at(tokens, index) == "viên":
        return field
    return parse_noun_field(tokens, index) if mark in {"và", "&"} else None


def parse_tail(tokens: Tokens, at: int) -> int | None:
    """
    End of a level with its place.

    `tỉnh Nghệ An`, `các xã A, B và C`, `03 xã`, `huyện`; None where none stands there.
    """
    if low_at(tokens, at) == "ngành" and is_name_token(tokens, at + 1):
        return parse_fields(tokens, at + 1)
    if is_plural(tokens, at) or (low_at(tokens, at).isdigit() and LEVELS.match(tokens, at + 1)):
        return _parse_levels(tokens, at + 1)
    level = LEVELS.match(tokens, at)
    head = HEADS.match(tokens, at)
    if level and head and head[0] > level[0]:
        return None
    if level is None:
        end = at if head and match_field(tokens, head[0]) else parse_place(tokens, at)
        return end if end > at else None
    place = parse_place(tokens, level[0])
    if place > level[0]:
        return _behind_place(tokens, place)
    several = _behind_levels(tokens, place)
    is_bare = several > place and not is_name_token(tokens, several)
    return several if is_bare else _behind_place(tokens, place)


def _behind_place(tokens: Tokens, index: int) -> int:
    """
    End of further levels behind a place.

    `xã Yên Đồng, huyện Yên Lạc`, `phường X thành phố Y`.
    """
    at = index + (low_at(tokens, index) in {",", "-"})
    level = LEVELS.match(tokens, at)
    if level is None or low_at(tokens, index - 1) == low_at(tokens, level[0] - 1):
        return index
    end = parse_place(tokens, level[0])
    return end if end > level[0] else index


def _parse_levels(tokens: Tokens, index: int) -> int | None:
    """End of `huyện, thị xã, thành phố`, `xã Khởi Nghĩa, Quyết Tiến`, `xã: A, B`."""
    level = LEVELS.match(tokens, index)
    if level is None:
        is_large = (low_at(tokens, index), low_at(tokens, index + 1)) == ("địa", "phương")
        tiers = None if is_large else parse_tiers(tokens, index)
        end = parse_group_tail(tokens, tiers) if tiers else None
        return index + 2 if is_large else end or tiers
    committees = _parse_committees(tokens, index, level[0])
    if committees is not None:
        return committees
    end = level[0]
    colon = end + (low_at(tokens, end) == ":")
    names = parse_names(tokens, colon)
    if names:
        return names
    end = _behind_levels(tokens, end)
    listed = parse_names(tokens, end + 1) if low_at(tokens, end) == ":" else None
    return listed or parse_group_tail(tokens, end) or end


def _behind_levels(tokens: Tokens, index: int) -> int:
    """End of the levels that a list goes on with: `huyện` + `, thị, thành phố`."""
    end = index
    while low_at(tokens, end) in {",", "và", "-", "."}:
        following = LEVELS.match(tokens, end + 1)
        at = following[0] if following else parse_short_level(tokens, end + 1)
        # a full stop before a small letter is a comma that was misread
        if at is None or (low_at(tokens, end) == "." and tokens[end + 1].is_capital):
            break
        if is_name_token(tokens, end + 1) and HEADS.match(tokens, end + 1):  # Huyện đoàn
            break
        end = at
    return end


def _parse_committees(tokens: Tokens, index: int, level_end: int) -> int | None:
    """End of `huyện ủy, thị ủy và đảng ủy trực thuộc`; None where a bare level stands there."""
    group = GROUPS.match(tokens, index)
    if group is None or group[0] <= level_end or low_at(tokens, group[0] - 1) != "ủy":
        return None
    end = group[0]
    while low_at(tokens, end) in {",", "và"}:
        following = GROUPS.match(tokens, end + 1)
        if following is None:
            break
        end = following[0]
    return parse_group_tail(tokens, end) or end


def parse_names(tokens: Tokens, index: int) -> int | None:
    """End of a list of proper names: `A, B và C`; None where none stands there."""
    end = _behind_number(tokens, parse_place(tokens, index))
    if end == index:
        return None
    while low_at(tokens, end) in {",", "và", ";"}:
        at = end + 1
        following = parse_place(tokens, at)
        if following == at or _is_organ(tokens, at) or POSTS.match(tokens, at):
            break
        end = _behind_number(tokens, following)
    return end


def _behind_number(tokens: Tokens, index: int) -> int:
    """End of a place of which there are several: `Đại Phước` + `2`, where nothing is counted."""
    is_digit = low_at(tokens, index).isdigit() and len(low_at(tokens, index)) == 1
    is_last = low_at(tokens, index + 1) in {"", ",", ";", ":", "và"}
    return index + 1 if is_digit and is_last else index


def _is_organ(tokens: Tokens, index: int) -> bool:
    """True for an organ; in a list of places `Trạm Tấu`, `Hội An` is one more of them."""
    organ = parse_organ(tokens, index)
    if organ is None:
        return False
    return organ.confidence > UNKNOWN or organ.end - index > SHORT_PLACE


def _parse_owner(tokens: Tokens, index: int) -> Named | None:
    """The organ behind `trực thuộc`; `Huyện ủy` is none that the level `huyện` ends."""
    if low_at(tokens, index - 1) == "thuộc":
        return parse_organ(tokens, index, is_inner=True)
    is_capital = is_name_token(tokens, index - 1)
    return parse_organ(tokens, index - 1, is_inner=True) if is_capital else None


def parse_group_tail(tokens: Tokens, index: int) -> int | None:
    """
    End of `có liên quan`, `trực thuộc Sở Y tế`, `trên địa bàn huyện Yên Lạc`.

    None where none stands there.
    """
    end = index
    while True:
        tail = GROUP_TAILS.match(tokens, end)
        if tail:
            inner = _parse_owner(tokens, tail[0])
            end = inner.end if inner else parse_place(tokens, tail[0])
            continue
        inner = (
            parse_organ(tokens, end + 1, is_inner=True)
            if low_at(tokens, end) in OWNED
            else parse_organ(tokens, end, is_inner=True)
        )
        if inner is None:
            return end if end > index else None
        end = inner.end
