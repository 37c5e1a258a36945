"""The marker: the spaCy pipeline `vi_directive` as a function of texts to marked texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from spacy.lang.vi import Vietnamese
from spacy.language import Language

from nlp.spans.components import marks_of, set_issued
from nlp.spans.span import MarkedText

COMPONENTS = ("vanthu_references", "vanthu_dates", "vanthu_agencies", "vanthu_roles")
MAX_LENGTH = 2_000_000
META = {
    "name": "directive",
    "version": "0.1.0",
    "description": "Cited documents, times, organs and cues in Vietnamese directives",
    "license": "MIT",
}


def build_pipeline() -> Language:
    """A new pipeline with all components; `models/vi_directive` is this one on disk."""
    config = {"nlp": {"tokenizer": {"@tokenizers": "vanthu.syllable_tokenizer.v1"}}}
    nlp = Vietnamese.from_config(config, meta=META)
    nlp.max_length = MAX_LENGTH
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


@dataclass(frozen=True, slots=True, eq=False)
class Marker:
    """Marks references, dates, agencies and cues in texts."""

    nlp: Language

    def mark(self, texts: Sequence[str], issued: date | None = None) -> tuple[MarkedText, ...]:
        """
        One marked text for each text, in their order.

        `issued` is the date of issue of the directive: it gives the missing years.
        """
        return tuple(self._mark_one(text, issued) for text in texts)

    def _mark_one(self, text: str, issued: date | None) -> MarkedText:
        doc = self.nlp.make_doc(text)
        set_issued(doc, issued)
        spans = marks_of(self.nlp(doc))
        return MarkedText(text, tuple(sorted(spans, key=lambda span: (span.start, -span.end))))


@lru_cache(maxsize=1)
def load_marker() -> Marker:
    """The marker of this process, built at the first call."""
    return Marker(build_pipeline())
