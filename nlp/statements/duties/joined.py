"""Chains of assignees made whole by a second request, or by the letter's list of addressees."""

import re

from nlp.statements.duties.chain import Chain, extended, lengthened, parse_chain, start_of_last
from nlp.statements.marked import MarkedPassage

_AND_ASKS = re.compile(
    r"\s*[,;]?\s+(?:và|đồng\s+thời)\s+(?:(?:trân\s+trọng|kính)\s+)?(?:đề\s+nghị|yêu\s+cầu|giao)\s+",
    re.IGNORECASE,
)


def with_those_asked(marked: MarkedPassage, chain: Chain, rule: str) -> Chain:
    """The chain with those whom a request joined to it names: `các sở` + `và đề nghị Hội …`."""
    joint = _AND_ASKS.match(marked.text, chain.end)
    others = parse_chain(marked, joint.end(), rule) if joint and chain.units else None
    if joint is None or others is None or others.start != joint.end():
        return chain
    others = extended(marked, others, rule)
    return Chain((*chain.units, *others.units), chain.start, others.end)


def named_in_full(marked: MarkedPassage, chain: Chain, names: tuple[str, ...], rule: str) -> Chain:
    """The chain whose last unit is one of `names`, to the end of that name as the text prints it.

    A document that lists its addressees tells where their names end.
    """
    if not chain.units:
        return chain
    start = start_of_last(marked, chain)
    rest = marked.text[start:].casefold()
    ends = (start + len(name) for name in names if rest.startswith(f"{name.casefold()} "))
    stop = max(ends, default=0)
    return lengthened(marked, chain, stop, rule) if stop > chain.end else chain
