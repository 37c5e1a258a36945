"""What the command line says: records and rows to standard output, all else to standard error."""

import json
from collections.abc import Iterable
from pathlib import Path

from api.errors import Problem
from api.record import Record
from api.terminal.paths import write_text
from api.terminal.progress import output
from api.terminal.records import show_record

out = output()
err = output(is_error=True)


def give_extract(
    record: Record, place: Path | None, refusal: Problem | None, *, as_json: bool
) -> None:
    """A secret document's record holds source and level alone; on a screen the refusal says it."""
    if refusal is None or place is not None or as_json:
        give(record, place, as_json=as_json)


def give(record: Record, place: Path | None, *, as_json: bool) -> None:
    """Write a record to its place, print it as a line of JSON, or show it."""
    line = json.dumps(record, ensure_ascii=False)
    if place is not None:
        write_text(place, json.dumps(record, ensure_ascii=False, indent=1) + "\n")
    if as_json:
        print(line, flush=True)  # noqa: T201 - standard output is for records
    elif place is not None:
        out.print(f"Đã ghi {place}")
    else:
        out.print(show_record(record))


def give_rows(rows: Iterable[object]) -> None:
    """Print each row of a table as a line of JSON."""
    for row in rows:
        columns = {key: value for key, value in vars(row).items() if not key.startswith("_")}
        print(json.dumps(columns, ensure_ascii=False, default=str, sort_keys=True))  # noqa: T201


def tell(problem: Problem, what: Path | str | None = None) -> None:
    """Say what went wrong, and with which file or document."""
    err.print(f"{what}: {problem}" if what else str(problem), soft_wrap=True)
