"""The step that finds what a document is about.

Its library is slow to load, so it is a step of its own, and `vanthu extract` does without.
"""

import json
from collections.abc import Sequence

from nlp.spans.keywords import find_keywords


def find(subject: str, statements: Sequence[str]) -> bytes:
    """The keywords of a directive from its subject and its statements, as JSON."""
    return json.dumps(find_keywords(subject, statements), ensure_ascii=False).encode()
