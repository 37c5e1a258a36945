"""The figures of the house's bar, measured on the code; exits 1 when one is missed."""

import ast
import graphlib
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONG = 50
PARTS = ("nlp", "api", "models", "samples")
Function = ast.FunctionDef | ast.AsyncFunctionDef
Modules = dict[Path, ast.Module]


def main() -> int:
    """Print one line a figure: what it is, what it was measured to be, what it may be."""
    modules = {path: ast.parse(path.read_text("utf-8")) for path in find_modules()}
    functions = [node for tree in modules.values() for node in find_functions(tree)]
    lengths = sorted(count_lines(function) for function in functions)
    longest = max(modules, key=lambda path: len(path.read_text("utf-8").splitlines()))
    figures = (
        ("function median, lines", statistics.median(lengths), 10),
        ("function 90th percentile, lines", lengths[int(0.9 * (len(lengths) - 1))], 40),
        ("functions over 50 lines, %", share(length > LONG for length in lengths), 4.99),
        (f"longest module, lines ({longest.relative_to(ROOT)})", line_count(longest), 299),
        ("functions not annotated, %", share(not is_annotated(f) for f in functions), 5),
        ("imports inside functions", sum(count_imports(f) for f in functions), 2),
        ("import cycles", count_cycles(modules), 0),
    )
    print(f"{len(functions)} functions in {len(modules)} modules of {', '.join(PARTS)}")
    for name, measured, most in figures:
        mark = "ok  " if measured <= most else "OVER"
        print(f"{mark} {name}: {measured:.4g} (at most {most:.4g})")
    return int(any(measured > most for _, measured, most in figures))


def find_modules() -> list[Path]:
    """Every module of the parts that are judged."""
    return [path for part in PARTS for path in sorted((ROOT / part).rglob("*.py"))]


def find_functions(tree: ast.Module) -> Iterator[Function]:
    """Every function and method of a module."""
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def count_lines(function: Function) -> int:
    """The lines of a function from `def` to its end."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def line_count(path: Path) -> int:
    """The lines of a file."""
    return len(path.read_text("utf-8").splitlines())


def share(hits: Iterator[bool]) -> float:
    """The per cent of hits."""
    values = list(hits)
    return 100 * sum(values) / max(len(values), 1)


def is_annotated(function: Function) -> bool:
    """Whether every parameter but self and cls, and the return, has a type."""
    given = function.args
    names = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
    typed = all(a is None or a.arg in {"self", "cls"} or a.annotation for a in names)
    return typed and (function.returns is not None or function.name == "__init__")


def count_imports(function: Function) -> int:
    """The imports that stand directly inside a function, not in a function within it."""
    own = (node for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom))
    return sum(1 for _ in own)


def count_cycles(modules: Modules) -> int:
    """1 when the modules import each other in a circle, else 0."""
    names = {module_name(path): path for path in modules}
    graph = {
        name: {known for known in imported(modules[path]) if known in names and known != name}
        for name, path in names.items()
    }
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        print("cycle:", " -> ".join(error.args[1]))
        return 1
    return 0


def module_name(path: Path) -> str:
    """`nlp.pages.load` of its path."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(tree: ast.Module) -> Iterator[str]:
    """Every module that a module names in an import at its top level."""
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


if __name__ == "__main__":
    sys.exit(main())
