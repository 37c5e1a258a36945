"""A page of plain text set on a sheet of A4, so that later stages see words with boxes."""

import re
from typing import Final

from nlp.geometry import Box
from nlp.pages.text import LINES_PER_PAGE, split_text_pages
from nlp.reading.letters import clean_letters
from nlp.reading.page import Line, PageReading, Word

WIDTH: Final = 595.0
HEIGHT: Final = 842.0
_MARGIN: Final = 56.0
_PITCH: Final = (HEIGHT - 2 * _MARGIN) / LINES_PER_PAGE
_ADVANCE: Final = 5.2  # points a character: 92 characters fill the line
_SIZE: Final = 10.0
_SOFT_HYPHEN: Final = "\u00ad"  # in plain text nothing is printed for it


def read_plain_text(data: bytes, number: int) -> PageReading:
    """Page `number` (from 1) of a UTF-8 text; a blank line stays a gap between lines."""
    lines = split_text_pages(data)[number - 1]
    placed = (_line(text, _MARGIN + row * _PITCH) for row, text in enumerate(lines))
    return PageReading(
        number=number,
        width=WIDTH,
        height=HEIGHT,
        origin="text",
        lines=tuple(line for line in placed if line.words),
    )


def _line(text: str, top: float) -> Line:
    text = clean_letters(text.replace(_SOFT_HYPHEN, ""))
    return Line(
        tuple(
            Word(
                text=match.group(),
                box=Box(
                    _MARGIN + match.start() * _ADVANCE,
                    top,
                    min(_MARGIN + match.end() * _ADVANCE, WIDTH),
                    top + _SIZE,
                ),
                confidence=1.0,
                raw=match.group(),
                size=_SIZE,
            )
            for match in re.finditer(r"\S+", text)
        )
    )
