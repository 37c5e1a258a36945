import pytest

from nlp.score.fields import Tally, add_scores, score_record

GOLDEN = {
    "header": {"number": "12/QĐ-SYT", "issuer": "UBND tỉnh Nghệ An", "urgency": None},
    "incoming": None,
    "references": [{"number": "30/2020/NĐ-CP", "type": "NĐ", "date": "2020-03-05"}],
    "tasks": [
        {
            "action": "rà soát hồ sơ tồn đọng",
            "lead": ["Phòng Y tế"],
            "deadline": "2020-06-01",
            "recurrence": None,
        }
    ],
}


def _score(**changes):
    return score_record(GOLDEN, GOLDEN | changes)


def test_the_golden_record_scores_full_marks():
    assert all(tally.f1 in {1.0, None} for tally in _score().values())


def test_a_null_that_is_rightly_null_earns_nothing():
    assert _score()["header.urgency"] == Tally(0, 0, 0)
    assert _score()["header.urgency"].f1 is None


def test_a_value_where_none_is_costs():
    given = GOLDEN["header"] | {"urgency": "KHẨN"}
    assert _score(header=given)["header.urgency"].precision == 0.0


@pytest.mark.parametrize(
    ("given", "right"),
    [("12/QĐ-SYT", 1), ("012/QĐ–SYT", 1), ("12/QD-SYT", 0), ("12/qđ-syt", 0), (None, 0)],
)
def test_numbers_are_compared_with_their_case_and_marks(given, right):
    tallies = _score(header={"number": given})
    assert tallies["header.number"].right == right


def test_names_of_organs_may_be_abbreviated():
    tallies = _score(header={"issuer": "Ủy ban nhân dân tỉnh Nghệ An"})
    assert tallies["header.issuer"].right == 1


def test_what_the_golden_record_leaves_out_is_not_measured():
    assert "header.subject" not in _score(header={"subject": "anything"})


def test_a_wrapped_leaf_counts_as_its_value():
    leaf = {"value": "12/QĐ-SYT", "evidence": None, "confidence": 0.4}
    assert _score(header={"number": leaf})["header.number"].right == 1


def test_a_missed_reference_costs_its_fields_too():
    tallies = _score(references=[])
    assert tallies["references.number"].recall == 0.0
    assert tallies["references.date"] == Tally(0, 1, 0)


def test_a_task_is_strict_only_with_lead_and_deadline():
    task = GOLDEN["tasks"][0] | {"deadline": None}
    tallies = _score(tasks=[task])
    assert tallies["tasks.action"].right == 1
    assert tallies["tasks.strict"].right == 0


def test_an_invented_task_costs_its_lead():
    invented = {"action": "mua sắm bàn ghế", "lead": ["Phòng Tài chính"]}
    tallies = _score(tasks=[GOLDEN["tasks"][0], invented])
    assert tallies["tasks.lead"] == Tally(1, 1, 2)


def test_a_stamp_where_none_is_costs():
    tallies = _score(incoming={"number": "5", "date": None, "organisation": None})
    assert tallies["incoming.absent"].right == 0


def test_documents_add_up():
    total = add_scores([_score(), _score(header={"number": None})])
    assert total["header.number"] == Tally(1, 2, 1)
