from datetime import date
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.errors import Conflict, Problem
from api.store.arrivals import Arrivals, Entry
from api.store.audit import Audit
from api.store.corrections import (
    CORRECTABLE,
    DAYS,
    Corrections,
    apply_corrections,
    find_changes,
)
from api.store.documents import Arrived, Documents
from api.store.lives import Policy
from api.store.tasks import Tasks

NUMBERS = count()


def leaf(value, confidence=0.6):
    evidence = {"page": 1, "box": [1, 2, 3, 4], "text": str(value), "rule": "test"}
    return {"value": value, "confidence": confidence, "evidence": evidence}


def make_record(number="12/KH-UBND", actions=("rà soát hồ sơ", "báo cáo kết quả")):
    return {
        "header": {"number": leaf(number), "issuer": leaf("UBND xã Hòa Bình")},
        "incoming": None,
        "tasks": [{"action": leaf(action), "lead": [leaf("Trạm Y tế")]} for action in actions],
        "review": ["header.number", "header.date"],
    }


def make_reading(word):
    lines = [{"words": [{"text": word}]}]
    return {"number": 1, "width": 1.0, "height": 1.0, "origin": "text", "lines": lines}


@pytest.fixture
def documents(engine):
    return Documents(engine)


@pytest.fixture
def document(documents):
    arrived = Arrived(f"{next(NUMBERS):064d}", "a.pdf", "application/pdf", 1, 1)
    row, _ = documents.add(arrived, make_reading("cũ"), lambda *_: None)
    documents.finish(row.id, make_record())
    return documents.get(row.id)


@pytest.fixture
def corrections(engine):
    return Corrections(engine, Policy())


def test_a_corrected_value_shows_everywhere(documents, document, corrections, engine):
    row = corrections.correct(document.id, {"header.number": "21/KH-UBND"}, document.version)
    record = documents.record(document.id)
    assert row.number == "21/KH-UBND"
    assert record["header"]["number"]["confidence"] == 1.0
    assert record["header"]["number"]["evidence"]["text"] == "12/KH-UBND"
    assert record["review"] == ["header.date"]
    assert Tasks(engine).of(document.id)[0].number == "21/KH-UBND"
    entry = Audit(engine).of_document(document.id)[-1]
    assert entry.detail["before"] == {"header.number": "12/KH-UBND"}


def test_whoever_comes_second_gets_both_versions(document, corrections):
    corrections.correct(document.id, {"header.number": "21/KH-UBND"}, document.version)
    with pytest.raises(Conflict) as caught:
        corrections.correct(document.id, {"header.number": "22/KH"}, document.version)
    assert caught.value.current == {"header.number": "21/KH-UBND"}
    assert caught.value.yours == {"header.number": "22/KH"}


@pytest.mark.parametrize(
    "values", [{"source.sha256": "x"}, {"header.date": "hôm qua"}, {"header.date": "2024-02-30"}]
)
def test_what_cannot_stand_there_is_refused(document, corrections, values):
    with pytest.raises(Problem) as caught:
        corrections.correct(document.id, values, document.version)
    assert caught.value.code == "invalid_request"


def test_a_new_reading_shows_first_what_it_would_change(documents, document, corrections):
    new = make_record("12/KH-UBNĐ", ("rà soát hồ sơ", "tổng hợp kinh phí"))
    changes = {change.path: change for change in corrections.propose(document.id, new, [])}
    assert (changes["header.number"].before, changes["header.number"].after) == (
        "12/KH-UBND",
        "12/KH-UBNĐ",
    )
    assert [item["action"] for item in changes["tasks"].before] == ["báo cáo kết quả"]
    assert [item["action"] for item in changes["tasks"].after] == ["tổng hợp kinh phí"]
    assert documents.get(document.id).number == "12/KH-UBND"


def test_a_new_reading_keeps_every_correction(documents, document, corrections, engine):
    tasks = Tasks(engine)
    corrections.correct(document.id, {"header.number": "21/KH-UBND"}, document.version)
    first, second = tasks.of(document.id)
    tasks.change(first.id, {"lead": ["Văn phòng"], "state": "accepted"})
    new = make_record("12/KH-UBNĐ", ("báo cáo mới hoàn toàn khác", "rà soát hồ sơ ."))
    changes = corrections.propose(document.id, new, [make_reading("mới")])
    assert next(one for one in changes if one.path == "header.number").is_kept
    row = corrections.accept(document.id)
    assert (row.number, row.pages_done) == ("21/KH-UBND", 1)
    assert [page.text for page in documents.pages(document.id)] == ["mới"]
    kept = tasks.require(first.id)
    assert (kept.lead, kept.state, kept.action) == (["Văn phòng"], "accepted", "rà soát hồ sơ .")
    assert second.id not in {task.id for task in tasks.of(document.id)}
    with pytest.raises(Problem):
        corrections.proposed(document.id)


def test_a_task_that_people_touched_stays_though_the_record_no_longer_states_it(
    document, corrections, engine
):
    tasks = Tasks(engine)
    first = tasks.of(document.id)[0]
    tasks.change(first.id, {"state": "accepted"})
    corrections.propose(document.id, make_record(actions=()), [])
    corrections.accept(document.id)
    assert [task.id for task in tasks.of(document.id)] == [first.id]


def test_a_new_reading_can_be_dropped(document, corrections):
    corrections.propose(document.id, make_record(), [])
    corrections.drop(document.id)
    with pytest.raises(Problem) as caught:
        corrections.accept(document.id)
    assert caught.value.code == "no_proposal"


def make_doubtful():
    return {**make_record(), "review": ["tasks[0].lead", "tasks[1].action"]}


@pytest.fixture
def doubtful(documents):
    arrived = Arrived(f"{next(NUMBERS):064d}", "b.pdf", "application/pdf", 1, 1)
    row, _ = documents.add(arrived, make_reading("cũ"), lambda *_: None)
    documents.finish(row.id, make_doubtful())
    return documents.get(row.id)


def test_what_a_clerk_confirms_no_longer_waits(documents, doubtful, corrections, engine):
    row = corrections.confirm(doubtful.id, ["tasks[0].lead"], doubtful.version)
    assert row.version == doubtful.version + 1
    assert documents.record(doubtful.id)["review"] == ["tasks[1].action"]
    assert Audit(engine).of_document(doubtful.id)[-1].detail == {"paths": ["tasks[0].lead"]}
    for paths, version, code in (
        (["tasks[0].lead"], row.version, "invalid_request"),
        (["tasks[1].action"], doubtful.version, "version_conflict"),
    ):
        with pytest.raises(Problem) as caught:
            corrections.confirm(doubtful.id, paths, version)
        assert caught.value.code == code


def test_a_new_reading_asks_again_only_where_it_says_something_else(
    documents, doubtful, corrections
):
    corrections.confirm(doubtful.id, ["tasks[0].lead", "tasks[1].action"], None)
    # The rows have changed places, and one has another wording.
    new = make_record(actions=("tổng hợp kinh phí", "rà soát hồ sơ"))
    new["review"] = ["tasks[0].action", "tasks[1].lead"]
    corrections.propose(doubtful.id, new, [])
    corrections.accept(doubtful.id)
    assert documents.record(doubtful.id)["review"] == ["tasks[0].action"]


def test_a_task_that_is_set_by_hand_is_so_in_the_record_and_no_longer_waits(
    documents, doubtful, corrections, engine
):
    tasks = Tasks(engine)
    first = tasks.of(doubtful.id)[0]
    tasks.change(first.id, {"lead": ["Trạm Y tế", "Văn phòng"]})
    record = documents.record(doubtful.id)
    assert record["review"] == ["tasks[1].action"]
    old, new = record["tasks"][0]["lead"]
    assert (old["evidence"]["page"], new["evidence"]) == (1, None)
    assert new["value"] == "Văn phòng"
    # A new reading that finds other tasks before it takes nothing of that away.
    shifted = make_record(actions=("họp giao ban tuần", "rà soát hồ sơ"))
    shifted["review"] = ["tasks[1].lead"]
    corrections.propose(doubtful.id, shifted, [])
    corrections.accept(doubtful.id)
    record = documents.record(doubtful.id)
    assert record["review"] == []
    assert [leaf["value"] for leaf in record["tasks"][1]["lead"]] == ["Trạm Y tế", "Văn phòng"]
    assert [leaf["value"] for leaf in record["tasks"][0]["lead"]] == ["Trạm Y tế"]


def test_an_arrival_entered_by_hand_no_longer_waits(documents, engine):
    arrived = Arrived(f"{next(NUMBERS):064d}", "c.pdf", "application/pdf", 1, 1)
    row, _ = documents.add(arrived, make_reading("cũ"), lambda *_: None)
    documents.finish(row.id, {**make_record(), "review": ["incoming.number", "header.date"]})
    Arrivals(engine).enter(row.id, Entry(date(2026, 3, 5), 7, "hand"))
    assert documents.record(row.id)["review"] == ["header.date"]


@given(st.dictionaries(st.sampled_from(sorted(CORRECTABLE - DAYS)), st.text(max_size=9)))
def test_corrections_hold_whatever_is_read_and_applying_twice_is_applying_once(values):
    record = make_record()
    once = apply_corrections(record, values)
    assert find_changes(once, apply_corrections(once, values)) == []
    for path, value in values.items():
        leaf_there = once
        for part in path.split("."):
            leaf_there = leaf_there[part]
        assert leaf_there["value"] == value
