"""Parts to statements: mark the texts once, then let every finder read what it looks for."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol

from nlp.reading.page import Passage
from nlp.regions.region import Item, Parts
from nlp.spans.span import MarkedText
from nlp.statements.arrival import find_arrival
from nlp.statements.dates import find_dates
from nlp.statements.duties.find import find_duties
from nlp.statements.heading.find import find_heading
from nlp.statements.marked import MarkedCell, MarkedItem, MarkedParts, MarkedPassage
from nlp.statements.purposes import find_aims, find_stated_aims
from nlp.statements.references import find_references
from nlp.statements.statement import Statements


class Marker(Protocol):
    """Marks the spans of texts; the spaCy pipeline, or a fake in tests."""

    def mark(self, texts: Sequence[str], issued: date | None) -> tuple[MarkedText, ...]:
        """The texts with their spans, in the same order."""
        ...


def read_statements(parts: Parts, marker: Marker) -> Statements:
    """All that one directive says."""
    header = find_heading(parts)
    issued = header.date.value if header.date else None
    marked = mark_parts(parts, marker, issued)
    purposes, requirements = find_aims(marked)
    return Statements(
        header=header,
        incoming=find_arrival(parts, issued),
        references=find_references(marked, header.number.value if header.number else None),
        purposes=purposes,
        requirements=requirements,
        aims=() if purposes else find_stated_aims(marked),
        dates=find_dates(marked),
        duties=find_duties(marked, header),
    )


def mark_parts(parts: Parts, marker: Marker, issued: date | None) -> MarkedParts:
    """The parts with the spans of subject, addressees, body, tables and footnotes."""
    passages = [*_passages(parts)]
    texts = marker.mark([passage.text for passage in passages], issued)
    spans = iter(
        MarkedPassage(passage, text.spans) for passage, text in zip(passages, texts, strict=True)
    )
    subject = next(spans) if parts.letterhead.subject else None
    addressees = tuple(next(spans) for _ in parts.addressees)
    return MarkedParts(
        parts=parts,
        issued=issued,
        subject=subject,
        addressees=addressees,
        items=tuple(_marked_item(item, spans) for item in parts.body),
        footnotes=tuple(next(spans) for _ in parts.footnotes),
    )


def _passages(parts: Parts) -> Iterator[Passage]:
    """The passages that are marked, in the order in which `mark_parts` takes them back."""
    if parts.letterhead.subject:
        yield parts.letterhead.subject
    yield from parts.addressees
    for item in parts.body:
        yield item.passage
        if item.table is not None:
            yield from (cell.passage for cell in item.table.cells if cell.passage)
    yield from parts.footnotes


def _marked_item(item: Item, spans: Iterator[MarkedPassage]) -> MarkedItem:
    marked = next(spans)
    cells = item.table.cells if item.table else ()
    return MarkedItem(
        item, marked, tuple(MarkedCell(c, next(spans) if c.passage else None) for c in cells)
    )
