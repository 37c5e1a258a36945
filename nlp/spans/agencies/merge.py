"""Organs of the grammar and of the tagger together: of two that overlap the longer one."""

from dataclasses import replace
from typing import Final

from nlp.spans.agencies.fields import JOINERS
from nlp.spans.agencies.find import find_agencies, make_span
from nlp.spans.agencies.organs import UNKNOWN
from nlp.spans.agencies.tagger import Tagged, load_tagger
from nlp.spans.agencies.words import ACTIONS, DOCUMENTS, Named, is_stop
from nlp.spans.span import Span
from nlp.spans.tokens import Tokens, low_at

JOINS: Final = JOINERS | {","}
LEAST: Final = 0.7
"""The probability from which on the tagger is heard; F1 was best there (models/vi_directive)."""
LEAST_PLAIN: Final = 0.9
"""The same where the grammar knows no organ, or where only words in lower case are added."""


def mark_agencies(tokens: Tokens, text: str) -> tuple[Span, ...]:
    """Organs, groups, posts and people of a text, in order, none inside another."""
    spans = list(find_agencies(tokens, text))
    for tagged in load_tagger().find(tokens):
        if tagged.kind == "organ" and tagged.probability >= LEAST:
            _add(spans, _trimmed(tagged, tokens), tokens, text)
    return tuple(sorted(spans, key=lambda span: span.start))


def _trimmed(tagged: Tagged, tokens: Tokens) -> Tagged:
    """Without words at its end that open what the organ does: `… chất thải` + `tổng`."""
    inside = range(tagged.start + 2, tagged.end)
    ends = (at - 1 for at in inside if _opens_document(tokens, at))
    means = (at for at in inside if tokens[at].text == "bằng")  # UBND tỉnh + bằng văn bản
    end = min(next(ends, tagged.end), next(means, tagged.end))
    while end > tagged.start + 1 and (is_stop(tokens, end - 1) or _opens_work(tokens, end - 1)):
        end -= 1
    return replace(tagged, end=end)


def _opens_work(tokens: Tokens, at: int) -> bool:
    """True for the first syllable of what the organ does: `… Phú Quốc công` + `bố vùng nước`."""
    action = None if tokens[at].is_capital else ACTIONS.match(tokens, at)
    return action is not None and action[0] > at + 1


def _opens_document(tokens: Tokens, at: int) -> bool:
    """True for `… Trung ương và` + `Kế hoạch số 5`: another document is named."""
    is_joined = tokens[at - 1].low in JOINS and tokens[at].is_capital
    named = DOCUMENTS.match(tokens, at) if is_joined else None
    return named is not None and low_at(tokens, named[0]) == "số"


def _add(spans: list[Span], tagged: Tagged, tokens: Tokens, text: str) -> None:
    """Put an organ in, also for a shorter one that starts with it; not where it cuts another."""
    start, end = tokens[tagged.start].start, tokens[tagged.end - 1].end
    over = [span for span in spans if span.start < end and start < span.end]
    known = end if over else start
    if over:
        if len(over) > 1 or over[0].start != start or over[0].end >= end:
            return
        known = over[0].end
    if _is_name(tokens, tagged, known):
        named = Named(tagged.end, "agency", UNKNOWN)
        spans[:] = [span for span in spans if span not in over]
        spans.append(replace(make_span(tokens, text, tagged.start, named), rule="agency.tagger"))


def _is_name(tokens: Tokens, tagged: Tagged, known: int) -> bool:
    """True where what stands behind offset `known` can belong to a name, or be one."""
    first = tokens[tagged.start]
    at = next(at for at in range(tagged.start, tagged.end) if tokens[at].start >= known)
    is_whole = known == first.start
    added = tokens[at + is_whole : tagged.end]
    if not (first.is_capital and added and tokens[tagged.end - 1].text.isalnum()):
        return False
    first_added = at + is_whole
    if not all(_is_of_name(tokens, index) for index in range(first_added, tagged.end)):
        return False
    has_capital = any(token.is_capital for token in added)
    if not has_capital and (is_whole or ACTIONS.match(tokens, at)):
        return False
    return tagged.probability >= (LEAST if has_capital and not is_whole else LEAST_PLAIN)


def _is_of_name(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    return token.low in JOINS or (token.text.isalnum() and not is_stop(tokens, at))
