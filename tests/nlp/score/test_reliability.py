import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.score.reliability import (
    Judged,
    calibrate,
    expected_error,
    fit_points,
    judge_record,
    judge_tasks,
    list_bins,
)

VALUES = st.lists(st.builds(Judged, st.just("tasks.lead"), st.floats(0, 1), st.booleans()))


def leaf(value, confidence=0.9):
    return {"value": value, "evidence": None, "confidence": confidence}


def task(action, lead, **values):
    return {"action": leaf(action), "lead": [leaf(name) for name in lead], **values}


def test_every_value_of_a_record_is_judged_that_the_golden_one_tells():
    golden = {
        "header": {"number": "12/KH-UBND", "signer": {"name": "Lê Tú An"}},
        "incoming": {"number": "210"},
        "references": [{"number": "5/NQ-CP"}],
        "purposes": ["Nâng cao ý thức bảo vệ rừng"],
    }
    given_record = {
        "header": {
            "number": leaf("13/KH-UBND", 0.4),
            "date": leaf("2020-01-02"),
            "signer": {"name": leaf("Lê Tú An"), "title": None},
        },
        "incoming": {"number": leaf("210")},
        "references": [{"number": leaf("5/NQ-CP")}, {"number": leaf("6/NQ-CP", 0.5)}],
        "purposes": [leaf("Nâng cao ý thức bảo vệ rừng")],
    }
    judged = judge_record(golden, given_record)
    assert [(each.field, each.is_right) for each in judged] == [
        ("header.number", False),
        ("header.signer.name", True),
        ("incoming.number", True),
        ("references.number", True),
        ("references.number", False),
        ("purposes", True),
    ]


def test_every_given_value_is_judged_by_the_golden_task_of_the_same_action():
    golden = {"tasks": [{"action": "rà soát hồ sơ", "lead": ["Sở Nội vụ"], "deadline": None}]}
    given_task = task("rà soát hồ sơ", ["Sở Nội vụ", "Sở Y tế"], deadline=leaf("2024-05-02", 0.7))
    judged = judge_tasks(golden, {"tasks": [given_task]})
    assert [(each.field, each.is_right) for each in judged] == [
        ("tasks.action", True),
        ("tasks.lead", True),
        ("tasks.lead", False),
        ("tasks.deadline", False),
    ]


def test_the_values_of_an_invented_task_are_wrong():
    judged = judge_tasks({"tasks": []}, {"tasks": [task("mở hội chợ", ["Sở Công Thương"])]})
    assert [each.is_right for each in judged] == [False, False]


def test_what_the_golden_record_leaves_open_is_not_judged():
    assert judge_tasks({}, {"tasks": [task("mở hội chợ", ["Sở Công Thương"])]}) == ()
    golden = {"tasks": [{"action": "mở hội chợ"}]}
    judged = judge_tasks(golden, {"tasks": [task("mở hội chợ", ["Sở Công Thương"])]})
    assert [each.field for each in judged] == ["tasks.action"]


def test_the_expected_error_is_the_mean_gap_of_the_tenths():
    values = [Judged("f", 0.85, is_right=True)] * 3 + [Judged("f", 0.85, is_right=False)]
    assert expected_error(values) == pytest.approx(0.10)
    assert expected_error([]) == 0.0


@given(VALUES)
def test_lines_rise_and_stay_probabilities(values):
    points = fit_points(values)
    shares = [share for _, share in points]
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)
    assert sum(each.count for each in list_bins(values)) == len(values)


def test_many_values_pull_the_line_to_their_share():
    values = [Judged("f", 0.75, is_right=index % 10 != 0) for index in range(400)]
    calibrated = calibrate(values, {"f": fit_points(values)})
    assert expected_error(calibrated) < 0.01 < expected_error(values)
