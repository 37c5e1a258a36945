import time

import pytest

PLAN = "number: 2873/KH-UBND\nsubject: Bình đẳng giới\ntext: đường lối"


@pytest.fixture
def client(app_client):
    files = {"file": ("a.txt", PLAN.encode())}
    here = app_client.post("/api/v1/documents", files=files).json()["links"]["self"]
    end = time.monotonic() + 30
    while app_client.get(here).json()["state"] != "ready":
        assert time.monotonic() < end
        time.sleep(0.05)
    return app_client


@pytest.mark.parametrize(
    ("query", "place"),
    [("binh dang", "head"), ("đường lối", "body"), ("2873/kh ubnd", "number")],
)
def test_a_hit_tells_where_it_matched(client, query, place):
    found = client.get("/api/v1/search", params={"q": query}).json()
    assert found["total"] == 1
    hit = found["items"][0]
    assert (hit["matched_in"], hit["page"]) == (place, 1)
    assert hit["document"]["header"]["number"] == "2873/KH-UBND"
    assert any(piece["is_match"] for piece in hit["snippet"])


def test_what_is_not_there_is_not_found(client):
    answer = client.get("/api/v1/search", params={"q": "ngân sách từ:hôm qua"}).json()
    assert (answer["items"], answer["total"], answer["next"]) == ([], 0, None)
    assert answer["unclear"] == ["từ:hôm qua"]


def test_a_hit_leads_to_the_boxes_of_its_words(client):
    hit = client.get("/api/v1/search", params={"q": "binh dang"}).json()["items"][0]
    here = hit["document"]["links"]["self"]
    matches = client.get(f"{here}/matches", params={"q": "binh dang"}).json()
    assert [match["text"] for match in matches] == ["Bình", "đẳng"]
    assert matches[0] == {"page": 1, "text": "Bình", "box": [56.0, 56.0, 80.0, 66.0]}
    assert client.get("/api/v1/documents/999999/matches", params={"q": "a"}).status_code == 404


def test_a_cursor_of_another_place_is_a_problem(app_client):
    answer = app_client.get("/api/v1/search", params={"q": "a", "after": "xyz"})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")


@pytest.mark.parametrize("params", [{}, {"q": "x" * 401}, {"q": "x", "limit": 0}])
def test_a_wrong_query_is_a_problem(app_client, params):
    answer = app_client.get("/api/v1/search", params=params)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")
