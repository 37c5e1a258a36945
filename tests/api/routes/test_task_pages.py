import time

import pytest

from api.routes.task_pages import split_lines

PLAN = "number: 12/KH-UBND\ntask: báo cáo kết quả\nlead: Trạm Y tế\ndue: 2026-06-01"


@pytest.fixture
def task(app_client):
    files = {"file": ("a.txt", PLAN.encode())}
    app_client.post("/api/v1/documents", files=files)
    end = time.monotonic() + 30
    while not (items := app_client.get("/api/v1/tasks").json()["items"]):
        assert time.monotonic() < end
        time.sleep(0.05)
    return items[0]


def seen(client, task):
    return client.get(f"/api/v1/tasks/{task['id']}").json()


def send(client, task, **changes):
    shown = {
        "version": task["version"],
        "state": task["state"],
        "action": task["action"],
        "lead": "\r\n".join(task["lead"]),
        "support": "",
        "due_on": task["due_on"],
    }
    data = shown | changes
    return client.post(f"/viec/{task['id']}", data=data, follow_redirects=False)


def test_the_page_of_a_task_shows_what_it_is_and_how_it_went(app_client, task):
    html = app_client.get(f"/viec/{task['id']}").text
    assert "báo cáo kết quả" in html
    assert "Trạm Y tế" in html
    assert 'value="2026-06-01"' in html
    assert "Lịch sử" in html


def test_a_task_gets_its_owner_day_answer_and_a_note(app_client, task):
    changes = {
        "state": "done",
        "owner_person": "Lò Văn Pánh",
        "due_on": "2026-07-01",
        "answer_number": "12/KH-UBND",
        "note": "đã gửi",
        "lead": "Trạm Y tế\r\n\r\n Công an xã ",
    }
    assert send(app_client, task, **changes).headers["location"] == f"/viec/{task['id']}"
    now = seen(app_client, task)
    assert (now["state"], now["owner_person"]) == ("done", "Lò Văn Pánh")
    assert (now["due_on"], now["due_source"]) == ("2026-07-01", "hand")
    assert now["answer_id"] == task["document_id"]
    assert (now["lead"], now["corrected"]) == (["Trạm Y tế", "Công an xã"], ["lead"])
    html = app_client.get(f"/viec/{task['id']}").text
    assert "Ghi chú: đã gửi" in html
    assert "<del>01/06/2026</del> → 01/07/2026" in html


def test_a_form_that_changes_nothing_leaves_no_trace(app_client, task):
    assert send(app_client, task).status_code == 303
    assert seen(app_client, task)["version"] == task["version"]


def test_a_task_whose_day_is_emptied_has_none(app_client, task):
    send(app_client, task, due_on="")
    assert seen(app_client, task)["due_on"] is None


def test_who_was_slower_is_told_so(app_client, task):
    send(app_client, task, owner_unit="Văn phòng")
    answer = send(app_client, task, owner_unit="Trạm Y tế")
    assert (answer.status_code, seen(app_client, task)["owner_unit"]) == (409, "Văn phòng")


@pytest.mark.parametrize("wrong", [{"action": " "}, {"due_on": "mai"}, {"state": "xong"}])
def test_what_cannot_be_set_is_refused(app_client, task, wrong):
    assert send(app_client, task, **wrong).status_code == 422
    assert seen(app_client, task)["version"] == task["version"]


def test_a_task_that_is_not_there_is_not_found(app_client):
    assert app_client.get("/viec/999").status_code == 404


def test_lines_are_cleaned_and_empty_ones_left_out():
    assert split_lines("Trạm Y tế\n\n  Công an  xã ") == ["Trạm Y tế", "Công an xã"]
