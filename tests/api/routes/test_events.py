import json


def test_progress_is_followed_until_the_document_is_ready(app_client):
    files = {"file": ("a.txt", b"one\ftwo\fnumber: 3/KH")}
    here = app_client.post("/api/v1/documents", files=files).json()["links"]["self"]
    answer = app_client.get(f"{here}/events")
    assert answer.headers["content-type"].startswith("text/event-stream")
    events = [event for event in answer.text.split("\n\n") if event.startswith("event: progress")]
    told = [json.loads(event.partition("data: ")[2]) for event in events]
    assert told[-1] == {"state": "ready", "pages": 3, "pages_done": 3}


def test_a_document_that_is_not_there_is_a_problem(app_client):
    answer = app_client.get("/api/v1/documents/12/events")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
