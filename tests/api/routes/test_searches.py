import pytest

from api.store.cursors import write_cursor

SEARCH = {"name": "Bình đẳng giới", "query": "BĐG loại:KH", "sort": "date"}


@pytest.fixture
def kept(app_client):
    return app_client.post("/api/v1/searches", json=SEARCH)


def test_a_search_is_kept_and_given_back(app_client, kept):
    assert kept.status_code == 201
    answer = app_client.get(kept.headers["Location"]).json()
    assert {name: answer[name] for name in SEARCH} == SEARCH


def test_a_search_of_the_same_name_is_replaced(app_client, kept):
    again = app_client.post("/api/v1/searches", json={**SEARCH, "query": "BĐG"}).json()
    assert again["id"] == kept.json()["id"]
    assert [item["query"] for item in app_client.get("/api/v1/searches").json()["items"]] == [
        "BĐG"
    ]


def test_searches_come_in_parts(app_client, kept):
    second = app_client.post("/api/v1/searches", json={**SEARCH, "name": "Khác"}).json()
    part = app_client.get("/api/v1/searches", params={"limit": 1}).json()
    assert part["next"] == write_cursor(kept.json()["id"])
    rest = app_client.get("/api/v1/searches", params={"after": part["next"]}).json()
    assert ([item["id"] for item in rest["items"]], rest["next"]) == ([second["id"]], None)


def test_a_search_is_forgotten(app_client, kept):
    here = kept.headers["Location"]
    assert app_client.delete(here).status_code == 204
    assert app_client.get(here).json()["code"] == "not_found"


@pytest.mark.parametrize("body", [{}, {**SEARCH, "sort": "x"}, {**SEARCH, "more": 1}])
def test_a_wrong_search_is_a_problem(app_client, body):
    answer = app_client.post("/api/v1/searches", json=body)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")
