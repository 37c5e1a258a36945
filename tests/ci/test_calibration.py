import importlib.util
import json
import tomllib
from pathlib import Path

import pytest

PLACE = Path(__file__).resolve().parents[2] / ".ci" / "calibration.py"
SPEC = importlib.util.spec_from_file_location("calibration", PLACE)
calibration = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(calibration)


def leaf(value, confidence):
    return {"value": value, "evidence": None, "confidence": confidence}


@pytest.fixture
def folders(tmp_path):
    """Ten documents with one task each; every lead is right, and given with 0.6."""
    golden, records = tmp_path / "golden", tmp_path / "records"
    for place in (golden, records):
        place.mkdir()
    for index in range(10):
        task = {"action": f"rà soát hồ sơ số {index}", "lead": ["Sở Nội vụ"]}
        told = {"action": leaf(task["action"], 1.0), "lead": [leaf("Sở Nội vụ", 0.6)]}
        (golden / f"{index}.json").write_text(json.dumps({"tasks": [task]}), "utf-8")
        (records / f"{index}.json").write_text(json.dumps({"tasks": [told]}), "utf-8")
    return golden, records


def test_the_report_tells_the_error_now_and_of_what_was_held_out(folders):
    head, curve = calibration.report("tasks.lead", calibration.judge_records(*folders))
    assert "10 values  right 1.000  error 0.400 -> 0.133 held out" in head
    assert "sure 0.60  right 1.00  of 10" in curve


def test_only_lines_that_lower_the_held_out_error_are_kept(folders):
    rows = tomllib.loads(calibration.lines_of(calibration.judge_records(*folders)))
    assert [row["field"] for row in rows["certainty"]] == ["tasks.lead"]


def test_a_golden_record_without_a_reading_is_left_out(folders):
    golden, records = folders
    (records / "3.json").unlink()
    assert len(calibration.judge_records(golden, records)) == 9
