"""The duty of one of a group, behind the colon of the group's name."""

import re

from nlp.statements.duties.assignment import Clause, acts
from nlp.statements.duties.chain import Chain, extended, parse_chain

ONLY_COLON = re.compile(r"\s*(?:\([^()]{2,80}\)\s*)?:")
_EACH = re.compile(r"(?:mỗi|từng|các)\s", re.IGNORECASE)
_GROUP = re.compile(r"(?:các|những|toàn\s+thể)\s", re.IGNORECASE)


def within_group(clause: Clause, told: Chain) -> Chain | None:
    """The unit behind the colon of a group that it is one of: `Các phòng: Phòng Y tế rà soát`."""
    colon = ONLY_COLON.match(clause.marked.text, told.end)
    if colon is None or not all(_GROUP.match(unit.value) for unit in told.units):
        return None
    start = colon.end() + 1
    chain = parse_chain(clause.marked, start, "duty.opened")
    if chain is None or chain.start != start or chain.end > clause.end:
        return None
    if _EACH.match(chain.units[0].value):
        return None
    chain = extended(clause.marked, chain, "duty.opened")
    return chain if acts(clause.marked.text, chain.end) else None
