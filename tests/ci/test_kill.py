import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SPEC = importlib.util.spec_from_file_location("kill", ROOT / ".ci" / "kill.py")
kill = importlib.util.module_from_spec(SPEC)
sys.modules["kill"] = kill
SPEC.loader.exec_module(kill)


def test_killing_web_and_workers_loses_no_document_and_reads_none_twice():
    watch, faults = kill.run(kill.Plan(uploads=6, kills=3, pause=4))
    assert faults == []
    assert (len(watch.acknowledged), watch.kills) == (6, 3)
