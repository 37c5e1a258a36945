"""Hits in their order: tier after tier, the newest first in each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Final, TypeAlias

from sqlalchemy import TextClause, text
from sqlalchemy.orm import Session

from api.store.search.found import MOST
from api.store.search.paging import Position
from api.store.search.queries import Tier
from api.store.search.scope import Scope, promises

# A day and a document.
Candidate: TypeAlias = tuple[date, int]

# The newest of the first hits of a tier, and how many these are, one more than MOST for more.
FIRST: Final = """
(SELECT {index} AS tier, day, document_id, count(*) OVER () FROM (
  SELECT day, document_id FROM search_entries
  WHERE {vector} @@ CAST(:query{index} AS tsquery){where} LIMIT :cap) found
 ORDER BY day DESC, document_id DESC LIMIT :limit{index})
"""
NEWEST: Final = """
SELECT day, document_id FROM search_entries
WHERE {vector} @@ CAST(:query AS tsquery){where}
ORDER BY day DESC, document_id DESC LIMIT :limit
"""


def rank(
    session: Session, batches: Iterable[Sequence[Tier]], scope: Scope, most: int
) -> Iterator[Position]:
    """The first `most` hits in their order, each once, looked for as they are wanted."""
    seen: set[int] = set()
    place = 0
    for batch in batches:
        for tier, candidates in zip(batch, _run(session, batch, scope, most), strict=True):
            fresh = [hit for hit in candidates if hit[1] not in seen]
            for day, document_id in fresh[: most - len(seen)]:
                seen.add(document_id)
                yield Position(place, -day.toordinal(), -document_id, tier.place)
            place += 1
            if len(seen) >= most:
                return


def _run(
    session: Session, batch: Sequence[Tier], scope: Scope, most: int
) -> Iterator[list[Candidate]]:
    """The newest hits of each tier of a batch: enough that `most` are new beside those before.

    Those of words are looked for in the last month, in the last year where that promises enough,
    and at last in all, year by year where that are very many. Numbers are rare.
    """
    limits = [most * (index + 1) for index in range(len(batch))]
    found = _Found(limits, dict(enumerate(batch)))
    if batch[0].place != "number":
        late = {index: scope.last_month(tier) for index, tier in found.left.items()}
        totals = found.take(*_look(session, late, scope, limits))
        late = {
            index: scope.last_year(tier)
            for index, tier in found.left.items()
            if promises(totals[index], scope.last.month, limits[index])
        }
        found.take(*_look(session, late, scope, limits))
    totals = found.take(*_look(session, found.left, scope, limits))
    for index in found.left:
        if totals[index] > MOST:
            found.rows[index] = _newest(session, batch[index], scope, limits[index])
    return (sorted(found.rows[index], reverse=True) for index in range(len(batch)))


@dataclass(slots=True)
class _Found:
    """The hits of the tiers of a batch so far, and the tiers that have too few."""

    limits: Sequence[int]
    left: dict[int, Tier]
    rows: dict[int, list[Candidate]] = field(default_factory=dict)

    def take(self, rows: Mapping[int, list[Candidate]], totals: dict[int, int]) -> dict[int, int]:
        """Keep what was found of some tiers; their totals."""
        self.rows |= rows
        self.left = {
            index: tier
            for index, tier in self.left.items()
            if len(self.rows[index]) < self.limits[index]
        }
        return totals


def _look(
    session: Session, tiers: Mapping[int, Tier], scope: Scope, limits: Sequence[int]
) -> tuple[dict[int, list[Candidate]], dict[int, int]]:
    if not tiers:
        return {}, {}
    vectors = tuple((index, tier.vector) for index, tier in tiers.items())
    queries = {f"query{index}": tier.query for index, tier in tiers.items()}
    most = {f"limit{index}": limits[index] for index in tiers}
    values = {**queries, **most, **scope.values, "cap": MOST + 1}
    rows: dict[int, list[Candidate]] = {index: [] for index in tiers}
    totals = dict.fromkeys(tiers, 0)
    for index, day, document_id, total in session.execute(_first(vectors, scope.where), values):
        rows[index].append((day, document_id))
        totals[index] = total
    return rows, totals


def _newest(session: Session, tier: Tier, scope: Scope, most: int) -> list[Candidate]:
    """The newest `most` hits of a tier that has very many, looked for year by year."""
    found: list[Candidate] = []
    statement = _all(tier.vector, scope.where)
    for one in scope.years(tier):
        values = {"query": one.query, "limit": most, **scope.values}
        found += [(row.day, row.document_id) for row in session.execute(statement, values)]
        if len(found) >= most:
            break
    return found[:most]


@cache
def _first(vectors: tuple[tuple[int, str], ...], where: str) -> TextClause:
    """The statement for tiers of these vectors."""
    branches = (FIRST.format(index=index, vector=name, where=where) for index, name in vectors)
    return text(" UNION ALL ".join(branches))


@cache
def _all(vector: str, where: str) -> TextClause:
    return text(NEWEST.format(vector=vector, where=where))
