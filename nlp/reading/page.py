"""What was read on one page: words, lines, rulings, frames and filled slots.

All boxes are in points of the upright page.
"""

from dataclasses import dataclass
from typing import Literal

from nlp.evidence import Evidence
from nlp.geometry import Box, enclosing

Ink = Literal["black", "red", "blue", "grey"]
FrameKind = Literal["stamp", "seal", "mark", "signature"]
SlotKind = Literal["number", "day", "month", "year", "arrival_number", "arrival_date"]


@dataclass(frozen=True, slots=True)
class Word:
    """One printed word, NFC. `text` is what it says, `raw` the word as read before correction.

    `confidence` is in [0, 1]; a text layer gives 1. `size` is the height of the type in points,
    0 where unknown.
    """

    text: str
    box: Box
    confidence: float
    raw: str
    is_bold: bool = False
    is_italic: bool = False
    size: float = 0.0
    ink: Ink = "black"


@dataclass(frozen=True, slots=True)
class Line:
    """Words of one line in one column, left to right.

    Never spans the gutter of the letterhead, of the closing or of a table.
    """

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words joined by single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        """The box around all words."""
        return enclosing(word.box for word in self.words)

    @property
    def confidence(self) -> float:
        """The mean confidence of its words."""
        return sum(word.confidence for word in self.words) / len(self.words)


@dataclass(frozen=True, slots=True)
class Frame:
    """A stamp, seal, mark or signature found by its ink.

    `lines` is its own text, read from the original ink, and not among the lines of the page.
    """

    kind: FrameKind
    box: Box
    ink: Ink
    angle_degrees: float
    confidence: float
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of a printed form, filled by hand or by type, and what the digit reader sees there.

    `text` holds digits, for arrival_date also separators ("9/11/2018"); empty where the slot
    holds no ink. `alternatives` are further readings with their probabilities, best first,
    `text` not among them.
    """

    kind: SlotKind
    box: Box
    text: str
    confidence: float
    is_handwritten: bool
    alternatives: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class PageReading:
    """Everything that later stages may know of one page.

    `number` counts from 1 through the file. `lines` stand in reading order: left column of the
    letterhead, its right column, then the body downwards, left of the closing before right.
    `rulings` are drawn straight lines as thin boxes. `rotation_degrees` (0, 90, 180, 270
    clockwise) and `skew_degrees` tell how the page was turned to stand upright; all boxes are in
    the upright page. `notices` are codes for the user: "low_resolution", "blank_page".
    """

    number: int
    width: float
    height: float
    origin: Literal["text", "ocr"]
    lines: tuple[Line, ...]
    rulings: tuple[Box, ...] = ()
    frames: tuple[Frame, ...] = ()
    slots: tuple[Slot, ...] = ()
    rotation_degrees: int = 0
    skew_degrees: float = 0.0
    dpi: float | None = None
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word at its place in a passage: characters start to end of its text, on page `page`."""

    start: int
    end: int
    page: int
    word: Word


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text over several lines, or pages, that knows where each character was printed."""

    text: str
    words: tuple[PlacedWord, ...]

    @property
    def page(self) -> int:
        """The page on which the passage begins."""
        return self.words[0].page

    @property
    def confidence(self) -> float:
        """The mean confidence of its words, 0 where it has none."""
        return (
            sum(placed.word.confidence for placed in self.words) / len(self.words)
            if self.words
            else 0.0
        )

    def words_between(self, start: int, end: int) -> tuple[PlacedWord, ...]:
        """The words that share a character with text[start:end]."""
        return tuple(placed for placed in self.words if placed.start < end and placed.end > start)

    def confidence_between(self, start: int, end: int) -> float:
        """The lowest confidence among the words of text[start:end], 0 where there are none."""
        return min(
            (placed.word.confidence for placed in self.words_between(start, end)), default=0.0
        )

    def evidence(self, start: int, end: int, rule: str) -> Evidence:
        """Where text[start:end] is printed: the page it begins on, the box of its words there."""
        placed = self.words_between(start, end) or self.words[:1]
        page = placed[0].page
        box = enclosing(item.word.box for item in placed if item.page == page)
        return Evidence(page, box, " ".join(item.word.raw for item in placed), rule)

    def part(self, start: int, end: int) -> "Passage":
        """The passage of text[start:end], without blanks at its ends.

        A word that is cut keeps its whole box; its text is only what lies inside.
        """
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        end = start + len(text.strip())
        words = tuple(
            PlacedWord(
                max(placed.start, start) - start,
                min(placed.end, end) - start,
                placed.page,
                placed.word,
            )
            for placed in self.words_between(start, end)
        )
        return Passage(self.text[start:end], words)


def passage_of(lines: tuple[tuple[int, Line], ...]) -> Passage:
    """One passage of lines given with the number of their page, joined by single spaces."""
    text, placed = "", []
    for page, line in lines:
        for word in line.words:
            start = len(text) + 1 if text else 0
            text = f"{text} {word.text}" if text else word.text
            placed.append(PlacedWord(start, len(text), page, word))
    return Passage(text, tuple(placed))
