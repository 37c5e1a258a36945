from datetime import date

from nlp.evidence import Evidence, Leaf
from nlp.spans.span import DateMention
from nlp.statements.statement import Arrival, Duty, Header, Statements
from nlp.tasks.plan import plan_tasks

EVIDENCE = Evidence(1, None, "x", "test")


def _leaf(value):
    return Leaf(value, 0.9, EVIDENCE)


def _statements(duty, arrived=None):
    arrival = Arrival(None, None, _leaf(arrived), None, None) if arrived else None
    header = Header(date=_leaf(date(2022, 5, 4)))
    return Statements(header, arrival, (), (), (), (), (duty,))


def _duty(mention, text=None):
    deadline = _leaf(mention) if mention else None
    action, lead = _leaf("rà soát hồ sơ"), (_leaf("Phòng Tư pháp"),)
    return Duty(action, lead, (), deadline, None, None, ("III. TỔ CHỨC",), deadline_text=text)


def test_a_task_keeps_action_lead_and_section_of_its_duty():
    (task,) = plan_tasks(_statements(_duty(None)))
    assert task.action.value == "rà soát hồ sơ"
    assert [unit.value for unit in task.lead] == ["Phòng Tư pháp"]
    assert task.section == ("III. TỔ CHỨC",)
    assert task.deadline is None


def test_a_task_is_due_on_the_printed_day_and_keeps_its_operator():
    day = date(2022, 6, 15)
    mention = DateMention("day", day, day, operator="before")
    (task,) = plan_tasks(_statements(_duty(mention, "trước ngày 15/6/2022")))
    assert task.deadline.value == day
    assert task.deadline_operator == "before"
    assert task.deadline_text == "trước ngày 15/6/2022"


def test_a_recurring_duty_has_a_rule_and_no_deadline():
    mention = DateMention("recurring", recurrence="FREQ=MONTHLY;BYMONTHDAY=20")
    (task,) = plan_tasks(_statements(_duty(mention)))
    assert task.recurrence == "FREQ=MONTHLY;BYMONTHDAY=20"
    assert task.deadline is None


def test_a_term_is_counted_from_the_stamp():
    term = DateMention("term", days=2, is_working=True, anchor="receipt")
    (task,) = plan_tasks(_statements(_duty(term), arrived=date(2022, 5, 6)))
    assert task.deadline.value == date(2022, 5, 10)
