"""The step that understands a document whose pages are read."""

import json
from collections.abc import Mapping

from pydantic import TypeAdapter

from nlp.pages.load import FileFacts
from nlp.pipeline import understand as understand_pages
from nlp.reading.page import PageReading
from nlp.record import to_record

READINGS = TypeAdapter(tuple[PageReading, ...])
FACTS = TypeAdapter(FileFacts)


def understand(facts: Mapping[str, object], file_name: str, readings: list[object]) -> bytes:
    """The record of a file from its facts and the readings of all its pages, as JSON."""
    pages = READINGS.validate_python(readings)
    directive = understand_pages(pages, FACTS.validate_python(facts), file_name)
    return json.dumps(to_record(directive), ensure_ascii=False).encode()
