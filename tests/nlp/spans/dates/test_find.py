"""Dates, periods, terms and recurrences, one sentence or more for each form."""

from datetime import date
from pathlib import Path

import pytest

from nlp.spans.dates.find import find_dates
from nlp.spans.tokens import tokenize

LINES = Path(__file__).with_name("cases.txt").read_text("utf-8").splitlines()
CASES = [line.replace("\\n", "\n") for line in LINES if line and not line.startswith("#")]

ISSUED = date(2018, 11, 8)
SILENT = [
    "tỷ lệ 5/7; số 12/2018; 10-15 hộ; mục 3.1.2; 10.000 đồng",
    "Tháng hành động; quý vị đại biểu; năm qua; tháng này; ngày càng tốt hơn",
    "khoản 1-2 Điều 5; từ 3 đến 5 người; lớp 10/12",
    "bê tông hóa 8,3/11,6 km; còn thiếu 3,3 km",
    "năm 2018",
]


def find(text):
    return find_dates(tokenize(text), ISSUED)


@pytest.mark.parametrize("marked", CASES)
def test_a_time_is_read_whole(check_marked, marked):
    check_marked(marked, find)


@pytest.mark.parametrize("text", SILENT)
def test_numbers_that_are_no_time_stay_silent(text):
    assert find(text) == ()


def test_a_weekday_that_agrees_keeps_its_confidence():
    (span,) = find("THỨ HAI, NGÀY 24/8/2026")
    assert (span.rule, span.value.start) == ("date.day", date(2026, 8, 24))


def test_a_weekday_that_disagrees_is_doubted():
    (span,) = find("thứ Ba, ngày 24/8/2026")
    assert span.rule == "date.weekday_mismatch"
    assert span.confidence < 0.5


def test_without_a_date_of_issue_a_missing_year_stays_open():
    (span,) = find_dates(tokenize("trước ngày 25/12"), None)
    assert (span.value.start, span.value.is_year_inferred, span.value.is_valid) == (
        None,
        True,
        True,
    )


def test_a_list_of_scattered_days_gives_each_day():
    spans = find("các ngày 5, 10 và 15 tháng 12 năm 2018")
    assert [span.value.start.day for span in spans] == [5, 10, 15]


@pytest.mark.parametrize(
    "text",
    [
        "ngày 24/10.2018",
        "ngày 2O/11/2018",
        "Quý H/2022",
        "ngày 05/01/Z024",
        "ngày 12 tháng 8 năm 20Z5",
    ],
)
def test_what_was_damaged_is_less_sure(text):
    (span,) = find(text)
    assert span.value.start is not None
    assert span.confidence < 0.7


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ngày 13l3/2020 của", (2020, 3, 13)),
        ("ngày 09/9I2022", (2022, 9, 9)),
        ("ngày 2B/10/2025", (2025, 10, 28)),
        ("ngày 2Z tháng 8 năm 2025", (2025, 8, 22)),
    ],
)
def test_strokes_and_letters_that_were_read_into_a_date_are_undone(text, day):
    (span,) = find(text)
    assert (span.value.start.year, span.value.start.month, span.value.start.day) == day
    assert span.confidence < 0.7


def test_a_stroke_between_numbers_that_make_no_day_is_no_slash():
    assert find("ngày 32l3/2020") == ()


def test_days_of_a_year_need_no_word_for_day():
    (span,) = find("trước 15/6 và 15/12 hằng năm")
    assert span.value.recurrence == "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15"


def test_a_day_is_told_by_what_the_day_is_named_for():
    (span,) = find("hưởng ứng ngày ra quân làm sạch biển 18/10")
    assert (span.value.start.month, span.value.start.day) == (10, 18)
