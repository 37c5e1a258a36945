import importlib.util
import json
from pathlib import Path

import pytest

PLACE = Path(__file__).resolve().parents[2] / ".ci" / "gate.py"
SPEC = importlib.util.spec_from_file_location("gate", PLACE)
gate = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(gate)


@pytest.fixture
def reached(tmp_path, monkeypatch):
    """One sample whose number is read rightly and whose place is not."""
    samples, records = tmp_path / "samples", tmp_path / "records"
    (samples / "a").mkdir(parents=True)
    records.mkdir()
    header = {"number": "5/QĐ-UBND", "place": "An Hải"}
    (samples / "a" / "golden.json").write_text(json.dumps({"header": header}), "utf-8")
    told = {"header": header | {"place": "An Hòa"}}
    (records / "a.json").write_text(json.dumps(told), "utf-8")
    monkeypatch.setattr(gate, "SAMPLES", samples)
    monkeypatch.setattr(gate, "RECORDS", records)
    monkeypatch.setattr(gate, "KEPT", samples / "scores.json")
    monkeypatch.setattr(gate, "read_samples", lambda: None)
    monkeypatch.setattr("sys.argv", ["gate"])
    return samples / "scores.json"


def test_a_field_below_its_kept_figure_fails_the_gate(reached, capsys):
    reached.write_text(json.dumps({"header.number": 1.0, "header.place": 0.5}), "utf-8")
    assert gate.main() == 1
    assert "FELL header.place" in capsys.readouterr().out


def test_a_field_that_is_no_longer_measured_fails_the_gate(reached):
    reached.write_text(json.dumps({"header.urgency": 0.3}), "utf-8")
    assert gate.main() == 1


def test_raising_keeps_the_best_figure_of_each_field(reached, monkeypatch):
    reached.write_text(json.dumps({"header.place": 0.0}), "utf-8")
    monkeypatch.setattr("sys.argv", ["gate", "--raise"])
    assert gate.main() == 0
    assert json.loads(reached.read_text("utf-8"))["header.number"] == 1.0
