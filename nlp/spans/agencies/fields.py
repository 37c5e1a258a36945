"""The parts of a name that hold no other organ: one field, a number, words in lower case."""

import re

from nlp.spans.agencies.words import (
    ACTIONS,
    CUES,
    DOCUMENTS,
    FIELDS,
    GROUPS,
    HEADS,
    LEVELS,
    LOWER_FIELDS,
    NOUN_FIELDS,
    OPEN_FIELDS,
    PERSONS,
    PLACES,
    POSTS,
    VERBAL_FIELDS,
    is_compound,
    is_name_token,
    is_plural,
    is_stop,
    match_field,
    parse_capitals,
    parse_place,
)
from nlp.spans.tokens import Phrases, Tokens, low_at

DASHES = frozenset({"-"})
JOINERS = frozenset({"và", "&"}) | DASHES
OWN_LEVELS = frozenset({"tỉnh", "huyện", "xã", "phường", "quận", "thành", "thị"})
MOST_LOWER = 5
MOST_MANAGED = 9
# last syllables of names that go on in lower case: Ban Quản lý + dự án
MANAGING = frozenset({"lý", "án", "dựng", "triển", "soát", "lượng", "trình"})
# what a unit draws up, behind `xây dựng`: Phòng Quản lý chất lượng + xây dựng kế hoạch
BUILT = frozenset({"kế", "dự", "phương", "đề", "quy", "văn", "báo", "chương", "hướng", "nội"})
# last syllables of heads whose fields are also written in lower case: Phòng nghiệp vụ
PLAIN_HEADS = frozenset({"sở", "bộ", "phòng", "khoa", "hội", "trường", "cục", "trạm", "tâm"})
LEAST_PLAIN = 2
# words behind which a bare number is part of a name: Thuế cơ sở 5, UBND quận 4
NUMBERED = frozenset(
    {"sở", "vực", "đoàn", "đội", "quận", "phường", "khóm", "ấp", "án", "khu", "binh"}
)
# what has tiers itself: các cấp học, các cấp ủy, các cấp hội
OF_TIERS = frozenset({"học", "ủy", "uỷ", "hội", "bộ", "độ", "bậc", "chính", "công", "lãnh"})
MISSIONS = Phrases(
    (words, words)
    for words in (
        "kiểm tra",
        "giám sát",
        "thanh tra",
        "công tác",
        "kiểm tra, giám sát",
        "kiểm tra liên ngành",
    )
)
NUMBER = re.compile(r"[1-9]\d{0,2}|[IVX]{1,5}")
BOARD_NUMBER = re.compile(r"\d{2,4}")


def parse_number(tokens: Tokens, index: int) -> int | None:
    """
    End of the number of a unit: `Đội Quản lý thị trường` + `số 4`, `Thuế cơ sở` + `5`.

    None where none stands there, or where it is that of a document (`số 4/KH-UBND`).
    """
    if low_at(tokens, index - 1) == "đạo":
        return _parse_board_number(tokens, index)
    has_word = low_at(tokens, index) == "số"
    at = index + has_word
    if at >= len(tokens) or not (has_word or low_at(tokens, index - 1) in NUMBERED):
        return None
    if NUMBER.fullmatch(tokens[at].text) is None:
        return None
    is_parted = low_at(tokens, at + 1) == "-" and not tokens[at + 1].is_glued
    place = parse_place(tokens, at + 2) if is_parted else at + 2
    if place > at + 2:
        return place
    is_cited = low_at(tokens, at + 1) in {"/", "-"} or is_name_token(tokens, at + 1)
    return None if is_cited else at + 1


def _parse_board_number(tokens: Tokens, index: int) -> int | None:
    """End of the number that a board is called by: `Ban Chỉ đạo` + `138`, `389/ĐP`, no count."""
    if index >= len(tokens) or BOARD_NUMBER.fullmatch(tokens[index].text) is None:
        return None
    if low_at(tokens, index + 1) == "/":
        return index + 3 if is_name_token(tokens, index + 2) else None
    counts = tokens[index].text.startswith("0") and LEVELS.match(tokens, index + 1) is not None
    return None if counts else index + 1


def parse_plain_fields(tokens: Tokens, index: int) -> int | None:
    """End of known fields in lower case: `Phòng` + `nghiệp vụ Y`, `Sở` + `giáo dục và đào tạo`."""
    if low_at(tokens, index - 1) not in PLAIN_HEADS:
        return None
    field = FIELDS.match(tokens, index)
    if field is None or field[0] - index < LEAST_PLAIN:
        return None
    joined = FIELDS.match(tokens, field[0] + 1) if low_at(tokens, field[0]) in JOINERS else None
    return joined[0] if joined else field[0]


def parse_field(tokens: Tokens, index: int) -> int | None:
    """End of one field, known or of unknown capitals; None where none stands there."""
    if not is_name_token(tokens, index):
        return _parse_managed(tokens, index)
    owner = _parse_owner(tokens, index)
    if owner:
        return owner
    field, opened = match_field(tokens, index), OPEN_FIELDS.match(tokens, index)
    if opened and (field is None or opened[0] >= field):
        return _parse_lower_run(tokens, opened[0])
    if field:
        return field
    end = parse_capitals(tokens, index)
    if end == index:
        return None
    is_open = end == index + 1 and HEADS.match(tokens, index) is None
    return _parse_lower_run(tokens, end) if is_open else end


def _parse_owner(tokens: Tokens, index: int) -> int | None:
    """End of an owner that is told by its kind alone: `Đoàn Thanh niên` + `Bệnh viện`."""
    head = HEADS.match(tokens, index)
    is_alone = head is not None and not is_name_token(tokens, head[0])
    if head is None or head[0] == index + 1 or tokens[index + 1].is_capital or not is_alone:
        return None
    is_field = match_field(tokens, head[0]) and not ACTIONS.match(tokens, head[0])
    return None if is_field else head[0]


def goes_on_lower(tokens: Tokens, index: int) -> bool:
    """True where a name goes on in lower case: not in `Phòng Kinh tế` + `xây dựng kế hoạch`."""
    if low_at(tokens, index + 1) == "dựng" and low_at(tokens, index + 2) in BUILT:
        return False
    is_zone = low_at(tokens, index - 1) == "tế" and low_at(tokens, index - 3) == "khu"
    return is_zone or low_at(tokens, index - 1) in MANAGING


def parse_noun_field(tokens: Tokens, index: int) -> int | None:
    """End of a field in lower case that names no work: `Phòng An ninh` + `kinh tế`."""
    field = None if is_name_token(tokens, index) else NOUN_FIELDS.match(tokens, index)
    is_other = GROUPS.match(tokens, index) or POSTS.match(tokens, index)
    if field is None or is_other or ACTIONS.match(tokens, index) or LEVELS.match(tokens, index):
        return None
    return field[0]


def parse_common_field(tokens: Tokens, index: int) -> int | None:
    """End of an unknown field behind `và`, large in its first letter alone: `Chống độc`."""
    names = (HEADS, GROUPS, POSTS, PERSONS, LEVELS, DOCUMENTS, PLACES, CUES, ACTIONS)
    is_common = is_name_token(tokens, index) and low_at(tokens, index + 1).isalpha()
    if not is_common or tokens[index + 1].is_capital:
        return None
    if any(table.match(tokens, index) for table in names) or is_stop(tokens, index + 1):
        return None
    return _parse_lower_run(tokens, index + 1)


def parse_up_to_own_level(tokens: Tokens, index: int) -> int | None:
    """End of lower-case words that a level closes: `Quỹ Đầu tư` + `phát triển tỉnh`.

    None where the level has a name of its own, or where the words tell a work.
    """
    if ACTIONS.match(tokens, index):
        return None
    for end in range(index, min(index + MOST_MANAGED, len(tokens))):
        low = tokens[end].low
        level = LEVELS.match(tokens, end)
        if level and end > index:
            return level[0] if _closes(tokens, end, level[0]) else None
        is_joint = low in {",", "và"}
        if is_joint and _opens_other(tokens, end + 1):
            return None
        if tokens[end].is_capital or not (is_joint or _is_within_name(tokens, end)):
            return None
    return None


def _closes(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the level in tokens[start:end] ends a name: `tỉnh` alone, no `cấp tỉnh`."""
    is_bare = low_at(tokens, start) in OWN_LEVELS and not is_name_token(tokens, end)
    is_told = low_at(tokens, start - 1) in {"cấp", "các", "liên", "ra", "trong", "toàn"}
    return is_bare and not is_told and not low_at(tokens, end)[:1].isdigit()


def _is_within_name(tokens: Tokens, index: int) -> bool:
    return tokens[index].text.isalpha() and not is_stop(tokens, index)


def _opens_other(tokens: Tokens, index: int) -> bool:
    others = (HEADS, GROUPS, POSTS, PERSONS, VERBAL_FIELDS, LEVELS)
    return any(table.match(tokens, index) for table in others)


def _parse_managed(tokens: Tokens, index: int) -> int | None:
    """End of what a board manages: `Ban Quản lý` + `dự án …`, `cảng cá` before a level."""
    if low_at(tokens, index - 1) not in {"lý", "bql"}:
        return None
    managed = LOWER_FIELDS.match(tokens, index)
    return managed[0] if managed else _parse_up_to_level(tokens, index)


def _parse_up_to_level(tokens: Tokens, index: int) -> int | None:
    """End of the lower-case words before a level, None where anything else stands among them."""
    for end in range(index, min(index + MOST_MANAGED, len(tokens))):
        low = tokens[end].low
        if end > index and LEVELS.match(tokens, end):
            return end
        if tokens[end].is_capital or is_stop(tokens, end) or not (low.isalpha() or low == ","):
            return None
    return None


def _acts(tokens: Tokens, index: int) -> bool:
    """Whether a word of doing stands there with what is done: not in `An toàn thông tin là …`."""
    action = ACTIONS.match(tokens, index)
    if action is None or action[0] >= len(tokens):
        return False
    behind = low_at(tokens, action[0])
    if action[0] - index > LEAST_PLAIN:
        return True
    if action[0] == index + 1 and is_compound(tokens, index):  # công trình
        return False
    goes_on = not is_stop(tokens, action[0]) or ACTIONS.match(tokens, action[0]) is not None
    return (behind.isalpha() or behind == ",") and goes_on


def _parse_lower_run(tokens: Tokens, index: int) -> int:
    """End of the lower-case words by which an unknown name goes on."""
    end = parse_noun_field(tokens, index) or index
    while end < min(index + MOST_LOWER, len(tokens)):
        if (
            not tokens[end].text.isalpha()
            or (low_at(tokens, end) == "số" and low_at(tokens, end + 1).isdigit())
            or is_stop(tokens, end)
            or LEVELS.match(tokens, end)
            or CUES.match(tokens, end)
            or (end > index and _acts(tokens, end))
        ):
            break
        end += 1
    return end


def parse_tiers(tokens: Tokens, index: int) -> int | None:
    """End of the tiers behind `các`: `cấp` of `UBND các cấp`, `ngành, các cấp` of a board."""
    if low_at(tokens, index) == "ngành":
        behind = index + 1 + (low_at(tokens, index + 1) in {",", "và"})
        return parse_tiers(tokens, behind + 1) if is_plural(tokens, behind) else None
    is_tier = low_at(tokens, index) == "cấp" and low_at(tokens, index + 1) not in OF_TIERS
    return index + 1 if is_tier else None


def parse_short_level(tokens: Tokens, index: int) -> int | None:
    """End of `thị`, `thành` for thị xã, thành phố inside a list of levels."""
    is_short = low_at(tokens, index) in {"thị", "thành"}
    is_listed = low_at(tokens, index + 1) in {",", "và", ";", ".", ":", ""}
    is_last = low_at(tokens, index) == "thành" and low_at(tokens, index - 2) == "thị"
    is_word = low_at(tokens, index + 1) in {"phố", "lập", "viên", "phần", "đoàn", "ủy", "công"}
    return index + 1 if is_short and (is_listed or (is_last and not is_word)) else None


def behind_mission(tokens: Tokens, index: int) -> int:
    """Index behind what the head of a mission is there for: `Trưởng đoàn` + `kiểm tra (có …)`.

    `Trưởng đoàn kiểm tra hồ sơ` tells what the head does.
    """
    field = MISSIONS.match(tokens, index) if low_at(tokens, index - 1) == "đoàn" else None
    if field is None:
        return index
    goes_on = ACTIONS.match(tokens, field[0]) or CUES.match(tokens, field[0])
    is_end = low_at(tokens, field[0]) in {"", ".", ",", ";", ":", ")"}
    return field[0] if goes_on or is_end else index
