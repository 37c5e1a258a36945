"""What an OCR engine is: upright grey pixels in, words out."""

from dataclasses import dataclass, replace
from typing import Literal, Protocol

from nlp.pages.image import Grey

Layout = Literal["page", "block", "line", "sparse"]


@dataclass(frozen=True, slots=True)
class OcrWord:
    """One word as an engine reads it: its box in pixels of the image given, confidence in [0, 1].

    Words with the same `line` stand on one line.
    """

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    line: int

    def scaled(self, factor: float) -> "OcrWord":
        """The word with its box multiplied, as for an image of another resolution."""
        edges = (self.left, self.top, self.right, self.bottom)
        left, top, right, bottom = (round(edge * factor) for edge in edges)
        return replace(self, left=left, top=top, right=right, bottom=bottom)


class OcrEngine(Protocol):
    """Reads printed Vietnamese in an image."""

    def words(self, image: Grey, dpi: float, layout: Layout) -> tuple[OcrWord, ...]:
        """The words of a grey image (height, width), 0 black, that stands upright at `dpi`.

        `layout` says what to expect: a whole page, one block, one line, or scattered words.
        Order is the engine's own. Raises nothing for an empty image: there are no words.
        """
        ...
