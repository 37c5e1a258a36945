"""The parts of a document's page that show what it is bound to."""

from fastapi import APIRouter, Request, Response

from api.dependencies import GraphNow, PlansNow
from api.routes.bounds import Id
from api.web.relations import view_relations
from api.web.render import render

router = APIRouter(include_in_schema=False)


@router.get("/van-ban/{document_id}/quan-he")
def relations(request: Request, graph: GraphNow, plans: PlansNow, document_id: Id) -> Response:
    """What a document is based on, what carries it out, and the same plan of other years."""
    bound, chain = graph.relations(document_id), graph.chain(document_id, "up")
    view = view_relations(bound, chain)
    similar = plans.similar(document_id)
    ended = graph.ended(plan.document_id for plan in similar)
    values = {"view": view, "plans": similar, "ended": ended}
    return render(request, "parts/relations.html", values)
