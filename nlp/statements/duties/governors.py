"""Headings and introductions that name the unit on which all that stands below them is laid."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from nlp.evidence import Leaf
from nlp.spans.span import AgencyMention
from nlp.statements.duties.actions import find_action, opens_with_action
from nlp.statements.duties.assignment import Assignment, Setting, names_issuer
from nlp.statements.duties.chain import (
    Chain,
    extended,
    parse_chain,
)
from nlp.statements.duties.details import split_support
from nlp.statements.duties.guessed import guess_units
from nlp.statements.duties.headed import names_between
from nlp.statements.duties.joined import named_in_full, with_those_asked
from nlp.statements.duties.listed import listed_behind
from nlp.statements.duties.paragraph import find_assignments
from nlp.statements.duties.refusals import introduces_list, lists_members
from nlp.statements.duties.sections import find_place
from nlp.statements.folding import fold
from nlp.statements.marked import MarkedPassage
from nlp.statements.naming import is_upper
from nlp.statements.outline import Outline

_LONGEST = 260
_LONGEST_ALONE = 120
_LONGEST_GUESS = 110
_LONGEST_TAIL = 45
_OPENING = re.compile(
    r"""[\s"'“”‘’«»*.,]*(?:(?P<duty>(?:trách\s+nhiệm|nhiệm\s+vụ)(?:\s+cụ\s+thể)?\s+của)
      | (?:đối\s+với|về\s+phía
        |(?:(?:kính|trân\s+trọng|trong\s+đó\s*,?)\s+)?(?:giao(?:\s+(?:nhiệm\s+vụ|trách\s+nhiệm))?(?:\s+cho)?
          |đề\s+nghị|yêu\s+cầu|phân\s+công)))\s+""",
    re.VERBOSE | re.IGNORECASE,
)
_CLOSING = re.compile(
    r"""\s*(?:\([^)]*\))?\s*,?\s*
    (?:là\s+(?:cơ\s+quan|đơn\s+vị)\s+(?:thường\s+trực|đầu\s+mối|chủ\s+trì)\b[^,;:]{0,90},\s*)?
    (?:có\s+(?:trách\s+nhiệm|nhiệm\s+vụ)|chịu\s+trách\s+nhiệm|chủ\s+trì\s*,?\s*)?\s*
    (?P<support>phối\s+hợp\b)?""",
    re.VERBOSE | re.IGNORECASE,
)
_TO_DO = re.compile(
    r"""\s*(?:,\s*)?(?:(?:theo|can\s+cu)\s+[^:]{0,80}?)?
    (?:(?:tap\s+trung|khan\s+truong|nghiem\s+tuc|chi\s+dao|to\s+chuc|trien\s+khai|thuc\s+hien
      |quan\s+tam|phoi\s+hop|chu\s+dong|tot|va|mot\s+so|cac|nhung|ngay|dong\s+bo|hieu\s+qua|co|lam
      |[,])\s*)*
    (?:noi\s+dung|nhiem\s+vu|cong\s+viec|cong\s+tac|giai\s+phap|bien\s+phap|viec|yeu\s+cau)?
    (?:\s+(?:trong\s+tam|cu\s+the|chu\s+yeu|chinh|sau|sau\s+day|duoi\s+day|nhu\s+sau|cong\s+tac|va
      |giai\s+phap|[,]))*\s*[:.]?\W*$""",
    re.VERBOSE,
)
_ORDERS = re.compile(r"(?:yêu\s+cầu|đề\s+nghị|chỉ\s+đạo)\s*:\s*$", re.IGNORECASE)
_IN_CHARGE = re.compile(r"\s*(?:phụ\s+trách|theo\s+dõi)\s", re.IGNORECASE)
_TITLE = re.compile(
    r"^(?:về|công\s+tác|nội\s+dung|thời\s+gian|địa\s+điểm|kinh\s+phí|chế\s+độ|tổ\s+chức\s+(?:thực|triển)|một\s+số|giải\s+pháp"
    r"|thành\s+phần|tiến\s+độ|lộ\s+trình|tuyên\s+truyền|cấp|mục|phần|chương|khen\s+thưởng|điều\s+khoản|hình\s+thức|đối\s+tượng)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Governor:
    """A line that lays all below it on `units`; none where it lies on the addressees.

    `is_heading`: it names the unit and nothing else, so that each line below is a duty.
    `is_sure`: it stands where duties are laid, so that even a bare noun is one.
    """

    index: int
    units: tuple[Leaf[str], ...]
    support: tuple[Leaf[str], ...]
    is_heading: bool
    is_sure: bool = False


def find_governors(outline: Outline, settings: Iterable[Setting]) -> tuple[Governor | None, ...]:
    """For each item the governor that it stands under, the nearest one."""
    governed: list[Governor | None] = [None] * len(outline.items)
    for index, setting in enumerate(settings):
        below = tuple(_scope(outline, index))
        governor = _find_governor(outline, index, setting) if below else None
        if governor is not None:
            for item in below:
                governed[item] = governor
    return tuple(governed)


def _scope(outline: Outline, index: int) -> Iterator[int]:
    """What a line may govern: all below it, or the list that follows its colon."""
    if outline.children[index]:
        yield from outline.descendants(index)
        return
    if not outline.items[index].text.rstrip().endswith(":"):
        yield from _paragraphs_behind(outline, index)
        return
    for sibling in listed_behind(outline, index):
        yield sibling
        yield from outline.descendants(sibling)


def _paragraphs_behind(outline: Outline, index: int) -> Iterator[int]:
    """The paragraphs without a marker behind a heading, where the outline left them beside it.

    A heading has a marker and no full stop.
    """
    item = outline.items[index]
    if not item.item.marker or len(item.text) > _LONGEST_ALONE or item.text.rstrip()[-1:] in ".;,":
        return
    for sibling in outline.following_siblings(index):
        if outline.items[sibling].item.marker:
            return
        yield sibling


def _find_governor(outline: Outline, index: int, setting: Setting) -> Governor | None:
    item = outline.items[index]
    place = find_place(outline, index)
    if item.item.table is not None or place.is_aim or not item.text or lists_members(item.text):
        return None
    named = _named(item.marked, index, item.item.marker)
    if named is not None and _speaks(item.text, named, setting):
        named = None
    if named is not None and _titles_units(outline, index):
        return None
    if named is not None:
        return replace(named, is_sure=place.is_implementation)
    introduced = _introduced(item.marked, index, setting) or _told(item.marked, index, setting)
    if introduced is not None:
        return introduced
    if place.is_implementation or _opens_with_duty(item.text):
        return _guessed(item.marked, index)
    return None


def _speaks(text: str, named: Governor, setting: Setting) -> bool:
    """Whether a line names who orders, not who is to act: `Chủ tịch UBND tỉnh yêu cầu:`."""
    is_own = all(names_issuer(unit.value, setting.issuers) for unit in named.units)
    return is_own and _ORDERS.search(text) is not None


def _titles_units(outline: Outline, index: int) -> bool:
    """Whether a heading speaks of units at large (`NHIỆM VỤ CỦA CÁC ĐƠN VỊ`) over named ones."""
    marked = outline.items[index].marked
    below = [outline.items[child].marked for child in outline.children[index]]
    if {kind for _, kind in _kinds(marked)} != {"group"}:
        return False
    return sum((0, "agency") in _kinds(each) for each in below) * 2 > len(below)


def _kinds(marked: MarkedPassage) -> list[tuple[int, str]]:
    """Where a text names whom: the first character, and organ, group, post or person."""
    spans = ((span.start, span.value) for span in marked.agencies)
    return [(start, value.kind) for start, value in spans if isinstance(value, AgencyMention)]


def _opens_with_duty(text: str) -> bool:
    opening = _OPENING.match(text)
    return bool(opening and opening["duty"])


def _named(marked: MarkedPassage, index: int, marker: str) -> Governor | None:
    """A heading that is a chain of units: `2. Sở Nội vụ`, `Trách nhiệm của Công an phường`."""
    if len(marked.text) > _LONGEST or _TITLE.match(marked.text.strip()):
        return None
    opening = _OPENING.match(marked.text)
    if not (opening or marker) and is_upper(marked.text):
        return None  # a stamp or letterhead that strayed into the body
    chain = parse_chain(marked, opening.end() if opening else 0, "duty.heading")
    if chain is None or chain.start > (opening.end() if opening else 0) + 1:
        return None
    closing = _CLOSING.match(marked.text, chain.end)
    end = closing.end() if closing else chain.end
    support: tuple[Leaf[str], ...] = ()
    if closing and closing["support"]:
        support, end = split_support(marked, closing.start("support"))
    if _TO_DO.match(fold(marked.text), end):
        return Governor(index, chain.units, support, is_heading=True)
    units = _with_tail(marked, chain)
    return Governor(index, units, support, is_heading=True) if units else None


def _with_tail(marked: MarkedPassage, chain: Chain) -> tuple[Leaf[str], ...]:
    """The units of a heading whose last words no lexicon knows, none where it says more."""
    tail = marked.text[chain.end :].rstrip(" .:")
    if _ASKS.match(tail):
        return ()
    named = names_between(marked, chain.start, chain.end + len(tail), "duty.heading")
    if named:
        return named
    charge = _IN_CHARGE.match(tail)
    acts = find_action(tail, charge.end() if charge else 0)
    is_name = tail and len(tail) < _LONGEST_TAIL and acts is None
    if not is_name or any(mark in tail for mark in ".:;(") or _ASKED.search(f"{tail}:"):
        return ()
    return guess_units(marked, chain.start, chain.end + len(tail), "duty.heading")


def _introduced(marked: MarkedPassage, index: int, setting: Setting) -> Governor | None:
    """A sentence that ends in a colon: `Sở Nội vụ đề nghị các huyện thực hiện như sau:`."""
    if not marked.text.rstrip().endswith(":"):
        return None
    last: Assignment | None = next(reversed(find_assignments(marked, setting)), None)
    if last is None or find_action(marked.text, last.start) is None:
        last = next(reversed(_bare_introductions(marked, setting)), None)
    if last is None:
        return None
    return Governor(index, last.units, last.support, is_heading=False)


def _told(marked: MarkedPassage, index: int, setting: Setting) -> Governor | None:
    """A công văn that sets out what is done (`với các hoạt động như sau:`): by its addressees."""
    text = marked.text.rstrip()
    if not setting.allows_unnamed or not introduces_list(text) or _ONLY_TELLS.search(text):
        return None
    return Governor(index, (), (), is_heading=False)


_ASKS = re.compile(r"[\s,]*(?:trân\s+trọng\s+|kính\s+)?(?:đề\s+nghị|yêu\s+cầu)\b", re.IGNORECASE)
_ONLY_TELLS = re.compile(
    r"báo\s+cáo|ý\s+kiến|kết\s+quả|trả\s+lời|giải\s+trình|thông\s+tin|gồm|thành\s+phần|đối\s+tượng",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?<!theo\s)(?<!ban\s)(?<!đã\s)(?<!được\s)(?<!\w)(?:đề\s+nghị|yêu\s+cầu|giao|chỉ\s+đạo)(?:\s+|(?=:))(?P<rest>[^.]*:\s*$)",
    re.IGNORECASE,
)


def _bare_introductions(marked: MarkedPassage, setting: Setting) -> tuple[Assignment, ...]:
    """`… đề nghị X:` and `… đề nghị thực hiện các nội dung sau:`, which lay no duty yet."""
    asked = [each.start("rest") for each in _asked(marked.text)]
    named = [at for at in asked if parse_chain(marked, at, "duty.introduced")]
    if not named and not (asked and setting.allows_unnamed):
        return ()
    chain = Chain((), asked[-1], asked[-1])
    if named:
        chain = _addressed(marked, named[-1], setting)
        joined = (_joined(marked, at) for at in named[:-1])
        chain = next((each for each in joined if each and each.end >= chain.end), chain)
    span = (chain.start, chain.end, len(marked.text))
    return (
        Assignment(chain.units, (), *span, is_ordered=True, is_led=False, rule="duty.introduced"),
    )


def _joined(marked: MarkedPassage, at: int) -> Chain | None:
    """The units named at `at` with those that another request adds: `các sở và đề nghị Hội …`."""
    chain = parse_chain(marked, at, "duty.introduced")
    return with_those_asked(marked, chain, "duty.introduced") if chain else None


def _addressed(marked: MarkedPassage, at: int, setting: Setting) -> Chain:
    """The units of a request at `at` that ends in a colon, by their names or else up to it."""
    chain = parse_chain(marked, at, "duty.introduced") or Chain((), at, at)
    full = named_in_full(marked, chain, setting.addressees, "duty.introduced")
    chain = extended(marked, chain, "duty.introduced") if full is chain else full
    if not chain.units or _TO_DO.match(fold(marked.text), chain.end):
        return chain
    rest = marked.text[chain.end :].rstrip(" :")
    stop = chain.end + len(rest)
    units = names_between(marked, chain.start, stop, "duty.introduced")
    if not units and find_action(rest, 0) is None:
        units = guess_units(marked, at, stop, "duty.introduced")
    return Chain(units, at, stop) if units else chain


def _asked(text: str) -> Iterator[re.Match[str]]:
    """The requests before the colon: `Ban Chỉ đạo huyện đề nghị các xã:` asks but once."""
    found = _ASKED.search(text)
    while found is not None:
        yield found
        found = _ASKED.search(text, found.start() + 1)


def _guessed(marked: MarkedPassage, index: int) -> Governor | None:
    """A heading under Tổ chức thực hiện that is no title and no duty: a unit unknown to us."""
    text = marked.text.strip()
    opening = _OPENING.match(marked.text)
    start = opening.end() if opening else 0
    if len(text) > _LONGEST_GUESS or "." in text.rstrip(".:"):
        return None
    if opens_with_action(text) or (_TITLE.match(text) and not opening):
        return None
    units = guess_units(marked, start, len(marked.text), "duty.heading")
    return Governor(index, units, (), is_heading=True) if units else None
