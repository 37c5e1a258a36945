"""A question as tsqueries of PostgreSQL, in the order in which hits shall come."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final, Literal

from api.store.lexemes import fold, pairs, syllables
from api.store.search.abbreviations import Form, group_words
from api.store.search.language import Filters, Question

Vector = Literal["head", "body"]
Place = Literal["number", "head", "body", "near"]
# Folded syllables that a folded syllable may have been misread as, or mistyped for.
Neighbours = Callable[[str], tuple[str, ...]]
Write = Callable[[str], str]

EVERYTHING: Final = "'e:0' | 'e:1'"
LONGEST_RANGE_YEARS: Final = 40


@dataclass(frozen=True, slots=True)
class Tier:
    """Hits of one rank: those whose `vector` matches `query`; `place` is where they matched."""

    place: Place
    vector: Vector
    query: str


@dataclass(frozen=True, slots=True)
class Plan:
    """How a question is answered: batches of tiers, best first, and the query that counts all.

    `plain` counts those without near spellings; where these are very many, the others count no
    more.
    """

    batches: tuple[tuple[Tier, ...], ...]
    widest: str
    plain: str


def make_plan(question: Question, neighbours: Neighbours) -> Plan:
    """The plan of a question."""
    must = filter_queries(question.filters)
    if question.is_number:
        return _number_plan(question.numbers[0])
    if not question.spoken:
        return _attribute_plan(question, must)
    return _word_plan(question, neighbours, must)


def add_variants(plan: Plan, variants: Sequence[tuple[str, Plan]]) -> Plan:
    """A plan that goes on with what others find, each bound to an era, `` for none."""
    if not variants:
        return plan
    widened = [all_of([era, other.widest] if era else [other.widest]) for era, other in variants]
    batch = (Tier("body", "body", any_of(widened)),)
    widest = any_of([plan.widest, *widened])
    return Plan((*plan.batches, batch), widest, widest)


def by_date(query: str) -> tuple[tuple[Tier, ...], ...]:
    """The batches for all that a query finds, where only the day counts."""
    return ((Tier("body", "body", query),),)


def lexeme(text: str, *, prefix: bool = False) -> str:
    """One lexeme of a query, or all that begin so."""
    return f"'{text}':*" if prefix else f"'{text}'"


def all_of(parts: Iterable[str]) -> str:
    """A query that wants all parts."""
    return " & ".join(f"({part})" for part in dict.fromkeys(parts))


def any_of(parts: Iterable[str]) -> str:
    """A query that is content with any part."""
    return " | ".join(f"({part})" for part in dict.fromkeys(parts))


def number_query(mark: str, key: str) -> str:
    """A number with this key, or whose key goes on behind a slash; `mark` is o, c or a."""
    return any_of([lexeme(f"{mark}:{key}"), lexeme(f"{mark}:{key}/", prefix=True)])


def name_query(mark: str, name: str) -> str:
    """A name of an organ, a place or a person, in any of its forms."""
    groups = group_words(syllables(name))
    parts = [any_of(_marked(mark, form) for form in forms) for forms in groups]
    plain = [forms[0][0] if len(forms) == 1 else "" for forms in groups]
    joined = (
        lexeme(f"{mark}:{pair}")
        for first, second in pairwise(plain)
        if first and second
        for pair in pairs((first, second))
    )
    return all_of([*parts, *joined])


def years_query(since: date | None, until: date | None) -> str | None:
    """The years of a range of days, None where it is open to the past or too long to be listed."""
    if since is None or until is None or until.year - since.year > LONGEST_RANGE_YEARS:
        return None
    return any_of(lexeme(f"d:{year}") for year in range(since.year, until.year + 1)) or None


def filter_queries(filters: Filters) -> list[str]:
    """A query for each filter; the exact days are left to the caller."""
    parts = [any_of(lexeme(f"t:{code}") for code in filters.types)] if filters.types else []
    for mark, names in (
        ("i", filters.issuers),
        ("p", filters.places),
        ("s", filters.signers),
        ("g", filters.assignees),
        ("k", filters.keywords),
    ):
        parts += [name_query(mark, name) for name in names]
    parts += [number_query("c", key) for key in filters.cites]
    if filters.has_open_tasks:
        parts.append(lexeme("v:"))
    years = years_query(filters.since, filters.until)
    return [*parts, years] if years else parts


def _number_plan(key: str) -> Plan:
    tiers = [
        Tier("number", "head", number_query("o", key)),
        Tier("number", "head", lexeme(f"o:{key}", prefix=True)),
        Tier("number", "body", any_of(lexeme(f"{mark}:{key}", prefix=True) for mark in "ca")),
    ]
    if key.isdecimal():
        tiers.append(Tier("body", "body", lexeme(key)))
    widest = any_of(tier.query for tier in tiers)
    return Plan((tuple(tiers),), widest, widest)


def _attribute_plan(question: Question, must: Sequence[str]) -> Plan:
    own = [*_numbers(question, "o"), *must]
    any_number = [*_numbers(question, "oca"), *must] or [EVERYTHING]
    tiers = [Tier("number", "body", all_of(own))] if question.numbers else []
    widest = all_of(any_number)
    return Plan(((*tiers, Tier("body", "body", widest)),), widest, widest)


def _word_plan(question: Question, neighbours: Neighbours, must: Sequence[str]) -> Plan:
    exact = _spoken(question, str, near=True)
    close = _spoken(question, fold, near=True)
    folded = _spoken(question, fold, near=False)
    own, cited = [*must, *_numbers(question, "o")], [*must, *_numbers(question, "oca")]
    head = [Tier("head", "head", all_of([*own, *parts])) for parts in (exact, close, folded)]
    body = [Tier("body", "body", all_of([*own, *parts])) for parts in (exact, close, folded)]
    if question.numbers:
        body.append(Tier("body", "body", all_of([*cited, *folded])))
    batches = [_distinct(head), _distinct(body)]
    widest = plain = all_of([*cited, *folded])
    loose = _loose(question, neighbours)
    if loose is not None:
        widest = all_of([*cited, *loose])
        batches.append((Tier("near", "body", widest),))
    return Plan(tuple(batches), widest, widest if question.loose else plain)


def _distinct(tiers: Iterable[Tier]) -> tuple[Tier, ...]:
    return tuple(dict.fromkeys(tiers))


def _numbers(question: Question, marks: str) -> list[str]:
    return [any_of(number_query(mark, key) for mark in marks) for key in question.numbers]


def _spoken(question: Question, write: Write, *, near: bool) -> list[str]:
    """What every text must hold; with `near`, words that follow each other as they were typed."""
    groups = group_words(question.words)
    parts = [any_of(_form(form, write) for form in forms) for forms in groups]
    if near:
        parts += map(lexeme, _joined(groups))
    return [*parts, *(_form(phrase, write) for phrase in question.phrases)]


def _joined(groups: Sequence[tuple[Form, ...]]) -> list[str]:
    plain = [forms[0][0] if len(forms) == 1 else "" for forms in groups]
    return [
        pair
        for first, second in pairwise(plain)
        if first and second
        for pair in pairs((first, second))
    ]


def _loose(question: Question, neighbours: Neighbours) -> list[str] | None:
    """The same with near spellings of each word, None where there are none."""
    near = {word: neighbours(word) for word in question.words}
    if not any(near.values()):
        return None
    groups = group_words(question.words)
    parts = [
        any_of(
            [
                *(_form(form, fold) for form in forms),
                *(lexeme(other) for other in near.get(forms[0][0], ()) if len(forms) == 1),
            ]
        )
        for forms in groups
    ]
    return [*parts, *(_form(phrase, fold) for phrase in question.phrases)]


def _form(form: Form, write: Write) -> str:
    return all_of(map(lexeme, (*map(write, form), *pairs(form))))


def _marked(mark: str, form: Form) -> str:
    return all_of(lexeme(f"{mark}:{word}") for word in (*map(fold, form), *pairs(form)))
