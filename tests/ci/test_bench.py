import importlib.util
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).resolve().parents[2]
SPEC = importlib.util.spec_from_file_location("bench", ROOT / ".ci" / "bench.py")
bench = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(bench)


def test_the_page_that_is_measured_is_the_first_of_a_sample(tmp_path):
    place = tmp_path / "page.pdf"
    place.write_bytes(bench.first_page(bench.SAMPLE.read_bytes()))
    assert len(pypdfium2.PdfDocument(place)) == 1


def test_cpu_seconds_are_those_of_the_command():
    assert 0 <= bench.cpu(["true"]) < 1


def test_without_ocrmypdf_nothing_is_measured(monkeypatch, capsys):
    monkeypatch.setattr(bench.shutil, "which", lambda _: None)
    assert bench.main() == 1
    assert "ocrmypdf" in capsys.readouterr().out
