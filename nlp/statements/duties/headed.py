"""Names up to the colon behind which their duty stands: `Tổ trưởng chuyên môn các khối: …`."""

import re

from nlp.evidence import Leaf
from nlp.lexicon.schema import load_lexicon
from nlp.spans.span import AgencyMention, CueMention
from nlp.statements.duties.actions import find_action
from nlp.statements.duties.chain import Chain
from nlp.statements.duties.guessed import guess_units, opens_name
from nlp.statements.marked import MarkedPassage

_HEAD = re.compile(r"(?P<names>[^:.()]{3,200}?)\s*(?:\([^()]{2,60}\)\s*)?:\s+(?=\S)")
_LONGEST_NAME = 14
_BOARDS = tuple(sorted(load_lexicon().words("board")))
_NO_NAME = re.compile(
    r"\b(?:được|đã|là|về|theo|để|nếu|khi|vào|từ|đến|căn\s+cứ|nhằm|bằng|như|gồm|sau)\b",
    re.IGNORECASE,
)


def headed_chain(marked: MarkedPassage, start: int, end: int, rule: str) -> Chain | None:
    """The units that text[start:end] names up to its first colon; None where it says more.

    The first of them must be known by its first words, the rest of a name may be anything.
    """
    head = _HEAD.match(marked.text, start, end)
    units = names_between(marked, start, head.end("names"), rule) if head else ()
    return Chain(units, start, head.end("names")) if head and units else None


def names_between(marked: MarkedPassage, start: int, end: int, rule: str) -> tuple[Leaf[str], ...]:
    """The units of text[start:end]; none where it says more than names."""
    is_known = any(span.start == start for span in marked.agencies)
    if not is_known or _says_more(marked, start, end):
        return ()
    units = guess_units(marked, start, end, rule)
    return units if all(_is_name(unit.value) for unit in units) else ()


def _is_name(name: str) -> bool:
    return opens_name(name) and len(name.split()) <= _LONGEST_NAME


def _says_more(marked: MarkedPassage, start: int, end: int) -> bool:
    """Whether text[start:end] holds more than names: a time, a document, a verb."""
    inside = [span for span in marked.spans if start <= span.start < end]
    if any(not isinstance(span.value, (AgencyMention, CueMention)) for span in inside):
        return True
    at = start
    for span in sorted(inside, key=lambda each: each.start):
        if isinstance(span.value, AgencyMention):
            if _acts_between(marked.text, at, span.start):
                return True
            at = max(at, span.end)
    return _acts_between(marked.text, at, end)


def _acts_between(text: str, start: int, end: int) -> bool:
    """Whether a verb stands behind a name; a board may be named after its work."""
    between = text[start:end]
    if _NO_NAME.search(between):
        return True
    is_board = text[:start].endswith(_BOARDS) and "," not in between
    return not is_board and find_action(text, start, end) is not None
