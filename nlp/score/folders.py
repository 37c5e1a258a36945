"""Records in folders: `NAME.json`, or `NAME/golden.json` beside `NAME/record.json`."""

import json
from pathlib import Path

from nlp.score.fields import Record, Scores, add_scores, score_record


def score_folders(golden: Path, predicted: Path) -> Scores:
    """The tallies of all golden records of a folder; a missing prediction counts as empty."""
    return add_scores(
        [
            score_record(_load(path), _load(_prediction(path, golden, predicted)))
            for path in sorted((*golden.glob("*/golden.json"), *golden.glob("*.json")))
            if path.name != "scores.json"
        ]
    )


def _prediction(path: Path, golden: Path, predicted: Path) -> Path:
    if path.parent == golden:
        return predicted / path.name
    nested = predicted / path.parent.name / "record.json"
    return nested if nested.exists() else predicted / f"{path.parent.name}.json"


def _load(path: Path) -> Record:
    record: Record = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return record
