"""The graph: relations, chains, similar plans, and documents that are cited but not here."""

import datetime as dt
from typing import Annotated, Self

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from api.dependencies import DocumentsNow, GraphNow, PlansNow
from api.problems import responses
from api.routes.bounds import NEXT_EXAMPLE, Cursor, Id
from api.store.cursors import write_cursor
from api.store.graph.graph import Direction, Ghost

router = APIRouter(tags=["graph"])


class NodeAnswer(BaseModel):
    """A document in the graph; `document_id` is null while it is not here."""

    model_config = ConfigDict(from_attributes=True)

    document_id: int | None = Field(examples=[3])
    number: str | None = Field(examples=["8271/KH-UBND"])
    type: str | None = Field(examples=["KH"])
    issuer: str | None = Field(examples=["UBND tỉnh Vĩnh Phúc"])
    issued_on: dt.date | None = Field(examples=["2018-10-24"])
    subject: str | None = Field(examples=["Tháng hành động vì bình đẳng giới"])


class EdgeAnswer(BaseModel):
    """One citation: the document at its other end."""

    model_config = ConfigDict(from_attributes=True)

    relation: str = Field(examples=["implements"])
    node: NodeAnswer
    is_certain: bool = Field(
        description="The day of issue agrees too, or the number holds its year.", examples=[True]
    )


class RelationsAnswer(BaseModel):
    """What a document cites in the order of its text, and what cites it, newest first."""

    model_config = ConfigDict(from_attributes=True)

    cites: list[EdgeAnswer]
    cited_by: list[EdgeAnswer]
    ended_by: list[EdgeAnswer] = Field(description="What amends or replaces the document itself.")


class StepAnswer(BaseModel):
    """An edge of a chain, `level` steps away from its start, reached from the document `via`."""

    model_config = ConfigDict(from_attributes=True)

    level: int = Field(examples=[1])
    via: int = Field(examples=[1])
    edge: EdgeAnswer


class TaskChangeAnswer(BaseModel):
    """A task of the later plan beside that of the earlier; null on the side that lacks it."""

    model_config = ConfigDict(from_attributes=True)

    earlier: str | None = Field(examples=["Tổ chức mít tinh"])
    later: str | None = Field(examples=["Tổ chức mít tinh hưởng ứng"])
    earlier_lead: list[str] = Field(examples=[["Phòng LĐ-TB&XH"]])
    later_lead: list[str] = Field(examples=[["Phòng Nội vụ"]])
    earlier_deadline: dt.date | None = Field(examples=["2018-11-15"])
    later_deadline: dt.date | None = Field(examples=["2019-11-15"])


class SimilarPlanAnswer(BaseModel):
    """A document of like subject and structure, and what changed from the earlier to the later."""

    model_config = ConfigDict(from_attributes=True)

    document_id: int = Field(examples=[5])
    number: str | None = Field(examples=["2550/KH-UBND"])
    issuer: str | None = Field(examples=["UBND huyện Vĩnh Tường"])
    issued_on: dt.date | None = Field(examples=["2019-11-05"])
    subject: str | None = Field(examples=["Tháng hành động vì bình đẳng giới năm 2019"])
    score: float = Field(examples=[0.83])
    changes: list[TaskChangeAnswer]


class GhostAnswer(BaseModel):
    """A document that is cited but not here, and how many documents cite it."""

    id: int = Field(examples=[12])
    node: NodeAnswer
    count: int = Field(examples=[4])

    @classmethod
    def of(cls, ghost: Ghost) -> Self:
        """The answer for a ghost."""
        return cls(id=ghost.id, node=NodeAnswer.model_validate(ghost.node), count=ghost.count)


class GhostList(BaseModel):
    """Ghosts; `next` is the `after` of what follows, null at the end."""

    items: list[GhostAnswer]
    next: str | None = Field(examples=[NEXT_EXAMPLE])


@router.get("/documents/{document_id}/relations", responses=responses("not_found"))
def get_relations(document_id: Id, documents: DocumentsNow, graph: GraphNow) -> RelationsAnswer:
    """What a document cites, and what cites it."""
    documents.require(document_id)
    return RelationsAnswer.model_validate(graph.relations(document_id))


@router.get("/documents/{document_id}/chain", responses=responses("not_found", "invalid_request"))
def get_chain(
    document_id: Id,
    documents: DocumentsNow,
    graph: GraphNow,
    direction: Annotated[Direction, Query(description="up: its bases.")] = "up",
    depth: Annotated[int, Query(ge=1, le=10)] = 6,
) -> list[StepAnswer]:
    """What a document is based on, up to the law, or what carries it out; level by level."""
    documents.require(document_id)
    steps = graph.chain(document_id, direction, depth)
    return [StepAnswer.model_validate(step) for step in steps]


@router.get("/documents/{document_id}/similar", responses=responses("not_found"))
def list_similar(
    document_id: Id,
    documents: DocumentsNow,
    plans: PlansNow,
    limit: Annotated[int, Query(ge=1, le=20)] = 5,
) -> list[SimilarPlanAnswer]:
    """The same plan of other years: like subject and structure, and what changed."""
    documents.require(document_id)
    return [SimilarPlanAnswer.model_validate(plan) for plan in plans.similar(document_id, limit)]


@router.get("/ghosts", responses=responses("invalid_request"))
def list_ghosts(
    graph: GraphNow,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    after: Cursor = None,
) -> GhostList:
    """Documents that are cited but not here; each resolves by itself when it arrives."""
    found = graph.ghosts(limit + 1, after)
    items = [GhostAnswer.of(ghost) for ghost in found[:limit]]
    return GhostList(items=items, next=write_cursor(items[-1].id) if len(found) > limit else None)
