from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.store.documents import Arrived, Documents
from api.store.duplicates import share_in_common, sign_text

PLAN = (
    "Ủy ban nhân dân xã ban hành kế hoạch trồng rừng ven sông năm nay với các nội dung sau đây:"
    " các thôn rà soát quỹ đất, chuẩn bị cây giống, phân công người chăm sóc và báo cáo kết quả"
    " về văn phòng trước ngày hai mươi hằng tháng để tổng hợp trình lãnh đạo xem xét quyết định"
)
RESCAN = PLAN.replace("chuẩn bị", "chuân bi").replace("tổng hợp", "tống hơp").replace("xã", "xa")
OTHER = (
    "Công an huyện đề nghị các trường học tăng cường bảo đảm an toàn giao thông trong dịp khai"
    " giảng, phối hợp với hội cha mẹ học sinh tuyên truyền đội mũ bảo hiểm, không chở quá số"
    " người quy định và đỗ xe đúng nơi được phép trước cổng trường vào giờ cao điểm buổi sáng"
)
NUMBERS = count()


@pytest.fixture
def file(engine):
    documents = Documents(engine)

    def add(words, number="12/KH-UBND", issuer="UBND xã Hòa Bình", date="2024-03-05"):
        lines = [{"words": [{"text": word} for word in words.split()]}]
        page = {"number": 1, "width": 1, "height": 1, "origin": "ocr", "lines": lines}
        sha256 = f"{next(NUMBERS):064d}"
        arrived = Arrived(sha256, "a.pdf", "application/pdf", 1, 1)
        document, _ = documents.add(arrived, page, lambda *_: None)
        header = {"number": number, "issuer": issuer, "date": date}
        documents.finish(document.id, {"header": header})
        return document.id

    return add, documents


def test_a_rescan_is_linked_by_its_text(file):
    add, documents = file
    first, second = add(PLAN, number=None), add(RESCAN, number=None)
    assert documents.duplicates(second) == {first: ["text"]}
    assert documents.duplicates(first) == {second: ["text"]}


def test_one_number_of_one_organ_in_one_year_is_linked(file):
    add, documents = file
    first, second = add(PLAN), add(OTHER, number="12 / KH–UBND", date="2024-11-01")
    assert documents.duplicates(second) == {first: ["key"]}


@pytest.mark.parametrize(
    "other",
    [
        {"number": "12/QĐ-UBND"},
        {"number": "12/KH-UBNĐ"},
        {"issuer": "UBND xã Hòa Long"},
        {"date": "2025-03-05"},
    ],
)
def test_another_number_organ_or_year_is_another_paper(file, other):
    add, documents = file
    add(PLAN)
    assert documents.duplicates(add(OTHER, **other)) == {}


def test_the_plan_of_another_year_is_not_a_rescan(file):
    add, documents = file
    add(PLAN)
    next_year = PLAN.replace("ven sông", "đầu nguồn").replace("hai mươi", "mười lăm")
    assert documents.duplicates(add(next_year, number="31/KH-UBND", date="2025-02-01")) == {}
    assert documents.duplicates(add(PLAN, number="32/KH-UBND", date="2025-02-02")) == {}


def test_a_rescan_whose_number_was_misread_is_linked_by_its_text(file):
    add, documents = file
    first, second = add(PLAN), add(PLAN, number="17/KH-UBND")
    assert documents.duplicates(second) == {first: ["text"]}


def test_a_few_words_are_no_sign():
    assert sign_text("Kính gửi các thôn") == []


@given(st.lists(st.text("abc", min_size=1, max_size=4), min_size=60, max_size=80))
def test_a_text_has_all_in_common_with_itself_however_written(words):
    signed = sign_text(" ".join(words))
    if signed:
        assert share_in_common(signed, sign_text("  ".join(words).upper())) == 1
