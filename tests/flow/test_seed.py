"""The seed document from bytes to record, as a scan and as text alone."""

from pathlib import Path

import pytest

from nlp.pipeline import read_document
from nlp.reading.inprocess import InProcessEngine
from nlp.reading.read import read_page
from nlp.record import to_plain_record, to_record

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
FILES = ["2873-KH-UBND/2873-KH-UBND.pdf", "seed/seed.txt"]


@pytest.fixture(scope="module", params=FILES)
def directive(request):
    path, engine = SAMPLES / request.param, InProcessEngine()
    return read_document(
        path.read_bytes(),
        path.name,
        lambda data, pages: [read_page(data, number + 1, engine) for number in range(pages)],
    )


@pytest.fixture
def record(directive):
    return to_plain_record(directive)


def test_the_header_is_read(record):
    header = record["header"]
    assert (header["number"], header["type"]) == ("2873/KH-UBND", "KH")
    assert header["date"] == "2018-11-08"
    assert header["issuer"] == "UBND huyện Vĩnh Tường"
    assert header["subject"].startswith("Triển khai Tháng hành động Vì bình đẳng giới")


def test_the_slip_in_the_place_is_mended_and_the_raw_word_kept(directive):
    place = to_record(directive)["header"]["place"]
    assert place["value"] == "Vĩnh Tường"
    assert "Vinh Tường" in place["evidence"]["text"]


def test_the_stamp_is_read_with_what_was_written_by_hand(record):
    assert record["incoming"] == {
        "organisation": "Trung tâm VH-TT-TT huyện Vĩnh Tường",
        "number": "210",
        "date": "2018-11-09",
        "forwarded_to": None,
        "file_number": None,
    }


def test_one_plan_is_cited_and_implemented(record):
    [reference] = record["references"]
    assert (reference["relation"], reference["type"]) == ("implements", "KH")
    assert (reference["number"], reference["date"]) == ("8271/KH-UBND", "2018-10-24")
    assert reference["issuer"] == "UBND tỉnh Vĩnh Phúc"


def test_purposes_and_requirements_are_told_apart(record):
    assert (len(record["purposes"]), len(record["requirements"])) == (4, 2)
    assert record["requirements"][0].startswith("Tổ chức các hoạt động trên phạm vi toàn huyện")


def test_a_plan_that_assigns_nothing_has_no_task(record):
    assert record["tasks"] == []
