from samples.render import make

SCRIPT = """
body = "Một câu."
[head]
left = ["**UBND XÃ**", "**AN HẢI**"]
number = "Số: 1/QĐ-UBND"
[paper]
file = "mot.pdf"
"""


def test_only_the_chosen_samples_are_rendered(tmp_path, monkeypatch, capsys):
    for name in ("mot", "hai"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "script.toml").write_text(SCRIPT, "utf-8")
    monkeypatch.setattr(make, "SAMPLES", tmp_path)
    make.main(["mot"])
    assert (tmp_path / "mot" / "mot.pdf").exists()
    assert not (tmp_path / "hai" / "mot.pdf").exists()
    assert capsys.readouterr().out.startswith("mot/mot.pdf")
