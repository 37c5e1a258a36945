import pytest

from api.store.documents import Arrived, Documents

READING = {"number": 1, "width": 1.0, "height": 1.0, "origin": "text", "lines": []}
PLAN = {
    "header": {"number": "1/KH-UBND", "type": "KH", "subject": "Tết trồng cây năm 2024"},
    "references": [{"relation": "basis", "number": "5/2020/NQ-HĐND", "type": "NQ"}],
    "tasks": [{"action": "trồng cây", "lead": ["Hạt Kiểm lâm"]}],
}


@pytest.fixture
def plan(engine):
    documents, found = Documents(engine), []
    for name in ("a", "b"):
        arrived = Arrived(name * 64, f"{name}.txt", "text/plain", 1, 1)
        document, _ = documents.add(arrived, READING, lambda _connection, _id: None)
        documents.finish(document.id, PLAN)
        found.append(document.id)
    return f"/api/v1/documents/{found[0]}"


def test_relations_show_a_ghost(app_client, plan):
    (edge,) = app_client.get(f"{plan}/relations").json()["cites"]
    assert (edge["relation"], edge["node"]["document_id"]) == ("basis", None)


def test_a_chain_and_similar_plans_are_given(app_client, plan):
    (step,) = app_client.get(f"{plan}/chain").json()
    assert (step["level"], step["edge"]["node"]["number"]) == (1, "5/2020/NQ-HĐND")
    (similar,) = app_client.get(f"{plan}/similar").json()
    assert similar["changes"][0]["later"] == "trồng cây"


def test_ghosts_are_listed(app_client, plan):
    assert plan
    listed = app_client.get("/api/v1/ghosts").json()
    assert [(item["node"]["number"], item["count"]) for item in listed["items"]] == [
        ("5/2020/NQ-HĐND", 2)
    ]
    assert listed["next"] is None


@pytest.mark.parametrize("part", ["relations", "chain", "similar"])
def test_a_document_that_is_not_there_is_a_problem(app_client, part):
    answer = app_client.get(f"/api/v1/documents/999999/{part}")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_the_part_of_the_page_shows_ghosts_and_similar_plans(app_client, plan):
    html = app_client.get(plan.replace("/api/v1/documents", "/van-ban") + "/quan-he").text
    assert "Nghị quyết 5/2020/NQ-HĐND" in html
    assert "1 việc giữ nguyên" in html
