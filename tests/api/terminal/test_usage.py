import re

import pytest
from typer import TyperException
from typer.main import get_command
from typer.testing import CliRunner

from api.cli import app
from api.terminal.usage import Group, explain_misuse

COMMANDS = get_command(app)
assert isinstance(COMMANDS, Group)
NAMES = sorted(COMMANDS.commands)
ENGLISH = re.compile(r"usage|options?|arguments?|commands?|required|default|exit|<\w+>")


@pytest.mark.parametrize("name", [None, *NAMES])
def test_the_help_of_every_command_is_in_vietnamese(name):
    shown = CliRunner().invoke(app, [name, "--help"] if name else ["--help"])
    assert shown.exit_code == 0
    assert shown.stdout.startswith("Cách dùng: ")
    assert "Xem hướng dẫn này." in shown.stdout
    assert ENGLISH.findall(shown.stdout.lower()) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("serch x", "không có lệnh “serch” (có phải search?)"),
        ("xyz", "không có lệnh “xyz”"),
        ("--vers", "không có tùy chọn --vers (có phải --version?)"),
        ("explain", "thiếu TỆP"),
        ("search x --limit", "tùy chọn --limit thiếu giá trị"),
        ("tasks --json=3", "tùy chọn --json không nhận giá trị"),
        ("search x --limit 0", "giá trị của --limit không hợp lệ; hãy ghi một số từ 1 đến 1000"),
        ("show abc", "giá trị của MÃ không hợp lệ; hãy ghi một số"),
        ("show 1 2", "thừa “2”"),
        ("--", "thiếu lệnh"),
    ],
)
def test_a_wrong_use_is_told_with_the_word_that_is_wrong(words, said):
    with pytest.raises(TyperException) as caught:
        app(words.split(), standalone_mode=False)
    assert explain_misuse(caught.value) == said
