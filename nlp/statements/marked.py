"""The parts of a directive with the spans of their texts, and values taken from them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from nlp.evidence import Leaf
from nlp.reading.page import Passage
from nlp.regions.region import Cell, Item, Parts
from nlp.spans.span import AgencyMention, DateMention, ReferenceMention, Span

V = TypeVar("V")

_LONG = 60
"""Characters from which on one bad word doesn't make the whole text unsure."""


@dataclass(frozen=True, slots=True)
class MarkedPassage:
    """A passage with its spans, in order of start."""

    passage: Passage
    spans: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """The text that the offsets of the spans count in."""
        return self.passage.text

    @property
    def agencies(self) -> tuple[Span, ...]:
        """The spans of agencies, groups, posts and persons."""
        return tuple(span for span in self.spans if isinstance(span.value, AgencyMention))

    def dates(self) -> Iterator[tuple[Span, DateMention]]:
        """The dates of events, deadlines and terms: those of cited documents left out."""
        for span in self.spans:
            if isinstance(span.value, DateMention) and not span.value.is_document_date:
                yield span, span.value

    def references(self) -> Iterator[tuple[Span, ReferenceMention]]:
        """The cited documents."""
        for span in self.spans:
            if isinstance(span.value, ReferenceMention):
                yield span, span.value

    def leaf(self, value: V, start: int, end: int, rule: str, share: float = 1.0) -> Leaf[V]:
        """`value` as read from text[start:end]; `share` is how sure the rule itself is."""
        return leaf_of(self.passage, value, (start, end), rule, share)

    def text_leaf(self, start: int, end: int, rule: str, share: float = 1.0) -> Leaf[str]:
        """text[start:end] itself as a value, without blanks at its ends."""
        return self.leaf(self.text[start:end].strip(), start, end, rule, share)


@dataclass(frozen=True, slots=True)
class MarkedCell:
    """A cell of a table with the spans of its text; None where it is empty."""

    cell: Cell
    marked: MarkedPassage | None


@dataclass(frozen=True, slots=True)
class MarkedItem:
    """An item of the body with the spans of its text, and of its table's cells."""

    item: Item
    marked: MarkedPassage
    cells: tuple[MarkedCell, ...] = ()

    @property
    def text(self) -> str:
        """The text of the item, without its marker."""
        return self.item.passage.text


@dataclass(frozen=True, slots=True)
class MarkedParts:
    """One directive with the spans of its subject, addressees, body, tables, footnotes."""

    parts: Parts
    issued: date | None
    subject: MarkedPassage | None
    addressees: tuple[MarkedPassage, ...]
    items: tuple[MarkedItem, ...]
    footnotes: tuple[MarkedPassage, ...] = ()


def leaf_of(
    passage: Passage, value: V, at: tuple[int, int], rule: str, share: float = 1.0
) -> Leaf[V]:
    """A value read from the characters `at` of a passage.

    A short value is as sure as its least sure word, a long one as the mean of its words.
    """
    start, end = at
    confidence = (
        passage.confidence_between(start, end)
        if end - start < _LONG
        else passage.part(start, end).confidence
    )
    return Leaf(value, confidence * share, passage.evidence(start, end, rule))


def whole_leaf(passage: Passage, value: V, rule: str, share: float = 1.0) -> Leaf[V]:
    """A value read from a whole passage."""
    return leaf_of(passage, value, (0, len(passage.text)), rule, share)
