"""In what of the store hits are looked for: the filters, and windows of the newest.

A query of common words has most of its hits everywhere. Where the newest are enough, one lexeme
more, that of a month or a year, asks an index for little: it goes through the short list of the
month, and skips in those of the words. Several lexemes in a window would cost more than they save.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.orm import Session

from api.store.search.language import Filters
from api.store.search.queries import Tier, all_of, lexeme, years_query

# Statements are texts: to build them of parts takes longer than to run them.
OPENING: Final = text(
    "SELECT (SELECT min(day) FROM search_entries) AS first,"
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


class Opening:
    """What a search may have to know of the store: its first and last day, and its newest word.

    Asked for when first wanted: a number is found without.
    """

    def __init__(self, session: Session) -> None:
        """Of the store that `session` is on."""
        self._session = session

    @cached_property
    def days(self) -> tuple[date, date]:
        """The first and the last day of an entry."""
        return self._row.first or date.min, self._row.last or date.min

    @cached_property
    def word(self) -> int:
        """The id of the newest word of the vocabulary."""
        return self._row.word or 0

    @cached_property
    def _row(self) -> Any:  # noqa: ANN401 - a row of OPENING
        return self._session.execute(OPENING).one()


class Scope:
    """The filters that no lexeme tells, and the first and last day on which hits may lie."""

    def __init__(self, filters: Filters, find_days: Callable[[], tuple[date, date]]) -> None:
        """Of these filters; `find_days` tells the first and last day of the store, once asked."""
        self.filters, self._find_days = filters, find_days

    @cached_property
    def first(self) -> date:
        """The first day on which hits may lie."""
        first = self._find_days()[0]
        return max(first, self.filters.since or first)

    @cached_property
    def last(self) -> date:
        """The last day on which hits may lie."""
        last = self._find_days()[1]
        return min(last, self.filters.until or last)

    @property
    def where(self) -> str:
        """What more must hold of an entry, in SQL."""
        told = {
            "day + 0 >= :since": self.filters.since is not None,
            "day + 0 <= :until": self.filters.until is not None,
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


def _within(tier: Tier, window: str) -> Tier:
    return tier._replace(query=all_of([lexeme(window), tier.query]))
