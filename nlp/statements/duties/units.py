"""Names of units mended by agreement: what was read badly once stands well elsewhere."""

from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from nlp.evidence import Leaf
from nlp.statements.folding import fold
from nlp.statements.marked import MarkedParts
from nlp.statements.statement import Duty

_SURE = 0.8
_LEAST_ALIKE = 0.85


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
    best = max(known, key=lambda name: _likeness(name, folded))
    if _likeness(best, folded) < _LEAST_ALIKE:
        return unit
    return replace(unit, value=known[best])


def _likeness(name: str, other: str) -> float:
    return Levenshtein.normalized_similarity(fold(name), fold(other))
