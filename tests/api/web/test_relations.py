from datetime import date

from api.store.graph.graph import Edge, Node, Relations, Step
from api.web.relations import node_name, view_relations

NAMES = {"KH": "Kế hoạch", "L": "Luật"}
PLAN = Node(3, "8271/KH-UBND", "KH", "UBND tỉnh", date(2018, 10, 24), "Tháng hành động")
LAW = Node(None, None, "L", None, None, "Bình đẳng giới")
NEWER = Node(9, "1/KH-UBND", "KH", None, date(2019, 1, 2), None)


def view(cites=(), cited_by=(), chain=(), endings=None):
    relations = Relations(1, tuple(cites), tuple(cited_by), endings or {})
    return view_relations(relations, chain)


def test_documents_are_grouped_by_relation():
    shown = view([Edge("implements", PLAN, is_certain=True), Edge("basis", LAW, is_certain=False)])
    assert list(shown.cites) == ["Thực hiện", "Căn cứ"]
    (line,) = shown.cites["Thực hiện"]
    assert (line.link, line.name) == ("/van-ban/3", "Kế hoạch 8271/KH-UBND")
    assert line.detail == "UBND tỉnh · 24/10/2018"


def test_a_ghost_has_no_link_and_is_not_doubtful():
    (line,) = view([Edge("basis", LAW, is_certain=False)]).cites["Căn cứ"]
    assert (line.link, line.name, line.is_doubtful) == ("", "Luật Bình đẳng giới", False)


def test_a_replaced_document_is_marked_where_it_is_cited():
    endings = {3: (Edge("replaces", NEWER, is_certain=True),)}
    (line,) = view([Edge("implements", PLAN, is_certain=True)], endings=endings).cites["Thực hiện"]
    assert line.ended == ("đã bị thay thế",)


def test_a_replaced_document_says_by_what():
    shown = view(endings={1: (Edge("replaces", NEWER, is_certain=True),)})
    assert shown.endings == ("Văn bản này bị thay thế bởi Kế hoạch 1/KH-UBND ngày 02/01/2019.",)
    shown = view(endings={1: (Edge("amends", NEWER, is_certain=False),)})
    assert "chưa chắc" in shown.endings[0]


def test_a_chain_is_shown_from_its_second_level_on():
    steps = [
        Step(1, 1, Edge("implements", PLAN, is_certain=True)),
        Step(2, 3, Edge("basis", LAW, is_certain=False)),
    ]
    assert [[line.name for line in level] for level in view(chain=steps).chain] == [
        ["Kế hoạch 8271/KH-UBND"],
        ["Luật Bình đẳng giới"],
    ]
    assert view(chain=steps[:1]).chain == ()


def test_a_title_that_begins_with_its_type_does_not_repeat_it():
    node = Node(None, None, "L", None, None, "Luật Bình đẳng giới")
    assert node_name(node, NAMES) == "Luật Bình đẳng giới"
