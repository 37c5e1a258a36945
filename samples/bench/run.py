"""Measure all readers in one run: `python -m samples.bench.run [--texts N] [--conditions a,b]`."""

import argparse
import os
import shutil
import sys
from pathlib import Path

from samples.bench.conditions import CONDITIONS
from samples.bench.errors import Errors, count_errors
from samples.bench.readers import Ours, Read, read_with_ocrmypdf, read_with_tesseract
from samples.bench.report import Figures, keep, table_of
from samples.bench.sheets import TEXTS, Sheet, make_sheet
from samples.render.script import load_script


def main() -> int:
    """Print a table of all readers and conditions; 1 where a reader is missing."""
    chosen = _arguments()
    for program in ("tesseract", "ocrmypdf"):
        if program in chosen.readers and not shutil.which(program):
            print(f"{program} is not installed: `.ci/packages bench` brings it.")
            return 1
    os.environ |= {"OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1"}
    known: dict[str, Read] = {
        "tesseract": read_with_tesseract, "ocrmypdf": read_with_ocrmypdf, "vanthu": Ours(),
    }  # fmt: skip
    readers = {name: known[name] for name in chosen.readers}
    if "vanthu" in readers:  # what is loaded once is no cost of a page
        readers["vanthu"](_sheet(next(TEXTS.glob("*.toml")), "clean").pdf)
    found: list[Figures] = []
    print(table_of([Figures("", name, Errors(), 0) for name in readers]).splitlines()[0])
    for condition in chosen.conditions:
        sheets = [_sheet(path, condition) for path in sorted(TEXTS.glob("*.toml"))[: chosen.texts]]
        found += measure(condition, sheets, readers)
        print(table_of(found).splitlines()[-1], flush=True)
    if chosen.keep:
        keep(found, Path(__file__).resolve().parents[2] / "docs")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, help="how many of the texts; all without it")
    parser.add_argument("--conditions", type=_names, default=tuple(CONDITIONS))
    parser.add_argument("--readers", type=_names, default=("tesseract", "ocrmypdf", "vanthu"))
    parser.add_argument("--keep", action="store_true", help="write table and plot into docs/")
    return parser.parse_args()


def _names(told: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in told.split(","))


def _sheet(path: Path, condition: str) -> Sheet:
    return make_sheet(load_script(path), CONDITIONS[condition], condition)


def measure(condition: str, sheets: list[Sheet], readers: dict[str, Read]) -> list[Figures]:
    """Return the figures of each reader on the sheets; each sheet is read by all in turn."""
    errors, seconds = dict.fromkeys(readers, Errors()), dict.fromkeys(readers, 0.0)
    for sheet in sheets:
        for name, read in readers.items():
            text, cost = read(sheet.pdf)
            errors[name] += count_errors(text, sheet.lines, sheet.header)
            seconds[name] += cost
    return [
        Figures(condition, name, errors[name], seconds[name] / len(sheets)) for name in readers
    ]


if __name__ == "__main__":
    sys.exit(main())
