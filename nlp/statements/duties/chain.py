"""Chains of assignees: `Sở Nội vụ, Sở Tài chính và UBND các huyện`, and where they end."""

import re
from dataclasses import dataclass

from nlp.evidence import Leaf
from nlp.spans.span import AgencyMention, Span
from nlp.statements.duties.actions import find_action, opens_with_action
from nlp.statements.duties.guessed import GUESSED, guess_units, opens_name
from nlp.statements.duties.past import is_past
from nlp.statements.folding import fold
from nlp.statements.marked import MarkedPassage
from nlp.statements.naming import mend_levels

_OPENERS = re.compile(
    r"""\s*(?:(?:đối\s+với|về\s+phía|cho|trách\s+nhiệm\s+của|nhiệm\s+vụ\s+của|với|cùng)\s+)?""",
    re.VERBOSE | re.IGNORECASE,
)
_JOINTS = re.compile(
    r"\s*(?:[,;&/](?:\s*[:.'\"])?|\bvà\b|\bcùng(?:\s+với)?\b|\bvới\b)*\s*", re.IGNORECASE
)
_MEMBER = re.compile(r"\s*[,;]\s*(?P<name>[^,;.:()]{3,70}?)\s*(?:[,;]|\bvà\b)\s*(?:và\s+)?")
_LEVELS = re.compile(
    r"\s+các\s+(?:cấp|ngành)(?:(?:,\s*|\s+và\s+)các\s+(?:cấp|ngành))*(?!\w)", re.IGNORECASE
)
_TRADE = re.compile(
    r"(?:cơ\s+sở|hộ|đơn\s+vị|tổ\s+chức|cá\s+nhân|công\s+ty)(?:\s+\w+){1,3}$", re.IGNORECASE
)
_TRADES = re.compile(
    r"(?:(?:,\s*|\s+và\s+)(?:sử\s+dụng|kinh\s+doanh|sản\s+xuất|chế\s+biến|buôn\s+bán|phân\s+phối|bảo\s+quản"
    r"|nhập\s+khẩu|chữa\s+bệnh))+(?:\s+[a-zà-ỹ]+){0,3}?(?=\s+(?:khẩn|phải|có|chủ|thực|rà|tăng|tiếp|niêm|kiểm"
    r"|báo|nghiêm|tổ|không|cần|tự|dừng|ngừng|thu)\b)"
)
_SHORT = re.compile(r"\s[A-ZĐ]{2,7}$")
_KINDS = re.compile(r"(?:(?:,\s*|\s+và\s+)[A-ZĐ]{2,7}(?!\w))+(?=\s+[a-zà-ỹ])")
_INNER = re.compile(r"\s*\((?P<unit>[^()]{3,60})\)")
_LED = re.compile(
    r"(?<!\w)(?:chu\s*tri|lam\s+dau\s+moi|co\s+(?:trach\s+nhiem|nhiem\s+vu)|chiu\s+trach\s+nhiem"
    r"|se|(?:can\s+)?phai)\b"
)
_REACH = re.compile(  # … các cấp + trong phạm vi chức năng (có trách nhiệm …)
    r"\s+(?:trong\s+phạm\s+vi|theo)\s+(?:chức\s+năng|nhiệm\s+vụ|quyền\s+hạn|thẩm\s+quyền)\b",
    re.IGNORECASE,
)
_LISTED_TAIL = re.compile(  # các khoa lâm sàng + , cận lâm sàng (có trách nhiệm)
    r"(?:\s[a-zà-ỹ]+(?:\s[a-zà-ỹ]+){0,2})?(?:,\s[a-zà-ỹ]+(?:\s[a-zà-ỹ]+){1,3})+"
    r"(?=\s+(?:có\s+(?:trách\s+nhiệm|nhiệm\s+vụ)|chủ\s+trì))"
)
_PASSED = re.compile(  # UBND các xã + có tuyến đường, kênh đi qua
    r"\s+có\s[^.;:()]{3,90}?\s(?:đi|chạy|chảy)\s+qua(?=\s)", re.IGNORECASE
)
_STRETCH = re.compile(  # UBND các tỉnh + từ Hà Tĩnh đến Lâm Đồng
    r"\s+từ(?:\s+[A-ZĐÂÔƠƯÁÀẢẠÃĂÊÍÌÝÚÓ]\w*){1,4}\s+đến(?:\s+[A-ZĐÂÔƠƯÁÀẢẠÃĂÊÍÌÝÚÓ]\w*){1,4}"
)
_EMPHASIS = re.compile(  # các xã trong huyện + , nhất là các xã ven sông (chủ động …)
    r"(?P<where>\s+(?:trong|trên)\s[^,;.:]{2,40})?,?\s+(?:nhất|đặc\s+biệt)\s+là\s"
)
_BREAK = re.compile(r"[,;.:()]|\b(?:được|đã|về|trên\s+cơ\s+sở|theo|là|có\s+thể)\b", re.IGNORECASE)
_NO_SUBJECT = re.compile(
    r"\d|^(?:việc|công\s+tác|nội\s+dung|đây|kế\s+hoạch|quá\s+trình|mục|điều|ai|đồng\s+thời|do|khi|nếu"
    r"|từ|trước|sau|trong|ngày|tháng|hằng|hàng|định\s+kỳ|ngoài|riêng|đối\s+với)\b",
    re.IGNORECASE,
)
_NAME_GOES_ON = re.compile(
    r"\s+(?:[A-ZĐÂÔƠƯ]|(?:của|thuộc|trực\s+thuộc|trên|cấp|ngành|tỉnh|huyện|xã|phường|thành\s+phố"
    r"|có|giữ|liên|chuyên|chức|phụ|cùng|ngoài|trong|nơi|địa|khu|quản|sự|công|tư)\b)"
)
_POST_COLON = re.compile(r"^((?:(?!các\b)\w+\s?){1,4}): ", re.IGNORECASE)  # Giám đốc: Sở Y tế
_STOP = re.compile(
    r"[.,;:()]|\b(?:giao|phân\s+công|đề\s+nghị|yêu\s+cầu|căn\s+cứ|không\s+(?:được|để)"
    r"|(?<!ban\s)(?:chỉ\s+đạo|đôn\s+đốc))\b",
    re.IGNORECASE,
)
HARD_STOP = re.compile(r"[.;:()]")
_LONGEST_LED = 90
LONGEST_TAIL = 60
_LONGEST_EMPHASIS = 260


@dataclass(frozen=True, slots=True)
class Chain:
    """The assignees named in text[start:end], in order."""

    units: tuple[Leaf[str], ...]
    start: int
    end: int


def parse_chain(marked: MarkedPassage, start: int, rule: str) -> Chain | None:
    """The assignees that the text names from `start` on, None where it names none there."""
    begin = _OPENERS.match(marked.text, start)
    position = begin.end() if begin else start
    return _marked_chain(marked, position, rule) or _marked_chain(marked, start, rule)


def _marked_chain(marked: MarkedPassage, start: int, rule: str) -> Chain | None:
    units: list[Leaf[str]] = []
    position = start
    for span in _outermost(marked.agencies):
        if span.end <= position:
            continue
        if not _joins(marked.text, position, span.start, is_first=not units):
            unknown = _unknown_member(marked, position, span.start, rule) if units else None
            if unknown is None:
                break
            units.append(unknown)
        begin = _start_of_person(marked, position, span) if units else span.start
        units = units[:-1] if begin < span.start else units
        position = _behind_inner(marked, span.end)
        name = _POST_COLON.sub(r"\1 ", mend_levels(marked.text[begin:position]))
        units.append(marked.leaf(name, begin, position, rule, span.confidence))
    return Chain(tuple(units), start, position) if units else None


def _behind_inner(marked: MarkedPassage, end: int) -> int:
    """Where a name ends with its levels, or the unit in brackets that it is part of.

    `Ban Chỉ huy các ngành, các cấp`, `các trường THPT, PTDTNT`, `Bộ Y tế (Vụ Bảo hiểm)`.
    """
    levels = _LEVELS.match(marked.text, end) or _traded(marked.text, end)
    if levels is not None:
        return levels.end()
    kinds = _KINDS.match(marked.text, end) if _SHORT.search(marked.text[:end]) else None
    if kinds and not any(end <= span.start < kinds.end() for span in marked.agencies):
        return kinds.end()
    inner = _INNER.match(marked.text, end)
    if inner is None:
        return end
    is_unit = any(
        (span.start, span.end) == inner.span("unit") for span in _outermost(marked.agencies)
    )
    return inner.end() if is_unit else end


def _traded(text: str, end: int) -> re.Match[str] | None:
    """What else those deal in whom a name ends with: `các cơ sở kinh doanh` + `, sử dụng thuốc`.

    None where what stands there is what they are to do.
    """
    if not _TRADE.search(text[:end]):
        return None
    traded = _TRADES.match(text, end)
    return traded if traded and opens_with_action(text[traded.end() :]) else None


def _start_of_person(marked: MarkedPassage, end: int, span: Span) -> int:
    """Where a person begins whose post `span` is: `đồng chí Lê An, Phó Chủ tịch UBND xã`."""
    person = next((before for before in marked.agencies if before.end == end), None)
    is_post = isinstance(span.value, AgencyMention) and span.value.kind == "post"
    if person is None or not is_post or marked.text[end : span.start].strip() != ",":
        return span.start
    is_person = isinstance(person.value, AgencyMention) and person.value.kind == "person"
    return person.start if is_person else span.start


def _joins(text: str, end: int, start: int, *, is_first: bool) -> bool:
    """Whether only a comma, `và` or the like stands between two units."""
    if start == end:
        return is_first
    joint = _JOINTS.match(text, end)
    return joint is not None and joint.end() == start and (is_first or bool(joint.group().strip()))


def _unknown_member(marked: MarkedPassage, end: int, start: int, rule: str) -> Leaf[str] | None:
    """A unit that no lexicon knows, between two that are known."""
    between = marked.text[end:start]
    found = _MEMBER.fullmatch(between)
    if found is None or find_action(between, 0) is not None:
        return None
    at = end + found.start("name")
    return marked.leaf(found["name"], at, at + len(found["name"]), rule, GUESSED)


def extended(marked: MarkedPassage, chain: Chain, rule: str) -> Chain:
    """The chain with the words that stand between its last unit and what it is to do.

    >>> from nlp.reading.page import Passage
    >>> extended(MarkedPassage(Passage("", ())), Chain((), 0, 0), "rule").end
    0
    """
    behind = _behind_emphasis(marked, chain, rule) if chain.units else None
    if behind is not None:
        return behind
    stop = _end_of_tail(marked.text, chain.end) if chain.units else None
    return chain if stop is None else lengthened(marked, chain, stop, rule)


def lengthened(marked: MarkedPassage, chain: Chain, stop: int, rule: str) -> Chain:
    """The chain with its last unit up to `stop`."""
    start = start_of_last(marked, chain)
    end = chain.end + len(marked.text[chain.end : stop].rstrip())
    longer = marked.leaf(mend_levels(marked.text[start:end]), start, end, rule, GUESSED)
    return Chain((*chain.units[:-1], longer), chain.start, end)


def _behind_emphasis(marked: MarkedPassage, chain: Chain, rule: str) -> Chain | None:
    """The chain up to what it is to do, behind `, nhất là các xã ven sông`."""
    named = _EMPHASIS.match(marked.text, chain.end)
    at = next_step(marked.text, named.end(), named.end() + _LONGEST_EMPHASIS) if named else None
    if named is None or at is None or HARD_STOP.search(marked.text, named.end(), at):
        return None
    longer = lengthened(marked, chain, named.end("where"), rule) if named["where"] else chain
    return Chain(longer.units, chain.start, len(marked.text[:at].rstrip(" ,")))


def goes_on(text: str, at: int) -> bool:
    """Whether the words at `at` may still belong to the name before them: `thuộc …`, `liên …`."""
    return _NAME_GOES_ON.match(text, at) is not None


def led_chain(marked: MarkedPassage, start: int, rule: str) -> Chain | None:
    """Units that no lexicon knows, before `có trách nhiệm`, `chủ trì` or `phải`."""
    text = marked.text
    led = _LED.search(fold(text), start, min(start + _LONGEST_LED, len(text)))
    name = text[start : led.start()] if led else ""
    if led is None or not (opens_name(name) or _obliges(led, name)):
        return None
    if HARD_STOP.search(text[start : led.start()]) or _STOP.match(text, start):
        return None
    return Chain(guess_units(marked, start, led.start(), rule), start, led.start())


def _obliges(led: re.Match[str], name: str) -> bool:
    """Whether anyone at all is told what to answer for: `Cha mẹ học sinh có trách nhiệm …`."""
    is_said = led.group().startswith("co") and name[:1].isupper()
    is_name = _NO_SUBJECT.search(name) is None and _BREAK.search(name.replace(",", "")) is None
    return is_said and is_name and find_action(name, 0) is None


def _end_of_tail(text: str, start: int) -> int | None:
    """Where the words that complete a name end, None where there are none."""
    listed = _LISTED_TAIL.match(text, start)
    if listed:
        return listed.end()
    if not text[start : start + 1].isspace():
        return None
    led = _LED.search(fold(text), start, min(start + _LONGEST_LED, len(text)))
    tail = text[start : led.start()] if led else ""
    is_weak = led is not None and led.group().endswith(
        ("se", "phai")
    )  # may stand far within the duty
    is_verb = is_weak and opens_with_action(tail)
    is_name = not (_STOP.search(tail) or is_past(tail) or is_verb)
    if led and tail.strip() and is_name:
        reach = _REACH.search(tail)
        return start + reach.start() if reach else led.start()
    passed = _PASSED.match(text, start) or _STRETCH.match(text, start)
    if passed:
        return passed.end()
    stop = next_step(text, start, start + LONGEST_TAIL)
    tail = text[start:stop] if stop is not None else ""
    goes_on = _NAME_GOES_ON.match(tail) and tail.strip() != "cấp"
    return stop if goes_on and not _BREAK.search(tail) else None


def start_of_last(marked: MarkedPassage, chain: Chain) -> int:
    """Where the last unit of a chain begins."""
    last = next((span for span in marked.agencies if span.end == chain.end), None)
    return last.start if last else marked.text.rfind(chain.units[-1].value, 0, chain.end)


def next_step(text: str, start: int, end: int) -> int | None:
    """Where the words begin that say what the units before them are to do."""
    led = _LED.search(fold(text), start, min(end, len(text)))
    acts = find_action(text, start, min(end, len(text)))
    return min((at for at in (led.start() if led else None, acts) if at is not None), default=None)


def _outermost(spans: tuple[Span, ...]) -> list[Span]:
    """The spans that lie in no other, in order."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def covers(chain: Chain, text: str) -> bool:
    """Whether the chain is all that the text says, marks aside."""
    return not text[chain.end :].strip(" .:;,")
