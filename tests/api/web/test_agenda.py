from datetime import date

import pytest

from api.store.tables import Task
from api.web.agenda import urgency_of, view_tasks

TODAY = date(2026, 3, 10)


def make_task(**changes) -> Task:
    told = {
        "document_id": 7,
        "directive": 0,
        "position": 2,
        "action": "lập danh mục hồ sơ",
        "lead": ["Văn phòng"],
        "support": [],
        "section": [],
        "state": "accepted",
    }
    return Task(**told | changes)


@pytest.mark.parametrize(
    ("deadline", "urgency"),
    [
        (date(2026, 3, 9), "overdue"),
        (TODAY, "soon"),
        (date(2026, 3, 17), "soon"),
        (date(2026, 3, 18), "later"),
        (None, "later"),
    ],
)
def test_a_task_is_urgent_within_a_week_and_overdue_after_its_day(deadline, urgency):
    assert urgency_of(deadline, TODAY) == urgency


def test_a_line_leads_to_the_task_on_the_page_of_its_document():
    (line,) = view_tasks([make_task()], TODAY)
    assert line.anchor == "tasks-2-action"
    (enclosed,) = view_tasks([make_task(directive=1)], TODAY)
    assert enclosed.anchor == "enclosed-0-tasks-2-action"


def test_a_deadline_is_told_with_the_time_left():
    (line,) = view_tasks([make_task(due_on=date(2026, 3, 12))], TODAY)
    assert (line.left, line.when) == ("còn 2 ngày", "")


def test_without_a_deadline_the_recurrence_or_the_printed_time_is_told():
    often = make_task(recurrence="FREQ=WEEKLY;BYDAY=FR", deadline_text="thứ Sáu hằng tuần")
    printed = make_task(deadline_text="thường xuyên")
    lines = view_tasks([often, printed, make_task()], TODAY)
    assert [line.when for line in lines] == ["hằng tuần, thứ Sáu", "thường xuyên", ""]


def test_what_is_settled_is_no_longer_urgent_and_each_state_has_its_buttons():
    (done,) = view_tasks([make_task(due_on=date(2026, 3, 1), state="done")], TODAY)
    assert (done.urgency, done.left, done.state_words) == ("later", "", "Đã xong")
    (proposed,) = view_tasks([make_task(state="proposed")], TODAY)
    assert [words for _, words in proposed.moves] == ["Giao việc", "Trả lại"]
