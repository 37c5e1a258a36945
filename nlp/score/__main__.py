"""Measure a folder of records: python -m nlp.score GOLDEN PREDICTED [--json OUT]."""

import argparse
import json
import sys
from pathlib import Path

from nlp.score.folders import score_folders


def main() -> int:
    """Print the figures of all fields; 2 where there is no golden record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("golden", type=Path)
    parser.add_argument("predicted", type=Path)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    scores = score_folders(options.golden, options.predicted)
    figures = {name: tally.f1 for name, tally in scores.items() if tally.f1 is not None}
    if not figures:
        sys.stderr.write(f"no golden record in {options.golden}\n")
        return 2
    for name, tally in scores.items():
        line = f"{name:24} precision {tally.precision:.3f}  recall {tally.recall:.3f}"
        sys.stdout.write(f"{line}  ({tally.right} of {tally.golden}, {tally.given} given)\n")
    macro = sum(figures.values()) / len(figures)
    sys.stdout.write(f"{'macro F1':24} {macro:.3f}\n")
    if options.json:
        options.json.write_text(json.dumps({"macro": macro, "figures": figures}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
