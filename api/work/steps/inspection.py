"""The step that tells what a file is."""

import json
from dataclasses import asdict
from pathlib import Path

from nlp.pages.load import Limits, inspect_file


def inspect(path: str, max_bytes: int, max_pages: int) -> bytes:
    """The facts of a file, as JSON."""
    limits = Limits(max_bytes=max_bytes, max_pages=max_pages)
    return json.dumps(asdict(inspect_file(Path(path).read_bytes(), limits))).encode()
