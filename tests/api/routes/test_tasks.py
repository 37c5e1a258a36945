import time

import pytest


@pytest.fixture
def client(app_client):
    for number, due in ((1, "2024-06-01"), (2, "2024-05-01")):
        plan = f"number: {number}/KH\ntask: việc {number}\nlead: Trạm Y tế\ndue: {due}"
        files = {"file": ("a.txt", plan.encode())}
        here = app_client.post("/api/v1/documents", files=files).json()["links"]["self"]
        end = time.monotonic() + 30
        while app_client.get(here).json()["state"] != "ready":
            assert time.monotonic() < end
            time.sleep(0.05)
    return app_client


def test_tasks_come_by_deadline_with_their_document(client):
    told = client.get("/api/v1/tasks").json()
    assert [(task["action"], task["deadline"], task["number"]) for task in told["items"]] == [
        ("việc 2", "2024-05-01", "2/KH"),
        ("việc 1", "2024-06-01", "1/KH"),
    ]
    assert told["next"] is None


def test_a_list_leads_on(client):
    first = client.get("/api/v1/tasks", params={"limit": 1}).json()
    rest = client.get("/api/v1/tasks", params={"after": first["next"]}).json()
    assert [task["action"] for task in rest["items"]] == ["việc 1"]


def test_tasks_of_a_unit_are_found_without_diacritics(client):
    assert len(client.get("/api/v1/tasks", params={"lead": "tram y te"}).json()["items"]) == 2
    assert client.get("/api/v1/tasks", params={"lead": "công an"}).json()["items"] == []
