"""Names of units mended by agreement: what was read badly once stands well elsewhere."""

from dataclasses import replace
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from nlp.evidence import Leaf
from nlp.lexicon.schema import load_lexicon
from nlp.statements.folding import fold
from nlp.statements.marked import MarkedParts
from nlp.statements.statement import Duty

_SURE = 0.8
_LEAST_ALIKE = 0.85
_OPENING, _LEAST_OPENING = 2, 0.5  # words that tell long names apart, and how near they must be


def agree_units(duties: tuple[Duty, ...], marked: MarkedParts) -> tuple[Duty, ...]:
    """The duties with each unsure name replaced by the sure one that it nearly spells.

    The raw words stay in the evidence. A name that the lexicon knows is never changed: two
    communes may differ in one letter.
    """
    known = _known_names(marked)
    return tuple(
        replace(
            duty,
            lead=tuple(_agreed(unit, known) for unit in duty.lead),
            support=tuple(_agreed(unit, known) for unit in duty.support),
        )
        for duty in duties
    )


def _known_names(marked: MarkedParts) -> dict[str, str]:
    """The names that the document spells well, by their small letters."""
    passages = [item.marked for item in marked.items]
    passages += [cell.marked for item in marked.items for cell in item.cells if cell.marked]
    names: dict[str, str] = {}
    for passage in passages:
        for span in passage.agencies:
            sure = span.confidence * passage.passage.confidence_between(span.start, span.end)
            if sure >= _SURE:
                name = passage.text[span.start : span.end]
                names.setdefault(name.casefold(), name)
    return names


def _agreed(unit: Leaf[str], known: dict[str, str]) -> Leaf[str]:
    folded = unit.value.casefold()
    if unit.confidence >= _SURE or folded in known or not known:
        return unit
    kin = [name for name in known if not _differ_in_kind(name, folded)]
    best = max(kin, key=lambda name: _likeness(name, folded), default="")
    if _likeness(best, folded) < _LEAST_ALIKE:
        return unit
    return replace(unit, value=known[best])


def _differ_in_kind(name: str, other: str) -> bool:
    """Whether two names open with different kinds of organs: `Sở …` is no `Phòng …`."""
    kinds = [
        word
        for word in (name.split(maxsplit=1)[0], other.split(maxsplit=1)[0])
        if word in _kinds()
    ]
    if len(kinds) > 1 and kinds[0] != kinds[1]:
        return True
    opening = (" ".join(word.split()[:_OPENING]) for word in (name, other))
    return _likeness(*opening) < _LEAST_OPENING


@lru_cache(maxsize=1)
def _kinds() -> frozenset[str]:
    """First words of organs, in small letters."""
    words = (word for row in load_lexicon().head for word in row.words)
    return frozenset(word.split()[0].casefold() for word in words)


def _likeness(name: str, other: str) -> float:
    return Levenshtein.normalized_similarity(fold(name), fold(other))
