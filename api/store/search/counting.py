"""How many hits there are, and how they are divided."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple, TypeAlias

from sqlalchemy import TextClause, text
from sqlalchemy.orm import Session

from api.store.search.found import MOST, Facet
from api.store.search.queries import Plan, Tier
from api.store.search.ranking import Ranker
from api.store.search.scope import MONTHS, Scope, promises

Facets: TypeAlias = dict[Facet, tuple[tuple[str, int], ...]]

MOST_VALUES: Final = 12
# Each facet with the value of it that an entry has.
VALUES: Final[Mapping[Facet, str]] = {
    "type": "type",
    "issuer": "issuer",
    "year": "CAST(extract(year FROM day) AS text)",
    "keyword": "unnest(keywords)",
}
FOUND: Final = "body @@ CAST(:query{index} AS tsquery)"
NUMBER: Final = """
SELECT count(*) FROM (
  SELECT FROM search_entries WHERE body @@ CAST(:query AS tsquery){where} LIMIT :cap) found
"""
TOTAL: Final = """
WITH found AS MATERIALIZED (
  SELECT type, issuer, day, keywords FROM search_entries WHERE {found} LIMIT :cap)
SELECT 'total' AS facet, NULL AS value, count(*) AS count FROM found
"""
DIVIDED: Final = """
UNION ALL (SELECT '{facet}', value, count(*) FROM (SELECT {value} AS value FROM found) told
  GROUP BY value ORDER BY count(*) DESC, value LIMIT :values)
"""


class Counted(NamedTuple):
    """How many hits there are, at most MOST + 1, and the most frequent values of facets."""

    total: int
    facets: Facets


def count(session: Session, plan: Plan, scope: Scope, ranker: Ranker) -> Counted:
    """The number of hits of a plan, and how they are divided.

    Where the last month promises more than MOST in a year, those of a year are counted. Near
    spellings are counted where those as typed are not more than MOST.
    """
    if not ranker.is_few(plan.plain):
        if promises(_late(session, plan, scope, ranker), MONTHS, MOST):
            counted = _divide(session, [plan.plain], scope.full_year, scope)
            if counted.total > MOST:
                return counted
        counted = _divide(session, [plan.plain], scope.whole, scope)
        if counted.total > MOST or not plan.near:
            return counted
    return _divide(session, [plan.plain, plan.near or plan.plain], scope.whole, scope)


def tally(values: Iterable[Mapping[Facet, Sequence[str]]]) -> Counted:
    """How documents, which are all hits, are divided; `values` are those of each."""
    counts: dict[Facet, Counter[str]] = {facet: Counter() for facet in VALUES}
    total = 0
    for one in values:
        total += 1
        for facet, told in one.items():
            counts[facet].update(told)
    return Counted(total, {facet: _most_frequent(count) for facet, count in counts.items()})


def _most_frequent(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(ordered[:MOST_VALUES])


def _late(session: Session, plan: Plan, scope: Scope, ranker: Ranker) -> int:
    """How many of the hits that count the last month has, or some of them, if these were seen."""
    seen = [total for query, total in ranker.late.items() if query != plan.near]
    if seen:
        return max(seen)
    query = scope.last_month(Tier("body", "body", plan.plain)).query
    values = {"query": query, "cap": MOST + 1, **scope.values}
    return int(session.execute(_number(scope.where), values).scalar_one())


def _divide(
    session: Session, queries: Sequence[str], window: Callable[[Tier], Tier], scope: Scope
) -> Counted:
    """How the texts that any of the queries finds in a window are divided."""
    looked = [window(Tier("body", "body", query)).query for query in queries]
    named = {f"query{index}": query for index, query in enumerate(looked)}
    values = {**named, "cap": MOST + 1, "values": MOST_VALUES, **scope.values}
    total, told = 0, dict[Facet, list[tuple[str, int]]]()
    for facet, value, number in session.execute(_statement(len(looked), scope.where), values):
        if facet == "total":
            total = number
        elif value:
            told.setdefault(facet, []).append((value, number))
    return Counted(total, {facet: tuple(told.get(facet, ())) for facet in VALUES})


@cache
def _number(where: str) -> TextClause:
    return text(NUMBER.format(where=where))


@cache
def _statement(queries: int, where: str) -> TextClause:
    """The statement for so many queries."""
    any_of = " OR ".join(FOUND.format(index=index) for index in range(queries))
    divided = (DIVIDED.format(facet=facet, value=value) for facet, value in VALUES.items())
    return text(TOTAL.format(found=f"({any_of}){where}") + "".join(divided))
