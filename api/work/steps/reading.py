"""The steps that read pages."""

import json
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from nlp.reading.inprocess import InProcessEngine
from nlp.reading.page import PageReading
from nlp.reading.read import read_page
from nlp.regions.split import split_directives

READING = TypeAdapter(PageReading)


@cache
def _engine() -> InProcessEngine:
    return InProcessEngine()


def read(path: str, number: int) -> bytes:
    """The reading of page `number` (from 1) of a file, as JSON."""
    return READING.dump_json(read_page(Path(path).read_bytes(), number, _engine()))


def find_marks(reading: object) -> bytes:
    """The marks of `secrecy` and of `urgency` of a page, as JSON; null where it bears none."""
    parts = split_directives((READING.validate_python(reading, strict=False),))
    found: dict[str, str | None] = {"secrecy": None, "urgency": None}
    for mark in (mark for part in parts for mark in part.marks):
        found[mark.kind] = found[mark.kind] or mark.value.value
    return json.dumps(found).encode()
