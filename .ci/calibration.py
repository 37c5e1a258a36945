"""How far confidences are probabilities: reliability and expected calibration error.

    .ci/calibration.py [DOCUMENTS GOLDEN]… [--fit]

Without folders: the samples. Every document is read anew. The error behind the arrow is that of
documents held out: each fifth of them is judged by lines fitted to the others. `--fit` reads with
the plain confidences and keeps the lines of tasks that lower it in nlp/lexicon/certainty.toml.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from nlp.score.reliability import (
    FIELDS,
    Document,
    calibrate,
    expected_error,
    fit_points,
    judge_record,
    list_bins,
)

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"
KEPT = ROOT / "nlp" / "lexicon" / "certainty.toml"
HEADING = "# Measured by .ci/calibration.py --fit: (confidence, share of right values).\n"
FOLDS = 5
REFUSED = 4


def main() -> int:
    """Print the reliability of every field; with `--fit` keep the lines."""
    folders = [Path(argument) for argument in sys.argv[1:] if not argument.startswith("--")]
    pairs = list(zip(folders[::2], folders[1::2], strict=True)) or [(SAMPLES, SAMPLES)]
    if "--fit" in sys.argv:
        KEPT.write_text(f"{HEADING}certainty = []\n", "utf-8")
    documents = [judged for pair in pairs for judged in judge_folder(*pair)]
    for field in dict.fromkeys(each.field for judged in documents for each in judged):
        print("\n".join(report(field, documents)))
    if "--fit" in sys.argv:
        KEPT.write_text(HEADING + lines_of(documents), "utf-8")
    return 0


def judge_folder(documents: Path, golden: Path) -> list[Document]:
    """The judged values of each document of a folder that has a golden record."""
    with tempfile.TemporaryDirectory() as out:
        command = [Path(sys.executable).parent / "vanthu", "extract", documents, "--out", out]
        done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL)  # noqa: S603 - ours
        if done.returncode not in {0, REFUSED}:
            sys.exit(done.returncode)
        return judge_records(golden, Path(out))


def judge_records(golden: Path, predicted: Path) -> list[Document]:
    """The judged values of each record that has a golden one."""
    found = []
    for path in sorted((*golden.glob("*/golden.json"), *golden.glob("*.json"))):
        name = path.parent.name if path.name == "golden.json" else path.stem
        record = predicted / f"{name}.json"
        if record.exists() and path.name != "scores.json":
            read = [json.loads(each.read_text("utf-8")) for each in (path, record)]
            found.append(judge_record(*read))
    return found


def report(field: str, documents: Sequence[Document]) -> list[str]:
    """The lines that tell the reliability of a field: its error now, and of what was held out."""
    own = [tuple(each for each in judged if each.field == field) for judged in documents]
    values = [each for judged in own for each in judged]
    held = hold_out(own)
    right = sum(each.is_right for each in values) / max(len(values), 1)
    error = f"error {expected_error(values):.3f} -> {expected_error(held):.3f} held out"
    head = f"{field:18} {len(values):4} values  right {right:.3f}  {error}"
    bins = (
        f"    sure {each.confidence:.2f}  right {each.right:.2f}  of {each.count}"
        for each in list_bins(values)
    )
    return [head, *bins]


def hold_out(documents: Sequence[Document]) -> Document:
    """All values, each calibrated by the documents of the other folds."""
    held: Document = ()
    for fold in range(FOLDS):
        others = [
            each
            for index, judged in enumerate(documents)
            for each in judged
            if index % FOLDS != fold
        ]
        points = {each.field: fit_points(others) for each in others[:1]}
        for judged in documents[fold::FOLDS]:
            held += calibrate(judged, points)
    return held


def lines_of(documents: Sequence[Document]) -> str:
    """The lines as rows of the lexicon, of the fields whose held-out error they lower."""
    rows = []
    for name in FIELDS:
        field = f"tasks.{name}"
        own = [tuple(each for each in judged if each.field == field) for judged in documents]
        values = [each for judged in own for each in judged]
        if expected_error(hold_out(own)) >= expected_error(values):
            continue
        points = ", ".join(f"[{x}, {y}]" for x, y in fit_points(values))
        rows.append(
            f'\n[[certainty]]\nfield = "{field}"\ncount = {len(values)}\npoints = [{points}]\n'
        )
    return "".join(rows)


if __name__ == "__main__":
    sys.exit(main())
