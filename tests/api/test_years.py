"""The same plan of three years, and what replaced one of them: files read by the real reader."""

import time

import pytest
from starlette.testclient import TestClient

from api.app import create_app

HEAD = """ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN AN HẢI                         Độc lập - Tự do - Hạnh phúc

Số: {number}
                                     An Hải, ngày {day:02} tháng {month:02} năm {year}
"""
PLAN = (
    HEAD
    + """
KẾ HOẠCH
Tổ chức Ngày hội đọc sách năm {year}

Căn cứ Quyết định số 17/QĐ-UBND ngày 05/01/2022 của UBND tỉnh Đông Bình.

I. MỤC ĐÍCH
- Phát triển văn hóa đọc trong cộng đồng.

II. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa và Thông tin
- Tổng hợp kết quả đọc sách, báo cáo UBND huyện trước ngày 20/5/{year}.
2. {second}
- {duty}
"""
)
INSTEAD = (
    HEAD
    + """
KẾ HOẠCH
Ứng phó dịch bệnh tại thư viện năm {year}

Thay thế Kế hoạch số 31/KH-UBND ngày 12/3/2023 của UBND huyện An Hải.

II. TỔ CHỨC THỰC HIỆN
1. Trung tâm Y tế
- Phun khử khuẩn thư viện huyện trước ngày 10/5/{year}.
"""
)
YEARS = {
    2022: ("22/KH-UBND", "Thư viện huyện", "Trưng bày sách mới trước ngày 21/4/2022."),
    2023: ("31/KH-UBND", "Thư viện huyện", "Trưng bày sách mới trước ngày 21/4/2023."),
    2024: ("45/KH-UBND", "Huyện đoàn", "Vận động quyên góp sách trước ngày 15/4/2024."),
}


@pytest.fixture
def texts():
    plans = {
        number: PLAN.format(number=number, day=12, month=3, year=year, second=second, duty=duty)
        for year, (number, second, duty) in YEARS.items()
    }
    instead = INSTEAD.format(number="40/KH-UBND", day=20, month=4, year=2023)
    return {**plans, "40/KH-UBND": instead}


@pytest.fixture
def client(engine, settings):
    assert engine is not None
    with TestClient(create_app(settings)) as client:
        yield client


@pytest.fixture
def ids(client, texts):
    """The documents by their numbers, all of them read."""
    addresses = [
        client.post("/api/v1/documents", files={"file": (f"{at}.txt", text)}).headers["Location"]
        for at, text in enumerate(texts.values())
    ]
    end = time.monotonic() + 200
    while any(client.get(one).json()["state"] != "ready" for one in addresses):
        assert time.monotonic() < end
        time.sleep(0.2)
    documents = [client.get(address).json() for address in addresses]
    return {document["header"]["number"]: document["id"] for document in documents}


def test_three_years_of_a_plan_and_what_replaced_one_of_them(client, texts, ids):
    assert ids.keys() == texts.keys()
    newest, replaced, earliest = (ids[f"{number}/KH-UBND"] for number in (45, 31, 22))

    similar = client.get(f"/api/v1/documents/{newest}/similar").json()
    assert {plan["document_id"] for plan in similar} == {replaced, earliest}
    [of_2023] = [plan for plan in similar if plan["document_id"] == replaced]
    assert [(bool(one["earlier"]), bool(one["later"])) for one in of_2023["changes"]] == [
        (True, True),
        (False, True),
        (True, False),
    ]
    beside = client.get(f"/van-ban/{newest}/quan-he").text
    assert "1 việc giữ nguyên, 2 việc thêm, bớt hoặc đổi đơn vị" in beside
    assert "hạn 21/04/2023" in beside
    assert beside.count("đã bị thay thế") == 1

    sentence = "Văn bản này bị thay thế bởi Kế hoạch 40/KH-UBND ngày 20/04/2023."
    assert sentence in client.get(f"/van-ban/{replaced}").text
    [task, *_] = client.get(f"/api/v1/documents/{replaced}/tasks").json()
    assert sentence in client.get(f"/viec/{task['id']}").text
    assert sentence not in client.get(f"/van-ban/{newest}").text

    assert client.get(f"/api/v1/documents/{newest}/duplicates").json() == []
    assert client.get(f"/api/v1/documents/{replaced}/duplicates").json() == []

    hits = client.get("/api/v1/search", params={"q": "ngày hội đọc sách"}).json()["items"]
    assert {hit["document"]["id"]: hit["ended"] for hit in hits} == {
        newest: [],
        replaced: ["replaces"],
        earliest: [],
    }
    assert client.get("/tim", params={"q": "ngày hội đọc sách"}).text.count("đã bị thay thế") == 1
