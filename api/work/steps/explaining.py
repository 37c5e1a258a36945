"""The step that tells how a document was understood."""

import json
from collections.abc import Mapping

from pydantic import TypeAdapter

from api.work.steps.meaning import FACTS, READINGS
from nlp.explanation import ExplainedPassage, explain_pages
from nlp.pipeline import understand
from nlp.record import to_record

PASSAGES = TypeAdapter(tuple[tuple[ExplainedPassage, ...], ...])


def explain(facts: Mapping[str, object], file_name: str, readings: list[object]) -> bytes:
    """The record of a file and the passages of each directive, as JSON; none of a secret file."""
    pages = READINGS.validate_python(readings)
    directive = understand(pages, FACTS.validate_python(facts), file_name)
    whole = [directive, *directive.enclosed]
    is_secret = any(one.secrecy is not None for one in whole)
    passages = () if is_secret else explain_pages(pages)
    return json.dumps(
        {"record": to_record(directive), "passages": PASSAGES.dump_python(passages, mode="json")},
        ensure_ascii=False,
    ).encode()
