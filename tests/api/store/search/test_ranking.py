"""The plans of the statements that look for hits."""

from contextlib import closing

import pytest
from sqlalchemy import event

from api.store.search.connections import connect_search
from api.store.search.finder import Finder
from api.store.search.found import Wish


@pytest.fixture
def plans(engine):
    """How the server would run what a search asks of entries, if it did not like bitmaps."""

    def explain(query, **wish):
        with closing(Finder(engine)) as finder:
            asked = []
            event.listen(
                finder.engine, "before_cursor_execute", lambda *one: asked.append(one[2:4])
            )
            finder.find(query, Wish(**wish))
        looked = [one for one in asked if "CAST(%(query" in one[0]]
        search = connect_search(engine)
        with search.connect() as connection:
            connection.exec_driver_sql("SET enable_bitmapscan = off")
            told = [
                "\n".join(row[0] for row in connection.exec_driver_sql(f"EXPLAIN {text}", values))
                for text, values in looked
            ]
        search.dispose()
        return told

    return explain


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("query", ["thông báo từ:01/01/2017", "thông báo"])
@pytest.mark.parametrize("sort", ["relevance", "date"])
def test_the_index_of_days_is_never_walked_for_words(plans, query, sort):
    told = plans(query, sort=sort)
    assert told
    assert [plan for plan in told if "search_entries_day" in plan] == []
