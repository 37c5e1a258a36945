"""Duties whose units and time stand behind labels: `Cơ quan chủ trì: X. Thời gian: quý III`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from nlp.evidence import Leaf
from nlp.spans.span import DateMention
from nlp.statements.duties.chain import parse_chain
from nlp.statements.duties.details import find_details, time_leaf
from nlp.statements.duties.guessed import guess_units
from nlp.statements.marked import MarkedPassage
from nlp.statements.outline import Outline
from nlp.statements.statement import Duty

_WORDS = r"""(?: (?P<lead>(?:(?:cơ\s+quan|đơn\s+vị|bộ\s+phận|tổ\s+chức)\s+)?(?:được\s+giao\s+)?
            (?:chủ\s+trì|đầu\s+mối)(?:\s+(?:thực\s+hiện|tham\s+mưu))?
          |(?:cơ\s+quan|đơn\s+vị|bộ\s+phận)\s+(?:thực\s+hiện|phụ\s+trách))
      | (?P<support>(?:(?:cơ\s+quan|đơn\s+vị|bộ\s+phận)\s+)?phối\s+hợp(?:\s+thực\s+hiện)?)
      | (?P<time>(?:thời\s+(?:gian|hạn)|tiến\s+độ)(?:\s+(?:thực\s+hiện|hoàn\s+thành))?)
      | (?P<what>nội\s+dung(?:\s+(?:thực\s+hiện|công\s+việc))?)
      | (?P<other>sản\s+phẩm|kết\s+quả|kinh\s+phí|nguồn\s+kinh\s+phí|địa\s+điểm)
    )"""
_LABEL = re.compile(
    rf"(?:^\W*|[.;(]\s*(?:-\s*)?) {_WORDS} \s*:\s*(?=\S)", re.VERBOSE | re.IGNORECASE
)
_BARE = re.compile(rf"^\W*{_WORDS}(?:\s*,\s*phối\s+hợp)?\W*$", re.VERBOSE | re.IGNORECASE)
"""A label alone on its line: what it tells stands below it."""
_CONTENT = re.compile(
    r"^\W*(?:(?:nội\s+dung|nhiệm\s+vụ|công\s+việc|giải\s+pháp|biện\s+pháp|thực\s+hiện|chủ\s+yếu|cụ\s+thể|và)"
    r"[\s,.:]*)+$",
    re.IGNORECASE,
)
"""A heading over the works of a section, beside its labels."""
_RULE = "duty.labelled"


@dataclass(frozen=True, slots=True)
class _Labelled:
    """What a label of the line `line` tells, which begins at `begin`: marked.text[start:end]."""

    kind: str
    marked: MarkedPassage
    begin: int
    start: int
    end: int
    line: int = -1


def is_label(outline: Outline, index: int) -> bool:
    """Whether a line only tells who leads, who helps or when of the duties above it."""
    parent = outline.items[index].item.parent
    opens = _LABEL.match(outline.items[index].text) is not None
    if opens and parent >= 0 and find_labelled(outline, parent) is not None:
        return True
    above = (index, *outline.ancestors(index))
    return any(
        _is_section(outline, outer) and _opens(outline, inner) for inner, outer in pairwise(above)
    )


def find_labelled(outline: Outline, index: int) -> Duty | None:
    """The duty of an item whose leading unit stands behind a label: in it, below or beside it."""
    item = outline.items[index]
    own = tuple(_labels(item.marked))
    parent = item.item.parent
    section = outline.items[parent].item.parent if parent >= 0 else -1
    if _is_section(outline, section) and _CONTENT.match(outline.items[parent].text):
        return _duty(outline, index, _below(outline, section), None)
    labels = own if any(label.kind == "lead" for label in own) else _below(outline, index)
    what = next((label for label in labels if label.kind == "what"), None)
    is_bare = own and what is not own[0] and not item.text[: own[0].begin].strip()
    if is_bare or _BARE.match(item.text) or _is_section(outline, index):
        return None
    return _duty(outline, index, labels, what)


def _duty(
    outline: Outline, index: int, labels: tuple[_Labelled, ...], what: _Labelled | None
) -> Duty | None:
    """The duty of an item, or of what the label `Nội dung` tells; None where nobody leads it."""
    lead = _units(labels, "lead")
    marked = what.marked if what else outline.items[index].marked
    start, end = (what.start, what.end) if what else (0, len(marked.text))
    action = marked.text[start:end].strip(" .;:")
    if not lead or not action:
        return None
    details = find_details(marked, start, end)
    deadline, deadline_text = _time(labels) or (details.deadline, details.deadline_text)
    return Duty(
        action=marked.leaf(action, start, end, _RULE),
        lead=lead,
        support=_units(labels, "support") or details.support,
        deadline=deadline,
        report_to=details.report_to,
        deliverable=details.deliverable,
        section=outline.path(index),
        deadline_text=deadline_text,
    )


def _is_section(outline: Outline, index: int) -> bool:
    """Whether works below a heading `Nội dung` and labels beside it stand under the item."""
    below = outline.children[index] if index >= 0 else ()
    has_works = any(
        _CONTENT.match(outline.items[child].text) and outline.children[child] for child in below
    )
    return has_works and bool(_units(_below(outline, index), "lead"))


def _opens(outline: Outline, index: int) -> bool:
    text = outline.items[index].text
    if _CONTENT.match(text) and outline.children[index]:
        return False
    return _LABEL.match(text) is not None or _BARE.match(text) is not None


def _below(outline: Outline, index: int) -> tuple[_Labelled, ...]:
    """The labels of the lines below an item, each line beginning with its own."""
    return tuple(label for child in outline.children[index] for label in _of_line(outline, child))


def _of_line(outline: Outline, index: int) -> Iterator[_Labelled]:
    """The labels of a line that begins with one; a bare one tells what stands below it."""
    marked = outline.items[index].marked
    if _LABEL.match(marked.text):
        yield from (replace(label, line=index) for label in _labels(marked))
        return
    bare = _BARE.match(marked.text)
    if bare is None or _CONTENT.match(marked.text):
        return
    inner = _below(outline, index)
    yield from inner
    for child in () if inner else outline.children[index]:
        told = outline.items[child].marked
        yield _Labelled(bare.lastgroup or "", told, 0, 0, len(told.text), index)


def _labels(marked: MarkedPassage) -> Iterator[_Labelled]:
    found = [*_LABEL.finditer(marked.text)]
    ends = [*(label.start() for label in found), len(marked.text)]
    for label, (_, end) in zip(found, pairwise(ends), strict=True):
        yield _Labelled(label.lastgroup or "", marked, label.start(), label.end(), end)


def _units(labels: tuple[_Labelled, ...], kind: str) -> tuple[Leaf[str], ...]:
    """The units behind the first label of a kind, in its line or in those below it."""
    first = next((each for each in labels if each.kind == kind), None)
    same = (each for each in labels if first and each.kind == kind and each.line == first.line)
    return tuple(unit for label in same for unit in _named(label))


def _named(label: _Labelled) -> tuple[Leaf[str], ...]:
    chain = parse_chain(label.marked, label.start, _RULE)
    is_whole = chain is not None and not label.marked.text[chain.end : label.end].strip(" .;)")
    if chain is not None and is_whole:
        return chain.units
    return guess_units(label.marked, label.start, label.end, _RULE)


def _time(labels: tuple[_Labelled, ...]) -> tuple[Leaf[DateMention], str] | None:
    """The time behind its label."""
    label = next((each for each in labels if each.kind == "time"), None)
    dates = label.marked.dates() if label else iter(())
    timed = next((each for each in dates if label and each[0].start >= label.start), None)
    if label is None or timed is None:
        return None
    return time_leaf(label.marked, timed), label.marked.text[label.start : label.end].strip(" .;")
