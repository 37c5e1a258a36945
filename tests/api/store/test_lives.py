from datetime import date
from itertools import count

import pytest

from api.errors import Conflict, Problem
from api.store.audit import Audit
from api.store.documents import NO_POLICY, Arrived, Documents
from api.store.lives import Policy
from api.store.tasks import OPEN, Tasks, Wanted

READING = {"number": 1, "width": 1.0, "height": 1.0, "origin": "text", "lines": []}
NUMBERS = count()


def leaf(value, confidence=0.95):
    return {"value": value, "confidence": confidence, "evidence": None}


@pytest.fixture
def lay(engine):
    """Lays one task on the store, and gives it with the repository."""

    def lay_one(policy=NO_POLICY, **task):
        documents = Documents(engine, policy)
        arrived = Arrived(f"{next(NUMBERS):064d}", "a.pdf", "application/pdf", 1, 1)
        document, _ = documents.add(arrived, READING, lambda *_: None)
        told = {"action": leaf("báo cáo"), "lead": [leaf("Trạm Y tế")]} | task
        header = {"number": "12/KH-UBND", "date": "2024-04-24"}
        incoming = {"number": None, "date": "2024-04-25"}
        documents.finish(document.id, {"header": header, "incoming": incoming, "tasks": [told]})
        tasks = Tasks(engine)
        return tasks.of(document.id)[0], tasks

    return lay_one


def test_a_sure_task_is_accepted_and_an_unsure_one_waits(lay):
    policy = Policy(accept_confidence=0.9)
    assert lay(policy)[0].state == "accepted"
    assert lay(policy, lead=[leaf("Trạm Y tế", 0.5)])[0].state == "proposed"
    assert lay()[0].state == "proposed"


def test_a_task_is_due_as_the_document_says(lay):
    task, _ = lay(Policy(term_days=5), deadline="2024-05-20")
    assert (task.due_on, task.due_source) == (date(2024, 5, 20), "document")


def test_a_recurring_task_is_due_on_its_next_day(lay):
    task, _ = lay(recurrence="FREQ=MONTHLY;BYMONTHDAY=25")
    assert (task.due_on, task.due_source) == (date(2024, 4, 25), "recurrence")


def test_the_term_of_the_office_counts_working_days_from_arrival(lay):
    task, _ = lay(Policy(term_days=5))
    # 26 April, 2 and 3 May, Saturday 4 May worked in exchange for 29 April, and 6 May
    assert (task.due_on, task.due_source) == (date(2024, 5, 6), "sla")


@pytest.mark.parametrize("stated", [{"deadline_text": "thường xuyên"}, {}])
def test_no_term_is_made_up(lay, stated):
    policy = Policy(term_days=5) if stated else NO_POLICY
    assert lay(policy, **stated)[0].due_on is None


def test_a_life_goes_forward_and_its_history_is_kept(lay, engine):
    task, tasks = lay()
    for state in ("accepted", "in_progress", "done"):
        task = tasks.change(task.id, {"state": state, "note": f"nay {state}"}, task.version)
    assert (task.state, task.version) == ("done", 4)
    history = Audit(engine).of_task(task.id)
    assert [entry.detail["note"] for entry in history] == [
        "nay accepted",
        "nay in_progress",
        "nay done",
    ]
    assert history[-1].detail["before"] == {"state": "in_progress"}


def test_a_task_cannot_be_done_before_it_is_accepted(lay):
    task, tasks = lay()
    with pytest.raises(Problem) as caught:
        tasks.change(task.id, {"state": "done"})
    assert caught.value.code == "invalid_move"
    assert tasks.require(task.id).version == 1


def test_a_change_on_an_older_version_is_refused_with_both(lay):
    task, tasks = lay()
    tasks.change(task.id, {"owner_unit": "Tổ một cửa"}, 1)
    with pytest.raises(Conflict) as caught:
        tasks.change(task.id, {"owner_unit": "Văn phòng"}, 1)
    assert caught.value.current["owner_unit"] == "Tổ một cửa"
    assert caught.value.yours == {"owner_unit": "Văn phòng"}


def test_a_recurring_task_that_is_done_opens_its_next_occurrence_once(lay):
    task, tasks = lay(Policy(accept_confidence=0.5), recurrence="FREQ=MONTHLY;BYMONTHDAY=25")
    tasks.change(task.id, {"state": "done", "owner_person": "Lò Văn Pánh"})
    tasks.change(task.id, {"state": "in_progress"})
    tasks.change(task.id, {"state": "done"})
    done, following = tasks.of(task.document_id)
    assert (done.state, following.state) == ("done", "accepted")
    assert (following.due_on, following.occurrence) == (date(2024, 5, 25), 1)
    assert (following.owner_person, following.version) == ("Lò Văn Pánh", 1)


def test_an_answer_must_be_here(lay):
    task, tasks = lay()
    assert tasks.change(task.id, {"answer_id": task.document_id}).answer_id == task.document_id
    with pytest.raises(Problem) as caught:
        tasks.change(task.id, {"answer_id": 10**9})
    assert caught.value.code == "missing_answer"


def test_each_day_is_reminded_of_once(lay):
    task, tasks = lay(deadline="2024-05-20")
    window = (date(2024, 5, 18), date(2024, 5, 21))
    assert [one.id for one in tasks.remind(*window)] == [task.id]
    assert tasks.remind(*window) == []
    tasks.change(task.id, {"due_on": date(2024, 5, 21)})
    assert len(tasks.remind(*window)) == 1
    assert tasks.require(task.id).due_source == "hand"


def test_lists_leave_out_what_is_settled(lay):
    task, tasks = lay(deadline="2024-05-20")
    assert tasks.count(Wanted(states=OPEN)) == 1
    tasks.change(task.id, {"state": "returned"})
    assert tasks.count(Wanted(states=OPEN)) == 0
