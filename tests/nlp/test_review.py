from datetime import date

from nlp.evidence import Evidence, Leaf
from nlp.review import THRESHOLDS, list_review
from nlp.statements.statement import Arrival, Header, SignerStatement, Statements
from nlp.tasks.task import Task

EVIDENCE = Evidence(1, None, "x", "test")


def _leaf(value, confidence=1.0):
    return Leaf(value, confidence, EVIDENCE)


def _statements(arrival=None, **values):
    sure = {
        "number": _leaf("5/KH-UBND"),
        "date": _leaf(date(2020, 1, 2)),
        "issuer": _leaf("UBND xã"),
        "subject": _leaf("trồng cây"),
    }
    return Statements(Header(**(sure | values)), arrival, (), (), (), (), ())


def _task(lead=1.0, deadline=None):
    units = (_leaf("Phòng Y tế", lead),) if lead is not None else ()
    day = _leaf(date(2020, 3, 1), deadline) if deadline is not None else None
    return Task(_leaf("rà soát"), units, (), day, None, None, None, None, None, ())


def test_sure_values_are_promised():
    assert list_review(_statements(), (_task(),)) == ()


def test_an_unsure_number_is_left_to_the_clerk():
    unsure = _statements(number=_leaf("5/KH-UBND", 0.5))
    assert list_review(unsure, ()) == ("header.number",)


def test_an_unsure_authority_title_or_name_of_the_signer_is_left_to_the_clerk():
    signer = SignerStatement(_leaf("KT. GIÁM ĐỐC", 0.5), _leaf("PHÓ GIÁM ĐỐC"), _leaf("A", 0.5))
    found = list_review(_statements(signer=signer), ())
    assert found == ("header.signer.authority", "header.signer.name")


def test_a_missing_number_is_left_to_the_clerk():
    assert list_review(_statements(number=None), ()) == ("header.number",)


def test_a_stamp_without_a_readable_number_asks_for_it():
    arrival = Arrival(_leaf("Phòng Y tế"), None, _leaf(date(2020, 1, 5), 0.2), None, None)
    assert list_review(_statements(arrival), ()) == ("incoming.number", "incoming.date")


def test_the_register_comes_before_the_tasks():
    arrival = Arrival(_leaf("Phòng Y tế"), None, _leaf(date(2020, 1, 5)), None, None)
    found = list_review(_statements(arrival, date=None), (_task(lead=None), _task(deadline=0.1)))
    assert found == ("header.date", "incoming.number", "tasks[0].lead", "tasks[1].deadline")


def test_thresholds_are_probabilities():
    assert all(0 < threshold < 1 for threshold in THRESHOLDS.values())
