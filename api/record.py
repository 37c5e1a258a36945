"""How the rim looks into a record: its leaves, and the directives in it."""

from collections.abc import Iterator
from typing import Any, TypeAlias

Record: TypeAlias = dict[str, Any]


def bare(leaf: Any) -> Any:  # noqa: ANN401 - a leaf holds any value
    """The value of a leaf, which may stand bare.

    >>> bare({"value": "KH", "evidence": None, "confidence": 1.0}), bare("KH")
    ('KH', 'KH')
    """
    return leaf["value"] if isinstance(leaf, dict) and "value" in leaf else leaf


def directives(record: Record) -> Iterator[Record]:
    """The record itself, then the enclosed ones in order."""
    yield record
    for enclosed in record.get("enclosed", ()):
        yield from directives(enclosed)


def find_secrecy(record: Record) -> str | None:
    """The level of secrecy of a record or of one enclosed in it, None where none bears a mark."""
    levels = (bare(part.get("header", {}).get("secrecy")) for part in directives(record))
    return next((level for level in levels if level), None)
