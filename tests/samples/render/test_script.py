from pathlib import Path

import pytest

from samples.render.script import load_script

SAMPLES = Path(__file__).resolve().parents[3] / "samples"


@pytest.mark.parametrize(
    "path", sorted(SAMPLES.glob("*/script.toml")), ids=lambda p: p.parent.name
)
def test_every_script_loads_and_names_the_document_beside_it(path):
    assert (path.parent / load_script(path).paper.file).exists()


def test_a_script_without_stamp_and_closing_has_none(tmp_path):
    path = tmp_path / "script.toml"
    path.write_text('body = "x"\n[head]\nleft = ["A"]\n[paper]\nfile = "x.pdf"\n', "utf-8")
    script = load_script(path)
    assert script.arrival is None
    assert script.closing.signers == ()
