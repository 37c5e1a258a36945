"""All documents that a text cites, in order of mention."""

from dataclasses import replace

from nlp.spans.references.before import (
    Head,
    joined_saying,
    opens_item,
    read_head,
    read_relation,
    read_relation_beside,
    read_relation_bracketed,
    read_relation_far,
)
from nlp.spans.references.cited import LEGAL, Cited, continue_list, read_cited
from nlp.spans.references.issuers import find_speaker
from nlp.spans.references.lists import CHAIN, fill_range, is_range, share_backward
from nlp.spans.references.pinpoints import read_pinpoint
from nlp.spans.references.tail import line_of
from nlp.spans.span import DateMention, ReferenceMention, Relation, Span
from nlp.spans.tokens import Tokens, low_at

HANDED_ON = frozenset({"basis", "implements"})
ANSWERED = frozenset({"CV", "TTr", "PC", "BC", "GM", None})


def _before(tokens: Tokens, found: list[Cited], first: int) -> Cited | None:
    """The document cited last, or that before the bracket which closes before `first`."""
    at = first
    while low_at(tokens, at - 1) in CHAIN:
        at -= 1
    if at == first or low_at(tokens, at - 1) != ")":
        return _outermost(found, first) if found else None
    opened = next((k for k in range(at - 1, 0, -1) if low_at(tokens, k) == "("), at)
    outer = next((one for one in reversed(found) if one.reach == opened), None)
    return replace(outer, reach=at) if outer else found[-1] if found else None


def _outermost(found: list[Cited], first: int) -> Cited:
    """The document cited last, or that in whose subject it stands up to the end."""
    last = found[-1]
    around = (one for one in found if one.start <= last.start and one.reach >= last.end)
    return last if last.reach > first else next(around, last)


def _with_context(tokens: Tokens, text: str, cited: Cited, found: list[Cited]) -> Cited:
    """The same with relation and pinpoint; the relation is handed on along `A và B; C`."""
    first, pinpoint = read_pinpoint(tokens, text, cited.start)
    before = _before(tokens, found, first)
    cue: Relation | None = read_relation(tokens, first)
    if cue is None and not _names_type(tokens, cited):
        cue = read_relation_far(tokens, first)
    cue = cue or read_relation_bracketed(tokens, first, cited.value.type)
    cue = cue or (None if before else read_relation_beside(tokens, first))
    joined = joined_saying(tokens, first)
    if joined is not None:
        is_next = before and all(low_at(tokens, k) in CHAIN for k in range(before.reach, joined))
        is_and = low_at(tokens, joined - 1) == "và"
        cue = before.value.cue if before and is_next else "implements" if is_and else None
    if before and first < before.reach:
        cue = "mentions" if before.end <= first else before.value.cue
    elif (
        before
        and cue is None
        and all(low_at(tokens, k) in CHAIN for k in range(before.reach, first))
    ):
        cue = before.value.cue
    elif before and cue is None and opens_item(tokens, first):
        cue = before.value.cue if before.value.cue in HANDED_ON else None
    if cue == "replies_to" and cited.value.type not in ANSWERED:
        cue = None
    if low_at(tokens, cited.reach) == "hết" and low_at(tokens, cited.reach + 1) == "hiệu":
        cue = "replaces"
    value = replace(cited.value, cue=cue, pinpoint=pinpoint)
    return _with_head(tokens, text, replace(cited, value=value))


def _names_type(tokens: Tokens, cited: Cited) -> bool:
    """Whether the document is named with its type, not by its number alone."""
    return low_at(tokens, cited.start) != "số" and not tokens[cited.start].text[:1].isdigit()


def _with_head(tokens: Tokens, text: str, cited: Cited) -> Cited:
    """The same with issuer and date from the active sentence before it, if none stand behind."""
    value = cited.value
    head = None if value.issuer or value.number is None else read_head(tokens, text, cited.start)
    spoken = None if head or value.issuer else _spoken(tokens, cited)
    head = Head(line_of(tokens, text, *spoken)) if spoken else head
    if head is None:
        return cited
    day, date_tokens = value.date, cited.date_tokens
    if day is None:
        day, date_tokens = head.day, head.date_tokens
    is_other = value.type == "NĐ" and head.issuer != "Chính phủ"  # Thủ tướng Chính phủ giao tại
    issuer = None if value.type in LEGAL or is_other else head.issuer
    value = replace(value, issuer=issuer, date=day, is_short=False)
    return replace(cited, value=value, date_tokens=date_tokens)


def _spoken(tokens: Tokens, cited: Cited) -> tuple[int, int] | None:
    return find_speaker(tokens, cited.start, cited.end, cited.value.number or "")


def find_cited(tokens: Tokens, text: str) -> tuple[Cited, ...]:
    """All cited documents, in order of start."""
    found: list[Cited] = []
    index = 0
    while index < len(tokens):
        cited = read_cited(tokens, text, index)
        if not cited:
            index += 1
            continue
        while cited:
            for one in cited:
                last = found[-1] if found else None
                one = _with_context(tokens, text, one, found)  # noqa: PLW2901
                if last and is_range(tokens, last, one):
                    found.extend(fill_range(last, one))
                found.append(one)
            index = found[-1].end
            cited = continue_list(tokens, text, found[-1])
    return share_backward(tokens, tuple(found))


def _date_span(tokens: Tokens, cited: Cited) -> Span | None:
    if cited.date_tokens is None or cited.value.date is None:
        return None
    first, last = cited.date_tokens
    mention = DateMention("day", cited.value.date, cited.value.date, is_document_date=True)
    return Span(
        tokens[first].start, tokens[last - 1].end, mention, cited.confidence, "date.of_document"
    )


def find_marks(tokens: Tokens, text: str) -> tuple[Span, ...]:
    """Spans of the cited documents, each followed by that of its date."""
    spans: list[Span] = []
    for cited in find_cited(tokens, text):
        spans.append(
            Span(
                tokens[cited.start].start,
                tokens[cited.end - 1].end,
                cited.value,
                cited.confidence,
                cited.rule,
            )
        )
        dated = _date_span(tokens, cited)
        if dated:
            spans.append(dated)
    return tuple(spans)


def find_references(tokens: Tokens, text: str) -> tuple[Span, ...]:
    """Spans of the cited documents alone."""
    return tuple(
        span for span in find_marks(tokens, text) if isinstance(span.value, ReferenceMention)
    )
