from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.tasks.recurrence import next_due


@pytest.mark.parametrize(
    ("recurrence", "after", "due"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=25", date(2024, 5, 24), date(2024, 5, 25)),
        ("FREQ=MONTHLY;BYMONTHDAY=25", date(2024, 5, 25), date(2024, 6, 25)),
        ("FREQ=MONTHLY;BYMONTHDAY=30", date(2023, 1, 30), date(2023, 2, 28)),
        ("FREQ=MONTHLY", date(2024, 2, 3), date(2024, 2, 29)),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20", date(2024, 1, 1), date(2024, 3, 20)),
        ("FREQ=MONTHLY;INTERVAL=6", date(2024, 7, 1), date(2024, 12, 31)),
        ("FREQ=WEEKLY;BYDAY=MO", date(2024, 5, 1), date(2024, 5, 6)),
        ("FREQ=WEEKLY", date(2024, 5, 1), date(2024, 5, 3)),
        ("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15", date(2024, 11, 15), date(2025, 11, 15)),
        ("FREQ=YEARLY", date(2024, 5, 1), date(2024, 12, 31)),
        ("FREQ=DAILY", date(2024, 2, 28), date(2024, 2, 29)),
    ],
)
def test_a_recurring_duty_is_due_again(recurrence, after, due):
    assert next_due(recurrence, after) == due


@pytest.mark.parametrize("recurrence", ["", "hằng tháng", "FREQ=NEVER", "FREQ=MONTHLY;INTERVAL=x"])
def test_what_is_no_rule_is_never_due(recurrence):
    assert next_due(recurrence, date(2024, 1, 1)) is None


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 31))
def test_a_monthly_duty_is_due_once_in_every_month(after, day):
    first = next_due(f"FREQ=MONTHLY;BYMONTHDAY={day}", after)
    second = next_due(f"FREQ=MONTHLY;BYMONTHDAY={day}", first)
    assert after < first < second
    assert (second.year * 12 + second.month) - (first.year * 12 + first.month) == 1
