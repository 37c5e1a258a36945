"""A page that shows how a document was understood: its text with every span, its record beside it.

The page stands alone: its style is inside, it needs no network and no script.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from api.record import Record, directives
from api.web.directive import DirectiveView, view_directive
from api.web.leaf import DOUBTFUL
from api.web.render import load_environment
from api.web.rules import CUES, DATE_KINDS, OPERATORS, explain_rule
from api.web.words import (
    RELATIONS,
    day_words,
    parse_day,
    percent_words,
    recurrence_words,
    span_words,
)
from nlp.lexicon.schema import load_lexicon

Span = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Node:
    """Marked text: what it is, what was read in it, by which rule, and the pieces inside."""

    order: int
    kind: str
    label: str
    reading: str
    rule: str
    why: str
    percent: str
    is_doubtful: bool
    text: str
    pieces: tuple["str | Node", ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One passage as the page shows it; `nodes` are all its marks in order."""

    place: str
    marker: str
    level: int
    page: int | None
    row: int | None
    pieces: tuple[str | Node, ...]
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """One directive: what its record says and the paragraphs of its text."""

    view: DirectiveView
    paragraphs: tuple[Paragraph, ...]


def render_explanation(record: Record, passages: Sequence[Sequence[Mapping[str, Any]]]) -> str:
    """The page as HTML."""
    names = {row.code: row.names[0].capitalize() for row in load_lexicon().type}
    found = [
        Explained(
            view_directive(part, names, "" if index == 0 else f"enclosed[{index - 1}]."),
            tuple(_paragraphs(passages[index] if index < len(passages) else ())),
        )
        for index, part in enumerate(directives(record))
    ]
    template = load_environment().get_template("explanation.html")
    source = record["source"]
    return template.render(directives=found, file_name=source["file_name"], source=source)


def _paragraphs(passages: Iterable[Mapping[str, Any]]) -> Iterator[Paragraph]:
    order = 0
    for passage in passages:
        spans = sorted(passage["spans"], key=lambda span: (span["start"], -span["end"]))
        made = _Maker(passage["text"], order).make(spans)
        order += len(spans)
        yield Paragraph(
            passage["place"],
            passage["marker"],
            passage["level"],
            passage["page"],
            passage["row"],
            made,
            tuple(_all_nodes(made)),
        )


def _all_nodes(pieces: Iterable[str | Node]) -> Iterator[Node]:
    for piece in pieces:
        if isinstance(piece, Node):
            yield piece
            yield from _all_nodes(piece.pieces)


class _Maker:
    """Makes nested marks of spans that are sorted by start, the longer first."""

    def __init__(self, text: str, order: int) -> None:
        self._text = text
        self._order = order

    def make(self, spans: Sequence[Span]) -> tuple[str | Node, ...]:
        """The pieces of the whole text."""
        return self._between(spans, 0, len(self._text))

    def _between(self, spans: Sequence[Span], start: int, end: int) -> tuple[str | Node, ...]:
        pieces: list[str | Node] = []
        at, index = start, 0
        while index < len(spans):
            span = spans[index]
            inner = index + 1
            while inner < len(spans) and spans[inner]["start"] < span["end"]:
                inner += 1
            first, last = max(span["start"], at), min(span["end"], end)
            pieces.append(self._text[at:first])
            self._order += 1
            order = self._order
            children = self._between(spans[index + 1 : inner], first, last)
            pieces.append(_node(span, order, self._text[first:last], children))
            at, index = last, inner
        pieces.append(self._text[at:end])
        return tuple(piece for piece in pieces if piece)


def _node(span: Span, order: int, text: str, pieces: tuple[str | Node, ...]) -> Node:
    kind, label, reading = _describe(span["value"])
    rule, confidence = str(span["rule"]), float(span["confidence"])
    return Node(
        order,
        kind,
        label,
        reading,
        rule,
        explain_rule(rule),
        percent_words(confidence),
        confidence < DOUBTFUL,
        text,
        pieces,
    )


def _describe(value: Mapping[str, Any]) -> tuple[str, str, str]:
    """Kind, name of the kind, and what was read, of the value of a span."""
    if "canonical" in value:
        return "agency", "Cơ quan, cá nhân", value["canonical"]
    if "cue" in value:
        return "reference", "Văn bản được dẫn", _reference_words(value)
    if "anchor" in value:
        name = DATE_KINDS[value["kind"]]
        is_own = value["is_document_date"]
        return "date", "Ngày của văn bản được dẫn" if is_own else name, _date_words(value)
    return "cue", "Từ khóa", CUES[value["kind"]]


def _reference_words(value: Mapping[str, Any]) -> str:
    day = day_words(parse_day(value["date"]))
    said = (
        RELATIONS[value["cue"] or "mentions"],
        value["type"],
        value["number"] or ("chưa ghi số" if value["is_partial"] else None),
        day and f"ngày {day}",
        value["issuer"] and f"của {value['issuer']}",
        value["pinpoint"],
        value["is_suspicious"] and "chữ bị hỏng, cần xem lại",
    )
    return " · ".join(str(one) for one in said if one)


def _date_words(value: Mapping[str, Any]) -> str:
    if not value["is_valid"]:
        return "ngày không có thật hoặc còn để trống"
    if value["recurrence"]:
        return recurrence_words(value["recurrence"])
    count = value["days"] if value["months"] is None else value["months"]
    unit = "tháng" if value["months"] is not None else "ngày"
    said = (
        OPERATORS.get(value["operator"] or ""),
        span_words(parse_day(value["start"]), parse_day(value["end"])),
        count is not None and f"{count} {unit}{' làm việc' if value['is_working'] else ''}",
        value["at"] and f"lúc {str(value['at'])[:5]}",
        value["is_year_inferred"] and "năm được suy ra",
    )
    return " ".join(str(one) for one in said if one)
