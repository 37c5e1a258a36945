import json
import time
from datetime import date

import pytest
from sqlalchemy import text

from api.routes.clerk_pages import clean, entry_of
from api.store.arrivals import Entry

PLAN = "number: 12/KH-UBND\ndate: 2018-11-08\ntask: báo cáo\nlead: Trạm Y tế"


@pytest.fixture
def here(app_client):
    files = {"file": ("a.txt", PLAN.encode())}
    number = app_client.post("/api/v1/documents", files=files).json()["id"]
    end = time.monotonic() + 30
    while app_client.get(f"/api/v1/documents/{number}").json()["state"] != "ready":
        assert time.monotonic() < end
        time.sleep(0.05)
    return number


def document(client, here):
    return client.get(f"/api/v1/documents/{here}").json()


def correct(client, here, path, value, version=None):
    version = version or document(client, here)["version"]
    data = {"muc": path, "gia_tri": value, "ban": version}
    return client.post(f"/van-ban/{here}/sua", data=data, follow_redirects=False)


def change_review(client, here, paths):
    with client.app.state.desk.engine.begin() as connection:
        query = (
            "UPDATE documents SET record = jsonb_set(record, '{review}', :paths) WHERE id = :id"
        )
        connection.execute(text(query), {"paths": json.dumps(paths), "id": here})


def enter(client, here, **data):
    return client.post(f"/van-ban/{here}/so-den", data=data, follow_redirects=False)


def test_a_clerk_fills_in_a_value_on_the_page(app_client, here):
    html = app_client.get(f"/van-ban/{here}").text
    assert 'name="muc" value="header.number"' in html
    answer = correct(app_client, here, "header.number", " 21/KH-UBND ")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/van-ban/{here}#v-header-number"
    assert document(app_client, here)["header"]["number"] == "21/KH-UBND"
    assert 'value="21/KH-UBND"' in app_client.get(f"/van-ban/{here}").text


@pytest.mark.parametrize("blank", ["", "  "])
def test_a_value_that_is_emptied_is_not_stated(app_client, here, blank):
    correct(app_client, here, "header.date", blank)
    assert document(app_client, here)["header"]["date"] is None


def test_the_signer_is_filled_in_where_none_was_read(app_client, here):
    correct(app_client, here, "header.signer.name", "Lò Văn Pánh")
    record = app_client.get(f"/api/v1/documents/{here}/record").json()
    assert record["header"]["signer"]["name"]["value"] == "Lò Văn Pánh"


def test_who_was_slower_is_told_so_and_nothing_is_lost(app_client, here):
    version = document(app_client, here)["version"]
    correct(app_client, here, "header.number", "21/KH-UBND")
    answer = correct(app_client, here, "header.number", "22/KH-UBND", version)
    assert answer.status_code == 409
    assert "vừa được người khác sửa" in answer.text
    assert document(app_client, here)["header"]["number"] == "21/KH-UBND"


def test_a_day_that_does_not_exist_is_refused(app_client, here):
    answer = correct(app_client, here, "header.date", "2018-02-30")
    assert answer.status_code == 422
    assert "Ngày" in answer.text


def test_a_document_is_entered_under_a_number_given_by_hand(app_client, here):
    answer = enter(app_client, here, so="210", ngay="2018-11-09")
    assert answer.headers["location"] == f"/van-ban/{here}#so-den"
    (line,) = app_client.get("/api/v1/arrivals", params={"year": 2018}).json()["items"]
    assert (line["number"], line["source"]) == (210, "hand")


def test_a_document_is_entered_under_the_next_number_where_none_is_given(app_client, here):
    enter(app_client, here, so="", ngay="2018-11-09")
    (line,) = app_client.get("/api/v1/arrivals", params={"year": 2018}).json()["items"]
    assert (line["number"], line["source"]) == (1, "auto")


@pytest.mark.parametrize("wrong", [{"so": "0"}, {"so": "x"}, {"ngay": ""}, {"ngay": "31/12"}])
def test_an_entry_that_cannot_be_is_refused(app_client, here, wrong):
    answer = enter(app_client, here, **{"ngay": "2018-11-09", **wrong})
    assert answer.status_code == 422
    assert f"không hợp lệ: {'số' if 'so' in wrong else 'ngày'} đến;" in answer.json()["detail"]
    assert app_client.get("/api/v1/arrivals", params={"year": 2018}).json()["items"] == []


def test_what_waits_for_the_clerk_is_confirmed_on_the_page(app_client, here):
    change_review(app_client, here, ["tasks[0].lead"])
    html = app_client.get(f"/van-ban/{here}").text
    assert "1 chỗ cần kiểm tra" in html
    assert "Sửa việc này" in html
    data = {"muc": "tasks[0].lead", "ban": document(app_client, here)["version"]}
    answer = app_client.post(f"/van-ban/{here}/dung", data=data, follow_redirects=False)
    assert answer.headers["location"] == f"/van-ban/{here}#kiem-tra"
    assert "Không có chỗ nào cần kiểm tra" in app_client.get(f"/van-ban/{here}").text
    life = app_client.get(f"/van-ban/{here}/lich-su").text
    assert "Xác nhận đúng Chủ trì của việc 1" in life


def test_what_is_typed_is_composed_and_without_spare_blanks():
    assert clean("  Trạm  Y tế\n") == "Trạm Y tế"
    assert clean("   ") is None


def test_a_number_makes_an_entry_by_hand():
    day = date(2018, 11, 9)
    assert entry_of(day, 7) == Entry(day, 7, "hand")
    assert entry_of(day, None) == Entry(day)


def test_a_new_reading_is_shown_and_taken_or_dropped_on_the_page(app_client, here):
    correct(app_client, here, "header.number", "21/KH-UBND")
    life = f"/van-ban/{here}/lich-su"
    assert "Đọc lại bằng phiên bản hiện nay" in app_client.get(life).text
    for answer in ("bo", "nhan"):
        app_client.post(f"/van-ban/{here}/doc-moi")
        end = time.monotonic() + 30
        while "Bản đọc mới đang chờ" not in (html := app_client.get(life).text):
            assert time.monotonic() < end
            time.sleep(0.05)
        assert "giữ giá trị đã sửa tay" in html
        app_client.post(f"/van-ban/{here}/doc-moi/{answer}")
        assert "Bản đọc mới đang chờ" not in app_client.get(life).text
    assert document(app_client, here)["header"]["number"] == "21/KH-UBND"
    assert "Nhận bản đọc mới" in app_client.get(life).text


def test_the_history_tells_what_was_corrected(app_client, here):
    correct(app_client, here, "header.number", "21/KH-UBND")
    html = app_client.get(f"/van-ban/{here}/lich-su").text
    assert "Số, ký hiệu: <del>12/KH-UBND</del> → 21/KH-UBND" in html


def test_there_is_no_history_of_what_is_not_there(app_client):
    assert app_client.get("/van-ban/999/lich-su").status_code == 404
