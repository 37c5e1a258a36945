from datetime import date

import pytest

from api.web.words import (
    day_words,
    deadline_words,
    parse_day,
    percent_words,
    recurrence_words,
    span_words,
    time_left_words,
)

TODAY = date(2026, 3, 10)


def test_a_day_is_written_the_vietnamese_way():
    assert day_words(date(2026, 3, 5)) == "05/03/2026"
    assert day_words(None) == ""


@pytest.mark.parametrize("text", [None, "", "2026-13-01", "ngày 5 tháng 3", 20260305])
def test_what_is_no_date_is_no_day(text):
    assert parse_day(text) is None


def test_a_period_of_one_day_is_written_once():
    day = date(2026, 3, 5)
    assert span_words(day, day) == "05/03/2026"
    assert span_words(day, date(2026, 3, 9)) == "05/03/2026 – 09/03/2026"
    assert span_words(None, None) == ""


def test_a_deadline_that_excludes_its_day_says_so():
    day = date(2026, 3, 20)
    assert deadline_words(day, "before") == "trước 20/03/2026"
    assert deadline_words(day, "by") == "20/03/2026"
    assert deadline_words(None, "before") == ""


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        (date(2026, 3, 10), "hạn hôm nay"),
        (date(2026, 3, 11), "còn 1 ngày"),
        (date(2026, 3, 8), "quá hạn 2 ngày"),
    ],
)
def test_the_time_left_is_counted_in_days(deadline, words):
    assert time_left_words(deadline, TODAY) == words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=25", "hằng tháng, ngày 25"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "hằng tháng, ngày cuối tháng"),
        ("FREQ=MONTHLY;INTERVAL=3", "hằng quý"),
        ("FREQ=MONTHLY;INTERVAL=6;BYMONTH=6,12;BYMONTHDAY=15",
         "sáu tháng một lần, ngày 15 tháng 6, 12"),
        ("FREQ=WEEKLY;BYDAY=FR", "hằng tuần, thứ Sáu"),
        ("FREQ=WEEKLY;INTERVAL=4", "4 tuần một lần"),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10", "hằng năm, ngày 10 tháng 12"),
        ("FREQ=DAILY", "hằng ngày"),
        (None, ""),
    ],
)  # fmt: skip
def test_a_recurrence_is_said_in_words(rule, words):
    assert recurrence_words(rule) == words


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=DAILY;COUNT=3", "hằng ngày"])
def test_a_rule_that_the_words_cannot_say_stays_as_it_is(rule):
    assert recurrence_words(rule) == rule


def test_a_confidence_is_never_rounded_up_to_certainty():
    assert percent_words(0.999) == "99 %"
    assert percent_words(1.0) == "100 %"
    assert percent_words(None) == ""
