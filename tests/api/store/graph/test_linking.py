from datetime import date

import pytest
from sqlalchemy.orm import Session

from api.store.graph.linking import choose_target, link_document
from api.store.graph.tables import Citation, DirectiveNode


def targets(graph, document_id):
    return [edge.node.document_id for edge in graph.relations(document_id).cites]


def test_a_ghost_resolves_when_its_document_arrives(graph, keep, province_plan, district_plan):
    district = keep(district_plan)
    assert targets(graph, district) == [None]
    province = keep(province_plan)
    assert targets(graph, district) == [province]


def test_a_citation_finds_what_is_here_already(graph, keep, province_plan, district_plan):
    province = keep(province_plan)
    assert targets(graph, keep(district_plan)) == [province]


def test_a_document_that_is_read_anew_otherwise_is_let_go(
    graph, keep, engine, province_plan, district_plan
):
    district, province = keep(district_plan), keep(province_plan)
    changed = {**province_plan, "header": {**province_plan["header"], "number": "8277/KH-UBND"}}
    for record, target in ((changed, None), (province_plan, province)):
        with Session(engine) as session, session.begin():
            link_document(session, province, record)
        assert targets(graph, district) == [target]


def test_a_law_is_found_by_its_name(graph, keep, make_record):
    reference = ("basis", None, {"type": "L", "subject": "Bình đẳng giới"})
    plan = keep(make_record(reference, number="1/KH-UBND", type="KH"))
    law = keep(make_record(number="73/2006/QH11", type="L", subject="Bình đẳng giới"))
    assert targets(graph, plan) == [law]


def test_a_document_enclosed_in_the_same_file_is_found(graph, keep, province_plan, district_plan):
    document = keep({**district_plan, "enclosed": [province_plan]})
    assert targets(graph, document)[0] == document


def node(key, day=None, issuer=None, number=1):
    return DirectiveNode(document_id=number, directive=0, key=key, issued_on=day, issuer=issuer)


def cite(key, day=None, issuer=None):
    return Citation(key=key, issued_on=day, issuer=issuer)


ONE, OTHER = date(2018, 10, 24), date(2019, 10, 24)


@pytest.mark.parametrize(
    ("citation", "nodes", "chosen", "is_certain"),
    [
        (cite("5/KHUBND", ONE), [node("5/KHUBND", ONE)], 0, True),
        (cite("5/KHUBND", ONE), [node("5/KHUBND", OTHER)], None, False),
        (cite("5/KHUBND"), [node("5/KHUBND", ONE)], 0, False),
        (cite("5/KHUBND"), [node("5/KHUBND", ONE), node("5/KHUBND", OTHER, None, 2)], None, False),
        (cite("5/KHUBND", OTHER), [node("5/KHUBND", ONE), node("5/KHUBND", OTHER)], 1, True),
        (cite("15/2021/NĐCP"), [node("15/2021/NĐCP", ONE)], 0, True),
        (
            cite("5/KHUBND", None, "Ủy ban nhân dân tỉnh Vĩnh Phúc"),
            [
                node("5/KHUBND", ONE, "UBND huyện Yên Lạc"),
                node("5/KHUBND", ONE, "UBND tỉnh Vĩnh Phúc"),
            ],
            1,
            False,
        ),
        (cite("5/KHUBND"), [], None, False),
    ],
)
def test_number_day_and_issuer_decide(citation, nodes, chosen, is_certain):
    target, certain = choose_target(citation, nodes)
    assert (target, certain) == (None if chosen is None else nodes[chosen], is_certain)
