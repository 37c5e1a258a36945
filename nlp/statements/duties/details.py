"""What a duty says beside its action: until when, with whom, to whom, and what is handed in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nlp.evidence import Leaf
from nlp.spans.span import DateMention, Span
from nlp.statements.duties.actions import find_action
from nlp.statements.duties.chain import Chain, extended, parse_chain
from nlp.statements.duties.guessed import guess_units
from nlp.statements.folding import fold
from nlp.statements.marked import MarkedPassage

_LONGEST_GUESS = 90
_LONGEST_NAME = 7
_STRONG = {"before", "by", "within"}
_OPERATOR = re.compile(r"\b(?:truoc|cham nhat|han (?:chot|cuoi)|muon nhat)\W*(?:la|vao)?\W*$")
_OPERATOR_WIDTH = 20
_TIMED = {"day", "period", "term", "recurring"}

_SUPPORT = re.compile(
    r"(?<!quy che )(?<!cong tac )(?<!viec )(?<!su )phoi hop\s+"
    r"(?:(?:(?:(?:chat\s+che|quyet\s+liet|dong\s+bo|kip\s+thoi|hieu\s+qua|thuong\s+xuyen)\s*,?\s+(?:va\s+)?)+"
    r"|(?:(?!giua\b)\w+\s+){0,3}?)(?P<with>(?:(?:voi|cung)\s+)+)|(?!giua\b))"
)
_RUNS = re.compile(
    r"\b(?:niêm\s+yết|công\s+khai|treo|trưng\s+bày|lấy\s+ý\s+kiến|tập\s+huấn|duy\s+trì)\b[^.;]*$",
    re.IGNORECASE,
)
_EVENT = re.compile(r"\b(?:kết\s+thúc|sau\s+(?:khi|mỗi)|khi\s+có)\b[^.;]*$", re.IGNORECASE)
_DONE = re.compile(r"\bđã\s+[^,;.:]*$", re.IGNORECASE)
_TOGETHER = re.compile(r"(?:cung(?:\s+voi)?|voi)\s+")
_WITH = re.compile(r"\W*cung(?:\s+voi)?\s+")
_REPORT = re.compile(
    r"""(?<!\w)
    (?: (?P<report>báo\s+cáo(?!\s+viên))
      | (?P<send>gửi|nộp|phản\s+(?:ánh|hồi)|đăng\s+ký|(?:văn\s+bản\s+thông\s+tin)
        |thông\s+báo(?!\s+này))
      | (?P<submit>(?<!quy\s)(?<!chương\s)(?<!công\s)(?<!lộ\s)(?<!tờ\s)(?<!giáo\s)(?<!quá\s)trình)
    )(?!\w)
    (?P<gap>(?:(?!\b(?:tham\s+mưu|đề\s+nghị|hướng\s+dẫn)\b)[^.;:]){0,90}?)
    (?P<to>\s(?:về|cho|tới|đến|lên|với|gửi)(?:\s+cho)?\s|\s)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DECIDES = re.compile(
    r"\s*,?\s*(?:để\s+)?(?:xem\s+xét|(?:phê\s+)?duyệt|ký|ban\s+hành|quyết\s+định|cho\s+ý\s+kiến"
    r"|thông\s+qua|thẩm\s+định|công\s+nhận)",
    re.IGNORECASE,
)
_GROUP = re.compile(r"(?:các|từng|mỗi)\s", re.IGNORECASE)
_VIA = re.compile(
    r"\s*\((?:qua|thông\s+qua)\s(?P<through>[^)]{2,160}?)"
    r"(?P<contact>\s*[,;:–-]\s*(?:số|email|e-mail|thư\s+điện\s+tử|địa\s+chỉ|điện\s+thoại"
    r"|đt|sđt|hộp\s+thư|fax)\b[^)]*)?\)",
    re.IGNORECASE,
)
_THROUGH = re.compile(r"\s+(?:thông\s+)?qua\s+", re.IGNORECASE)
_DELIVERABLE = re.compile(
    r"(?<!\w)(?:xây\s+dựng|lập|gửi|nộp|trình|ban\s+hành|tổng\s+hợp|cung\s+cấp|hoàn\s+thiện)\s+"
    r"(?:và\s+\w+\s+)?(?P<what>báo\s+cáo|kế\s+hoạch|danh\s+sách|danh\s+mục|hồ\s+sơ|đề\s+án"
    r"|phương\s+án|dự\s+toán|tờ\s+trình|biên\s+bản|văn\s+bản|số\s+liệu|dự\s+thảo|quyết\s+định)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Details:
    """The details of one duty; text of the time as printed in `deadline_text`."""

    support: tuple[Leaf[str], ...]
    deadline: Leaf[DateMention] | None
    deadline_text: str | None
    report_to: Leaf[str] | None
    deliverable: Leaf[str] | None


def find_details(marked: MarkedPassage, start: int, end: int) -> Details:
    """The details that text[start:end] states."""
    timed = find_deadline(marked, start, end)
    deadline = _with_rhythm(marked, time_leaf(marked, timed), timed[0].end, end) if timed else None
    return Details(
        support=find_support(marked, start, end),
        deadline=deadline,
        deadline_text=marked.text[timed[0].start : timed[0].end] if timed else None,
        report_to=find_report_to(marked, start, end),
        deliverable=find_deliverable(marked, start, end),
    )


def _with_rhythm(
    marked: MarkedPassage, deadline: Leaf[DateMention], start: int, end: int
) -> Leaf[DateMention]:
    """The time with how often what follows recurs: `trước ngày 05/3; hằng tuần báo cáo …`."""
    rhythms = (mention.recurrence for _, mention in _timed(marked, start, end))
    rhythm = deadline.value.recurrence or next((each for each in rhythms if each), None)
    return replace(deadline, value=replace(deadline.value, recurrence=rhythm))


def time_leaf(marked: MarkedPassage, timed: tuple[Span, DateMention]) -> Leaf[DateMention]:
    """A mention of time as a value."""
    span, mention = timed
    return marked.leaf(mention, span.start, span.end, span.rule, span.confidence)


def find_deadline(marked: MarkedPassage, start: int, end: int) -> tuple[Span, DateMention] | None:
    """The time that the duty is bound to: one with an operator (trước, chậm nhất, trong) first."""
    return find_bound(marked, start, end) or next(_timed(marked, start, end), None)


def find_bound(marked: MarkedPassage, start: int, end: int) -> tuple[Span, DateMention] | None:
    """The first time with an operator in text[start:end]."""
    for span, mention in _timed(marked, start, end):
        before = fold(marked.text[max(start, span.start - _OPERATOR_WIDTH) : span.start])
        if mention.operator in _STRONG or _OPERATOR.search(before):
            return span, mention
    return None


def _timed(marked: MarkedPassage, start: int, end: int) -> Iterator[tuple[Span, DateMention]]:
    return (
        (span, mention)
        for span, mention in marked.dates()
        if start <= span.start < end
        and mention.kind in _TIMED
        and not _lasts(marked.text, start, span, mention)
        and not _is_told(marked.text, start, span, mention)
        and not _follows_event(marked.text, start, span, mention)
    )


def _lasts(text: str, start: int, span: Span, mention: DateMention) -> bool:
    """Whether a term tells how long something hangs or runs: `niêm yết … trong 07 ngày`."""
    is_length = mention.kind == "term" and mention.anchor is None
    return is_length and _RUNS.search(text, start, span.start) is not None


def _follows_event(text: str, start: int, span: Span, mention: DateMention) -> bool:
    """Whether a term runs from what stands before it: `kết thúc đợt thi … trong vòng 05 ngày`."""
    is_open = mention.kind == "term" and mention.anchor is None
    return is_open and _EVENT.search(text, start, span.start) is not None


def _is_told(text: str, start: int, span: Span, mention: DateMention) -> bool:
    """Whether a time tells when something was done: `nội dung đã được tập huấn vào tháng 11`."""
    return mention.operator not in _STRONG and _DONE.search(text, start, span.start) is not None


def find_support(marked: MarkedPassage, start: int, end: int) -> tuple[Leaf[str], ...]:
    """The units after every `phối hợp với` in text[start:end], each once."""
    units: dict[str, Leaf[str]] = {}
    opening = _WITH.match(fold(marked.text), start, end)
    for unit in _opening_units(marked, opening.end()) if opening else ():
        units.setdefault(unit.value.casefold(), unit)
    for cue in _SUPPORT.finditer(fold(marked.text), start, end):
        chain = _supporters(marked, cue.end(), end, is_bound=cue["with"] is not None)
        for unit in chain.units if chain else ():
            units.setdefault(unit.value.casefold(), unit)
    return tuple(units.values())


def _opening_units(marked: MarkedPassage, start: int) -> tuple[Leaf[str], ...]:
    """The units of `Cùng với X và Y …` with which a duty opens."""
    chain = parse_chain(marked, start, "duty.support")
    return chain.units if chain is not None and chain.start == start else ()


def _supporters(marked: MarkedPassage, start: int, end: int, *, is_bound: bool) -> Chain | None:
    """The units from `start` on, by their names or else up to what they do."""
    chain = parse_chain(marked, start, "duty.support")
    if chain is not None or not is_bound:
        return chain
    at = find_action(marked.text, start, min(end, start + _LONGEST_GUESS))
    named = marked.text[start:at].strip() if at is not None else ""
    if at is None or not named or any(mark in named for mark in ".;:("):
        return None
    return Chain(guess_units(marked, start, at, "duty.support"), start, at)


def find_report_to(marked: MarkedPassage, start: int, end: int) -> Leaf[str] | None:
    """To whom the result is reported; a superior who only signs or approves is none."""
    for cue in _REPORT.finditer(marked.text, start, end):
        chain = _receiver(marked, cue, end)
        if chain is None or (cue["submit"] and _DECIDES.match(marked.text, chain.end)):
            continue
        if cue["send"] and _GROUP.match(marked.text, chain.start):
            continue
        return _with_way(marked, chain, end)
    return None


def _with_way(marked: MarkedPassage, chain: Chain, end: int) -> Leaf[str]:
    """The receiver and through whom: `Sở Y tế (qua Văn phòng Sở)`, without address or number."""
    late = _via_behind_time(marked, chain.end)
    if late:  # Sở Y tế trước ngày 20/3 (qua Văn phòng Sở)
        name = marked.text[chain.start : chain.end].strip()
        value = f"{name} (qua {late['through'].strip()})"
        return marked.leaf(value, chain.start, chain.end, "duty.report_to")
    via = _VIA.match(marked.text, chain.end)
    if via and via["contact"]:
        value = f"{marked.text[chain.start : via.start('contact')].strip()})"
        return marked.leaf(value, chain.start, min(via.end(), end), "duty.report_to")
    through = _THROUGH.match(marked.text, chain.end)
    unit = parse_chain(marked, through.end(), "duty.report_to") if through else None
    stop = via.end() if via else unit.end if unit else chain.end
    return marked.text_leaf(chain.start, min(stop, end), "duty.report_to")


def _via_behind_time(marked: MarkedPassage, start: int) -> re.Match[str] | None:
    """The bracket `(qua …)` behind the time that stands behind a receiver."""
    behind = (
        span.end for span, _ in marked.dates() if not marked.text[start : span.start].strip()
    )
    return next((via for end in behind if (via := _VIA.match(marked.text, end))), None)


def _receiver(marked: MarkedPassage, cue: re.Match[str], end: int) -> Chain | None:
    """The units that follow the words of reporting, before any further action."""
    for at in _joints_to(marked, cue.start(), end):
        chain = parse_chain(marked, at, "duty.report_to")
        if chain is not None:
            return Chain(chain.units, at, _behind_place(marked.text, chain.end))
        stop = _end_of_name(marked.text, at, end)
        if stop is not None:
            return Chain((), at, _behind_second(marked, stop))
    return None


def _behind_place(text: str, end: int) -> int:
    """Where a receiver ends that is told by its place: `cơ quan thuế` + `nơi quản lý`."""
    place = _WHERE.match(text, end)
    return place.end() if place else end


def _behind_second(marked: MarkedPassage, end: int) -> int:
    """Where the receivers end when another is joined: `Tổng công ty` + `và Sở Công Thương`."""
    joint = _AND.match(marked.text, end)
    chain = parse_chain(marked, joint.end(), "duty.report_to") if joint else None
    return chain.end if joint and chain and chain.start == joint.end() else end


def _end_of_name(text: str, start: int, end: int) -> int | None:
    """Where a receiver that no lexicon knows ends: a capitalised name before a preposition."""
    if not text[start : start + 1].isupper() or _NO_RECEIVER.match(text, start):
        return None
    stop = _BEHIND_NAME.search(fold(text), start, end)
    if stop is None or len(text[start : stop.start()].split()) > _LONGEST_NAME:
        return None
    return stop.start()


_WHERE = re.compile(
    r"\s+nơi\s+(?:quản\s+lý|cư\s+trú|đăng\s+ký|tham\s+gia|đóng|đặt\s+trụ\s+sở)\b", re.IGNORECASE
)
_AND = re.compile(r"\s+và\s+")
_NO_RECEIVER = re.compile(
    r"[A-ZĐ]+\d|Luật|Nghị|Quyết|Kế\s|Công\s+(?:văn|điện)|Thông|Chỉ|Báo\s|Hội\s+nghị|Chương|Đề\s+án"
)
_BEHIND_NAME = re.compile(
    r"\s+(?:truoc|cham|de|trong|vao|theo|hang|dinh|tong|xem|qua|bang|va|so)\b|\s*[,.;(]|\s*$"
)
_TO = re.compile(
    r"(?:về|(?<!giao\s)cho|tới|đến|lên|với|gửi|báo\s+cáo|đề\s+xuất|(?<!quy\s)trình)(?:\s+cho)?\s+",
    re.IGNORECASE,
)


def _joints_to(marked: MarkedPassage, start: int, end: int) -> list[int]:
    """Where a receiver may stand in the clause that begins at `start`."""
    stop = _end_of_clause(marked.text, start, end)
    return [joint.end() for joint in _TO.finditer(marked.text, start, stop)]


def _end_of_clause(text: str, start: int, end: int) -> int:
    stops = [at for at in (text.find(mark, start, end) for mark in (";", ". ")) if at >= 0]
    return min([*stops, end])


def find_deliverable(marked: MarkedPassage, start: int, end: int) -> Leaf[str] | None:
    """What is to be handed in."""
    found = _DELIVERABLE.search(marked.text, start, end)
    if found is None:
        return None
    return marked.text_leaf(found.start("what"), found.end("what"), "duty.deliverable")


def split_support(marked: MarkedPassage, start: int) -> tuple[tuple[Leaf[str], ...], int]:
    """The units of `phối hợp với …` at `start`, and where the action after them begins."""
    folded = fold(marked.text)
    cue = _SUPPORT.match(folded, start) or _TOGETHER.match(folded, start)
    if cue is None:
        return (), start
    chain = _supporters(marked, cue.end(), len(marked.text), is_bound=True)
    if chain is None:
        return (), start
    longer = extended(marked, chain, "duty.support")
    return longer.units, longer.end
