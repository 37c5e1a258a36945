"""Organs, groups of organs, posts and people: one entry for all of them."""

from nlp.spans.agencies.fields import (
    behind_mission,
    parse_noun_field,
    parse_plain_fields,
    parse_tiers,
)
from nlp.spans.agencies.organs import (
    parse_fields,
    parse_group_tail,
    parse_lower_organ,
    parse_names,
    parse_organ,
    parse_tail,
)
from nlp.spans.agencies.words import (
    ACTIONS,
    GROUP_TAILS,
    GROUPS,
    HEADS,
    LEVELS,
    PERSONS,
    POSTS,
    RANKS,
    VERBAL_FIELDS,
    WORKS,
    Named,
    is_compound,
    is_name_token,
    is_plural,
    match_field,
    parse_capitals,
)
from nlp.spans.tokens import Tokens, low_at

MIN_NAME = 2
TITLED_GROUP = 3  # the same before a colon: `Tổ chức tín dụng:`
NAMED_GROUP = 6  # tokens from which on a group needs no `các`: it is the name of a force
# forms of address that stand before a given name alone: `đồng chí Mạnh`, `cô Liên`
BY_GIVEN_NAME = frozenset({"đồng", "đ", "cô", "thầy"})
# units whose fields are also written in lower case: các sở + y tế
FIELDED = frozenset({"sở", "phòng"})
# first syllables of words that end in sở: trụ sở, cơ sở, công sở
NOT_OFFICES = frozenset({"trụ", "cơ", "công", "hộ"})
# last syllables of units that serve a board: Bộ phận giúp việc, Tổ thư ký
STAFFS = frozenset({"việc", "ký"})
# units that are verbs or other nouns as often: they need `các` before them
NOT_ALONE = frozenset({"tổ", "ban", "hội", "bộ", "cấp", "vụ", "bản", "đội", "khoa", "viện"})


def parse_agency(tokens: Tokens, index: int) -> Named | None:
    """The longest organ, group, post or person that starts at `index`."""
    return (
        parse_person(tokens, index)
        or parse_post(tokens, index)
        or parse_group(tokens, index)
        or _parse_served(tokens, index)
        or _parse_plain_office(tokens, index)
    )


def _parse_plain_office(tokens: Tokens, index: int) -> Named | None:
    """A department in lower case before its letters: `sở GTVT`, not `trụ sở UBND xã`."""
    field = match_field(tokens, index + 1) if low_at(tokens, index) == "sở" else None
    if field is None or low_at(tokens, index - 1) in NOT_OFFICES:
        return None
    return Named(field, "agency", 0.7) if tokens[index + 1].text.isupper() else None


def _parse_served(tokens: Tokens, index: int) -> Named | None:
    """An organ, with the board that it serves: `Tổ giúp việc` + `cho Hội đồng thi năm 2022`."""
    named = parse_organ(tokens, index)
    head = HEADS.match(tokens, index)
    if named is None or head is None or low_at(tokens, head[0] - 1) not in STAFFS:
        return named
    end = named.end
    if end == head[0]:
        served = parse_organ(tokens, end + (low_at(tokens, end) in {"cho", "của"}))
        if served is None:
            return named
        end = served.end
    end -= low_at(tokens, end - 1) == "cấp"
    end += 3 * (tuple(low_at(tokens, end + k) for k in range(3)) == ("cấp", "cơ", "sở"))
    end += 2 * (low_at(tokens, end) == "năm" and low_at(tokens, end + 1).isdigit())
    return named.at_end(end)


def parse_group(tokens: Tokens, index: int) -> Named | None:
    """
    `các sở, ban, ngành`, `các cơ quan, đơn vị có liên quan`, `các phòng: A, B và C`.

    `các đơn vị trực thuộc Sở Y tế`.
    """
    opened = _open_group(tokens, index)
    if opened is None:
        return _parse_bare_group(tokens, index)
    opened = _behind_plain_field(tokens, opened)
    end = _parse_more_groups(tokens, opened)
    listed = end + (low_at(tokens, end) == ":")
    is_open = GROUP_TAILS.match(tokens, listed) is None and not _is_work(tokens, listed)
    names = _parse_listed(tokens, listed) if is_open else None
    if names:
        return Named(names, "group", 0.85)
    tiers = parse_tiers(tokens, end + 1) if is_plural(tokens, end) else None
    end = parse_group_tail(tokens, tiers or end) or tiers or end
    return Named(_behind_named_fields(tokens, end), "group", 0.85)


def _behind_named_fields(tokens: Tokens, index: int) -> int:
    """End of the known fields that tell which ones: `các sở liên quan` + `: Tài chính, Y tế`."""
    if low_at(tokens, index) != ":" or match_field(tokens, index + 1) is None:
        return index
    end = parse_fields(tokens, index + 1)
    if end is None or VERBAL_FIELDS.match(tokens, index + 1):
        return index
    is_list = any(low_at(tokens, at) in {",", "và"} for at in range(index + 1, end))
    return end if is_list else index


def _is_work(tokens: Tokens, index: int) -> bool:
    """Whether what stands behind `Các trường:` is what to do, not `Tổ chức, Tuyên giáo`."""
    action = ACTIONS.match(tokens, index)
    if action is None or low_at(tokens, index - 1) != ":":
        return False
    is_list = low_at(tokens, action[0]) in {",", "và"} and is_name_token(tokens, action[0] + 1)
    return not is_list


def _behind_plain_field(tokens: Tokens, index: int) -> int:
    """End of a field in lower case: `các sở` + `giáo dục và đào tạo`; `đào tạo` may be a work."""
    end = parse_plain_fields(tokens, index) if low_at(tokens, index - 1) in FIELDED else None
    works = (VERBAL_FIELDS.match(tokens, index), ACTIONS.match(tokens, index))
    is_work = any(work and work[0] == end for work in works)
    return index if end is None or is_work else end


def _open_group(tokens: Tokens, index: int) -> int | None:
    """End of `các sở`, `tất cả các đơn vị`, `ngành Giáo dục`: the first unit of a group."""
    if low_at(tokens, index) == "ngành" and is_name_token(tokens, index + 1):
        return parse_fields(tokens, index + 1)
    at = index + 2 * (low_at(tokens, index) in {"tất", "toàn"})
    if not is_plural(tokens, at):
        return None
    group = GROUPS.match(tokens, at + 1)
    return group[0] if group else _parse_kind(tokens, at + 1)


def _parse_kind(tokens: Tokens, index: int) -> int | None:
    """End of organs of one kind behind `các`: `Điện lực`, `Hạt Kiểm lâm`."""
    head = HEADS.match(tokens, index) if is_name_token(tokens, index) else None
    if head is None or head[1] == "alone":
        return None
    organ = parse_organ(tokens, index)
    return organ.end if organ else parse_noun_field(tokens, head[0]) or head[0]


def _parse_bare_group(tokens: Tokens, index: int) -> Named | None:
    """`cơ quan, đơn vị`, `đơn vị liên quan`: units without `các`, told by their company."""
    group = GROUPS.match(tokens, index)
    if group and is_name_token(tokens, index) and low_at(tokens, group[0]) == ":":
        return Named(group[0], "group", 0.7) if group[0] - index >= TITLED_GROUP else None
    if group is None or LEVELS.match(tokens, index) or low_at(tokens, index) in NOT_ALONE:
        return None
    of_kind = _parse_plain_kind(tokens, index, group[0])
    if of_kind:
        return Named(of_kind, "group", 0.7)
    if group[0] - index >= NAMED_GROUP and HEADS.match(tokens, index) is None:
        return Named(group[0], "group", 0.7)
    end = _parse_more_groups(tokens, group[0])
    tail = GROUP_TAILS.match(tokens, end)
    is_related = tail is not None and low_at(tokens, tail[0] - 1) == "quan"
    if not is_related and (end == group[0] or low_at(tokens, group[0]) != ","):
        return None
    return Named(parse_group_tail(tokens, end) or end, "group", 0.6)


def _parse_plain_kind(tokens: Tokens, index: int, end: int) -> int | None:
    """End of `sở y tế các tỉnh`, `thành viên Ban Chỉ đạo tỉnh`; None for `cơ sở y tế`."""
    if is_compound(tokens, index) or is_name_token(tokens, index):
        return None
    if low_at(tokens, index) == "thành":
        is_told = low_at(tokens, index - 1) in {"là", "làm", "của", "số", "có"}
        board = parse_organ(tokens, end) if low_at(tokens, end - 1) == "viên" else None
        return board.end if board and not is_told else None
    field = _behind_plain_field(tokens, end) if end == index + 1 else end
    return (parse_tail(tokens, field) or field) if field > end else None


def _parse_listed(tokens: Tokens, index: int) -> int | None:
    """End of the fields or places that a group lists: `Nội vụ, Tư pháp`, `Yên Đồng, Tề Lỗ`."""
    if not is_name_token(tokens, index) or parse_organ(tokens, index) or is_plural(tokens, index):
        return None
    ends = (parse_fields(tokens, index), parse_names(tokens, index))
    end = max((end for end in ends if end), default=None)
    while end and low_at(tokens, index - 1) == ":" and low_at(tokens, end) == ";":
        is_field = match_field(tokens, end + 1) and HEADS.match(tokens, end + 1) is None
        following = parse_fields(tokens, end + 1) if is_field else None
        if following is None:
            break
        end = following
    return end


def _parse_more_groups(tokens: Tokens, index: int) -> int:
    end = index
    while True:
        at = end + (low_at(tokens, end) in {",", "và", "-", "/"})
        group = GROUPS.match(tokens, at)
        if group is None or (at == end and not _runs_on(tokens, at)) or _is_named(tokens, at):
            return end
        end = group[0]


def _is_named(tokens: Tokens, index: int) -> bool:
    """True for an organ with its own name: `các khoa,` + `Trường Thực hành sư phạm`."""
    head = HEADS.match(tokens, index)
    organ = parse_organ(tokens, index) if head else None
    return head is not None and organ is not None and organ.end > head[0] + 1


def _runs_on(tokens: Tokens, index: int) -> bool:
    """True for a unit behind another without a comma: `sở ngành`; `tổ chức` is a verb there."""
    return not is_name_token(tokens, index) and low_at(tokens, index) != "tổ"


def parse_post(tokens: Tokens, index: int) -> Named | None:
    """
    A post with its organ, group or person.

    `Chủ tịch UBND các huyện`, `Trưởng phòng Nội vụ`, `Phó Giám đốc Lê An`.
    """
    post = POSTS.match(tokens, index)
    if post is None:
        return None
    end = post[0]
    if not is_name_token(tokens, index):
        return _parse_plain_post(tokens, end)
    if low_at(tokens, end) == "," and low_at(tokens, end + 1) in {"phó", "các"}:
        second = POSTS.match(tokens, end + 1 + (low_at(tokens, end + 1) == "các"))
        end = second[0] if second else end
    colon = end + (low_at(tokens, end) == ":" and HEADS.match(tokens, end + 1) is not None)
    end = behind_mission(tokens, end)
    owner = parse_group(tokens, end) or parse_organ(tokens, colon, is_inner=colon == end)
    if owner:
        return Named(owner.end, "post", 0.9)
    fields = parse_fields(tokens, end) or parse_lower_organ(tokens, end)
    tail = parse_tail(tokens, fields or end)
    if tail or fields:
        return Named(tail or fields or end, "post", 0.85)
    is_long = end - index >= MIN_NAME
    return Named(end, "post", 0.8 if is_long else 0.5)


def _parse_plain_post(tokens: Tokens, end: int) -> Named | None:
    """A post in lower case, told by the group that it heads: `thủ trưởng các đơn vị`."""
    owner = parse_group(tokens, end)
    return Named(owner.end, "post", 0.75) if owner else None


def parse_person(tokens: Tokens, index: int) -> Named | None:
    """`đồng chí Lê Minh Tuệ`, `Đ/c Phạm Thu Vân`, `BS. Lê Tuệ`, `đồng chí Chủ tịch UBND huyện`."""
    person = PERSONS.match(tokens, index)
    if person is None:
        return _parse_titled(tokens, index)
    post = parse_post(tokens, person[0])
    if post:
        return Named(post.end, "post", post.confidence)
    rank = RANKS.match(tokens, person[0])
    first = rank[0] if rank else person[0]
    end = parse_capitals(tokens, first)
    if end - first < MIN_NAME and low_at(tokens, index) not in BY_GIVEN_NAME:
        return None
    return Named(_behind_person(tokens, end), "person", 0.85) if end > first else None


def _parse_titled(tokens: Tokens, index: int) -> Named | None:
    """A person told by rank or degree alone: `BS. Lê Minh Tuệ`, `ThS.BS Phạm Thu Vân`."""
    at = index
    while rank := RANKS.match(tokens, at):
        at = rank[0] + (low_at(tokens, rank[0]) == ".")
    end = parse_capitals(tokens, at) if at > index and is_name_token(tokens, index) else at
    is_named = end - at >= MIN_NAME and HEADS.match(tokens, at) is None
    return Named(_behind_person(tokens, end), "person", 0.8) if is_named else None


def _behind_person(tokens: Tokens, index: int) -> int:
    """End of the post or work that is told behind a name: `, Phó Hiệu trưởng`, ` - kế toán`."""
    if low_at(tokens, index) not in {",", "-"}:
        return index
    post = parse_post(tokens, index + 1) if is_name_token(tokens, index + 1) else None
    if post:
        return post.end
    work = WORKS.match(tokens, index + 1)
    return (match_field(tokens, work[0]) or work[0]) if work else index
