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


def placed(record: Record, prefix: str = "") -> Iterator[tuple[str, Record]]:
    """The same directives, each with what stands before its paths, as in "enclosed[0]."."""
    yield prefix, record
    for index, enclosed in enumerate(record.get("enclosed", ())):
        yield from placed(enclosed, f"{prefix}enclosed[{index}].")


def bare_all(node: Any) -> Any:  # noqa: ANN401 - any part of a record
    """Any part of a record with the values of its leaves alone."""
    node = bare(node)
    if isinstance(node, dict):
        return {name: bare_all(value) for name, value in node.items()}
    return [bare_all(item) for item in node] if isinstance(node, list) else node


def statements(record: Record) -> list[str]:
    """What the directives of a record want and order, sentence by sentence."""
    return [
        bare(leaf)
        for part in directives(record)
        for leaf in (
            *part.get("purposes", ()),
            *part.get("aims", ()),
            *part.get("requirements", ()),
            *(task["action"] for task in part.get("tasks", ())),
        )
        if bare(leaf)
    ]


def find_secrecy(record: Record) -> str | None:
    """The level of secrecy of a record or of one enclosed in it, None where none bears a mark."""
    levels = (bare(part.get("header", {}).get("secrecy")) for part in directives(record))
    return next((level for level in levels if level), None)
