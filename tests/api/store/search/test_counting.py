"""How hits are divided where all of them are shown."""

from api.store.search.counting import MOST_VALUES, tally
from api.store.search.found import Facet


def test_values_are_told_with_their_counts_the_most_frequent_first():
    rows: list[dict[Facet, list[str]]] = [
        {"type": ["KH"], "issuer": [], "year": ["2018"], "keyword": ["trẻ em", "giới"]},
        {"type": ["CV"], "issuer": ["Sở Y tế"], "year": ["2018"], "keyword": ["giới"]},
    ]
    total, facets = tally(rows)
    assert total == 2
    assert facets["type"] == (("CV", 1), ("KH", 1))
    assert facets["issuer"] == (("Sở Y tế", 1),)
    assert facets["year"] == (("2018", 2),)
    assert facets["keyword"] == (("giới", 2), ("trẻ em", 1))


def test_no_more_values_are_told_than_a_page_shows():
    rows: list[dict[Facet, list[str]]] = [
        {"issuer": [f"Xã {number}"]} for number in range(2 * MOST_VALUES)
    ]
    assert len(tally(rows).facets["issuer"]) == MOST_VALUES
    assert tally([]).total == 0
