"""Duties laid by a verb: `giao X …`, `phân công X …`, `đề nghị X …`, `yêu cầu X …`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.lexicon.schema import load_lexicon
from nlp.statements.duties.actions import find_action, opens_with_action
from nlp.statements.duties.assignment import (
    Assignment,
    Clause,
    Setting,
    acts,
    behind_units,
    names_issuer,
)
from nlp.statements.duties.chain import (
    Chain,
    extended,
    goes_on,
    parse_chain,
)
from nlp.statements.duties.guessed import GUESSED, guess_units, opens_name
from nlp.statements.duties.joined import named_in_full, with_those_asked
from nlp.statements.duties.past import is_past, tells_issued, tells_past
from nlp.statements.duties.refusals import (
    has_condition,
    is_empty,
    only_carries_out,
    tells_status,
)
from nlp.statements.folding import fold

LAYING = re.compile(
    r"(?<!\w)(?P<cue>giao(?:\s+(?:nhiem\s+vu|trach\s+nhiem))?|phan\s+cong|uy\s+quyen|de\s+nghi|yeu\s+cau|kien\s+nghi|de\s+xuat"
    r"|chi\s+(?:dao|thi)|kinh\s+moi)"
    r"(?:\s+cho)?\s+(?!cua\b|(?:chi\s+tieu|du\s+toan|bien\s+che|kinh\s+phi)\b)"
)
"""Matched against folded text, for recognition loses marks; `giáo` is told from `giao` apart."""
_ORDER = re.compile(r"giao|phan|uy")
PROPOSED = "duty.proposed"
"""The rule of what is only proposed: below a unit's heading it is that unit's to propose."""
_PROPOSES = ("kien", "de xuat")
_COURTESY = re.compile(
    r"(?:kinh|tran\s+trong|tiep\s+tuc|dong\s+thoi|va|thong\s+nhat|cung|xin)\s*$"
)
_NOUN_BEFORE = re.compile(
    r"(?:theo|xet|duoc|ban|cac|nhung|co|viec|su|khi|noi\s+dung|van\s+ban|dap\s+ung|muc\s+dich"
    r"|khoan|to\s+trinh|kien\s+nghi|chuyen|ve|cua|don|ho\s+so|thong\s+tin|tham\s+muu|phieu"
    r"|lanh\s+dao|cong\s+tac)\s*,?\s*$"
)
_MATTER = re.compile(
    r"^\W*(?:kết\s+quả|báo\s+cáo|danh\s+sách|hồ\s+sơ|văn\s+bản|bản\s+đăng\s+ký|ý\s+kiến\s+(?:góp\s+ý|tham\s+gia))"
    r"[^,;.:]{0,60}$",
    re.IGNORECASE,
)
"""What is to be handed in, before the request: `Kết quả thực hiện đề nghị gửi về …`."""
_ON_RECEIPT = re.compile(
    r"^\W*(?:(?:ngay\s+)?(?:sau\s+)?khi\s+)?nhận\s+được\s+[^,;:.]{3,60}?\s+này\s*,?$",
    re.IGNORECASE,
)
_COMES = re.compile(r"\b(?:tham|đến|tới|về|cùng)\s+dự\b|\bdự\s+(?:họp|hội)\b", re.IGNORECASE)
_WITHIN = re.compile(r"\btrong\s+đó(?:\s+có)?$", re.IGNORECASE)
_PASSIVE = re.compile(r"(?<!\w)được\s+$", re.IGNORECASE)
"""Before the organ that gives: `Cục được Bộ Y tế giao …` tells what the organ itself was given."""
_SUPERIOR = re.compile(
    r"^(?:Thủ\s+tướng|Chính\s+phủ|Quốc\s+hội|Trung\s+ương|Bộ\s+Chính\s+trị|Ban\s+Bí\s+thư)",
    re.IGNORECASE,
)
_PREMIER = re.compile(r"^\W*(?:Phó\s+)?Thủ\s+tướng\b")
_ADDRESSED = re.compile(
    r"qu[ýí]\s+(?:cơ\s+quan|đơn\s+vị|sở|ban|vị|phòng|ông|bà|đồng\s+chí|ngành|ủy\s+ban|doanh\s+nghiệp"
    r"|công\s+ty|bộ|trường|địa\s+phương)"
    r"(?:\s*(?:[,/]|và)\s*(?:quý\s+)?(?:cơ\s+quan|đơn\s+vị|ban|bà|doanh\s+nghiệp|công\s+ty|địa\s+phương))*",
    re.IGNORECASE,
)
_PROVINCE = re.compile(
    "(?:{})(?= )".format(
        "|".join(
            re.escape(name)
            for row in load_lexicon().place
            if row.level in {"tỉnh", "thành phố"}
            for name in sorted(row.names, key=len, reverse=True)
        )
    )
)
"""A province called by its name alone: `đề nghị Hà Nội đăng cai …`."""
_COMRADES = re.compile(r"(?:các\s+)?(?:đồng\s+chí|đ/c)(?=\s)", re.IGNORECASE)
_LEVEL = re.compile(
    r"\b(?:tỉnh|huyện|xã|phường|thị\s+trấn|thành\s+phố|thị\s+xã|quận)$", re.IGNORECASE
)
_PLACED = re.compile(
    r"\b(?:khu\s+vực|vùng|tỉnh|huyện|xã|phường|thị\s+trấn|thành\s+phố|thị\s+xã|quận)"
    r"(?-i:(?:\s+[A-ZĐÂÔƠƯÁÀẢẠÃĂÊÍÌÝÚÓ]\w*)+)$",
    re.IGNORECASE,
)
_RULES = re.compile(r"\s+(?:quy\s+định|cấp\s+(?:bổ|phát|kinh|vốn|đủ|cho|hỗ))\b", re.IGNORECASE)
_LONGEST_GUESS = 140
_MOST_ADDED = 5
_BARE = re.compile(r"(?:cơ\s+quan|đơn\s+vị|địa\s+phương)\b", re.IGNORECASE)
_IF = re.compile(
    r"[;,.]\s*(?:nếu|khi|trường\s+hợp|(?:trong\s+)?quá\s+trình|(?:mọi|những|các)\s+(?:vấn\s+đề|khó\s+khăn|vướng\s+mắc))\b",
    re.IGNORECASE,
)


def find_laid(clause: Clause, setting: Setting) -> Assignment | None:
    """`(Subject) giao X …`, the first of the clause that holds."""
    for cue in laying_words(clause.marked.text, clause.start, clause.end):
        before = clause.marked.text[clause.start : cue.start()]
        if has_condition(before) or not _may_lay(clause, cue, setting):
            continue
        found = _after_cue(clause, cue, setting)
        if found is not None:
            is_proposed = cue["cue"].startswith(_PROPOSES)
            return replace(found, rule=PROPOSED) if is_proposed else found
    return None


def laying_words(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The verbs that may lay a duty, in order."""
    for cue in LAYING.finditer(fold(text), start, end):
        word = text[cue.start() : cue.start() + 4].casefold()
        if not cue["cue"].startswith("giao") or word == "giao":
            yield cue


def _may_lay(clause: Clause, cue: re.Match[str], setting: Setting) -> bool:
    """Whether the words before the verb make it an order of the issuer."""
    before = clause.marked.text[clause.start : cue.start()].rstrip()
    courtesy = _COURTESY.search(fold(before))
    if courtesy:
        before = before[: courtesy.start()].rstrip()
    before = _ON_RECEIPT.sub("", before)
    is_leading = cue["cue"].startswith("chi")
    if cue["cue"].startswith(_PROPOSES):  # elsewhere a duty of its own: kiểm tra, kiến nghị xử lý
        return not before
    if not before or before[-1] in ",;:-":
        return not is_leading and not (before.endswith(",") and tells_issued(before))
    is_retold = tells_past(before) and _WITHIN.search(before)
    if is_past(before) or is_retold or _NOUN_BEFORE.search(fold(before)):
        return False
    is_matter = _MATTER.match(before) and opens_with_action(clause.marked.text[cue.end() :])
    end = clause.start + len(before)
    subject = next((span for span in clause.marked.agencies if span.end == end), None)
    start = subject.start if subject else _start_of_phrase(clause.marked.text, clause.start, end)
    name = clause.marked.text[start:end]
    if _PASSIVE.search(clause.marked.text, clause.start, start):
        return False
    if is_matter or names_issuer(name, setting.issuers) or _speaks_for(setting.issuers, name):
        return True
    return subject is not None and not is_leading and not _SUPERIOR.match(name)


def _speaks_for(issuers: tuple[str, ...], name: str) -> bool:
    """Whether an office hands on the word of the one it serves: `Phó Thủ tướng Lê An giao …`."""
    return "Văn phòng Chính phủ" in issuers and _PREMIER.search(name) is not None


def _start_of_phrase(text: str, start: int, end: int) -> int:
    """Where the words between the last mark and `end` begin."""
    return start + max(text[start:end].rfind(mark) for mark in ",;:") + 1


def _after_cue(clause: Clause, cue: re.Match[str], setting: Setting) -> Assignment | None:
    marked, at = clause.marked, cue.end()
    chain = _addressed(clause, at, setting) or parse_chain(marked, at, "duty.laid")
    chain = _completed(clause, chain, at, setting) if chain else _guessed(clause, at)
    if chain is None or chain.end > clause.end:
        return _unnamed(clause, cue, setting)
    chain = with_those_asked(marked, chain, "duty.laid")
    is_ordered = _ORDER.match(cue["cue"]) is not None
    found = behind_units(clause, chain, cue.start(), is_ordered=is_ordered)
    if found is None or _is_hollow(clause, found):
        return None
    invites = cue["cue"].startswith("kinh") and _COMES.search(marked.text, at, clause.end)
    return None if invites else found


def _completed(clause: Clause, chain: Chain, start: int, setting: Setting) -> Chain:
    """The chain with the rest of its last name, up to what the units are to do."""
    full = named_in_full(clause.marked, chain, setting.addressees, "duty.laid")
    if full is not chain:
        return full
    longer = extended(clause.marked, chain, "duty.laid")
    rest = clause.marked.text[longer.end : longer.end + 1]
    is_done = acts(clause.marked.text, longer.end) or _is_whole(clause.marked.text, chain)
    if not chain.units or is_done or not rest.isspace():
        return longer
    guess = _guessed(clause, start)
    if guess is None or guess.end <= longer.end or _adds_sentence(clause, longer, guess):
        return longer
    return guess


def _adds_sentence(clause: Clause, chain: Chain, guess: Chain) -> bool:
    """Whether a guess swallows a verb that no lexicon knows: it adds too much to a known name."""
    added = clause.marked.text[chain.end : guess.end].split()
    return chain.units[-1].confidence > GUESSED and len(added) > _MOST_ADDED


def _is_whole(text: str, chain: Chain) -> bool:
    """Whether the last name ends in its level or place: what follows is what it is to do."""
    if _PLACED.search(text, chain.start, chain.end) and not goes_on(text, chain.end):
        return True
    ends_in_level = _LEVEL.search(text, chain.start, chain.end) is not None
    return ends_in_level and _RULES.match(text, chain.end) is not None


def _addressed(clause: Clause, start: int, setting: Setting) -> Chain | None:
    """`Quý cơ quan`, `các đồng chí`: the addressees, by courtesy."""
    text = clause.marked.text
    found = _ADDRESSED.match(text, start, clause.end)
    if found is None and setting.addressees:
        found = _COMRADES.match(text, start, clause.end)
        found = found if found and acts(text, found.end()) else None
    return Chain((), start, found.end()) if found else None


def _guessed(clause: Clause, start: int) -> Chain | None:
    """Units that no lexicon knows: what stands before the first word of action."""
    text = clause.marked.text
    place = _PROVINCE.match(text, start, clause.end)
    if place and acts(text, place.end(), is_expected=True):
        unit = clause.marked.text_leaf(start, place.end(), "duty.guessed")
        return Chain((unit,), start, place.end())
    at = find_action(text, start, min(clause.end, start + _LONGEST_GUESS))
    if at is None or at == start or not (opens_name(text[start:at]) or _BARE.match(text, start)):
        return None
    units = guess_units(clause.marked, start, at, "duty.guessed")
    return Chain(units, start, at) if units else None


def _unnamed(clause: Clause, cue: re.Match[str], setting: Setting) -> Assignment | None:
    """A request that names no unit, such as a công văn makes of its addressees."""
    if not setting.allows_unnamed or cue["cue"].startswith(_PROPOSES):
        return None
    if find_action(clause.marked.text, cue.end(), clause.end) != cue.end():
        return None
    nobody = Chain((), cue.end(), cue.end())
    found = behind_units(clause, nobody, cue.start(), is_ordered=False)
    if found is None or _is_hollow(clause, found):
        return None
    return replace(found, rule="duty.addressees")


def _is_hollow(clause: Clause, found: Assignment) -> bool:
    """A request without content; an order to one named unit stands even so."""
    action = clause.marked.text[found.start : found.end]
    if tells_status(action):
        return True
    if found.is_ordered or found.is_led:
        return False
    said = _IF.split(action)[0]
    return is_empty(said) or only_carries_out(said)
