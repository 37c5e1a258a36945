import copy

from hypothesis import given
from hypothesis import strategies as st

from api.store.settling import confirm, confirm_again, review_paths

LEAD = {"value": "Văn phòng", "confidence": 0.5, "evidence": None}
PATHS = ("header.number", "tasks[0].lead", "enclosed[0].header.number")


def make_record():
    return {
        "header": {"number": "12/KH-UBND"},
        "tasks": [{"action": "rà soát hồ sơ", "lead": [LEAD]}],
        "review": list(PATHS[:2]),
        "enclosed": [{"header": {"number": "1/QC"}, "review": ["header.number"]}],
    }


def test_the_paths_of_enclosed_directives_tell_where_they_are():
    assert review_paths(make_record()) == list(PATHS)


@given(st.sets(st.sampled_from(PATHS)))
def test_what_is_confirmed_waits_no_longer_and_nothing_else_changes(paths):
    record = make_record()
    before = copy.deepcopy(record)
    confirmed = confirm(record, paths)
    assert record == before
    assert set(review_paths(confirmed)) == set(PATHS) - paths
    assert confirmed["tasks"] == record["tasks"]
    assert review_paths(confirm_again(confirmed, make_record())) == review_paths(confirmed)


def test_a_value_that_is_read_otherwise_must_be_looked_at_again():
    new = make_record()
    new["tasks"][0]["lead"] = [{**LEAD, "value": "Trạm Y tế"}]
    old = confirm(make_record(), PATHS)
    assert review_paths(confirm_again(old, new)) == ["tasks[0].lead"]
