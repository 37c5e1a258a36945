"""The same plan of other years: similar documents, and what changed between two."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from rapidfuzz import fuzz
from rapidfuzz.process import extractOne
from rapidfuzz.utils import default_process
from sqlalchemy import Engine, select
from sqlalchemy.orm import sessionmaker

from api.record import Record, bare
from api.store.graph.likeness import likeness
from api.store.graph.tables import DirectiveNode
from api.store.lexemes import fold
from api.store.tables import Document

ALIKE: Final = 0.35
SAME_ACTION: Final = 72
MOST_CANDIDATES: Final = 300
SUBJECT_SHARE: Final = 0.7
ISSUER_SHARE: Final = 0.15


@dataclass(frozen=True, slots=True)
class TaskChange:
    """A task of the later plan beside that of the earlier; None on one side where it is alone."""

    earlier: str | None
    later: str | None
    earlier_lead: tuple[str, ...] = ()
    later_lead: tuple[str, ...] = ()
    earlier_deadline: date | None = None
    later_deadline: date | None = None

    @property
    def is_same(self) -> bool:
        """Whether the task is in both, with the same lead."""
        both = self.earlier is not None and self.later is not None
        return both and set(map(fold, self.earlier_lead)) == set(map(fold, self.later_lead))


@dataclass(frozen=True, slots=True)
class SimilarPlan:
    """An earlier or later document of like subject and structure; `score` is in [0, 1]."""

    document_id: int
    number: str | None
    issuer: str | None
    issued_on: date | None
    subject: str | None
    score: float
    changes: tuple[TaskChange, ...]


class Plans:
    """Finds similar plans in one store."""

    def __init__(self, engine: Engine) -> None:
        """Read the database of `engine`."""
        self._session = sessionmaker(engine, expire_on_commit=False)

    def similar(self, document_id: int, limit: int = 5) -> list[SimilarPlan]:
        """Documents of the same type and of like subject and structure, the most alike first.

        `changes` are those from the earlier to the later of both.
        """
        with self._session() as session:
            mine = session.get(DirectiveNode, (document_id, 0))
            if mine is None or not mine.likeness:
                return []
            query = (
                select(DirectiveNode)
                .where(
                    DirectiveNode.likeness.overlap(mine.likeness),
                    DirectiveNode.document_id != document_id,
                    DirectiveNode.directive == 0,
                    DirectiveNode.type == mine.type,
                )
                .order_by(DirectiveNode.issued_on.desc().nulls_last())
                .limit(MOST_CANDIDATES)
            )
            near = [node for node in session.scalars(query) if _subject_share(mine, node) >= ALIKE]
            near.sort(key=lambda node: _subject_share(mine, node), reverse=True)
            kept = [mine, *near[: limit * 4]]
            numbers = [node.document_id for node in kept]
            rows = select(Document.id, Document.record).where(Document.id.in_(numbers))
            records = {row.id: row.record for row in session.execute(rows)}
        found = [_compare(mine, node, records) for node in kept[1:]]
        return sorted(found, key=lambda plan: plan.score, reverse=True)[:limit]


def compare_tasks(earlier: Record, later: Record) -> tuple[TaskChange, ...]:
    """The tasks of two records side by side, in the order of the later, what is gone last."""
    left = list(earlier.get("tasks", ()))
    changes = []
    for task in later.get("tasks", ()):
        twin = _twin(task, left)
        if twin is not None:
            left.remove(twin)
        changes.append(_change(twin, task))
    return (*changes, *(_change(task, None) for task in left))


def _compare(mine: DirectiveNode, other: DirectiveNode, records: dict[int, Any]) -> SimilarPlan:
    one, two = records.get(mine.document_id) or {}, records.get(other.document_id) or {}
    is_earlier = (other.issued_on or date.min) <= (mine.issued_on or date.max)
    changes = compare_tasks(two, one) if is_earlier else compare_tasks(one, two)
    both = sum(change.earlier is not None and change.later is not None for change in changes)
    structure = both / len(changes) if changes else 0.0
    same_issuer = fold(mine.issuer or "") == fold(other.issuer or "")
    score = (
        SUBJECT_SHARE * _subject_share(mine, other)
        + ISSUER_SHARE * same_issuer
        + (1 - SUBJECT_SHARE - ISSUER_SHARE) * structure
    )
    return SimilarPlan(
        document_id=other.document_id,
        number=other.number,
        issuer=other.issuer,
        issued_on=other.issued_on,
        subject=other.subject,
        score=round(score, 3),
        changes=changes,
    )


def _subject_share(first: DirectiveNode, second: DirectiveNode) -> float:
    return likeness(first.subject or "", second.subject or "")


def _twin(task: Record, others: Iterable[Record]) -> Record | None:
    """The task that says the same, None where none comes near."""
    rows = list(others)
    best = extractOne(
        bare(task.get("action")) or "",
        [bare(other.get("action")) or "" for other in rows],
        scorer=fuzz.token_sort_ratio,
        processor=default_process,
        score_cutoff=SAME_ACTION,
    )
    return rows[best[2]] if best is not None else None


def _day(leaf: object) -> date | None:
    value = bare(leaf)
    return date.fromisoformat(value) if value else None


def _change(earlier: Record | None, later: Record | None) -> TaskChange:
    one, two = earlier or {}, later or {}
    return TaskChange(
        bare(one.get("action")),
        bare(two.get("action")),
        tuple(bare(leaf) for leaf in one.get("lead", ())),
        tuple(bare(leaf) for leaf in two.get("lead", ())),
        _day(one.get("deadline")),
        _day(two.get("deadline")),
    )
