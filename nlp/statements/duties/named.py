"""Units that stand behind their work: `…, do X thực hiện`, `… (X chủ trì, Y phối hợp)`."""

import re
from dataclasses import replace

from nlp.evidence import Leaf
from nlp.statements.duties.actions import opens_with_action
from nlp.statements.duties.assignment import Assignment, Clause, Setting, names_issuer
from nlp.statements.duties.chain import Chain, parse_chain
from nlp.statements.duties.details import split_support
from nlp.statements.duties.past import is_past
from nlp.statements.duties.refusals import is_empty

_BY = re.compile(r"(?:[,;(]\s*|\s)do\s+", re.IGNORECASE)
_DOES = re.compile(
    r"\s*(?:chủ\s+trì|phụ\s+trách|đảm\s+nhiệm|đảm\s+trách|chịu\s+trách\s+nhiệm|thực\s+hiện)\b",
    re.IGNORECASE,
)
_LEADS = re.compile(r"\s*(?:chủ\s+trì|phụ\s+trách|thực\s+hiện)\s*(?=[,;.)]|$)", re.IGNORECASE)
_GIVEN = re.compile(r"\(\s*giao\s+(?:cho\s+)?", re.IGNORECASE)
_LEADS_WITH = re.compile(r"\s*chủ\s+trì\s*,?\s*(?=phối\s+hợp\b)", re.IGNORECASE)
_HELPS = re.compile(r"[,;]\s*(?:và\s+)?", re.IGNORECASE)
_HELPING = re.compile(r"\s*phối\s+hợp\b", re.IGNORECASE)
_OPENS = re.compile(r"[:(;]\s*|,\s*(?:giao\s+)?")


def find_named(clause: Clause, setting: Setting) -> Assignment | None:
    """The duty of a clause whose unit stands behind the work; the text stays whole."""
    if not setting.allows_openers:
        return None
    return _by(clause, setting) or _given(clause, setting) or _leading(clause, setting)


def _given(clause: Clause, setting: Setting) -> Assignment | None:
    """`Lập đoàn kiểm tra (giao Sở Y tế chủ trì, phối hợp với Sở Nội vụ)`."""
    cue = _GIVEN.search(clause.marked.text, clause.start, clause.end)
    chain = parse_chain(clause.marked, cue.end(), "duty.named") if cue else None
    if cue is None or chain is None or chain.start != cue.end() or cue.start() == clause.start:
        return None
    led = _LEADS_WITH.match(clause.marked.text, chain.end, clause.end)
    found = _whole(clause, chain, setting)
    if found is None or led is None:
        return found
    return replace(found, support=split_support(clause.marked, led.end())[0])


_HANDED = re.compile(
    r"(?:(?<!đã\s)(?:gửi|chuyển))\s[^.;:]{3,200}?\s(?:đến|tới|cho)\s+", re.IGNORECASE
)
_IN_ORDER_TO = re.compile(r"\s*,?\s*để\s+", re.IGNORECASE)
_COURTESY = re.compile(
    r"quý\s+(?:cơ\s+quan|đơn\s+vị|bộ|sở|ban|phòng|ngành|trường|vị|ông|bà)", re.IGNORECASE
)


def find_handed(clause: Clause, setting: Setting) -> Assignment | None:
    """`Văn phòng chuyển đơn nêu trên đến Sở A để xem xét, trả lời`: the duty of who receives."""
    if not setting.is_letter:
        return None
    for cue in _HANDED.finditer(clause.marked.text, clause.start, clause.end):
        called = _COURTESY.match(clause.marked.text, cue.end())
        chain = Chain((), cue.end(), called.end()) if called else None
        chain = chain or parse_chain(clause.marked, cue.end(), "duty.handed")
        if chain is None or chain.start != cue.end() or _is_own(chain, setting):
            continue
        purpose = _IN_ORDER_TO.match(clause.marked.text, chain.end)
        start = purpose.end() if purpose else clause.end
        if start < clause.end and _is_work(clause.marked.text[start : clause.end]):
            span = (cue.start(), start, clause.end)
            return Assignment(
                chain.units, (), *span, is_ordered=True, is_led=False, rule="duty.handed"
            )
    return None


def _is_own(chain: Chain, setting: Setting) -> bool:
    return bool(chain.units) and all(
        names_issuer(unit.value, setting.issuers) for unit in chain.units
    )


def _is_work(action: str) -> bool:
    """Whether a purpose is something to do, not only to know or to carry out."""
    return opens_with_action(action) and not is_empty(action)


def _by(clause: Clause, setting: Setting) -> Assignment | None:
    """`Khoan giếng dự phòng, do Xí nghiệp Xây lắp thực hiện`."""
    for cue in _BY.finditer(clause.marked.text, clause.start, clause.end):
        chain = parse_chain(clause.marked, cue.end(), "duty.named")
        before = clause.marked.text[clause.start : cue.start()]
        if chain is None or chain.start != cue.end() or is_past(before):
            continue
        if _DOES.match(clause.marked.text, chain.end, clause.end):
            return _whole(clause, chain, setting)
    return None


def _leading(clause: Clause, setting: Setting) -> Assignment | None:
    """`Súc xả đường ống: Đội Quản lý mạng lưới chủ trì, Phòng Kinh doanh phối hợp`."""
    for cue in _OPENS.finditer(clause.marked.text, clause.start, clause.end):
        chain = parse_chain(clause.marked, cue.end(), "duty.named")
        is_listed = any(span.end == cue.start() for span in clause.marked.agencies)
        if chain is None or chain.start != cue.end() or (is_listed and "," in cue.group()):
            continue
        led = _LEADS.match(clause.marked.text, chain.end, clause.end)
        if led is not None:
            found = _whole(clause, chain, setting)
            return replace(found, support=_helpers(clause, led.end())) if found else None
    return None


def _helpers(clause: Clause, start: int) -> tuple[Leaf[str], ...]:
    """The units of `Phòng Kinh doanh phối hợp` behind the leading one."""
    joint = _HELPS.match(clause.marked.text, start)
    chain = parse_chain(clause.marked, joint.end(), "duty.support") if joint else None
    helps = chain is not None and _HELPING.match(clause.marked.text, chain.end)
    return chain.units if chain is not None and helps else ()


def _whole(clause: Clause, chain: Chain, setting: Setting) -> Assignment | None:
    """The clause as a duty of the chain; none where the organ speaks of itself."""
    if all(names_issuer(unit.value, setting.issuers) for unit in chain.units):
        return None
    span = (clause.start, clause.start, clause.end)
    return Assignment(chain.units, (), *span, is_ordered=True, is_led=True, rule="duty.named")
