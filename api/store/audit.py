"""What was done to documents and tasks: written with each change, read as history."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Engine, any_, func, insert, literal, select
from sqlalchemy.orm import Session, sessionmaker

from api.store.tables import AuditEntry
from api.store.webhooks import Delivery, Webhook


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that was done, to which document or task, and by whom; None: the program."""

    action: str
    document_id: int | None
    task_id: int | None = None
    actor: str | None = None


def note(session: Session, deed: Deed, detail: Mapping[str, object] | None = None) -> None:
    """Write a deed down, in the transaction that does it."""
    values = {name: getattr(deed, name) for name in Deed.__slots__}
    added = insert(AuditEntry).values(**values, detail=dict(detail or {}))
    audit_id = session.scalar(added.returning(AuditEntry.id))
    is_wanted = (func.cardinality(Webhook.actions) == 0) | (any_(Webhook.actions) == deed.action)
    wanted = select(Webhook.id, literal(audit_id)).where(is_wanted)
    session.execute(insert(Delivery).from_select(["webhook_id", "audit_id"], wanted))


class Audit:
    """The history of one store."""

    def __init__(self, engine: Engine) -> None:
        """Work on the database of `engine`."""
        self._session = sessionmaker(engine, expire_on_commit=False)

    def of_document(self, document_id: int) -> list[AuditEntry]:
        """What was done to a document and its tasks, oldest first."""
        query = select(AuditEntry).where(AuditEntry.document_id == document_id)
        with self._session() as session:
            return list(session.scalars(query.order_by(AuditEntry.id)))

    def of_task(self, task_id: int) -> list[AuditEntry]:
        """What was done to a task, oldest first."""
        query = select(AuditEntry).where(AuditEntry.task_id == task_id)
        with self._session() as session:
            return list(session.scalars(query.order_by(AuditEntry.id)))
