"""
The finders as spaCy components.

Each writes its spans where the next one and displaCy find them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from weakref import WeakKeyDictionary

from spacy.language import Language
from spacy.tokens import Doc

from nlp.spans.agencies.find import find_agencies
from nlp.spans.dates.find import find_dates
from nlp.spans.references.find import find_marks
from nlp.spans.roles import find_cues
from nlp.spans.span import AgencyMention, CueMention, DateMention, ReferenceMention, Span
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

Finder = Callable[[Tokens, Doc], tuple[Span, ...]]


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


def is_inside(span: Span, others: tuple[Span, ...]) -> bool:
    """True where a span lies within one of the others."""
    return any(other.start <= span.start and span.end <= other.end for other in others)


@dataclass(frozen=True, slots=True)
class FinderComponent:
    """Runs a finder on a Doc and keeps what it finds."""

    find: Finder

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with the spans added."""
        add_marks(doc, self.find(tokens_for(doc), doc))
        return doc


def _find_references(tokens: Tokens, doc: Doc) -> tuple[Span, ...]:
    return find_marks(tokens, doc.text)


def _takes_dates(span: Span) -> bool:
    """True for a cited document and for its date: no other date stands inside."""
    return isinstance(span.value, ReferenceMention | DateMention)


def _find_dates(tokens: Tokens, doc: Doc) -> tuple[Span, ...]:
    references = tuple(span for span in marks_of(doc) if _takes_dates(span))
    return tuple(
        span for span in find_dates(tokens, issued_of(doc)) if not is_inside(span, references)
    )


def _find_agencies(tokens: Tokens, doc: Doc) -> tuple[Span, ...]:
    return find_agencies(tokens, doc.text)


def _find_roles(tokens: Tokens, doc: Doc) -> tuple[Span, ...]:
    marks = marks_of(doc)
    return tuple(span for span in find_cues(tokens) if not is_inside(span, marks))


@Language.factory("vanthu_references")
def create_references(nlp: Language, name: str) -> FinderComponent:  # noqa: ARG001  spaCy passes both
    """Finder of cited documents."""
    return FinderComponent(_find_references)


@Language.factory("vanthu_dates")
def create_dates(nlp: Language, name: str) -> FinderComponent:  # noqa: ARG001
    """Finder of dates, periods, terms and recurrences."""
    return FinderComponent(_find_dates)


@Language.factory("vanthu_agencies")
def create_agencies(nlp: Language, name: str) -> FinderComponent:  # noqa: ARG001
    """Finder of organs, posts and people."""
    return FinderComponent(_find_agencies)


@Language.factory("vanthu_roles")
def create_roles(nlp: Language, name: str) -> FinderComponent:  # noqa: ARG001
    """Finder of cues."""
    return FinderComponent(_find_roles)
