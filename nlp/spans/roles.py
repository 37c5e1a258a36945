"""Cues: words that lay a duty on someone, or that show that none is laid."""

from nlp.lexicon.schema import PhraseKind, load_lexicon
from nlp.spans.numerals import parse_numeral
from nlp.spans.span import CueKind, CueMention, Span
from nlp.spans.tokens import Phrases, Tokens, low_at

LEXICON = load_lexicon()
CUES: Phrases[PhraseKind] = Phrases(
    LEXICON.phrases(
        "assign", "lead", "support", "duty", "request", "report", "condition", "background"
    )
)
NOT_ASSIGN_AFTER: Phrases[PhraseKind] = Phrases(LEXICON.phrases("not_assign_after"))
NOT_ASSIGN_BEFORE: Phrases[PhraseKind] = Phrases(LEXICON.phrases("not_assign_before"))
NOT_REQUEST_BEFORE: Phrases[PhraseKind] = Phrases(LEXICON.phrases("not_request_before"))
KINDS: dict[PhraseKind, CueKind] = {
    "assign": "assign", "lead": "lead", "support": "support", "duty": "duty",
    "request": "request", "report": "report", "condition": "condition", "background": "background",
}  # fmt: skip


def find_cues(tokens: Tokens) -> tuple[Span, ...]:
    """All cues of a text, the longest at each place, in order."""
    spans: list[Span] = []
    index = 0
    while index < len(tokens):
        found = CUES.match(tokens, index)
        if found is None or not is_cue(tokens, index, found):
            index += 1
            continue
        end, kind = found
        mention = CueMention(KINDS[kind])
        spans.append(
            Span(tokens[index].start, tokens[end - 1].end, mention, 0.9, f"cue.{KINDS[kind]}")
        )
        index = end
    return tuple(spans)


def is_cue(tokens: Tokens, index: int, found: tuple[int, PhraseKind]) -> bool:
    """
    False where the same syllables are a noun or part of another word.

    `giao thông`, `theo đề nghị của`.
    """
    end, kind = found
    if kind == "assign":
        return (
            NOT_ASSIGN_AFTER.match(tokens, end) is None
            and NOT_ASSIGN_BEFORE.match_before(tokens, index) is None
        )
    if kind == "request":
        return (
            NOT_REQUEST_BEFORE.match_before(tokens, index) is None and low_at(tokens, end) != "của"
        )
    if kind == "report":
        return not (low_at(tokens, end) == "số" and parse_numeral(tokens, end + 1))
    return True
