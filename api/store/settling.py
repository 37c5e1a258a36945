"""What of a record people have settled, so that it no longer waits for the clerk."""

import copy
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.record import Record, bare, bare_all, placed
from api.store.tables import Arrival, Document, Task

_STEP: Final = re.compile(r"(?P<name>\w+)|\[(?P<index>\d+)\]")
_INDEX: Final = re.compile(r"\[\d+\]")
# Where the record keeps the column of a task that tells its day.
DAY: Final = "deadline"


def review_paths(record: Record) -> list[str]:
    """The paths that wait for the clerk, those of enclosed directives too."""
    return [prefix + path for prefix, part in placed(record) for path in part.get("review", ())]


def without_review(record: Record, paths: Iterable[str]) -> Record:
    """The record in which these paths no longer wait."""
    settled, changed = set(paths), copy.deepcopy(record)
    for prefix, part in placed(changed):
        if "review" in part:
            part["review"] = [path for path in part["review"] if prefix + path not in settled]
    return changed


def confirm(record: Record, paths: Iterable[str]) -> Record:
    """The record in which a person has found these values right."""
    found = set(paths)
    confirmed = sorted({*record.get("confirmed", ()), *found})
    return {**without_review(record, found), "confirmed": confirmed}


def confirm_again(old: Record, new: Record) -> Record:
    """The `new` reading, confirmed where it repeats what a person confirmed in the `old` one."""
    known = {_meaning(old, path) for path in old.get("confirmed", ())}
    again = [path for path in review_paths(new) if _meaning(new, path) in known]
    return confirm(new, again) if again else new


def settle(session: Session, document: Document) -> None:
    """Bring what people set of tasks and of the arrival into the record of a document."""
    if document.record is None:
        return
    record = copy.deepcopy(document.record)
    parts = list(placed(record))
    settled: set[str] = set()
    query = select(Task).where(Task.document_id == document.id, Task.occurrence == 0)
    for task in session.scalars(query):
        prefix, part = parts[task.directive] if task.directive < len(parts) else ("", {})
        if task.position < len(rows := part.get("tasks", [])):
            _write(rows[task.position], task)
            place = f"{prefix}tasks[{task.position}]"
            settled.update(f"{place}.{name}" for name in _settled(task))
    line = session.scalar(select(Arrival).where(Arrival.document_id == document.id))
    if line is not None and line.source == "hand":
        settled.update({"incoming.number", "incoming.date"})
    record = without_review(record, settled)
    if record != document.record:
        document.record = record
        document.version += 1


def _settled(task: Task) -> Iterator[str]:
    yield from task.corrected
    if task.due_source == "hand":
        yield DAY


def _write(row: Record, task: Task) -> None:
    for name in task.corrected:
        value, old = getattr(task, name), row.get(name)
        if isinstance(value, list):
            row[name] = [_leaf(item, _same(old or (), item)) for item in value]
        else:
            row[name] = None if value is None else _leaf(value, old)


def _same(leaves: Sequence[Any], value: str) -> Any:  # noqa: ANN401 - a leaf of any form
    return next((leaf for leaf in leaves if bare(leaf) == value), None)


def _leaf(value: str, old: Any) -> Record:  # noqa: ANN401 - a leaf of any form
    evidence = old.get("evidence") if isinstance(old, dict) else None
    return {"value": value, "confidence": 1.0, "evidence": evidence, "corrected": True}


def _meaning(record: Record, path: str) -> str:
    """What a path says wherever its row stands: the field, its value, and what row it is of."""
    node: Any = record
    row: Any = record
    for step in _STEP.finditer(path):
        if step["index"] is not None:
            node = _item(node, int(step["index"]))
            row = node
        else:
            node = node.get(step["name"]) if isinstance(node, dict) else None
    named = row if row is not record and isinstance(row, dict) else {}
    key = bare(named.get("action")) or bare(named.get("mention"))
    return json.dumps([_INDEX.sub("[]", path), bare_all(node), key], sort_keys=True)


def _item(node: Any, index: int) -> Any:  # noqa: ANN401 - any part of a record
    return node[index] if isinstance(node, list) and index < len(node) else None
