"""
The steps of marking as spaCy components.

Each writes its spans where the next one and displaCy find them.
"""

from dataclasses import dataclass
from datetime import date
from weakref import WeakKeyDictionary

from spacy.language import Language
from spacy.tokens import Doc

from nlp.spans.span import AgencyMention, CueMention, DateMention, ReferenceMention, Span
from nlp.spans.steps import STEPS, Step
from nlp.spans.tokens import Tokens, tokens_of

SPANS_KEY = "sc"  # the group of spans that displaCy shows by default
ISSUED_KEY = "vanthu.issued"
LABELS: dict[type, str] = {
    ReferenceMention: "REFERENCE",
    DateMention: "DATE",
    AgencyMention: "AGENCY",
    CueMention: "CUE",
}

# The values of the spans of a Doc, as long as the Doc lives: in its user data they would keep it
# from being written as bytes.
_marks: WeakKeyDictionary[Doc, tuple[Span, ...]] = WeakKeyDictionary()
_tokens: WeakKeyDictionary[Doc, Tokens] = WeakKeyDictionary()


def marks_of(doc: Doc) -> tuple[Span, ...]:
    """The spans that the components found so far."""
    return _marks.get(doc, ())


def add_marks(doc: Doc, found: tuple[Span, ...]) -> None:
    """Keep spans with a Doc, for us with their values, for spaCy with their labels."""
    _marks[doc] = marks_of(doc) + found
    group = (doc.char_span(one.start, one.end, label=LABELS[type(one.value)]) for one in found)
    doc.spans[SPANS_KEY] = [
        *doc.spans.get(SPANS_KEY, ()),
        *(span for span in group if span is not None),
    ]


def tokens_for(doc: Doc) -> Tokens:
    """The tokens of a Doc as the grammars read them, made once."""
    tokens = _tokens.get(doc)
    if tokens is None:
        tokens = _tokens[doc] = tokens_of((token.idx, token.text) for token in doc)
    return tokens


def set_issued(doc: Doc, issued: date | None) -> None:
    """Tell a Doc the date of issue of the directive to which its text belongs."""
    doc.user_data[ISSUED_KEY] = issued.isoformat() if issued else None


def issued_of(doc: Doc) -> date | None:
    """The date of issue that the Doc was told."""
    issued = doc.user_data.get(ISSUED_KEY)
    return date.fromisoformat(issued) if issued else None


@dataclass(frozen=True, slots=True)
class StepComponent:
    """Takes one step of marking on a Doc and keeps what it finds."""

    step: Step

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with the spans added."""
        add_marks(doc, self.step(tokens_for(doc), doc.text, issued_of(doc), marks_of(doc)))
        return doc


@Language.factory("vanthu_references")
def create_references(nlp: Language, name: str) -> StepComponent:  # noqa: ARG001  spaCy passes both
    """Finder of cited documents."""
    return StepComponent(STEPS["vanthu_references"])


@Language.factory("vanthu_dates")
def create_dates(nlp: Language, name: str) -> StepComponent:  # noqa: ARG001
    """Finder of dates, periods, terms and recurrences."""
    return StepComponent(STEPS["vanthu_dates"])


@Language.factory("vanthu_agencies")
def create_agencies(nlp: Language, name: str) -> StepComponent:  # noqa: ARG001
    """Finder of organs, posts and people."""
    return StepComponent(STEPS["vanthu_agencies"])


@Language.factory("vanthu_roles")
def create_roles(nlp: Language, name: str) -> StepComponent:  # noqa: ARG001
    """Finder of cues."""
    return StepComponent(STEPS["vanthu_roles"])
