from sqlalchemy import delete, update
from sqlalchemy.orm import sessionmaker

from api.store.graph.tables import Citation, DirectiveNode
from api.store.rebuild import rebuild_stale
from api.store.search.tables import SearchEntry


def test_what_older_code_made_is_made_anew(engine, finder):
    before = [hit.document.number for hit in finder.find("trẻ em").hits]
    with sessionmaker(engine).begin() as session:
        session.execute(update(SearchEntry).values(version=0, body="", head=""))
        for table in (Citation, DirectiveNode):
            session.execute(delete(table))
    assert finder.find("trẻ em").hits == ()
    assert rebuild_stale(engine) == 5
    assert [hit.document.number for hit in finder.find("trẻ em").hits] == before
    with sessionmaker(engine).begin() as session:
        assert session.query(DirectiveNode).count() == 5


def test_what_is_fresh_stays(engine, finder):
    assert finder.find("trẻ em").total == 2
    assert rebuild_stale(engine) == 0
