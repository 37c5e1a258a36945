"""Records that cite each other."""

import pytest

from api.store.graph.graph import Graph


@pytest.fixture
def make_record():
    """A record with a header of these values and references (relation, number, more values)."""

    def make(*references, tasks=(), **header):
        rows = [
            {"relation": relation, "number": number, **more}
            for relation, number, more in references
        ]
        actions = [{"action": action, "lead": lead} for action, lead in tasks]
        return {"header": header, "references": rows, "tasks": actions}

    return make


@pytest.fixture
def province_plan(make_record):
    """The plan of the province, as it lies in the store."""
    return make_record(
        ("basis", "73/2006/QH11", {"type": "L"}),
        number="8271/KH-UBND",
        type="KH",
        issuer="UBND tỉnh Vĩnh Phúc",
        date="2018-10-24",
    )


@pytest.fixture
def district_plan(make_record):
    """The plan of the district that implements it."""
    return make_record(
        ("implements", "8271/KH-UBND", {"date": "2018-10-24", "type": "KH"}),
        number="2873/KH-UBND",
        type="KH",
        issuer="UBND huyện Vĩnh Tường",
        date="2018-11-08",
    )


@pytest.fixture
def graph(engine):
    return Graph(engine)
