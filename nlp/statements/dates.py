"""The dates of events and deadlines that the body names, each period once."""

from collections.abc import Iterator

from nlp.spans.span import DateMention, Span
from nlp.statements.marked import MarkedParts, MarkedPassage
from nlp.statements.statement import DateStatement

_STATED = {"day", "period", "recurring"}
_EACH_YEAR = "FREQ=YEARLY"
"""`hằng năm` alone names no time."""


def find_dates(marked: MarkedParts) -> tuple[DateStatement, ...]:
    """The dates, periods and recurring times in the order of their first mention."""
    found: dict[tuple[object, ...], DateStatement] = {}
    for passage, span, mention in _mentions(marked):
        key = (mention.start, mention.end, mention.recurrence)
        if is_stated(mention) and key not in found:
            text = passage.text_leaf(span.start, span.end, span.rule, span.confidence)
            found[key] = DateStatement(text, mention)
    return tuple(found.values())


def is_stated(mention: DateMention) -> bool:
    """Whether the contract lists the mention under `dates`: no terms, horizons or cut-off days."""
    if mention.kind not in _STATED or not mention.is_valid or mention.recurrence == _EACH_YEAR:
        return False
    return mention.recurrence is not None or mention.start is not None


def _mentions(marked: MarkedParts) -> Iterator[tuple[MarkedPassage, Span, DateMention]]:
    for item in marked.items:
        passages = [item.marked, *(cell.marked for cell in item.cells if cell.marked)]
        for passage in passages:
            for span, mention in passage.dates():
                yield passage, span, mention
