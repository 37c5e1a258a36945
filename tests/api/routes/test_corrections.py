import time

import pytest

PLAN = "number: 12/KH-UBND\ntask: báo cáo\nlead: Trạm Y tế"


def wait_for(condition):
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.fixture
def here(app_client):
    files = {"file": ("a.txt", PLAN.encode())}
    path = app_client.post("/api/v1/documents", files=files).json()["links"]["self"]
    wait_for(lambda: app_client.get(path).json()["state"] == "ready")
    return path


def correct(client, here, etag, **values):
    values = {name.replace("_", ".", 1): value for name, value in values.items()}
    return client.patch(here, json={"values": values}, headers={"If-Match": etag})


def test_a_correction_is_made_on_what_was_seen(app_client, here):
    etag = app_client.get(here).headers["etag"]
    answer = correct(app_client, here, etag, header_number="21/KH-UBND")
    assert answer.json()["header"]["number"] == "21/KH-UBND"
    assert answer.headers["etag"] != etag
    again = correct(app_client, here, etag, header_number="22/KH")
    assert (again.status_code, again.json()["code"]) == (409, "version_conflict")
    assert again.json()["current"] == {"header.number": "21/KH-UBND"}
    history = app_client.get(f"{here}/history").json()
    assert [entry["action"] for entry in history][-1] == "corrected"


def test_a_correction_needs_a_version_and_a_path_that_can_be_corrected(app_client, here):
    assert app_client.patch(here, json={"values": {"header.number": "1"}}).status_code == 428
    assert correct(app_client, here, "*", source_sha256="x").status_code == 422


def test_a_new_reading_changes_nothing_until_it_is_accepted(app_client, here):
    correct(app_client, here, "*", header_number="21/KH-UBND")
    assert app_client.get(f"{here}/proposal").json()["code"] == "no_proposal"
    assert app_client.post(f"{here}/proposal").status_code == 202
    wait_for(lambda: app_client.get(f"{here}/proposal").status_code == 200)
    (change,) = app_client.get(f"{here}/proposal").json()
    assert change == {
        "path": "header.number",
        "before": "21/KH-UBND",
        "after": "12/KH-UBND",
        "is_kept": True,
    }
    accepted = app_client.post(f"{here}/proposal/acceptance").json()
    assert accepted["header"]["number"] == "21/KH-UBND"
    assert app_client.delete(f"{here}/proposal").status_code == 404


def test_a_document_is_entered_in_the_book(app_client, here):
    line = app_client.put(f"{here}/arrival", json={"arrived_on": "2024-04-25"}).json()
    assert (line["number"], line["source"], line["warnings"]) == (1, "auto", [])
    line = app_client.put(f"{here}/arrival", json={"arrived_on": "2024-04-25", "number": 9}).json()
    assert (line["number"], line["source"]) == (9, "hand")
    book = app_client.get("/api/v1/arrivals", params={"year": 2024}).json()
    assert [one["number"] for one in book["items"]] == [9]
    assert app_client.get(here).json()["incoming"] == {"number": "9", "date": "2024-04-25"}


def test_the_page_of_a_document_enters_it(app_client, here):
    page = here.replace("/api/v1/documents", "/van-ban")
    assert "Chưa vào sổ văn bản đến" in app_client.get(page).text
    assert app_client.post(f"{page}/vao-so").headers["hx-refresh"] == "true"
    assert "Sổ văn bản đến: số <strong>1</strong>" in app_client.get(page).text
