"""A question as tsqueries of PostgreSQL, in the order in which hits shall come."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final, Literal, NamedTuple

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


class Tier(NamedTuple):
    """Hits of one rank: those whose `vector` matches `query`; `place` is where they matched."""

    place: Place
    vector: Vector
    query: str


@dataclass(frozen=True, slots=True)
class Plan:
    """How a question is answered: batches of tiers, best first, and the queries that count all.

    `near` finds texts with a near spelling, which are counted beside those that `plain` finds
    where these are not very many. `plain` itself finds near spellings that the user asked for.
    """

    batches: tuple[tuple[Tier, ...], ...]
    plain: str
    near: str | None = None


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
    widened = [all_of([era, other.plain] if era else [other.plain]) for era, other in variants]
    batch = (Tier("body", "body", any_of(widened)),)
    return replace(plan, batches=(*plan.batches, batch), plain=any_of([plan.plain, *widened]))


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
    """A query for each filter but that of days."""
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
    return parts


def _number_plan(key: str) -> Plan:
    tiers = [
        Tier("number", "head", number_query("o", key)),
        Tier("number", "head", lexeme(f"o:{key}", prefix=True)),
        Tier("number", "body", any_of(lexeme(f"{mark}:{key}", prefix=True) for mark in "ca")),
    ]
    if key.isdecimal():
        tiers.append(Tier("body", "body", lexeme(key)))
    return Plan((tuple(tiers),), any_of(tier.query for tier in tiers))


def _attribute_plan(question: Question, must: Sequence[str]) -> Plan:
    own = [*_numbers(question, "o"), *must]
    any_number = [*_numbers(question, "oca"), *must] or [EVERYTHING]
    tiers = [Tier("number", "body", all_of(own))] if question.numbers else []
    plain = all_of(any_number)
    return Plan(((*tiers, Tier("body", "body", plain)),), plain)


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
    plain = all_of([*cited, *folded])
    spellings = _spellings(question, neighbours)
    if not any(near for _, near in spellings):
        return Plan(tuple(batches), plain)
    phrases = [_form(phrase, fold) for phrase in question.phrases]
    loose = [any_of(filter(None, both)) for both in spellings]
    if question.loose:
        plain, near = all_of([*cited, *loose, *phrases]), None
    else:
        near = any_of(
            all_of([*cited, *phrases, other, *loose[:at], *loose[at + 1 :]])
            for at, (_, other) in enumerate(spellings)
            if other
        )
    batches.append((Tier("near", "body", near or plain),))
    return Plan(tuple(batches), plain, near)


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


def _spellings(question: Question, neighbours: Neighbours) -> list[tuple[str, str]]:
    """What finds each word or short form as typed, and what finds its near spellings, `` for none.

    Where the user did not ask for them, near spellings are rare: one is wanted for certain in each
    alternative, so that the long lists of the words as typed are only skipped through.
    """
    return [
        (
            any_of(_form(form, fold) for form in forms),
            any_of(map(lexeme, neighbours(forms[0][0]) if len(forms) == 1 else ())),
        )
        for forms in group_words(question.words)
    ]


def _form(form: Form, write: Write) -> str:
    return all_of(map(lexeme, (*map(write, form), *pairs(form))))


def _marked(mark: str, form: Form) -> str:
    return all_of(lexeme(f"{mark}:{word}") for word in (*map(fold, form), *pairs(form)))
