import json

from api.errors import Problem
from api.terminal.giving import give, give_extract, give_rows, tell


class Row:
    def __init__(self):
        self.number, self._hidden = "12/KH-UBND", 1


def test_a_record_is_written_to_its_place_and_printed_as_one_line(tmp_path, capsys):
    record, place = {"header": {"subject": "số hóa"}}, tmp_path / "a.json"
    give(record, place, as_json=True)
    assert json.loads(place.read_text("utf-8")) == record
    assert json.loads(capsys.readouterr().out) == record


def test_the_record_of_a_refused_document_is_not_shown_on_a_screen(capsys):
    give_extract({"header": {}}, None, Problem(code="secret_document"), as_json=False)
    assert capsys.readouterr().out == ""


def test_rows_are_lines_of_json_without_what_the_store_keeps_for_itself(capsys):
    give_rows([Row(), Row()])
    assert capsys.readouterr().out == '{"number": "12/KH-UBND"}\n' * 2


def test_a_problem_names_the_file_and_is_one_line(capsys, tmp_path):
    path = tmp_path / f"{'a' * 150}.pdf"
    tell(Problem(code="not_found", detail="Không có."), path)
    assert capsys.readouterr().err == f"{path}: Không có.\n"
