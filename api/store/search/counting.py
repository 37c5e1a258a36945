"""How many hits there are, and how they are divided."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple, TypeAlias

from sqlalchemy import TextClause, text
from sqlalchemy.orm import Session

from api.store.search.found import MOST, Facet
from api.store.search.queries import Plan, Tier
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
FOUND: Final = "body @@ CAST(:query AS tsquery){where} LIMIT :cap"
OF_THESE: Final = "document_id = ANY(:ids)"
NUMBER: Final = """
SELECT count(*) FROM (SELECT FROM search_entries WHERE {found}) found
"""
TOTAL: Final = """
WITH found AS MATERIALIZED (
  SELECT type, issuer, day, keywords FROM search_entries WHERE {found})
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


def count(session: Session, plan: Plan, scope: Scope) -> Counted:
    """The number of hits of a plan, and how they are divided.

    Where the last month promises more than MOST in a year, those of a year are counted. Near
    spellings are counted where those as typed are not more than MOST.
    """
    tier = Tier("body", "body", plan.plain)
    values = {"query": scope.last_month(tier).query, "cap": MOST + 1, **scope.values}
    late = session.execute(_number(scope.where), values).scalar_one()
    if promises(late, MONTHS, MOST):
        counted = _divide(session, scope.full_year(tier).query, scope)
        if counted.total > MOST:
            return counted
    counted = _divide(session, plan.plain, scope)
    if counted.total > MOST or plan.widest == plan.plain:
        return counted
    return _divide(session, plan.widest, scope)


def divide(session: Session, document_ids: Sequence[int]) -> Counted:
    """How these documents, which are all hits, are divided."""
    return _tell(session, OF_THESE, {"ids": list(document_ids)})


def _divide(session: Session, query: str, scope: Scope) -> Counted:
    values = {"query": query, "cap": MOST + 1, **scope.values}
    return _tell(session, FOUND.format(where=scope.where), values)


def _tell(session: Session, found: str, values: Mapping[str, object]) -> Counted:
    total, told = 0, dict[Facet, list[tuple[str, int]]]()
    rows = session.execute(_statement(found), {**values, "values": MOST_VALUES})
    for facet, value, number in rows:
        if facet == "total":
            total = number
        elif value:
            told.setdefault(facet, []).append((value, number))
    return Counted(total, {facet: tuple(told.get(facet, ())) for facet in VALUES})


@cache
def _number(where: str) -> TextClause:
    return text(NUMBER.format(found=FOUND.format(where=where)))


@cache
def _statement(found: str) -> TextClause:
    divided = (DIVIDED.format(facet=facet, value=value) for facet, value in VALUES.items())
    return text(TOTAL.format(found=found) + "".join(divided))
