"""The steps of marking, in their order: the spaCy components and the marker both take them."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from nlp.spans.agencies.merge import mark_agencies
from nlp.spans.dates.find import find_dates
from nlp.spans.references.find import find_marks
from nlp.spans.roles import find_cues
from nlp.spans.span import DateMention, ReferenceMention, Span
from nlp.spans.tokens import Tokens

Marks = tuple[Span, ...]
Step = Callable[[Tokens, str, date | None, Marks], Marks]


def _mark_references(tokens: Tokens, text: str, _issued: date | None, _: Marks) -> Marks:
    return find_marks(tokens, text)


def _mark_dates(tokens: Tokens, _text: str, issued: date | None, marks: Marks) -> Marks:
    taken = tuple(span for span in marks if _takes_dates(span))
    return tuple(span for span in find_dates(tokens, issued) if not is_inside(span, taken))


def _takes_dates(span: Span) -> bool:
    """True for a cited document and for its date: no other date stands inside."""
    return isinstance(span.value, ReferenceMention | DateMention)


def _mark_agencies(tokens: Tokens, text: str, _issued: date | None, _: Marks) -> Marks:
    return mark_agencies(tokens, text)


def _mark_roles(tokens: Tokens, _text: str, _issued: date | None, marks: Marks) -> Marks:
    return tuple(span for span in find_cues(tokens) if not is_inside(span, marks))


def is_inside(span: Span, others: Marks) -> bool:
    """True where a span lies within one of the others."""
    return any(other.start <= span.start and span.end <= other.end for other in others)


STEPS: Mapping[str, Step] = MappingProxyType(
    {
        "vanthu_references": _mark_references,
        "vanthu_dates": _mark_dates,
        "vanthu_agencies": _mark_agencies,
        "vanthu_roles": _mark_roles,
    }
)
"""Each step gets the spans of those before it."""
