"""The body as an outline: headings, paragraphs and bullets, each with its level and parent."""

from collections.abc import Sequence

from nlp.regions.outline.entries import find_entries
from nlp.regions.outline.headings import mark_headings
from nlp.regions.outline.nest import nest_entries
from nlp.regions.outline.paragraphs import find_paragraphs
from nlp.regions.printed.sheet import PlacedTable, Sheet
from nlp.regions.region import Item


def find_items(
    sheets: Sequence[Sheet], tables: Sequence[PlacedTable], part: int
) -> tuple[Item, ...]:
    """The items of one part of a directive; parents are indices into the answer."""
    entries = find_entries(find_paragraphs(sheets, tables))
    return nest_entries(mark_headings(entries), part)
