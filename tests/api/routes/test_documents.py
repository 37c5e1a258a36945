import time

import pytest

PLAN = "number: 12/KH-UBND\nsubject: Bình đẳng giới\ntask: báo cáo\nlead: Phòng Nội vụ\fhết"


def upload(client, content=PLAN, name="kế hoạch.txt"):
    return client.post("/api/v1/documents", files={"file": (name, content.encode())})


def wait_ready(client, document_id):
    end = time.monotonic() + 30
    while (answer := client.get(f"/api/v1/documents/{document_id}").json())["state"] != "ready":
        assert time.monotonic() < end, answer
        time.sleep(0.05)
    return answer


def test_an_uploaded_document_is_read(app_client):
    answer = upload(app_client)
    assert answer.status_code == 201
    document_id = answer.json()["id"]
    assert answer.headers["location"] == f"/api/v1/documents/{document_id}"
    told = wait_ready(app_client, document_id)
    assert told["header"]["number"] == "12/KH-UBND"
    assert (told["pages"], told["pages_done"], told["file_name"]) == (2, 2, "kế hoạch.txt")
    record = app_client.get(told["links"]["record"]).json()
    assert record["header"]["subject"]["value"] == "Bình đẳng giới"
    assert record["header"]["subject"]["evidence"]["page"] == 1
    pages = app_client.get(told["links"]["pages"]).json()
    assert [(page["number"], page["width"]) for page in pages] == [(1, 595.0), (2, 595.0)]
    tasks = app_client.get(told["links"]["tasks"]).json()
    assert [(task["action"], task["lead"]) for task in tasks] == [("báo cáo", ["Phòng Nội vụ"])]


def test_the_same_file_answers_200_with_the_same_document(app_client):
    first, second = upload(app_client), upload(app_client, name="khác.txt")
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json()["id"] == second.json()["id"]


def test_a_paper_that_came_twice_is_kept_and_told(app_client):
    paper = "number: 7/QĐ-UBND\nissuer: UBND xã Hòa Bình\ndate: 2024-03-05\nsubject: "
    first, second = (upload(app_client, paper + end).json()["id"] for end in ("A", "B"))
    for document_id in (first, second):
        wait_ready(app_client, document_id)
    told = app_client.get(f"/api/v1/documents/{second}/duplicates").json()
    assert [(one["document"]["id"], one["reasons"]) for one in told] == [(first, ["key"])]
    page = app_client.get(f"/van-ban/{second}").text
    assert f'<a href="/van-ban/{first}">7/QĐ-UBND ngày 05/03/2024</a>' in page


def test_a_document_that_failed_can_be_read_again(app_client, runner):
    runner.fails_at = "understand"
    document_id = upload(app_client).json()["id"]
    end = time.monotonic() + 30
    while app_client.get(f"/api/v1/documents/{document_id}").json()["state"] != "failed":
        assert time.monotonic() < end
        time.sleep(0.05)
    assert "Đọc lại từ đầu" in app_client.get(f"/van-ban/{document_id}").text
    runner.fails_at = None
    assert app_client.post(f"/van-ban/{document_id}/doc-lai").headers["hx-refresh"] == "true"
    wait_ready(app_client, document_id)
    answer = app_client.post(f"/api/v1/documents/{document_id}/reading")
    assert (answer.status_code, answer.json()["code"]) == (409, "not_failed")


def test_a_secret_document_is_refused_with_its_level(app_client):
    answer = upload(app_client, "MẬT")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.json()["code"], answer.json()["level"]) == ("secret_document", "MẬT")


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        ("", 422, "empty_file"),
        ("\f" * 9, 422, "too_many_pages"),
        ("x" * 10_001, 413, "file_too_large"),
        ("x" * 200_000, 413, "file_too_large"),
    ],
)
def test_a_file_that_cannot_be_taken_is_a_problem(app_client, content, status, code):
    answer = upload(app_client, content)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["detail"]
    assert app_client.get("/api/v1/documents").json()["items"] == []


def test_a_request_without_a_file_says_what_is_missing(app_client):
    answer = app_client.post("/api/v1/documents")
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")
    assert "file" in answer.json()["detail"]


@pytest.mark.parametrize("path", ["12", "12/record", "12/pages", "12/tasks", "12/original"])
def test_a_document_that_is_not_there_is_a_problem(app_client, path):
    answer = app_client.get(f"/api/v1/documents/{path}")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_a_document_that_cannot_be_read_says_why(app_client, runner):
    runner.fails_at = "understand"
    document_id = upload(app_client).json()["id"]
    end = time.monotonic() + 30
    while (told := app_client.get(f"/api/v1/documents/{document_id}").json())["error"] is None:
        assert time.monotonic() < end
    assert told["state"] == "failed"
    assert told["error"]["code"] == "page_timeout"
    record = app_client.get(f"/api/v1/documents/{document_id}/record")
    assert (record.status_code, record.json()["code"]) == (404, "not_ready")


def test_lists_lead_on_to_older_documents(app_client):
    ids = [upload(app_client, f"number: {number}/KH").json()["id"] for number in (1, 2, 3)]
    first = app_client.get("/api/v1/documents", params={"limit": 2}).json()
    assert [item["id"] for item in first["items"]] == ids[:0:-1]
    rest = app_client.get("/api/v1/documents", params={"after": first["next"]}).json()
    assert ([item["id"] for item in rest["items"]], rest["next"]) == (ids[:1], None)
