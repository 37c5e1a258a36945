"""Read all samples anew and compare with samples/scores.json; `--raise` keeps what has risen."""

import json
import subprocess
import sys
from pathlib import Path

from nlp.score.folders import score_folders

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"
KEPT = SAMPLES / "scores.json"
RECORDS = ROOT / ".make" / "records"
ROUNDING = 5e-4
REFUSED = 4  # the sample that is marked secret is refused


def main() -> int:
    """Print every field, mark those that fell; 1 when one fell."""
    read_samples()
    reached = {
        name: round(tally.f1, 4)
        for name, tally in score_folders(SAMPLES, RECORDS).items()
        if tally.f1 is not None
    }
    kept = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    fallen = [name for name, figure in kept.items() if reached.get(name, 0.0) < figure - ROUNDING]
    for name, figure in sorted(reached.items()):
        print(f"{'FELL' if name in fallen else 'ok  '} {name:24} {figure:.4f}", end="")
        print(f"  (kept {kept[name]:.4f})" if name in kept else "  (new)")
    print(f"     {'macro':24} {sum(reached.values()) / len(reached):.4f}")
    for name in sorted(set(kept) - set(reached)):
        print(f"FELL {name:24} no longer measured (kept {kept[name]:.4f})")
    if "--raise" in sys.argv:
        risen = {name: max(figure, kept.get(name, 0.0)) for name, figure in reached.items()}
        KEPT.write_text(json.dumps(kept | dict(sorted(risen.items())), indent=1) + "\n", "utf-8")
    return int(bool(fallen))


def read_samples() -> None:
    """Write the record of every sample to RECORDS, with none left from before."""
    RECORDS.mkdir(parents=True, exist_ok=True)
    for old in RECORDS.glob("*.json"):
        old.unlink()
    command = [Path(sys.executable).parent / "vanthu", "extract", SAMPLES, "--out", RECORDS]
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL)  # noqa: S603 - our own
    if done.returncode not in {0, REFUSED}:
        sys.exit(done.returncode)


if __name__ == "__main__":
    sys.exit(main())
