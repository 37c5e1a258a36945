"""One invented plan, from its text to its record."""

from datetime import date

import pytest

from nlp.pipeline import read_document
from nlp.reading.read import read_page
from nlp.record import to_plain_record

PLAN = """\
UBND TỈNH LẠNG SƠN
SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH

Số: 318/KH-SVHTTDL

Lạng Sơn, ngày 12 tháng 02 năm 2019

KẾ HOẠCH

Tổ chức Ngày hội đọc sách năm 2019

Căn cứ Quyết định số 284/QĐ-TTg ngày 24/02/2014 của Thủ tướng Chính phủ về Ngày Sách Việt Nam;

Thực hiện Công văn số 91/UBND-KGVX ngày 18/01/2019 của UBND tỉnh Lạng Sơn;

Sở Văn hóa, Thể thao và Du lịch xây dựng kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

- Khơi dậy thói quen đọc sách trong cộng đồng.

2. Yêu cầu

- Nội dung bổ ích, hình thức hấp dẫn.

II. TỔ CHỨC THỰC HIỆN

1. Thư viện tỉnh

- Chủ trì, phối hợp với Tỉnh đoàn tổ chức hội thi kể chuyện từ ngày 15/4 đến ngày 21/4/2019.

- Tổng hợp kết quả, báo cáo Sở Văn hóa, Thể thao và Du lịch trước ngày 05/5/2019.

2. Phòng Văn hóa và Thông tin các huyện

- Báo cáo số lượt bạn đọc về Thư viện tỉnh trước ngày 20 hằng tháng.

Trong quá trình thực hiện, nếu có vướng mắc, đề nghị phản ánh về Thư viện tỉnh để được hướng dẫn./.
"""


@pytest.fixture(scope="module")
def record():
    def read(data, pages):
        return [read_page(data, number, engine=None) for number in range(1, pages + 1)]

    return to_plain_record(read_document(PLAN.encode(), "318.txt", read))


def test_the_header_is_read(record):
    header = record["header"]
    assert header["parent"] == "UBND tỉnh Lạng Sơn"
    assert header["issuer"] == "Sở Văn hóa, Thể thao và Du lịch"
    assert header["number"] == "318/KH-SVHTTDL"
    assert header["type"] == "KH"
    assert header["place"] == "Lạng Sơn"
    assert header["date"] == "2019-02-12"
    assert header["subject"] == "Tổ chức Ngày hội đọc sách năm 2019"


def test_the_cited_documents_have_their_relations(record):
    found = [(each["relation"], each["number"], each["date"]) for each in record["references"]]
    assert found == [
        ("basis", "284/QĐ-TTg", "2014-02-24"),
        ("implements", "91/UBND-KGVX", "2019-01-18"),
    ]


def test_purposes_and_requirements_are_told_apart(record):
    assert record["purposes"] == ["Khơi dậy thói quen đọc sách trong cộng đồng"]
    assert record["requirements"] == ["Nội dung bổ ích, hình thức hấp dẫn"]


def test_the_duties_become_tasks(record):
    tasks = [
        (task["lead"], task["support"], task["deadline"], task["recurrence"], task["report_to"])
        for task in record["tasks"]
    ]
    assert tasks == [
        (["Thư viện tỉnh"], ["Tỉnh đoàn"], "2019-04-21", None, None),
        (["Thư viện tỉnh"], [], "2019-05-05", None, "Sở Văn hóa, Thể thao và Du lịch"),
        (
            ["Phòng Văn hóa và Thông tin các huyện"],
            [],
            None,
            "FREQ=MONTHLY;BYMONTHDAY=20",
            "Thư viện tỉnh",
        ),
    ]


def test_the_dates_are_those_of_events_and_deadlines(record):
    days = {(each["start"], each["end"]) for each in record["dates"] if each["start"]}
    assert days == {("2019-04-15", "2019-04-21"), ("2019-05-05", "2019-05-05")}
    assert all(date.fromisoformat(start) for start, _ in days)
