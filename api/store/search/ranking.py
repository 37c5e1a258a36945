"""Hits in their order: tier after tier, the newest first in each."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Final, TypeAlias

from sqlalchemy import TextClause, text
from sqlalchemy.orm import Session

from api.store.search.found import MOST
from api.store.search.paging import Position
from api.store.search.queries import Plan, Tier
from api.store.search.scope import Scope, promises

# A day and a document.
Candidate: TypeAlias = tuple[date, int]

# The newest of the first hits of a tier, and how many these are, one more than MOST for more.
FIRST: Final = """
(SELECT {index} AS tier, day, document_id, count(*) OVER () FROM (
  SELECT day, document_id FROM search_entries
  WHERE {vector} @@ CAST(:query{index} AS tsquery){where} LIMIT :cap) found
 ORDER BY day DESC, document_id DESC LIMIT :limit)
"""
NEWEST: Final = """
SELECT day, document_id FROM search_entries
WHERE {vector} @@ CAST(:query AS tsquery){where}
ORDER BY day + 0 DESC, document_id DESC LIMIT :limit
"""


class Ranker:
    """Ranks the hits of one search, and remembers how many it saw.

    `late` holds how many texts of the last month a query finds, `whole` how many in all, MOST + 1
    for more.
    """

    def __init__(self, session: Session, scope: Scope, most: int) -> None:
        """Rank the first `most` hits within a scope."""
        self._session, self._scope, self._most = session, scope, most
        self.late: dict[str, int] = {}
        self.whole: dict[str, int] = {}

    def rank(self, batches: Iterable[Sequence[Tier]]) -> Iterator[Position]:
        """The first hits in their order, each once, looked for as they are wanted."""
        seen: set[int] = set()
        place = 0
        for batch in batches:
            for tier, candidates in self._run(batch):
                fresh = [hit for hit in candidates if hit[1] not in seen]
                for day, document_id in fresh[: self._most - len(seen)]:
                    seen.add(document_id)
                    yield Position(place, -day.toordinal(), -document_id, tier.place)
                place += 1
                if len(seen) >= self._most:
                    return

    def by_date(self, plan: Plan) -> Iterator[Position]:
        """The newest hits, wherever they matched: near spellings too where they are counted."""
        found = set(self._newest_of(plan.plain))
        if plan.near and self.is_few(plan.plain):
            found |= set(self._newest_of(plan.near))
        for day, document_id in sorted(found, reverse=True)[: self._most]:
            yield Position(0, -day.toordinal(), -document_id, "body")

    def is_few(self, query: str) -> bool:
        """Whether all texts that a query finds were seen, and are not more than MOST."""
        return self.whole.get(query, MOST + 1) <= MOST

    def _newest_of(self, query: str) -> list[Candidate]:
        [(_, hits)] = self._run([Tier("body", "body", query)])
        return hits

    def _run(self, batch: Sequence[Tier]) -> Iterator[tuple[Tier, list[Candidate]]]:
        """The newest hits of each tier of a batch, as many as are wanted.

        Those of words are looked for in the last month, in the last year where that promises
        enough, and at last in all, year by year where that are very many. Often the last month
        has enough of the first tier, so that in texts, which take long, it goes first. Numbers
        are rare.
        """
        found: dict[Tier, list[Candidate]] = {}
        left = list(batch)
        if batch[0].place != "number":
            month, year = self._scope.last_month, self._scope.last_year
            late = self._look(left[:1] if batch[0].vector == "body" else left, month, found)
            _remember(self.late, late)
            if self._is_full(found[left[0]]):
                first = left.pop(0)
                yield first, found[first]
            late |= self._look([tier for tier in left if tier not in found], month, found)
            self._look([tier for tier in left if self._promises(late, found, tier)], year, found)
            _remember(self.late, late)
        short = [tier for tier in left if not self._is_full(found.get(tier, ()))]
        whole = self._look(short, self._scope.whole, found)
        _remember(self.whole, whole)
        for tier in left:
            if whole.get(tier, 0) > MOST:
                found[tier] = self._newest(tier)
            yield tier, found[tier]

    def _is_full(self, candidates: Sequence[Candidate]) -> bool:
        return len(candidates) >= self._most

    def _promises(
        self, late: Mapping[Tier, int], found: Mapping[Tier, Sequence[Candidate]], tier: Tier
    ) -> bool:
        """Whether the last year is likely to have enough of a tier that is short."""
        is_likely = promises(late[tier], self._scope.last.month, self._most)
        return is_likely and not self._is_full(found[tier])

    def _look(
        self,
        tiers: Sequence[Tier],
        window: Callable[[Tier], Tier],
        found: dict[Tier, list[Candidate]],
    ) -> dict[Tier, int]:
        """Put the newest hits of tiers in a window into `found`; how many each has there."""
        if not tiers:
            return {}
        looked = [window(tier) for tier in tiers]
        queries = {f"query{index}": tier.query for index, tier in enumerate(looked)}
        values = {**queries, **self._scope.values, "limit": self._most, "cap": MOST + 1}
        found |= {tier: [] for tier in tiers}
        totals = dict.fromkeys(tiers, 0)
        statement = _first(tuple(tier.vector for tier in tiers), self._scope.where)
        for index, day, document_id, total in self._session.execute(statement, values):
            found[tiers[index]].append((day, document_id))
            totals[tiers[index]] = total
        for tier in tiers:
            found[tier].sort(reverse=True)
        return totals

    def _newest(self, tier: Tier) -> list[Candidate]:
        """The newest hits of a tier that has very many, looked for year by year."""
        found: list[Candidate] = []
        statement = _all(tier.vector, self._scope.where)
        for one in self._scope.years(tier):
            values = {"query": one.query, "limit": self._most, **self._scope.values}
            rows = self._session.execute(statement, values)
            found += [(row.day, row.document_id) for row in rows]
            if self._is_full(found):
                break
        return found[: self._most]


def _remember(known: dict[str, int], totals: Mapping[Tier, int]) -> None:
    known |= {tier.query: total for tier, total in totals.items() if tier.vector == "body"}


@cache
def _first(vectors: tuple[str, ...], where: str) -> TextClause:
    """The statement for tiers of these vectors."""
    branches = (
        FIRST.format(index=index, vector=name, where=where) for index, name in enumerate(vectors)
    )
    return text(" UNION ALL ".join(branches))


@cache
def _all(vector: str, where: str) -> TextClause:
    return text(NEWEST.format(vector=vector, where=where))
