"""The spaCy pipeline `vi_directive`: the steps of marking for spaCy's own tools, on disk too."""

from datetime import date

from spacy.lang.vi import Vietnamese
from spacy.language import Language
from spacy.tokens import Doc

from nlp.spans.components import set_issued
from nlp.spans.steps import STEPS

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
    for name in STEPS:
        nlp.add_pipe(name)
    return nlp


def mark_doc(nlp: Language, text: str, issued: date | None = None) -> Doc:
    """The text as a Doc of the pipeline; `issued` gives the missing years."""
    doc = nlp.make_doc(text)
    set_issued(doc, issued)
    return nlp(doc)
