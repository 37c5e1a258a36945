import pytest

from api.errors import Problem
from api.terminal.paths import find_files, plan_outputs, write_text


def test_folders_give_their_documents_and_named_files_are_always_taken(tmp_path):
    for name in ("b.pdf", "a/c.TIF", "a/.an.pdf", "notes.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    named = tmp_path / "notes.json"
    assert find_files([tmp_path]) == [tmp_path / "a" / "c.TIF", tmp_path / "b.pdf"]
    assert find_files([named, named]) == [named]


def test_no_two_files_share_an_output(tmp_path):
    pdf, png = tmp_path / "a.pdf", tmp_path / "a.png"
    outputs = plan_outputs([pdf, png], tmp_path / "out")
    assert outputs == {
        pdf: tmp_path / "out" / "a.json",
        png: tmp_path / "out" / "a.png.json",
    }
    assert (tmp_path / "out").is_dir()
    assert plan_outputs([pdf], None) == {}


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    file = tmp_path / "a.txt"
    write_text(file, "đã ghi")
    assert file.read_text("utf-8") == "đã ghi"
    for act in (lambda: write_text(file / "b", ""), lambda: plan_outputs([], file / "out")):
        with pytest.raises(Problem, match=str(file)) as caught:
            act()
        assert caught.value.code == "invalid_request"
