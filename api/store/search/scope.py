"""In what of the store hits are looked for: the filters, and windows of the newest.

A query of common words has most of its hits everywhere. Where the newest are enough, one lexeme
more, that of a month or a year, asks an index for little: it goes through the short list of the
month, and skips in those of the words. Several lexemes in a window would cost more than they save.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import text
from sqlalchemy.orm import Session

from api.store.search.language import Filters
from api.store.search.queries import Tier, all_of, lexeme, years_query

# Statements are texts: to build them of parts takes longer than to run them. What comes after this
# one only uses bitmaps of the GIN indexes: other plans read whole vectors, which are long.
OPENING: Final = text(
    "SELECT set_config('enable_seqscan', 'off', true),"
    " set_config('enable_indexscan', 'off', true),"
    " (SELECT min(day) FROM search_entries) AS first,"
    " (SELECT max(day) FROM search_entries) AS last,"
    " (SELECT max(id) FROM search_words) AS word"
)
OPEN: Final = (
    "EXISTS (SELECT FROM tasks WHERE tasks.document_id = search_entries.document_id"
    " AND tasks.state NOT IN ('done', 'returned'))"
)
MONTHS: Final = 12
# A window must promise so much more than what is wanted of it.
RESERVE: Final = 1.5


@dataclass(frozen=True, slots=True)
class Scope:
    """The filters that no lexeme tells, and the first and last day on which hits may lie."""

    filters: Filters
    first: date
    last: date

    @property
    def where(self) -> str:
        """What more must hold of an entry, in SQL."""
        told = {
            "day >= :since": self.filters.since is not None,
            "day <= :until": self.filters.until is not None,
            OPEN: self.filters.has_open_tasks is True,
            f"NOT {OPEN}": self.filters.has_open_tasks is False,
        }
        return "".join(f" AND {condition}" for condition, is_told in told.items() if is_told)

    @property
    def values(self) -> dict[str, date]:
        """The values that `where` names."""
        days = {"since": self.filters.since, "until": self.filters.until}
        return {name: day for name, day in days.items() if day is not None}

    def whole(self, tier: Tier) -> Tier:
        """The tier in all: narrowed by the years of a filter, where these can be listed."""
        years = years_query(self.filters.since, self.filters.until)
        return tier._replace(query=all_of([tier.query, years])) if years else tier

    def last_month(self, tier: Tier) -> Tier:
        """The tier within the last month."""
        return _within(tier, f"m:{self.last:%Y-%m}")

    def last_year(self, tier: Tier) -> Tier:
        """The tier within the last year, as far as it has come."""
        return _within(tier, f"d:{self.last.year}")

    def full_year(self, tier: Tier) -> Tier:
        """The tier within the last year that is over, where the store has one."""
        is_young = self.last.month < MONTHS and self.first.year < self.last.year
        return _within(tier, f"d:{self.last.year - is_young}")

    def years(self, tier: Tier) -> Iterator[Tier]:
        """The tier within each year, the newest first."""
        years = range(self.last.year, self.first.year - 1, -1)
        return (_within(tier, f"d:{year}") for year in years)


def promises(found: int, months: int, wanted: int) -> bool:
    """Whether so many months are likely to hold what is wanted, when one holds `found`."""
    return found * months >= RESERVE * wanted


@dataclass(frozen=True, slots=True)
class Opening:
    """What a search must know of the store: its first and last day, and its newest word."""

    first: date
    last: date
    word: int


def open_search(session: Session) -> Opening:
    """Begin to search: the transaction is set up for it."""
    row = session.execute(OPENING).one()
    return Opening(row.first or date.min, row.last or date.min, row.word or 0)


def find_scope(opening: Opening, filters: Filters) -> Scope:
    """The days of the store within those of the filters."""
    first, last = opening.first, opening.last
    return Scope(filters, max(first, filters.since or first), min(last, filters.until or last))


def _within(tier: Tier, window: str) -> Tier:
    return tier._replace(query=all_of([lexeme(window), tier.query]))
