"""The steps that read pages."""

import json
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from pydantic import TypeAdapter

from nlp.reading.engine import OcrEngine
from nlp.reading.page import PageReading
from nlp.reading.read import read_page
from nlp.reading.tesseract import TesseractEngine
from nlp.regions.split import split_directives

READING = TypeAdapter(PageReading)


@cache
def load_engine(name: str) -> OcrEngine:
    """The engine of a name of the setting `ocr_engine`, loaded once in a process.

    `auto` is tesserocr, which is faster, and pytesseract where that is not installed.
    """
    if name == "pytesseract" or (name == "auto" and find_spec("tesserocr") is None):
        return TesseractEngine()
    adapter = import_module("nlp.reading.inprocess")
    engine: OcrEngine = adapter.InProcessEngine()
    return engine


def read(path: str, number: int, engine: str) -> bytes:
    """The reading of page `number` (from 1) of a file by the engine of that name, as JSON."""
    return READING.dump_json(read_page(Path(path).read_bytes(), number, load_engine(engine)))


def find_marks(reading: object) -> bytes:
    """The marks of `secrecy` and of `urgency` of a page, as JSON; null where it bears none."""
    parts = split_directives((READING.validate_python(reading, strict=False),))
    found: dict[str, str | None] = {"secrecy": None, "urgency": None}
    for mark in (mark for part in parts for mark in part.marks):
        found[mark.kind] = found[mark.kind] or mark.value.value
    return json.dumps(found).encode()
