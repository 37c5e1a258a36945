"""Whose letter an answer cites: `Xét đề nghị của UBND tỉnh X (công văn số …), Bộ Y (…)`."""

from typing import Final

from nlp.spans.agencies.parse import parse_agency
from nlp.spans.tokens import Tokens, low_at

ASKED: Final = frozenset({("đề", "nghị"), ("kiến", "nghị"), ("ý", "kiến")})
OPENERS: Final = frozenset({"xét", "về", "theo", "và", ";", ","})
MOST_NAME: Final = 14
MOST_WORDS: Final = 70
BREAKS: Final = frozenset({".", ":"})


def find_asker(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The tokens of the organ whose letter a citation at `index` is; None where none is told.

    The organ stands right before the bracket, or before `tại`, behind what it asks or thinks.
    """
    end = _end_of_organ(tokens, index)
    if end is None:
        return None
    return _organ_before(tokens, end) or _asked_about(tokens, index)


def _asked_about(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The organ of `Xét đề nghị của Sở A về việc … (công văn số …)`: it asks far before."""
    if low_at(tokens, index - 1) != "(":
        return None
    for at in range(index - 2, max(-1, index - MOST_WORDS), -1):
        if tokens[at].text in BREAKS:
            return None
        words = (low_at(tokens, at), low_at(tokens, at + 1))
        is_asked = words in ASKED and low_at(tokens, at + 2) == "của"
        if is_asked and low_at(tokens, at - 1) in OPENERS:
            named = parse_agency(tokens, at + 3)
            is_topic = named and low_at(tokens, named.end) in {"về", "trình", "đề"}
            return (at + 3, named.end) if named and is_topic else None
    return None


def _organ_before(tokens: Tokens, end: int) -> tuple[int, int] | None:
    """The organ that ends at `end` and is asked for, or asks."""
    for start in range(max(0, end - MOST_NAME), end):
        if not tokens[start].is_capital or low_at(tokens, start - 1) in {"bộ", "sở"}:
            continue
        named = parse_agency(tokens, start)
        if named and named.end == end and named.kind == "agency" and _is_asked(tokens, start):
            return start, end
    return None


def _end_of_organ(tokens: Tokens, index: int) -> int | None:
    before = low_at(tokens, index - 1)
    if before in {"(", "tại"}:
        return index - 1
    return index - 2 if before in {"các", "những"} and low_at(tokens, index - 2) == "tại" else None


def _is_asked(tokens: Tokens, index: int) -> bool:
    """Whether the sentence answers what organs ask: `Về đề nghị …`, `Xét …, ý kiến …`."""
    if low_at(tokens, index - 1) not in {"của", ",", "và", ";", "kiến", "nghị"}:
        return False
    for at in range(index - 1, max(-1, index - MOST_WORDS), -1):
        if tokens[at].text in BREAKS:
            return False
        is_asked = (low_at(tokens, at), low_at(tokens, at + 1)) in ASKED
        if is_asked and (at == 0 or low_at(tokens, at - 1) in OPENERS):
            return True
    return False
