from datetime import date

import pytest

from api.errors import Problem
from api.store.cursors import write_cursor
from api.store.documents import Arrived, Documents
from api.store.tasks import Tasks, Wanted, task_cursor

READING = {"number": 1, "width": 1.0, "height": 1.0, "origin": "text", "lines": []}
TASKS = [
    {"action": "sau", "lead": ["Phòng Văn hóa"], "deadline": "2024-06-01"},
    {"action": "không hạn", "lead": ["Phòng Văn hóa", "Công an huyện"]},
    {"action": "trước", "lead": ["Trạm Y tế"], "support": ["Đoàn 100%"], "deadline": "2024-05-01"},
]


@pytest.fixture
def tasks(engine):
    documents = Documents(engine)
    arrived = Arrived("a" * 64, "a.pdf", "application/pdf", 1, 1)
    document, _ = documents.add(arrived, READING, lambda _connection, _id: None)
    documents.finish(document.id, {"header": {"number": "12/KH-UBND"}, "tasks": TASKS})
    return Tasks(engine)


def actions(rows):
    return [row.action for row in rows]


def test_tasks_come_by_deadline_and_those_without_one_last(tasks):
    rows = tasks.due()
    assert actions(rows) == ["trước", "sau", "không hạn"]
    assert rows[0].deadline == date(2024, 5, 1)
    assert rows[0].number == "12/KH-UBND"


def test_a_list_goes_on_after_its_last_task(tasks):
    first = tasks.due(limit=1)
    assert actions(tasks.due(after=task_cursor(first[0]))) == ["sau", "không hạn"]
    assert tasks.due(after=task_cursor(tasks.due()[-1])) == []


def test_a_list_goes_on_where_it_stood_though_its_last_task_was_put_off(tasks):
    [first] = tasks.due(limit=1)
    place = task_cursor(first)
    tasks.change(first.id, {"due_on": date(2030, 1, 1)})
    assert actions(tasks.due(after=place)) == ["sau", "trước", "không hạn"]


@pytest.mark.parametrize("place", [(0, 1), (2**60, 1), (1,)])
def test_a_cursor_of_another_list_is_refused(tasks, place):
    with pytest.raises(Problem) as caught:
        tasks.due(after=write_cursor(*place))
    assert caught.value.code == "invalid_request"


@pytest.mark.parametrize(
    ("unit", "found"),
    [
        ("phong van hoa", ["sau", "không hạn"]),
        ("CÔNG AN", ["không hạn"]),
        ("đoàn", ["trước"]),
        ("%", ["trước"]),
        ("sở", []),
    ],
)
def test_tasks_of_a_unit_that_leads_or_supports_are_found_by_part_of_its_name(tasks, unit, found):
    assert actions(tasks.due(wanted=Wanted(lead=unit))) == found


def test_a_window_keeps_tasks_with_a_deadline_in_it(tasks):
    assert actions(tasks.due(wanted=Wanted(since=date(2024, 5, 2)))) == ["sau"]
    assert actions(tasks.due(wanted=Wanted(until=date(2024, 5, 1)))) == ["trước"]
    assert tasks.count(Wanted(since=date(2024, 5, 1), until=date(2024, 6, 1))) == 2
    assert tasks.count() == 3


def test_units_come_by_how_often_they_are_named(tasks):
    assert tasks.units() == ["Phòng Văn hóa", "Công an huyện", "Trạm Y tế", "Đoàn 100%"]
    assert tasks.units(limit=1) == ["Phòng Văn hóa"]
