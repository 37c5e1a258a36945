"""A question about an organ is put to what the organ was before, and to what it became."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from api.store.lexemes import fold, syllables
from api.store.organs.register import ADMINISTRATIVE_SOURCE, Organ, find_in
from api.store.search.language import Filters, Question

Era = Literal["before", "after", "any"]
Put = Callable[[tuple[str, ...]], Question]


@dataclass(frozen=True, slots=True)
class Widening:
    """That `name` was also looked for as `others`, in documents of before or after the reform."""

    name: str
    others: tuple[str, ...]
    era: Era


@dataclass(frozen=True, slots=True)
class Variant:
    """A question with another name for an organ, and the time it is asked of."""

    question: Question
    era: Era


def widen(question: Question) -> tuple[tuple[Widening, ...], tuple[Variant, ...]]:
    """The ways to widen a question, and the questions that these add.

    A name that several provinces have is not widened: what it became would be a guess.
    """
    widenings: dict[Widening, None] = {}
    variants = []
    for words, put in _places(question):
        folded = list(map(fold, words))
        for start, end, organs in find_in(folded):
            if len({(organ.name, organ.until) for organ in organs}) < len(organs):
                continue
            for widening in map(_widening, organs):
                widenings[widening] = None
                for name in widening.others:
                    other = (*words[:start], *syllables(name), *words[end:])
                    variants.append(Variant(put(other), widening.era))
    return tuple(widenings), tuple(variants)


def _widening(organ: Organ) -> Widening:
    is_unit = organ.source == ADMINISTRATIVE_SOURCE
    era: Era = "any" if not is_unit else "before" if organ.former else "after"
    return Widening(organ.name, organ.former or organ.later, era)


def _places(question: Question) -> Iterator[tuple[tuple[str, ...], Put]]:
    """Where names of organs may stand: syllables, and what puts others in their place."""
    filters = question.filters
    yield question.words, lambda words: replace(question, words=words)
    if filters.issuers:
        name = filters.issuers[0]
        yield syllables(name), lambda words: _with(question, issuers=words)
    if filters.places:
        name = filters.places[0]
        yield syllables(name), lambda words: _with(question, places=words)


def _with(question: Question, **names: tuple[str, ...]) -> Question:
    filters: Filters = question.filters
    if "issuers" in names:
        first = " ".join(names["issuers"])
        filters = replace(filters, issuers=(first, *filters.issuers[1:]))
    if "places" in names:
        first = " ".join(names["places"])
        filters = replace(filters, places=(first, *filters.places[1:]))
    return replace(question, filters=filters)
