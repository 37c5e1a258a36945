import ast
import importlib.util
from pathlib import Path

import pytest

PLACE = Path(__file__).resolve().parents[2] / ".ci" / "bar.py"
SPEC = importlib.util.spec_from_file_location("bar", PLACE)
bar = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(bar)


def function(source):
    return next(bar.find_functions(ast.parse(source)))


def test_a_function_is_as_long_as_its_lines():
    assert bar.count_lines(function("def f():\n    a = 1\n    return a\n")) == 3


@pytest.mark.parametrize(
    ("source", "typed"),
    [
        ("def f(a: int) -> int: ...", True),
        ("def f(self, *rest: int) -> None: ...", True),
        ("def f(a) -> int: ...", False),
        ("def f(a: int): ...", False),
        ("def __init__(self, a: int): ...", True),
    ],
)
def test_a_function_is_annotated_when_all_it_takes_and_gives_is(source, typed):
    assert bar.is_annotated(function(source)) is typed


def test_imports_inside_functions_are_counted():
    assert bar.count_imports(function("def f():\n    import os\n    from a import b\n")) == 2


def test_modules_that_import_each_other_are_a_cycle(capsys):
    root = bar.ROOT
    trees = {
        root / "nlp/one.py": ast.parse("from nlp import two"),
        root / "nlp/two.py": ast.parse("import nlp.one"),
        root / "nlp/three.py": ast.parse("import nlp.one"),
    }
    assert bar.count_cycles(trees) == 1
    assert "nlp.one" in capsys.readouterr().out
    del trees[root / "nlp/one.py"]
    assert bar.count_cycles(trees) == 0
