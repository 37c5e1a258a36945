"""The marker: texts to marked texts, by the steps that the spaCy pipeline `vi_directive` takes.

It takes them without spaCy, whose import alone costs longer than reading ten pages of text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from nlp.spans.span import MarkedText
from nlp.spans.steps import STEPS, Marks
from nlp.spans.tokens import tokenize


@dataclass(frozen=True, slots=True)
class Marker:
    """Marks references, dates, agencies and cues in texts."""

    def mark(self, texts: Sequence[str], issued: date | None = None) -> tuple[MarkedText, ...]:
        """
        One marked text for each text, in their order.

        `issued` is the date of issue of the directive: it gives the missing years.
        """
        return tuple(self._mark_one(text, issued) for text in texts)

    def _mark_one(self, text: str, issued: date | None) -> MarkedText:
        tokens = tokenize(text)
        spans: Marks = ()
        for step in STEPS.values():
            spans += step(tokens, text, issued, spans)
        return MarkedText(text, tuple(sorted(spans, key=lambda span: (span.start, -span.end))))


@lru_cache(maxsize=1)
def load_marker() -> Marker:
    """The marker of this process."""
    return Marker()
