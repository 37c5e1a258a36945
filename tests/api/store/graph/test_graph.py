from api.store.cursors import write_cursor


def numbers(edges):
    return [(edge.relation, edge.node.number) for edge in edges]


def test_a_document_knows_what_implements_it(graph, keep, province_plan, district_plan):
    province, district = keep(province_plan), keep(district_plan)
    relations = graph.relations(province)
    assert numbers(relations.cited_by) == [("implements", "2873/KH-UBND")]
    assert numbers(relations.cites) == [("basis", "73/2006/QH11")]
    assert graph.relations(district).cited_by == ()


def test_a_chain_goes_up_to_the_law_and_down_again(graph, keep, province_plan, district_plan):
    province, district = keep(province_plan), keep(district_plan)
    up = graph.chain(district, "up")
    assert [(step.level, step.edge.node.number) for step in up] == [
        (1, "8271/KH-UBND"),
        (2, "73/2006/QH11"),
    ]
    down = graph.chain(province, "down")
    assert [step.edge.node.document_id for step in down] == [district]


def test_a_circle_ends(graph, keep, make_record):
    one = keep(make_record(("basis", "2/2020/NQ", {}), number="1/2020/NQ"))
    keep(make_record(("basis", "1/2020/NQ", {}), number="2/2020/NQ"))
    assert [step.edge.node.number for step in graph.chain(one, "up")] == ["2/2020/NQ"]


def test_what_replaces_a_document_is_told(graph, keep, make_record, province_plan):
    province = keep(province_plan)
    cited = ("replaces", "8271/KH-UBND", {"date": "2018-10-24"})
    keep(make_record(cited, number="9/KH-UBND", date="2019-01-01"))
    endings = graph.endings([province, 0])
    assert numbers(endings[province]) == [("replaces", "9/KH-UBND")]
    assert list(endings) == [province]


def test_ghosts_are_counted_until_they_arrive(graph, keep, province_plan, district_plan):
    keep(district_plan)
    keep({**district_plan, "header": {"number": "1/KH-UBND"}})
    (ghost,) = graph.ghosts()
    assert (ghost.node.number, ghost.count) == ("8271/KH-UBND", 2)
    keep(province_plan)
    assert [ghost.node.number for ghost in graph.ghosts()] == ["73/2006/QH11"]
    assert graph.ghosts(after=write_cursor(graph.ghosts()[0].id)) == []
