import json
import subprocess
import sys
from types import SimpleNamespace

import pypdfium2

from samples.bench import memory


def test_a_long_file_repeats_the_pages_of_a_sample(tmp_path):
    path = tmp_path / "long.pdf"
    memory.write_long(memory.SAMPLES / "bao-cao-huyen" / "bao-cao-huyen.pdf", 5, path)
    long = pypdfium2.PdfDocument(path)
    assert len(long) == 5
    assert long[0].get_textpage().get_text_range() == long[2].get_textpage().get_text_range()


def test_too_much_memory_in_the_main_process_is_a_failure(monkeypatch, capsys):
    took = {"pages": 2, "seconds": 3, "main_mib": 501, "child_mib": 9, "cores": 2, "of_cores": 2}
    answer = SimpleNamespace(stdout=json.dumps(took))
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: answer)
    monkeypatch.setattr(sys, "argv", ["memory", "ke-hoach-xa", "--pages", "2"])
    assert memory.main() == 1
    assert "501 MiB" in capsys.readouterr().out
