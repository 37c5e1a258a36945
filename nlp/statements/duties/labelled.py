"""Duties whose units and time stand behind labels: `Cơ quan chủ trì: X. Thời gian: quý III`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from nlp.evidence import Leaf
from nlp.spans.span import DateMention
from nlp.statements.duties.chain import parse_chain
from nlp.statements.duties.details import find_details, time_leaf
from nlp.statements.duties.guessed import guess_units
from nlp.statements.marked import MarkedPassage
from nlp.statements.outline import Outline
from nlp.statements.statement import Duty

_LABEL = re.compile(
    r"""(?:^\W*|[.;(]\s*(?:-\s*)?)
    (?: (?P<lead>(?:(?:cơ\s+quan|đơn\s+vị|bộ\s+phận|tổ\s+chức)\s+)?(?:được\s+giao\s+)?
            (?:chủ\s+trì|đầu\s+mối)(?:\s+(?:thực\s+hiện|tham\s+mưu))?
          |(?:cơ\s+quan|đơn\s+vị|bộ\s+phận)\s+(?:thực\s+hiện|phụ\s+trách))
      | (?P<support>(?:(?:cơ\s+quan|đơn\s+vị|bộ\s+phận)\s+)?phối\s+hợp(?:\s+thực\s+hiện)?)
      | (?P<time>(?:thời\s+(?:gian|hạn)|tiến\s+độ)(?:\s+(?:thực\s+hiện|hoàn\s+thành))?)
      | (?P<other>sản\s+phẩm|kết\s+quả|kinh\s+phí|nguồn\s+kinh\s+phí|địa\s+điểm)
    )\s*:\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_RULE = "duty.labelled"


@dataclass(frozen=True, slots=True)
class _Labelled:
    """What stands behind a label that begins at `begin`: marked.text[start:end]."""

    kind: str
    marked: MarkedPassage
    begin: int
    start: int
    end: int


def is_label(outline: Outline, index: int) -> bool:
    """Whether a line only tells who leads, who helps or when of the duty above it."""
    parent = outline.items[index].item.parent
    opens = _LABEL.match(outline.items[index].text) is not None
    return opens and parent >= 0 and find_labelled(outline, parent) is not None


def find_labelled(outline: Outline, index: int) -> Duty | None:
    """The duty of an item whose leading unit stands behind a label, in it or below it."""
    item = outline.items[index]
    own = tuple(_labels(item.marked))
    below = tuple(label for child in outline.children[index] for label in _opening(outline, child))
    labels = own if any(label.kind == "lead" for label in own) else below
    lead = _units(labels, "lead")
    if not lead or not item.text.strip() or (own and not item.text[: own[0].begin].strip()):
        return None
    details = find_details(item.marked, 0, len(item.text))
    deadline, deadline_text = _time(labels) or (details.deadline, details.deadline_text)
    return Duty(
        action=item.marked.leaf(item.text.strip(" .;:"), 0, len(item.text), _RULE),
        lead=lead,
        support=_units(labels, "support") or details.support,
        deadline=deadline,
        report_to=details.report_to,
        deliverable=details.deliverable,
        section=outline.path(index),
        deadline_text=deadline_text,
    )


def _opening(outline: Outline, index: int) -> tuple[_Labelled, ...]:
    """The labels of a line that begins with one."""
    marked = outline.items[index].marked
    return tuple(_labels(marked)) if _LABEL.match(marked.text) else ()


def _labels(marked: MarkedPassage) -> Iterator[_Labelled]:
    found = [*_LABEL.finditer(marked.text)]
    ends = [*(label.start() for label in found), len(marked.text)]
    for label, (_, end) in zip(found, pairwise(ends), strict=True):
        yield _Labelled(label.lastgroup or "", marked, label.start(), label.end(), end)


def _units(labels: tuple[_Labelled, ...], kind: str) -> tuple[Leaf[str], ...]:
    """The units behind the first label of a kind."""
    label = next((each for each in labels if each.kind == kind), None)
    if label is None:
        return ()
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
