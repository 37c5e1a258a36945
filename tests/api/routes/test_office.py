"""The office over the API."""

BODY = {"names": ["Phòng Y tế huyện Yên Lạc"], "parent": "UBND huyện Yên Lạc", "members": []}
PLAN = """number: 13/KH-UBND
date: 2020-03-02
issuer: UBND huyện Yên Lạc
task: b
lead: UBND các thị trấn"""


def put(client, body, version):
    return client.put("/api/v1/office", json=body, headers={"If-Match": f'"{version}"'})


def test_an_office_is_set_on_the_version_that_was_seen(app_client):
    seen = app_client.get("/api/v1/office")
    version = seen.json()["version"]
    assert seen.headers["ETag"] == f'"{version}"'
    answer = put(app_client, BODY, version)
    assert {name: answer.json()[name] for name in BODY} == BODY
    assert answer.headers["ETag"] == f'"{version + 1}"'
    late = put(app_client, BODY | {"names": []}, version)
    assert (late.status_code, late.json()["current"]["names"]) == (409, BODY["names"])
    assert app_client.put("/api/v1/office", json=BODY).status_code == 428


def test_tasks_can_be_narrowed_to_our_own(app_client, read):
    version = app_client.get("/api/v1/office").json()["version"]
    put(app_client, BODY, version)
    read("number: 12/KH-UBND\nissuer: UBND huyện Yên Lạc\ntask: a\nlead: Phòng Y tế")
    read(PLAN)
    (task,) = app_client.get("/api/v1/tasks", params={"ours": True}).json()["items"]
    assert (task["action"], task["ours"]) == ("a", "lead")
    other = next(
        task for task in app_client.get("/api/v1/tasks").json()["items"] if task["action"] == "b"
    )
    (group,) = app_client.get(f"/api/v1/tasks/{other['id']}/members").json()
    assert group["assignee"] == "UBND các thị trấn"
    assert "UBND thị trấn Tam Hồng" in group["organs"]
