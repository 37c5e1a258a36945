"""What a document is bound to, as its page shows it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from api.web.words import ENDED, RELATIONS, day_words, type_names

if TYPE_CHECKING:
    from api.store.graph.graph import Edge, Node, Relations, Step

CITED_BY: Final = {
    "basis": "Lấy làm căn cứ",
    "implements": "Triển khai văn bản này",
    "amends": "Sửa đổi, bổ sung văn bản này",
    "replaces": "Thay thế văn bản này",
    "attached_to": "Kèm theo văn bản này",
    "replies_to": "Trả lời văn bản này",
    "mentions": "Nhắc đến văn bản này",
}


@dataclass(frozen=True, slots=True)
class NodeLine:
    """A document in a list: where it leads, or empty where it is not here, and what became of it.

    `is_doubtful`: it bears the number, but neither day nor issuer tell that it is the one.
    """

    link: str
    name: str
    detail: str
    subject: str
    ended: tuple[str, ...]
    is_doubtful: bool


@dataclass(frozen=True, slots=True)
class RelationsView:
    """Groups of documents by relation, each under its heading, and the chain up to the law."""

    endings: tuple[str, ...]
    cites: Mapping[str, tuple[NodeLine, ...]]
    cited_by: Mapping[str, tuple[NodeLine, ...]]
    chain: tuple[tuple[NodeLine, ...], ...]


def ending_sentences(edges: "Iterable[Edge]") -> tuple[str, ...]:
    """By what a document was amended or replaced, a sentence each."""
    names = type_names()
    return tuple(_ending(edge, names) for edge in edges)


def view_relations(relations: "Relations", chain: "Sequence[Step]" = ()) -> RelationsView:
    """What the page of a document shows of its relations."""
    names = type_names()

    def line(edge: "Edge") -> NodeLine:
        return _line(edge, relations.endings, names)

    levels = sorted({step.level for step in chain})
    steps = (tuple(line(step.edge) for step in chain if step.level == level) for level in levels)
    return RelationsView(
        endings=ending_sentences(relations.ended_by),
        cites=_group(relations.cites, RELATIONS, line),
        cited_by=_group(relations.cited_by, CITED_BY, line),
        chain=tuple(steps) if len(levels) > 1 else (),
    )


def node_name(node: "Node", names: Mapping[str, str]) -> str:
    """How a document is called: type and number, else its title."""
    kind = names.get(node.type or "", "")
    if node.number:
        return f"{kind} {node.number}".strip()
    title = node.subject or "văn bản chưa rõ số"
    return title if title.casefold().startswith(kind.casefold()) else f"{kind} {title}"


def _group(
    edges: "Iterable[Edge]", headings: Mapping[str, str], line: "Callable[[Edge], NodeLine]"
) -> dict[str, tuple[NodeLine, ...]]:
    groups: dict[str, list[NodeLine]] = {}
    for edge in edges:
        heading = headings.get(edge.relation, headings["mentions"])
        groups.setdefault(heading, []).append(line(edge))
    return {heading: tuple(dict.fromkeys(lines)) for heading, lines in groups.items()}


def _line(
    edge: "Edge", endings: "Mapping[int, Sequence[Edge]]", names: Mapping[str, str]
) -> NodeLine:
    node = edge.node
    here = node.document_id is not None
    ended = endings.get(node.document_id or 0, ())
    return NodeLine(
        link=f"/van-ban/{node.document_id}" if here else "",
        name=node_name(node, names),
        detail=" · ".join(filter(None, (node.issuer, day_words(node.issued_on)))),
        subject=(node.subject or "") if node.number else "",
        ended=tuple(dict.fromkeys(ENDED[one.relation] for one in ended if one.is_certain)),
        is_doubtful=here and not edge.is_certain,
    )


def _ending(edge: "Edge", names: Mapping[str, str]) -> str:
    name = node_name(edge.node, names)
    by = f"{name} ngày {day_words(edge.node.issued_on)}" if edge.node.issued_on else name
    sure = "" if edge.is_certain else " (chưa chắc: chỉ khớp số, ký hiệu)"
    what = "bị thay thế" if edge.relation == "replaces" else "được sửa đổi, bổ sung"
    return f"Văn bản này {what} bởi {by}{sure}."
