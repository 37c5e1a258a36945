from datetime import date

import pytest

from nlp.spans.span import DateMention
from nlp.tasks.due import add_working_days, count_due_date

ISSUED = date(2024, 4, 22)


def _term(days: int, **values: object) -> DateMention:
    return DateMention("term", days=days, **{"anchor": "receipt", "is_working": True, **values})


def test_the_day_a_term_is_counted_from_is_not_counted():
    assert add_working_days(date(2023, 6, 5), 1) == date(2023, 6, 6)


def test_weekends_are_no_working_days():
    assert add_working_days(date(2023, 6, 9), 2) == date(2023, 6, 13)


def test_public_holidays_and_the_days_given_for_them_are_skipped():
    assert add_working_days(date(2024, 4, 26), 1) == date(2024, 5, 2)


def test_a_saturday_worked_in_exchange_for_a_bridge_day_counts():
    assert add_working_days(date(2024, 5, 3), 1) == date(2024, 5, 4)


def test_tet_is_skipped_as_a_whole():
    assert add_working_days(date(2023, 1, 19), 1) == date(2023, 1, 27)


@pytest.mark.parametrize("days", range(1, 40))
def test_a_longer_term_never_ends_earlier(days):
    start = date(2024, 8, 20)
    assert add_working_days(start, days) < add_working_days(start, days + 1)


def test_a_term_from_receipt_runs_from_the_stamp():
    assert count_due_date(_term(3), ISSUED, date(2024, 6, 3)) == date(2024, 6, 6)


def test_a_term_from_receipt_runs_from_the_day_of_issue_where_no_stamp_is():
    assert count_due_date(_term(3), date(2024, 6, 3), None) == date(2024, 6, 6)


def test_a_term_from_signing_runs_from_the_day_of_issue():
    term = _term(10, anchor="signing", is_working=False)
    assert count_due_date(term, ISSUED, date(2024, 6, 3)) == date(2024, 5, 2)


def test_a_term_from_another_event_has_no_day():
    assert count_due_date(_term(30, anchor="other"), ISSUED, None) is None


def test_a_term_without_any_day_to_count_from_has_no_day():
    assert count_due_date(_term(5), None, None) is None


def test_a_period_is_due_on_its_last_day():
    period = DateMention("period", date(2024, 7, 1), date(2024, 9, 30), operator="within")
    assert count_due_date(period, ISSUED, None) == date(2024, 9, 30)


def test_an_open_beginning_sets_no_deadline():
    opening = DateMention("day", date(2024, 7, 1), date(2024, 7, 1), operator="from")
    assert count_due_date(opening, ISSUED, None) is None


@pytest.mark.parametrize("kind", ["horizon", "cutoff", "effective", "vague", "recurring"])
def test_what_is_no_deadline_has_no_day(kind):
    mention = DateMention(kind, date(2025, 1, 1), date(2025, 12, 31))
    assert count_due_date(mention, ISSUED, None) is None


def test_a_day_that_does_not_exist_is_never_shifted():
    assert count_due_date(DateMention("day", is_valid=False), ISSUED, None) is None


def test_how_long_something_lasts_sets_no_deadline():
    lasting = _term(3, anchor=None, is_working=False)
    assert count_due_date(lasting, date(2024, 7, 1), None) is None


def test_a_term_of_months_ends_on_the_day_of_the_same_number():
    term = DateMention("term", months=6, anchor="signing")
    assert count_due_date(term, date(2024, 8, 31), None) == date(2025, 2, 28)


def test_the_end_of_a_year_is_a_deadline_but_the_year_itself_is_none():
    end = date(2026, 12, 31)
    assert count_due_date(DateMention("horizon", end, end, operator="by"), ISSUED, None) == end
    assert count_due_date(DateMention("horizon", date(2026, 1, 1), end), ISSUED, None) is None
