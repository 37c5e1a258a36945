from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.directive import Directive, Source
from nlp.evidence import Evidence, Leaf
from nlp.geometry import Box
from nlp.record import from_record, to_plain_record, to_record
from nlp.spans.span import DateMention
from nlp.statements.statement import (
    Arrival,
    DateStatement,
    Header,
    Reference,
    SignerStatement,
    Statements,
)
from nlp.tasks.task import Task

SOURCE = Source("a.pdf", "0" * 64, "application/pdf", 2, 1, 2, "ocr")
DAY = date(2020, 6, 1)


def _leaf(value, box=Box(1, 2, 3, 4)):  # noqa: B008 - a frozen value
    return Leaf(value, 0.5, Evidence(1, box, "như đọc", "rule"))


def _directive(text="Sở Y tế", enclosed=()):
    header = Header(
        issuer=_leaf(text),
        number=_leaf("12/QĐ-SYT"),
        date=_leaf(DAY),
        signer=SignerStatement(None, _leaf("GIÁM ĐỐC"), _leaf("Lê Tú An", box=None)),
        cosigners=(SignerStatement(None, None, _leaf("Hà Bích Vân")),),
        addressees=(_leaf("Các phòng"),),
    )
    reference = Reference(
        "basis",
        "NĐ",
        _leaf("30/2020/NĐ-CP"),
        _leaf(DAY),
        None,
        None,
        _leaf("Nghị định"),
        ("Điều 2",),
    )
    said = DateStatement(_leaf("ngày 01/6/2020"), DateMention("day", DAY, DAY))
    task = Task(
        *(_leaf("rà soát"), (_leaf("Phòng Y tế"),), (), _leaf(DAY), "trước ngày 01/6", "before"),
        *(None, _leaf("Sở Y tế"), None, ("I. NỘI DUNG",)),
    )
    statements = Statements(
        header, Arrival(None, _leaf("007"), None, None, None), (reference,), (), (), (said,), ()
    )
    return Directive(SOURCE, None, statements, (task,), ("header.number",), enclosed, ("dim",))


def test_a_record_keeps_value_evidence_and_confidence_of_a_leaf():
    number = to_record(_directive())["header"]["number"]
    assert number == {
        "value": "12/QĐ-SYT",
        "evidence": {"page": 1, "box": [1, 2, 3, 4], "text": "như đọc", "rule": "rule"},
        "confidence": 0.5,
    }


def test_a_plain_record_has_bare_values():
    record = to_plain_record(_directive())
    assert record["header"]["date"] == "2020-06-01"
    assert record["incoming"]["number"] == "007"
    assert record["tasks"][0]["lead"] == ["Phòng Y tế"]
    assert record["dates"][0] == {
        "text": "ngày 01/6/2020",
        "start": "2020-06-01",
        "end": "2020-06-01",
        "recurrence": None,
    }


def test_a_record_that_comes_back_is_written_the_same_again():
    record = to_record(_directive(enclosed=(_directive("Sở Tư pháp"),)))
    assert to_record(from_record(record)) == record


@given(st.text(max_size=40))
def test_any_text_comes_back_as_it_was(text):
    record = to_record(_directive(text))
    assert from_record(record).statements.header.issuer.value == text


def test_a_secret_document_leaves_nothing_but_its_mark():
    secret = Directive(SOURCE, "MẬT", None, (), ())
    assert to_record(secret).keys() == {"source", "header"}
    assert to_record(secret)["header"] == {"secrecy": "MẬT"}
    assert from_record(to_record(secret)) == secret


def test_a_value_that_is_missing_is_null():
    empty = replace(_directive(), statements=Statements(Header(), None, (), (), (), (), ()))
    record = to_plain_record(empty)
    assert record["incoming"] is None
    assert record["header"]["signer"] is None
    assert record["references"] == []


@pytest.mark.parametrize("name", ["source", "header", "incoming", "references", "purposes"])
def test_the_keys_are_those_of_the_contract(name):
    assert name in to_record(_directive())
