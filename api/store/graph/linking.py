"""The citations of a record are stored and tied to the documents that they mean."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from rapidfuzz import fuzz
from sqlalchemy import delete, insert, or_, select, text
from sqlalchemy.orm import Session

from api.record import Record, bare, directives
from api.store.graph.likeness import sketch
from api.store.graph.tables import Citation, DirectiveNode
from api.store.lexemes import fold, number_key

# Any number of our own: documents are tied one after the other, so that none is overlooked.
GRAPH_LOCK: Final = 2_873_212
SAME_ISSUER: Final = 85
NAMED: Final = frozenset({"L", "PL"})
SHORT: Final = (("uy ban nhan dan", "ubnd"), ("hoi dong nhan dan", "hdnd"), ("chu tich ", ""))


def link_document(session: Session, document_id: int, record: Record) -> None:
    """Replace what is known of the directives in a document, and tie both ends anew."""
    session.execute(text(f"SELECT pg_advisory_xact_lock({GRAPH_LOCK})"))
    for table in (Citation, DirectiveNode):
        session.execute(delete(table).where(table.document_id == document_id))
    nodes, citations = [], []
    for index, part in enumerate(directives(record)):
        place = {"document_id": document_id, "directive": index}
        nodes.append({**place, **_node(part)})
        rows = enumerate(part.get("references", ()))
        citations += [{**place, "position": at, **_citation(row)} for at, row in rows]
    session.execute(insert(DirectiveNode), nodes)
    if citations:
        session.execute(insert(Citation), citations)
    keys = {key for node in nodes for key in (node["key"], node["title_key"]) if key}
    concerned = or_(
        Citation.document_id == document_id,
        Citation.target_id == document_id,
        Citation.key.in_(keys),
    )
    for citation in session.scalars(select(Citation).where(concerned)).all():
        _tie(session, citation)


def _node(part: Record) -> dict[str, Any]:
    header = part.get("header", {})
    values = {name: bare(header.get(name)) for name in ("number", "type", "issuer", "subject")}
    return {
        **values,
        "key": number_key(values["number"] or ""),
        "title_key": title_key(values["type"], values["subject"]),
        "issued_on": _day(header.get("date")),
        "likeness": sketch(values["subject"] or ""),
    }


def _citation(row: Record) -> dict[str, Any]:
    values = {name: bare(row.get(name)) for name in ("number", "type", "issuer")}
    subject = bare(row.get("subject"))
    key = number_key(values["number"] or "")
    return {
        **values,
        "relation": bare(row.get("relation")) or "mentions",
        "key": key or title_key(values["type"], subject),
        "issued_on": _day(row.get("date")),
        "title": subject or bare(row.get("mention")),
    }


def title_key(code: str | None, subject: str | None) -> str | None:
    """What a law is known by without its number; None for documents that need one.

    >>> title_key("L", "Bình đẳng giới")
    'L:binh dang gioi'
    """
    return f"{code}:{fold(subject).strip()}" if code in NAMED and subject else None


def _tie(session: Session, citation: Citation) -> None:
    citation.target_id = citation.target_directive = None
    citation.is_certain = False
    if citation.key is None:
        return
    is_meant = or_(DirectiveNode.key == citation.key, DirectiveNode.title_key == citation.key)
    elsewhere = DirectiveNode.document_id != citation.document_id
    other_part = DirectiveNode.directive != citation.directive
    query = select(DirectiveNode).where(is_meant, or_(elsewhere, other_part))
    target, is_certain = choose_target(citation, session.scalars(query).all())
    if target is not None:
        citation.target_id, citation.target_directive = target.document_id, target.directive
        citation.is_certain = is_certain


def choose_target(
    citation: Citation, candidates: Iterable[DirectiveNode]
) -> tuple[DirectiveNode | None, bool]:
    """The directive that a citation means and whether that is certain; None where it is open.

    The number agrees already. A date or an issuer that differs rules a candidate out; one that
    agrees makes it certain. Of several that are only possible none is taken.
    """
    possible = [node for node in candidates if not _contradicts(citation, node)]
    certain = [node for node in possible if _agrees(citation, node)]
    if certain:
        is_one = len({_identity(node) for node in certain}) == 1
        return (certain[0], True) if is_one else (None, False)
    return (possible[0], False) if len(possible) == 1 else (None, False)


def _contradicts(citation: Citation, node: DirectiveNode) -> bool:
    if citation.issued_on and node.issued_on and citation.issued_on != node.issued_on:
        return True
    return _same_issuer(citation.issuer, node.issuer) is False


def _agrees(citation: Citation, node: DirectiveNode) -> bool:
    """Numbers of laws hold their year, and names of laws are their own; others need the day."""
    if citation.issued_on is not None and citation.issued_on == node.issued_on:
        return True
    key = citation.key or ""
    return key.count("/") > 1 or key == node.title_key


def _same_issuer(first: str | None, second: str | None) -> bool | None:
    """Whether two names may mean one organ; None where one is not known."""
    if not first or not second:
        return None
    one, other = _issuer_key(first), _issuer_key(second)
    return one in other or other in one or fuzz.ratio(one, other) >= SAME_ISSUER


def _issuer_key(name: str) -> str:
    key = fold(name)
    for long, short in SHORT:
        key = key.replace(long, short)
    return key.strip()


def _identity(node: DirectiveNode) -> tuple[str | None, date | None]:
    return node.key, node.issued_on


def _day(leaf: object) -> date | None:
    value = bare(leaf)
    return date.fromisoformat(value) if value else None
