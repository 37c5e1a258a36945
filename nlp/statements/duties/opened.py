"""Duties of a unit that opens the sentence: `X có trách nhiệm …`, `X: …`, `X rà soát …`."""

import re
from dataclasses import replace

from nlp.lexicon.schema import load_lexicon
from nlp.statements.duties.actions import find_action, opens_with_action
from nlp.statements.duties.addressed import names_addressee, names_all
from nlp.statements.duties.assignment import (
    Assignment,
    Clause,
    Setting,
    acts,
    behind_units,
    completed,
    names_issuer,
)
from nlp.statements.duties.chain import Chain, extended, led_chain, parse_chain
from nlp.statements.duties.details import find_bound
from nlp.statements.duties.guessed import guess_units, opens_name
from nlp.statements.duties.headed import headed_chain
from nlp.statements.duties.joined import guessed_opening
from nlp.statements.duties.laid import laying_words
from nlp.statements.duties.refusals import is_empty, names_member, only_tells, tells_status
from nlp.statements.duties.within import ONLY_COLON, within_group
from nlp.statements.folding import fold

_BASED = re.compile(
    r"^\s*(?:căn\s+cứ|trên\s+cơ\s+sở|theo\s+(?:chức\s+năng|nhiệm\s+vụ))\b[^,;:.]{3,120},\s*",
    re.IGNORECASE,
)
_TOPIC = re.compile(r"^\s*(?:về|công\s+tác|đối\s+với|chế\s+độ)\b[^:.;]{3,100}:\s+", re.IGNORECASE)
_MATTER = re.compile(r"\s*(?:riêng\s+)?(?:đối\s+với|về)\s", re.IGNORECASE)
_COMMA = re.compile(r",\s+")
_WHEN = re.compile(
    r"^\s*(?P<cue>từ|trước|chậm\s+nhất|định\s+kỳ|hằng|hàng|sau|trong|đến|sau\s+đó|đồng\s+thời|ngày"
    r"|kết\s+thúc|hết|khi|riêng)\b"
    r"[^;:.]{0,70}?(?:,\s*|\s+)(?=các\s|(?-i:[A-ZĐÂÔƠƯỦẤỨ]))",
    re.IGNORECASE,
)
_OPENER = re.compile(
    r"\s*(?:riêng(?:\s+đối\s+với)?|đối\s+với|về\s+phía|(?:(?:kính|trân\s+trọng)\s+)?(?:đề\s+nghị|yêu\s+cầu|giao|phân\s+công)(?=[^.:;]{3,160}:\s))\s+",
    re.IGNORECASE,
)
_NUMBERED = "|".join(
    rf"(?<={word} )"
    for name in ("khối", "lớp", "tổ", "đội", "khu", "thôn", "số")
    for word in (name, name.title())
)
_COLON = re.compile(  # a number only where classes or teams are counted: GVCN khối 9, not Tháng 3
    rf"^\s*(?P<name>[A-ZĐÂÔƠƯ](?:[^:.;()\d]|(?:{_NUMBERED})\d{{1,2}}){{2,90}}?)\s*:\s+(?=\S)"
)
_THEN = re.compile(  # Đối với các xã chưa có đường điện + thì
    r"^\s*(?P<name>đối\s+với\s+(?:các|những|mọi)\s+[^:;.]{3,140}?)\s+thì\s+", re.IGNORECASE
)
_LEADS = re.compile(r"\s*(?:chủ\s+trì|phụ\s+trách|thực\s+hiện)\s*(?=[,;.)]|$)", re.IGNORECASE)
_BINDS = re.compile(r"\s+(?:cần\s+)?phải\s", re.IGNORECASE)
_BOUND = re.compile(r"\s*(?:[:,(]|có\s|chịu\s|phải\s|cần\s|sẽ\s)", re.IGNORECASE)
_ANSWERS = re.compile(r"\s*chịu\s+trách\s+nhiệm\b", re.IGNORECASE)
_ASKED = re.compile(r"(?:đề\s+nghị|yêu\s+cầu)\s+", re.IGNORECASE)
_NO_NAME = re.compile(
    r"^(?:về|kinh\s+phí|thời\s+gian|địa\s+điểm|nội\s+dung|thành\s+phần|mục|yêu\s+cầu|công\s+tác"
    r"|sinh\s+hoạt|hội\s+(?:nghị|thi)|số\s+lượng|đối\s+tượng|hình\s+thức|cải\s+cách|phương\s+thức|lưu\s+ý|ghi\s+chú)\b",
    re.IGNORECASE,
)
_ROLES = frozenset(word for row in load_lexicon().work for word in row.words)
_STAFF = tuple(sorted(_ROLES))
"""Words for a unit's own people: what they are given stays the unit's duty."""


def find_opened(clause: Clause, setting: Setting) -> Assignment | None:
    """The duty of the units that open the clause, None where they only name who speaks."""
    if _THEN.match(clause.text):
        return _by_colon(clause, setting)
    start = _skip_opener(clause, _skip_basis(clause))
    chain = parse_chain(clause.marked, start, "duty.opened")
    told = _addressee(clause, start, setting) or headed_chain(
        clause.marked, start, clause.end, "duty.opened"
    )
    inner = within_group(clause, told) if told else None
    if inner is not None:
        return _duty(clause, inner, inner.start, setting)
    if told is not None and (chain is None or chain.end < told.end):
        return _told(clause, told, setting)
    if chain is None or chain.start - start > 1:
        chain = led_chain(clause.marked, start, "duty.opened")
    guess = guessed_opening(clause.marked, start, clause.end, "duty.opened")
    if guess is not None and setting.allows_openers and not _opening_acts(clause, chain):
        return _duty(clause, guess, start, setting)
    if chain is None:
        return (
            _timed(clause, setting) or _by_colon(clause, setting) or _behind_topic(clause, setting)
        )
    return _duty(clause, completed(clause.marked, chain, clause.end), start, setting)


def _opening_acts(clause: Clause, chain: Chain | None) -> bool:
    """Whether known units stand before what they do."""
    if chain is None:
        return False
    return acts(clause.marked.text, completed(clause.marked, chain, clause.end).end)


def _addressee(clause: Clause, start: int, setting: Setting) -> Chain | None:
    """One of those whom the document is sent to, by the very name that it gives them."""
    rest = clause.marked.text[start : clause.end].casefold()
    names = (name for name in setting.addressees if rest.startswith(f"{name.casefold()} "))
    name = max(names, key=len, default="")
    if not name:
        return None
    end = start + len(name)
    unit = clause.marked.text_leaf(start, end, "duty.opened")
    return Chain((unit,), start, end)


def _told(clause: Clause, chain: Chain, setting: Setting) -> Assignment | None:
    """The duty behind names whose end is told: by a colon, or by the list of addressees."""
    if not acts(clause.marked.text, chain.end, is_expected=setting.expects_duties):
        return None
    return _duty(clause, chain, chain.start, setting)


def _skip_basis(clause: Clause) -> int:
    """Where the clause begins behind `Căn cứ Chỉ thị này, ` or `Về kinh phí: `."""
    skipped = _TOPIC.match(clause.text) or _BASED.match(clause.text)
    if skipped is not None and not _names_units(clause, skipped.end()):
        return clause.start + skipped.end()
    return _behind_matter(clause) if skipped is None else clause.start


def _behind_matter(clause: Clause) -> int:
    """Where a unit begins behind `Đối với các tuyến đường còn lại, `."""
    if _MATTER.match(clause.text) is None or _names_units(clause, clause.text.find(",")):
        return clause.start
    for comma in _COMMA.finditer(clause.marked.text, clause.start, clause.end):
        chain = parse_chain(clause.marked, comma.end(), "duty.opened")
        if chain is not None and chain.start == comma.end():
            return comma.end()
    return clause.start


def _names_units(clause: Clause, end: int) -> bool:
    """Whether a topic is a unit: `Đối với Công an xã: …`, not `Đối với tuyến đường: …`."""
    start = _skip_opener(clause, clause.start)
    chain = parse_chain(clause.marked, start, "duty.opened") if start > clause.start else None
    return chain is not None and not clause.text[chain.end - clause.start : end].strip(" :")


def _skip_opener(clause: Clause, start: int) -> int:
    """Where the units begin behind `Đối với`, or behind a request that ends in a colon."""
    opener = _OPENER.match(clause.marked.text, start, clause.end)
    return opener.end() if opener else start


def _duty(clause: Clause, chain: Chain, start: int, setting: Setting) -> Assignment | None:
    rest = clause.marked.text[chain.end : clause.end]
    if not rest.strip() or _lays(clause, chain) or _is_verb(chain, rest):
        return None
    found = behind_units(clause, chain, start, is_ordered=False)
    if found is None:
        return None
    if ONLY_COLON.match(rest) and _only_names(clause, found.start):
        return None
    action = clause.marked.text[found.start : clause.end]
    if only_tells(action) or tells_status(action):
        return None
    if is_empty(action) and _ANSWERS.match(rest):
        return None
    is_ordered = found.is_ordered and (setting.allows_openers or not ONLY_COLON.match(rest))
    holds = is_ordered or found.is_led or _holds_bare(clause, found, chain, setting)
    return replace(found, rule="duty.opened") if holds else None


def _only_names(clause: Clause, start: int) -> bool:
    """Whether a clause only names units from `start` on: `Lãnh đạo các phòng: Nội vụ, Tư pháp`."""
    chain = parse_chain(clause.marked, start, "duty.opened")
    opens = chain is not None and chain.start == start
    return opens and find_action(clause.marked.text, start, clause.end) is None


def _is_verb(chain: Chain, rest: str) -> bool:
    """Whether `Lãnh đạo` alone is what to do: `Lãnh đạo hoàn thành đại hội`, no one's name."""
    is_bare = [fold(unit.value) for unit in chain.units] == ["lanh dao"]
    return is_bare and (opens_with_action(rest.lstrip(" ,")) or not _BOUND.match(rest))


def _lays(clause: Clause, chain: Chain) -> bool:
    """Whether the units of a chain lay a duty on others.

    `chỉ đạo`, `kiến nghị` may be their own, and so is `phân công trực`, which names nobody.
    """
    rest = clause.marked.text[chain.end : clause.end]
    cue = _opening_cue(rest)
    if cue is None or cue["cue"].startswith(("chi", "kien", "de xuat")):
        return False
    given = rest[cue.end() :]
    at = chain.end + cue.end()
    names = parse_chain(clause.marked, at, "duty.opened")
    is_bare = (names is None or names.start > at + 1) and not opens_name(given)
    return not (given.startswith(_STAFF) or (is_bare and cue["cue"].startswith("phan")))


def _holds_bare(clause: Clause, found: Assignment, chain: Chain, setting: Setting) -> bool:
    """Whether `X rà soát …` is a duty of X here."""
    text = clause.marked.text
    is_called = setting.allows_openers or _calls_addressees(clause, chain, setting)
    if not is_called or not acts(text, chain.end, is_expected=setting.expects_duties):
        return False
    if _is_own(chain, setting) and (setting.is_closing or _leads(text[chain.end :])):
        return False
    return not is_empty(text[found.start : clause.end])


def _calls_addressees(clause: Clause, chain: Chain, setting: Setting) -> bool:
    """Whether a paragraph of a letter tells its addressees what to do; all of them, what binds."""
    if not setting.is_letter or not chain.units:
        return False
    if all(names_addressee(unit.value, setting.addressees) for unit in chain.units):
        return True
    is_bound = find_bound(clause.marked, chain.end, clause.end) is not None
    binds = is_bound or _BINDS.match(clause.marked.text, chain.end) is not None
    return binds and all(names_all(unit.value) for unit in chain.units)


def _leads(rest: str) -> bool:
    return _opening_cue(rest) is not None


def _opening_cue(rest: str) -> re.Match[str] | None:
    """The verb of laying with which the words behind the units begin."""
    start = len(rest) - len(rest.lstrip())
    first = next(laying_words(rest, start, len(rest)), None)
    return first if first is not None and first.start() == start else None


def _is_own(chain: Chain, setting: Setting) -> bool:
    return all(names_issuer(unit.value, setting.issuers) for unit in chain.units)


def _timed(clause: Clause, setting: Setting) -> Assignment | None:
    """`Từ ngày … đến ngày …, X …`: the time belongs to the text of the duty."""
    when = _WHEN.match(clause.text)
    if when is None or find_action(when.group(), when.end("cue")) is not None:
        return None
    start = clause.start + when.end()
    chain = parse_chain(clause.marked, start, "duty.timed")
    if chain is None or chain.start - start > 1:
        return None
    found = _duty(clause, extended(clause.marked, chain, "duty.timed"), start, setting)
    return replace(found, begin=clause.start, start=clause.start) if found else None


def _behind_topic(clause: Clause, setting: Setting) -> Assignment | None:
    """`Trường hợp bà A đề nghị cấp giấy: Phòng B có trách nhiệm …`: the unit behind the matter."""
    colon = clause.text.find(": ")
    if colon < 0 or opens_with_action(clause.text):
        return None
    start = clause.start + colon + 2
    chain = parse_chain(clause.marked, start, "duty.topic")
    if chain is None or chain.start != start:
        return None
    if _LEADS.match(clause.marked.text, chain.end):  # the matter is the work
        return None
    longer = extended(clause.marked, chain, "duty.topic")
    return _duty(clause, longer, start, setting) if acts(clause.marked.text, longer.end) else None


def _asks_others(clause: Clause, start: int) -> bool:
    """Whether a request to named units stands behind a topic: `Thủy lợi: yêu cầu Sở …`."""
    asked = _ASKED.match(clause.marked.text, start, clause.end)
    chain = parse_chain(clause.marked, asked.end(), "duty.colon") if asked else None
    return asked is not None and chain is not None and chain.start == asked.end()


def _by_colon(clause: Clause, setting: Setting) -> Assignment | None:
    """`Name: what it does`, of a name that no lexicon holds."""
    found = _THEN.match(clause.text) or _COLON.match(clause.text)
    if found is None or not setting.allows_openers or _NO_NAME.match(found["name"]):
        return None
    behind = clause.text[found.end() :]
    is_role = found["name"].casefold() in _ROLES  # Bảo vệ: a verb elsewhere
    opener = _OPENER.match(found["name"])
    if (
        (opens_with_action(found["name"]) and not is_role)
        or names_member(behind)
        or _asks_others(clause, clause.start + found.end())
        or not opens_with_action(behind)
    ):
        return None
    start = clause.start + found.start("name") + (opener.end() if opener else 0)
    end = clause.start + found.end("name")
    units = guess_units(clause.marked, start, end, "duty.opened")
    if not units:
        return None
    then = clause.start + found.end() if found.re is _THEN else end
    duty = behind_units(clause, Chain(units, start, then), start, is_ordered=True)
    return replace(duty, rule="duty.colon") if duty else None
