"""The text of directives as it was taken apart: each passage with the spans found in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from nlp.reading.page import PageReading, Passage
from nlp.reading.repeated import agree_on_words
from nlp.regions.region import Parts
from nlp.regions.split import split_directives
from nlp.spans.load import load_marker
from nlp.spans.span import Span
from nlp.statements.heading.find import find_heading
from nlp.statements.marked import MarkedParts, MarkedPassage
from nlp.statements.read import mark_parts

Place = Literal["letterhead", "subject", "addressee", "heading", "paragraph", "cell", "closing"]


@dataclass(frozen=True, slots=True)
class ExplainedPassage:
    """A passage of a directive: where it stands, its marker and depth, and what was found in it.

    `row` tells the cells of one row of a table from those of the next one, None elsewhere.
    """

    place: Place
    text: str
    page: int | None
    spans: tuple[Span, ...] = ()
    marker: str = ""
    level: int = 0
    row: int | None = None


def explain_pages(pages: Sequence[PageReading]) -> tuple[tuple[ExplainedPassage, ...], ...]:
    """The passages of each directive of a file, in the order of the paper."""
    return tuple(tuple(_explain(parts)) for parts in split_directives(agree_on_words(pages)))


def _explain(parts: Parts) -> Iterator[ExplainedPassage]:
    header = find_heading(parts)
    issued = header.date.value if header.date else None
    marked = mark_parts(parts, load_marker(), issued)
    yield from _letterhead(parts)
    if marked.subject:
        yield _passage("subject", marked.subject)
    for addressee in marked.addressees:
        yield _passage("addressee", addressee)
    yield from _body(marked)
    yield from _closing(parts)


def _letterhead(parts: Parts) -> Iterator[ExplainedPassage]:
    head = parts.letterhead
    for passage in (*head.organs, head.number, head.place_date, head.type_name):
        if passage is not None:
            yield _plain("letterhead", passage)


def _body(marked: MarkedParts) -> Iterator[ExplainedPassage]:
    for item in marked.items:
        if item.item.table is None:
            place: Place = "heading" if item.item.is_heading else "paragraph"
            yield _passage(place, item.marked, item.item.marker, item.item.level)
        for cell in item.cells:
            if cell.marked:
                yield _passage("cell", cell.marked, row=cell.cell.row)


def _closing(parts: Parts) -> Iterator[ExplainedPassage]:
    for recipient in parts.closing.recipients:
        yield _plain("closing", recipient)


def _passage(
    place: Place, marked: MarkedPassage, marker: str = "", level: int = 0, row: int | None = None
) -> ExplainedPassage:
    page = marked.passage.page if marked.passage.words else None
    return ExplainedPassage(place, marked.text, page, marked.spans, marker, level, row)


def _plain(place: Place, passage: Passage) -> ExplainedPassage:
    return ExplainedPassage(place, passage.text, passage.page if passage.words else None)
