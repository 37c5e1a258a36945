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


def first_task(client):
    return client.get("/api/v1/tasks").json()["items"][0]


def change(client, task, version, **changes):
    headers = {"If-Match": f'"{version}"'}
    return client.patch(f"/api/v1/tasks/{task['id']}", json=changes, headers=headers)


def test_a_task_is_changed_on_the_version_that_was_seen(client):
    task = first_task(client)
    seen = client.get(f"/api/v1/tasks/{task['id']}")
    assert (seen.headers["etag"], task["state"]) == ('"1"', "accepted")
    answer = change(client, task, 1, state="in_progress", owner_person="Lò Văn Pánh", note="gấp")
    assert (answer.status_code, answer.headers["etag"]) == (200, '"2"')
    assert (answer.json()["state"], answer.json()["owner_person"]) == (
        "in_progress",
        "Lò Văn Pánh",
    )
    history = client.get(f"/api/v1/tasks/{task['id']}/history").json()
    assert [entry["action"] for entry in history] == ["task_accepted", "task_changed"]
    assert history[-1]["detail"]["note"] == "gấp"


def test_whoever_comes_second_gets_409_with_both_versions(client):
    task = first_task(client)
    change(client, task, 1, owner_unit="Tổ một cửa")
    answer = change(client, task, 1, owner_unit="Văn phòng")
    told = answer.json()
    assert (answer.status_code, told["code"]) == (409, "version_conflict")
    assert told["current"]["owner_unit"] == "Tổ một cửa"
    assert told["yours"] == {"owner_unit": "Văn phòng"}
    assert answer.headers["etag"] == '"2"'


def test_a_change_must_say_what_it_was_made_on(client):
    here = f"/api/v1/tasks/{first_task(client)['id']}"
    assert client.patch(here, json={"state": "done"}).status_code == 428
    answer = client.patch(here, json={"state": "done"}, headers={"If-Match": "*"})
    assert answer.json()["state"] == "done"
    assert client.patch(here, json={}, headers={"If-Match": "x"}).status_code == 422


@pytest.mark.parametrize(
    "body", [{"state": "lost"}, {"due_on": "x"}, {"owner": "x"}, {"action": ""}]
)
def test_a_change_that_makes_no_sense_is_refused(client, body):
    assert change(client, first_task(client), 1, **body).status_code == 422


def test_a_move_that_is_not_open_is_refused(client):
    task = first_task(client)
    assert change(client, task, 1, state="proposed").json()["code"] == "invalid_move"


def test_lists_keep_what_is_asked_for(client):
    change(client, first_task(client), 1, state="done")
    done = client.get("/api/v1/tasks", params={"state": "done"}).json()["items"]
    assert [task["action"] for task in done] == ["việc 2"]
    later = client.get("/api/v1/tasks", params={"since": "2024-05-15"}).json()["items"]
    assert [task["action"] for task in later] == ["việc 1"]


def test_the_page_of_tasks_moves_them(client):
    task = first_task(client)
    assert "Đã giao" in client.get("/viec", params={"han": "tat-ca"}).text
    row = client.post(f"/viec/{task['id']}/in_progress").text
    assert "Đang làm" in row
    assert f'hx-post="/viec/{task["id"]}/done"' in row
