"""Windows of the newest: which are asked for, and when they promise enough."""

from datetime import date

import pytest

from api.store.search.language import Filters
from api.store.search.queries import Tier
from api.store.search.scope import Scope, promises

TIER = Tier("body", "body", "'xe'")


def scope(first, last, **filters):
    return Scope(Filters(**filters), lambda: (first, last))


def test_windows_are_the_last_month_and_the_last_year():
    found = scope(date(2012, 3, 5), date(2025, 6, 30))
    assert found.last_month(TIER).query == "('m:2025-06') & ('xe')"
    assert found.last_year(TIER).query == "('d:2025') & ('xe')"
    assert [tier.query[:10] for tier in found.years(TIER)][:2] == ["('d:2025')", "('d:2024')"]


@pytest.mark.parametrize(
    ("first", "last", "year"),
    [
        (date(2012, 3, 5), date(2025, 6, 30), 2024),
        (date(2012, 3, 5), date(2025, 12, 1), 2025),
        (date(2025, 3, 5), date(2025, 6, 30), 2025),
    ],
)
def test_a_full_year_is_one_that_is_over_where_there_is_one(first, last, year):
    assert scope(first, last).full_year(TIER).query == f"('d:{year}') & ('xe')"


@pytest.mark.parametrize(
    ("found", "months", "wanted", "enough"),
    [(7, 12, 21, True), (1, 12, 21, False), (0, 12, 1, False), (125, 12, 1000, True)],
)
def test_a_window_promises_what_its_month_tells(found, months, wanted, enough):
    assert promises(found, months, wanted) is enough


def test_only_filters_that_no_lexeme_tells_are_conditions():
    day = date(2024, 1, 1)
    assert (scope(day, day).where, scope(day, day).values) == ("", {})
    told = scope(day, day, since=day, until=day, has_open_tasks=False)
    assert told.where.startswith(" AND day + 0 >= :since AND day + 0 <= :until AND NOT EXISTS")
    assert told.values == {"since": day, "until": day}
