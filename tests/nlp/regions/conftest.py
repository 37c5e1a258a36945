"""Pages drawn from a few lines of text, for finders that look at places as well as words."""

from collections.abc import Callable, Sequence

import pytest

from nlp.geometry import Box
from nlp.reading.page import Frame, Line, PageReading, Slot, Word

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT = 85.0, 545.0
LEFT_COLUMN, RIGHT_COLUMN = 165.0, 405.0
SIGN_COLUMN = 430.0
INDENT = 36.0
ADVANCE = 5.6
TYPE_SIZE = 13.0

Draw = Callable[..., PageReading]


def _words(text: str, x0: float, top: float, look: str, confidence: float) -> tuple[Word, ...]:
    words = []
    x = x0
    for token in text.split():
        bold = "b" in look or token.startswith("*")
        plain = token.strip("*") or token
        width = len(plain) * ADVANCE
        words.append(
            Word(
                plain,
                Box(x, top, x + width, top + TYPE_SIZE),
                confidence,
                plain,
                is_bold=bold,
                is_italic="i" in look,
                size=TYPE_SIZE,
            )
        )
        x += width + ADVANCE
    return tuple(words)


def _start(place: str, width: float) -> float:
    if place.startswith("@"):
        return float(place[1:])
    starts = {
        "l": LEFT_COLUMN - width / 2,
        "r": RIGHT_COLUMN - width / 2,
        "s": SIGN_COLUMN - width / 2,
        "c": (LEFT + RIGHT) / 2 - width / 2,
        "p": LEFT + INDENT,
        "n": LEFT,
        "k": 160.0,
    }
    return starts[place]


def draw_page(  # noqa: PLR0913 - a test page has many optional parts
    drawing: str,
    *,
    number: int = 1,
    rulings: Sequence[Box] = (),
    frames: Sequence[Frame] = (),
    slots: Sequence[Slot] = (),
    width: float = WIDTH,
    confidence: float = 1.0,
) -> PageReading:
    """A page of A4 drawn line by line.

    A line is `place look| text`: l and r the columns of the letterhead, s the signature, c the
    middle, p the first line of a paragraph, n a line at the margin, k Kính gửi, @123 from x = 123;
    look b is bold, i italic. `~` at the end joins the next line at the same height; a blank line
    is a gap.
    """
    lines: list[Line] = []
    top = 50.0
    for raw in drawing.strip("\n").splitlines():
        if not raw.strip():
            top += 10.0
            continue
        head, text = raw.strip().split("|", 1)
        place, _, look = head.strip().partition(" ")
        stays = text.endswith("~")
        text = text.rstrip("~").strip()
        extent = max(len(text.replace("*", "")), 1) * ADVANCE
        words = _words(text, _start(place, extent), top, look, confidence)
        lines.append(Line(words))
        top += 0.0 if stays else 18.0
    return PageReading(
        number=number,
        width=width,
        height=HEIGHT,
        origin="text",
        lines=tuple(lines),
        rulings=tuple(rulings),
        frames=tuple(frames),
        slots=tuple(slots),
    )


@pytest.fixture
def draw() -> Draw:
    return draw_page


@pytest.fixture(scope="session")
def draw_once() -> Draw:
    return draw_page
