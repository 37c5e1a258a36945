"""Whether the service works."""

from fastapi import APIRouter

from api.dependencies import DocumentsNow
from api.problems import responses
from api.routes.wire import HealthAnswer

router = APIRouter(prefix="/health", tags=["health"])


@router.get("", responses=responses("database_unavailable"))
def check_health(documents: DocumentsNow) -> HealthAnswer:
    """That the service and its database answer, and how many documents are in each state."""
    return HealthAnswer.model_validate({"documents": documents.counts()})
