"""The golden records against the documents they were typed from."""

import json
import re
import tomllib
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
IDS = sorted(path.parent.name for path in SAMPLES.glob("*/golden.json"))
SUFFIXES = {".pdf", ".tif", ".jpg", ".png", ".txt"}
HEADER = {
    "parent", "issuer", "number", "type", "place", "date", "subject", "urgency", "secrecy",
    "signer", "cosigners", "addressees", "recipients",
}  # fmt: skip


def golden(sample):
    return json.loads((SAMPLES / sample / "golden.json").read_text("utf-8"))


def document(sample):
    [found] = [path for path in (SAMPLES / sample).iterdir() if path.suffix in SUFFIXES]
    return found


def printed(sample):
    script = SAMPLES / sample / "script.toml"
    if not script.exists():
        return flat(document(sample).read_text("utf-8"))
    table = tomllib.loads(script.read_text("utf-8"))
    return flat(" ".join(words_of(part) for part in (table, *table.get("enclosed", ()))))


def words_of(table):
    head, closing = table["head"], table.get("closing", {})
    signers = [
        " ".join((*signer["lines"], signer["name"])) for signer in closing.get("signers", ())
    ]
    parts = [
        *head.get("title", ()),
        *head.get("about", ()),
        table["body"],
        table.get("appendix", ""),
        *closing.get("recipients", ()),
        *signers,
    ]
    return " ".join(parts)


def flat(text):
    return re.sub(r"[\s|]+", " ", re.sub(r"\*\*|__", "", text))


def sentences(record):
    yield from record["purposes"]
    yield from record["requirements"]
    yield from (row["text"] for row in record.get("dates", ()))
    yield from (row["number"] for row in record["references"])
    yield from (row.get("subject") for row in record["references"])
    for task in record["tasks"]:
        yield task["action"]
        yield from (task.get("deadline_text"), task.get("report_to"))
        yield from (*task.get("lead", ()), *task.get("support", ()))
    yield from record["header"]["recipients"]
    yield from record["header"]["addressees"]
    yield record["header"]["subject"]
    for enclosed in record.get("enclosed", ()):
        yield from sentences(enclosed)


@pytest.mark.parametrize("sample", IDS)
def test_a_sample_is_a_document_named_like_its_folder_with_truth_and_source(sample):
    assert document(sample).stem == sample
    assert (SAMPLES / sample / "source.md").read_text("utf-8").startswith("# ")


@pytest.mark.parametrize("sample", IDS)
def test_the_golden_record_names_the_file_and_counts_its_pages(sample):
    path, source = document(sample), golden(sample)["source"]
    assert source["file_name"] == path.name
    if path.suffix == ".pdf":
        assert len(pypdfium2.PdfDocument(path)) == source["pages"]
    elif path.suffix != ".txt":
        with Image.open(path) as image:
            assert getattr(image, "n_frames", 1) == source["pages"]


@pytest.mark.parametrize("sample", [name for name in IDS if name != "van-ban-mat"])
def test_what_the_golden_record_states_stands_in_the_document(sample):
    text = printed(sample)
    assert [words for words in sentences(golden(sample)) if words and words not in text] == []


@pytest.mark.parametrize("sample", IDS)
def test_the_golden_record_uses_the_words_of_the_contract(sample):
    record = golden(sample)
    assert record["header"].keys() <= HEADER
    for row in record.get("dates", ()):
        assert row.keys() == {"text", "start", "end", "recurrence"}
        assert (row["start"] is None) == (row["recurrence"] is not None)


def test_the_secret_sample_holds_nothing_but_its_source_and_mark():
    record = golden("van-ban-mat")
    assert record.keys() == {"source", "header"}
    assert record["header"] == {"secrecy": "MẬT"}


@pytest.mark.parametrize("sample", ["2873-KH-UBND", "seed"])
def test_the_seed_says_the_same_as_a_scan_and_as_text(sample):
    record = golden(sample)
    assert record["header"]["issuer"] == "UBND huyện Vĩnh Tường"
    assert record["header"]["place"] == "Vĩnh Tường"
    assert (record["incoming"]["number"], record["incoming"]["date"]) == ("210", "2018-11-09")
    assert len(record["purposes"]), len(record["requirements"]) == (4, 2)
