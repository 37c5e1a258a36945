"""What an office is called, and which tasks are its own."""

import pytest

from api.errors import Conflict
from api.store.offices import LEAST_SEEN, Offices
from api.store.tasks import Tasks, Wanted

STAMP = "Phòng Y tế huyện Yên Lạc"
LEADS = ("Phòng Y tế", "các phòng, ban", "UBND các xã, thị trấn", "Công an huyện")


@pytest.fixture
def offices(engine):
    return Offices(engine)


@pytest.fixture
def tasks(engine):
    return Tasks(engine)


@pytest.fixture
def lay(keep):
    """Keeps a directive of a district with one task a lead, under a stamp."""

    def lay_one(*leads, stamp=None, is_sure=True, **task):
        incoming = {"organisation": stamp, "number": None, "date": None} if stamp else None
        header = {"number": "1/KH-UBND", "issuer": "UBND huyện Yên Lạc", "date": "2020-03-02"}
        rows = [{"action": f"việc của {lead}", "lead": [lead], **task} for lead in leads]
        review = [] if is_sure else ["incoming.organisation"]
        return keep({"header": header, "incoming": incoming, "tasks": rows, "review": review})

    return lay_one


def shares(tasks, document):
    return [task.ours for task in tasks.of(document)]


def test_an_office_that_nobody_named_has_no_tasks(lay, tasks, offices):
    document = lay(*LEADS)
    offices.judge()
    assert shares(tasks, document) == [None] * 4


def test_naming_the_office_tells_which_tasks_are_ours(lay, tasks, offices):
    document = lay(*LEADS, support=["Trung tâm Y tế huyện"])
    offices.change({"names": [STAMP, "Trung tâm Y tế huyện Yên Lạc"]})
    assert shares(tasks, document) == ["lead", "lead", "support", "support"]
    assert tasks.count(Wanted(is_ours=True)) == 4
    assert [task.action for task in tasks.ours(1)] == ["việc của Phòng Y tế"]


def test_a_document_that_comes_later_is_judged_when_it_is_read(lay, tasks, offices):
    offices.change({"names": [STAMP]})
    assert shares(tasks, lay(*LEADS)) == ["lead", "lead", None, None]


def test_a_person_who_changes_the_lead_changes_whose_it_is(lay, tasks, offices):
    offices.change({"names": [STAMP]})
    (task,) = tasks.of(lay("Công an huyện"))
    assert tasks.change(task.id, {"lead": ["Phòng Y tế"]}).ours == "lead"


def test_the_name_on_the_stamps_is_learned(lay, tasks, offices):
    documents = [lay("Phòng Y tế", stamp=STAMP) for _ in range(LEAST_SEEN - 1)]
    offices.judge()
    assert offices.get().names == []
    assert [(one.name, one.documents) for one in offices.seen()] == [(STAMP, LEAST_SEEN - 1)]
    documents.append(lay("Phòng Y tế", stamp="Phòng Y tế huyện Yên Lạc "))
    assert offices.judge() == LEAST_SEEN
    assert (offices.get().names, offices.get().learned, offices.seen()) == ([STAMP], [STAMP], [])
    assert [shares(tasks, document) for document in documents] == [["lead"]] * LEAST_SEEN


def test_a_stamp_that_waits_for_the_clerk_teaches_nothing(lay, offices):
    for _ in range(LEAST_SEEN):
        lay("Phòng Y tế", stamp=STAMP, is_sure=False)
    offices.judge()
    assert (offices.get().names, offices.seen()) == ([], [])


def test_a_rare_stamp_of_others_is_not_learned(lay, offices):
    for _ in range(5 * LEAST_SEEN + 1):
        lay("Phòng Y tế", stamp=STAMP)
    for _ in range(LEAST_SEEN):
        lay("Phòng Y tế", stamp="UBND huyện Yên Lạc")
    offices.judge()
    assert offices.get().names == [STAMP]
    assert [one.name for one in offices.seen()] == ["UBND huyện Yên Lạc"]


def test_a_learned_name_that_was_taken_off_stays_off(lay, tasks, offices):
    documents = [lay("Phòng Y tế", stamp=STAMP) for _ in range(LEAST_SEEN)]
    offices.judge()
    offices.change({"names": []}, offices.get().version)
    offices.judge()
    office = offices.get()
    assert (office.names, office.learned, office.refused) == ([], [], [STAMP])
    assert offices.seen() == []
    assert shares(tasks, documents[0]) == [None]
    offices.change({"names": [STAMP]})
    assert (offices.get().names, offices.get().refused) == ([STAMP], [])


def test_two_spellings_of_a_name_are_one(offices):
    names = [
        "Phòng LĐ-TB&XH huyện Yên Lạc",
        "Phòng Lao động - Thương binh và Xã hội huyện Yên Lạc",
    ]
    assert offices.change({"names": names}).names == names[:1]


def test_a_change_on_an_old_version_is_refused(offices):
    version = offices.get().version
    offices.change({"names": [STAMP]}, version)
    with pytest.raises(Conflict):
        offices.change({"names": []}, version)


def test_a_group_of_a_task_is_told_by_its_members(lay, tasks, offices):
    (task,) = tasks.of(lay("UBND các thị trấn", support=["Phòng Y tế", "các phòng, ban"]))
    (communes,) = offices.members(task)
    assert communes.organs == ("UBND thị trấn Yên Lạc", "UBND thị trấn Tam Hồng")
    offices.change({"names": [STAMP], "members": ["Phòng Nội vụ huyện Yên Lạc"]})
    _, departments = offices.members(task)
    assert departments.organs == (STAMP, "Phòng Nội vụ huyện Yên Lạc")
