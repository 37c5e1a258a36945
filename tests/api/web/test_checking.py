import pytest

from api.web.checking import review_values
from api.web.directive import view_directive

TYPES = {"CV": "Công văn", "KH": "Kế hoạch", "L": "Luật"}


@pytest.fixture
def view(record):
    return view_directive(record, TYPES)


def test_what_is_to_be_checked_comes_in_the_order_of_the_record(view, record):
    checked = review_values(view, record["review"])
    assert [waiting.value.path for waiting in checked] == [
        "header.number",
        "incoming.number",
        "tasks[1].action",
    ]


def test_a_task_without_units_waits_for_one_and_leads_to_its_page(record):
    record["tasks"][1]["lead"] = []
    (waiting,) = review_values(view_directive(record, TYPES), ["tasks[1].lead"])
    assert (waiting.value.text, waiting.label) == ("", "Việc 2: chủ trì")
    assert waiting.task_anchor == "tasks-1-action"


def test_a_review_path_that_leads_nowhere_is_left_out(view):
    assert review_values(view, ["tasks[9].deadline", "header.nothing"]) == ()
