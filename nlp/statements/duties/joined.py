"""Chains of assignees made whole: by a second request, the list of addressees or their work."""

import re

from nlp.spans.span import AgencyMention
from nlp.statements.duties.actions import find_action
from nlp.statements.duties.chain import (
    HARD_STOP,
    LONGEST_TAIL,
    Chain,
    extended,
    lengthened,
    next_step,
    parse_chain,
    start_of_last,
)
from nlp.statements.duties.guessed import GUESSED, guess_units
from nlp.statements.duties.past import is_past
from nlp.statements.marked import MarkedPassage
from nlp.statements.naming import mend_levels

_AND_ASKS = re.compile(
    r"\s*[,;]?\s+(?:và|đồng\s+thời)\s+(?:(?:trân\s+trọng|kính)\s+)?(?:đề\s+nghị|yêu\s+cầu|giao)\s+",
    re.IGNORECASE,
)
_LONGEST_OPENING = 110
_WHO = re.compile(
    r"(?:(?:các|toàn\s+thể|mỗi|mọi)\s+)?(?:cán\s+bộ|công\s+chức|viên\s+chức|nhân\s+viên|giáo\s+viên"
    r"|đoàn\s+viên|hội\s+viên|hộ|chủ|gia\s+đình|phụ\s+huynh|cha\s+mẹ|người|thành\s+viên)\s",
    re.IGNORECASE,
)
_LETS = re.compile(r"\bcho\s")  # (Giáo viên) cho học sinh ký cam kết
_UNDERGOES = re.compile(  # các cơ sở kinh doanh + xăng dầu được kiểm tra (chuẩn bị …)
    r"(?:\s+(?!(?:đã|về|theo|là|để|không)\s)[^\W\d_]+){0,4}?\s+được\s+(?:kiểm\s+tra|thanh\s+tra|giám\s+sát|cấp\s+phép"
    r"|lựa\s+chọn|hỗ\s+trợ|phân\s+công)(?=\s)",
    re.IGNORECASE,
)
_NO_TAIL = re.compile(
    r"\b(?:được|đã|về|theo|là|có\s+thể|căn\s+cứ|giao|đề\s+nghị|yêu\s+cầu|nếu|khi|để|cũng|vẫn|còn|không)\b"
    r"|^\s+(?:và|hoặc|cùng|với)\b|(?:,|\bchưa)\s*$"
)


def with_those_asked(marked: MarkedPassage, chain: Chain, rule: str) -> Chain:
    """The chain with those whom a request joined to it names: `các sở` + `và đề nghị Hội …`."""
    joint = _AND_ASKS.match(marked.text, chain.end)
    others = parse_chain(marked, joint.end(), rule) if joint and chain.units else None
    if joint is None or others is None or others.start != joint.end():
        return chain
    others = extended(marked, others, rule)
    return Chain((*chain.units, *others.units), chain.start, others.end)


def named_in_full(marked: MarkedPassage, chain: Chain, names: tuple[str, ...], rule: str) -> Chain:
    """The chain whose last unit is one of `names`, to the end of that name as the text prints it.

    A document that lists its addressees tells where their names end.
    """
    if not chain.units:
        return chain
    start = start_of_last(marked, chain)
    rest = marked.text[start:].casefold()
    ends = (start + len(name) for name in names if rest.startswith(f"{name.casefold()} "))
    stop = max(ends, default=0)
    return lengthened(marked, chain, stop, rule) if stop > chain.end else chain


def completed_group(marked: MarkedPassage, chain: Chain, end: int, rule: str) -> Chain:
    """A group with what tells which ones: `các doanh nghiệp` + `kinh doanh vận tải (phải …)`.

    The chain itself where the words before its work are too many, or tell something else.
    """
    last = next((span for span in marked.agencies if span.end == chain.end), None)
    is_group = last and isinstance(last.value, AgencyMention) and last.value.kind == "group"
    passive = _UNDERGOES.match(marked.text, chain.end, end)
    begin = passive.end() if passive else chain.end
    at = next_step(marked.text, begin, min(end, begin + LONGEST_TAIL))
    tail = marked.text[chain.end : at] if at is not None else ""
    if last is None or not is_group or not tail.strip() or not tail[:1].isspace():
        return chain
    told = tail[begin - chain.end :]
    if HARD_STOP.search(tail) or _NO_TAIL.search(told) or is_past(tail) or tail != tail.lower():
        return chain
    stop = chain.end + len(tail.rstrip())
    name = mend_levels(marked.text[last.start : stop])
    longer = marked.leaf(name, last.start, stop, rule, GUESSED)
    return Chain((*chain.units[:-1], longer), chain.start, stop)


def guessed_opening(marked: MarkedPassage, start: int, end: int, rule: str) -> Chain | None:
    """Those at `start` whom only their first words tell, up to what they are to do.

    `Công chức Văn hóa - Xã hội, Tài chính - Kế toán (tham mưu …)`,
    `Các hộ chăn nuôi (khai báo …)`.
    """
    at = find_action(marked.text, start, min(end, start + _LONGEST_OPENING))
    name = marked.text[start:at].rstrip() if at is not None else ""
    told = 0 if _WHO.match(name) else _group_end(marked, start)
    if told is None or not name[:1].isupper() or HARD_STOP.search(name):
        return None
    if _NO_TAIL.search(name[told:]) or _LETS.search(name):
        return None
    if is_past(name) or not name[-1:].isalnum():
        return None
    stop = start + len(name)
    return Chain(guess_units(marked, start, stop, rule), start, stop)


def _group_end(marked: MarkedPassage, start: int) -> int | None:
    """How long the group named at `start` is."""
    opening = (span for span in marked.agencies if span.start == start)
    for span in opening:
        if isinstance(span.value, AgencyMention) and span.value.kind == "group":
            return span.end - start
    return None
