"""What a document is based on, what implements it, and what became of it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from sqlalchemy import Engine, ScalarSelect, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased, sessionmaker

from api.store.cursors import read_cursor
from api.store.graph.tables import Citation, DirectiveNode

Direction = Literal["up", "down"]
Ending = Literal["replaces", "amends"]

ENDING: Final[tuple[Ending, ...]] = ("replaces", "amends")
# What tells that a document has certainly been ended by another.
ENDED: Final = (
    Citation.document_id != Citation.target_id,
    Citation.relation.in_(ENDING),
    Citation.is_certain,
)
# Relations that hand a duty on: from the law down to the task.
HANDING_ON: Final = ("basis", "implements")
MOST_STEPS: Final = 200


@dataclass(frozen=True, slots=True)
class Node:
    """A directive in the graph; `document_id` is None while it is not here."""

    document_id: int | None
    number: str | None
    type: str | None
    issuer: str | None
    issued_on: date | None
    subject: str | None


@dataclass(frozen=True, slots=True)
class Edge:
    """One citation, seen from one of its ends: the other end, and whether that is certain."""

    relation: str
    node: Node
    is_certain: bool


@dataclass(frozen=True, slots=True)
class Relations:
    """All edges of a document: what it cites, and what cites it.

    `endings` are the edges by which it, or a document at another end, is amended or replaced.
    """

    document_id: int
    cites: tuple[Edge, ...]
    cited_by: tuple[Edge, ...]
    endings: Mapping[int, tuple[Edge, ...]]

    @property
    def ended_by(self) -> tuple[Edge, ...]:
        """By what the document itself is amended or replaced."""
        return self.endings.get(self.document_id, ())


@dataclass(frozen=True, slots=True)
class Step:
    """An edge of a chain, `level` steps away; `via` is the document it was reached from."""

    level: int
    via: int
    edge: Edge


@dataclass(frozen=True, slots=True)
class Ghost:
    """A document that is cited but not here, and how many documents cite it."""

    id: int
    node: Node
    count: int


class Graph:
    """The graph of one store."""

    def __init__(self, engine: Engine) -> None:
        """Read the database of `engine`."""
        self._session = sessionmaker(engine, expire_on_commit=False)

    def relations(self, document_id: int) -> Relations:
        """What a document cites, in the order of its text, and what cites it, newest first."""
        with self._session() as session:
            cites = _edges_up(session, [document_id])[document_id]
            cited_by = _edges_down(session, [document_id])[document_id]
        others = {edge.node.document_id for edge in (*cites, *cited_by)} - {None}
        endings = self.endings(number for number in (document_id, *others) if number)
        return Relations(document_id, tuple(cites), tuple(cited_by), endings)

    def chain(self, document_id: int, direction: Direction, depth: int = 6) -> tuple[Step, ...]:
        """What it is based on, up to the law, or what carries it out, level by level.

        Each document comes once, and no more than MOST_STEPS of them.
        """
        look = _edges_up if direction == "up" else _edges_down
        seen, level_ids, steps = {document_id}, [document_id], list[Step]()
        with self._session() as session:
            for level in range(1, depth + 1):
                found = look(session, level_ids)
                fresh = [
                    Step(level, via, edge)
                    for via in level_ids
                    for edge in found[via]
                    if edge.relation in HANDING_ON and edge.node.document_id not in seen
                ]
                steps += fresh
                ids = (step.edge.node.document_id for step in fresh)
                level_ids = list(dict.fromkeys(number for number in ids if number is not None))
                seen |= set(level_ids)
                if not level_ids or len(steps) >= MOST_STEPS:
                    break
        return _once(steps)[:MOST_STEPS]

    def endings(self, document_ids: Iterable[int]) -> dict[int, tuple[Edge, ...]]:
        """By what documents are amended or replaced; those that are not are left out."""
        with self._session() as session:
            found = _edges_down(session, document_ids)
        endings = {
            number: tuple(edge for edge in edges if edge.relation in ENDING)
            for number, edges in found.items()
        }
        return {number: edges for number, edges in endings.items() if edges}

    def ended(self, document_ids: Iterable[int]) -> dict[int, tuple[Ending, ...]]:
        """How documents have certainly ended; those that have not are left out."""
        with self._session() as session:
            return find_endings(session, document_ids)

    def ghosts(self, limit: int = 50, after: str | None = None) -> list[Ghost]:
        """Documents that are cited but not here, by their first citation, behind a cursor on.

        Raises:
            Problem: invalid_request where `after` is no cursor.
        """
        [last] = read_cursor(after, 1) or (0,)
        first = func.min(Citation.id).label("first")
        count = func.count(Citation.document_id.distinct()).label("documents")
        groups = (
            select(first, count)
            .where(Citation.target_id.is_(None), Citation.key.is_not(None))
            .group_by(Citation.key, func.coalesce(Citation.issued_on, date.min))
            .having(func.min(Citation.id) > last)
            .order_by(first)
            .limit(limit)
            .subquery()
        )
        query = select(Citation, groups.c.documents).join(groups, Citation.id == groups.c.first)
        with self._session() as session:
            rows = session.execute(query.order_by(Citation.id)).all()
        return [Ghost(row.Citation.id, _ghost(row.Citation), row.documents) for row in rows]


def endings_of(document_id: InstrumentedAttribute[int]) -> ScalarSelect[str]:
    """How a document has certainly ended, for each row of another statement."""
    own = select(Citation.relation).where(Citation.target_id == document_id, *ENDED)
    return own.scalar_subquery()


def find_endings(session: Session, documents: Iterable[int]) -> dict[int, tuple[Ending, ...]]:
    """How documents have certainly ended, each way once; those that have not are left out."""
    query = select(Citation.target_id, Citation.relation).where(*ENDED)
    found: dict[int, set[str]] = defaultdict(set)
    for target, relation in session.execute(query.where(Citation.target_id.in_(documents))):
        found[target or 0].add(relation)
    return {number: order_endings(relations) for number, relations in found.items()}


def order_endings(relations: Collection[str]) -> tuple[Ending, ...]:
    """Ways in which a document ended, each once, the weightier first."""
    return tuple(one for one in ENDING if one in relations)


def _edges_up(session: Session, documents: Iterable[int]) -> dict[int, list[Edge]]:
    target = aliased(DirectiveNode)
    on = (target.document_id == Citation.target_id) & (
        target.directive == Citation.target_directive
    )
    query = select(Citation, target).outerjoin(target, on)
    mine = query.where(Citation.document_id.in_(documents))
    order = (Citation.document_id, Citation.directive, Citation.position)
    found: dict[int, list[Edge]] = defaultdict(list)
    for citation, node in session.execute(mine.order_by(*order)):
        other = _node(node) if citation.target_id is not None else _ghost(citation)
        found[citation.document_id].append(Edge(citation.relation, other, citation.is_certain))
    return found


def _edges_down(session: Session, documents: Iterable[int]) -> dict[int, list[Edge]]:
    source = aliased(DirectiveNode)
    on = (source.document_id == Citation.document_id) & (source.directive == Citation.directive)
    query = select(Citation, source).join(source, on)
    others = query.where(
        Citation.target_id.in_(documents), Citation.document_id != Citation.target_id
    )
    order = (source.issued_on.desc().nulls_last(), Citation.id.desc())
    found: dict[int, list[Edge]] = defaultdict(list)
    for citation, node in session.execute(others.order_by(*order)):
        edge = Edge(citation.relation, _node(node), citation.is_certain)
        found[citation.target_id or 0].append(edge)
    return found


def _node(row: DirectiveNode) -> Node:
    return Node(
        row.document_id, row.number, row.type, row.issuer, row.issued_on, subject=row.subject
    )


def _ghost(row: Citation) -> Node:
    return Node(None, row.number, row.type, row.issuer, row.issued_on, subject=row.title)


def _once(steps: Iterable[Step]) -> tuple[Step, ...]:
    """The steps without those to a document that came before; ghosts count by what they show."""
    kept: dict[int | Node, Step] = {}
    for step in steps:
        kept.setdefault(step.edge.node.document_id or step.edge.node, step)
    return tuple(kept.values())
