"""Paragraphs with their markers told, run-in headings split off."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from nlp.reading.page import Passage
from nlp.regions.outline.numerals import reread_numerals
from nlp.regions.outline.paragraphs import Paragraph
from nlp.regions.printed.markers import Marker, parse_damaged_roman, parse_marker
from nlp.regions.printed.rows import join_rows
from nlp.regions.printed.text import is_upper, letter_count

_TITLED: Final = ("division", "chapter", "section")
_SPECKS: Final = re.compile(r"[.,;:'’`|ˆ^¡°\s]{1,4}(?=\S)")
_SHORT: Final = 110
_FEW: Final = 4
_FEW_BOLD: Final = 0.3


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph with its marker told."""

    paragraph: Paragraph
    passage: Passage
    marker: Marker | None
    is_heading: bool

    @property
    def text(self) -> str:
        """The text without its marker."""
        return self.passage.text

    @property
    def key(self) -> tuple[str, int]:
        """What siblings share: the kind of marker and its depth, or the look of a heading."""
        if self.marker is not None:
            return self.marker.kind, self.marker.depth
        if self.is_heading:
            return "title", 2 * is_upper(self.text) + self.paragraph.is_centred
        return ("intro", 0) if self.text.rstrip().endswith(":") else ("", 0)


def find_entries(paragraphs: Iterable[Paragraph]) -> tuple[Entry, ...]:
    """The entries of the paragraphs; titles of chapters are joined to their numbers."""
    found: list[Entry] = []
    for paragraph, marker in _marked(tuple(paragraphs)):
        if paragraph.table is not None:
            found.append(Entry(paragraph, Passage("", ()), None, is_heading=False))
            continue
        if found and _titles_above(found[-1], paragraph, marker):
            found[-1] = _titled(found[-1], paragraph)
        else:
            found.extend(_split_run_in(paragraph, marker))
    return tuple(found)


def _marked(paragraphs: Sequence[Paragraph]) -> Iterable[tuple[Paragraph, Marker | None]]:
    last_roman = 0
    markers: list[Marker | None] = []
    for paragraph in paragraphs:
        marker = _marker(paragraph, last_roman) if paragraph.table is None else None
        if marker is not None and marker.kind == "roman" and marker.value:
            last_roman = marker.value
        if marker is not None and marker.kind in _TITLED and not _is_titled(paragraph, marker):
            marker = replace(marker, kind="letter")
        markers.append(marker)
    texts = [paragraph.text for paragraph in paragraphs]
    return zip(paragraphs, reread_numerals(texts, markers), strict=True)


def _is_titled(paragraph: Paragraph, marker: Marker) -> bool:
    """Whether a numbered part stands as a title, and not as an item of a list."""
    rest = paragraph.text[marker.end :]
    return (
        not rest
        or paragraph.is_centred
        or paragraph.is_bold
        or is_upper(rest)
        or marker.text.isupper()
    )


def _marker(paragraph: Paragraph, last_roman: int) -> Marker | None:
    """The marker of a paragraph; one that recognition damaged is told by what must come next."""
    text = paragraph.text
    marker = parse_marker(text)
    if marker is not None and marker.kind == "roman":
        return marker
    strong = is_upper(text[2:]) or paragraph.is_bold
    if (
        strong
        and letter_count(text) > _FEW
        and (marker is None or marker.kind in ("capital", "letter", "decimal"))
    ):
        damaged = parse_damaged_roman(text, last_roman + 1)
        if damaged is not None and _is_needed(marker, text, last_roman):
            return damaged
    if marker is not None and marker.kind == "letter" and marker.text in ("l.", "i."):
        return replace(marker, kind="decimal", value=1)
    return marker


def _speck_end(text: str) -> int:
    """How many characters of dirt stand before the text."""
    match = _SPECKS.match(text)
    return match.end() if match and not text.startswith("...") else 0


def _is_needed(marker: Marker | None, text: str, last_roman: int) -> bool:
    if marker is None or marker.kind != "decimal":
        return last_roman > 0 or is_upper(text)
    return last_roman > 0 and is_upper(text) and text[0] == "1" and marker.value != 1


def _titles_above(above: Entry, paragraph: Paragraph, marker: Marker | None) -> bool:
    """Whether a paragraph is the name of the chapter whose number stands above it."""
    if (
        above.marker is None
        or above.marker.kind not in _TITLED
        or above.text
        or marker is not None
    ):
        return False
    return is_upper(paragraph.text) or paragraph.is_centred or paragraph.is_bold


def _titled(above: Entry, paragraph: Paragraph) -> Entry:
    rows = (*above.paragraph.rows, *paragraph.rows)
    merged = replace(paragraph, rows=rows)
    return Entry(merged, join_rows(paragraph.rows), above.marker, is_heading=True)


def _split_run_in(paragraph: Paragraph, marker: Marker | None) -> tuple[Entry, ...]:
    """The entry of a paragraph; a bold run-in heading becomes an entry of its own."""
    passage = join_rows(paragraph.rows)
    start = marker.end if marker is not None else _speck_end(passage.text)
    text = passage.part(start, len(passage.text))
    end = _run_in_end(passage, start)
    if end is None:
        return (Entry(paragraph, text, marker, is_heading=False),)
    heading = replace(paragraph, is_bold=True)
    rest = replace(paragraph, is_bold=False, is_centred=False)
    return (
        Entry(heading, passage.part(start, end), marker, is_heading=True),
        Entry(rest, passage.part(end, len(passage.text)), None, is_heading=False),
    )


def _run_in_end(passage: Passage, start: int) -> int | None:
    """Where the bold heading of a paragraph ends in a colon, None where it has no such heading."""
    words = [placed for placed in passage.words if placed.end > start]
    bold = 0
    while bold < len(words) and words[bold].word.is_bold:
        bold += 1
    later = sum(placed.word.is_bold for placed in words[bold:])
    if bold <= 1 or bold >= len(words) - 1 or later > _FEW_BOLD * len(words):
        return None
    end = words[bold - 1].end
    heading = passage.text[start:end].rstrip()
    return end if heading.endswith(":") and len(heading) <= _SHORT else None
