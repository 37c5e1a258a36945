"""Addresses that are told of what was done, and what is still to be told to them.

A line is put on the list in the transaction of the deed, so that none is lost or made up.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    ARRAY,
    BigInteger,
    DateTime,
    Engine,
    ForeignKey,
    Identity,
    Index,
    Text,
    delete,
    func,
    select,
    text,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column, sessionmaker

from api.errors import Problem
from api.store.tables import AuditEntry, Table

MOST_ATTEMPTS: Final = 8
RETRY_SECONDS: Final = 5
CLAIMED_AT_ONCE: Final = 20


class Webhook(Table):
    """An address, the secret that signs what it is told, and the actions it wants; none is all."""

    __tablename__ = "webhooks"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    url: Mapped[str] = mapped_column(Text)
    secret: Mapped[str] = mapped_column(Text)
    actions: Mapped[list[str]] = mapped_column(ARRAY(Text))
    created_at: Mapped[datetime] = mapped_column(
        DateTime(timezone=True), server_default=func.now()
    )


class Delivery(Table):
    """A line of the audit that an address is still to be told of."""

    __tablename__ = "deliveries"

    webhook_id: Mapped[int] = mapped_column(
        ForeignKey(Webhook.id, ondelete="CASCADE"), primary_key=True
    )
    audit_id: Mapped[int] = mapped_column(
        ForeignKey(AuditEntry.id, ondelete="CASCADE"), primary_key=True
    )
    attempts: Mapped[int] = mapped_column(default=0, server_default="0")
    next_try_at: Mapped[datetime] = mapped_column(
        DateTime(timezone=True), server_default=func.now()
    )

    __table_args__ = (Index("deliveries_due", "next_try_at"),)


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to tell: to whom, signed with what."""

    webhook_id: int
    url: str
    secret: str
    entry: AuditEntry


class Webhooks:
    """The addresses of one store."""

    def __init__(self, engine: Engine) -> None:
        """Work on the database of `engine`."""
        self._session = sessionmaker(engine, expire_on_commit=False)

    def add(self, url: str, actions: Sequence[str] = ()) -> Webhook:
        """A new address, with the secret that was made for it."""
        webhook = Webhook(url=url, actions=list(actions), secret=secrets.token_urlsafe(32))
        with self._session.begin() as session:
            session.add(webhook)
            session.flush()
            session.refresh(webhook)
        return webhook

    def all(self) -> list[tuple[Webhook, int]]:
        """Each address, and how much of what it is to be told was given up."""
        lost = (Delivery.webhook_id == Webhook.id) & (Delivery.attempts >= MOST_ATTEMPTS)
        query = select(Webhook, func.count(Delivery.audit_id)).outerjoin(Delivery, lost)
        with self._session() as session:
            rows = session.execute(query.group_by(Webhook.id).order_by(Webhook.id))
            return [(row[0], row[1]) for row in rows]

    def remove(self, webhook_id: int) -> None:
        """Forget an address.

        Raises:
            Problem: not_found.
        """
        with self._session.begin() as session:
            webhook = session.get(Webhook, webhook_id)
            if webhook is None:
                raise Problem(code="not_found")
            session.delete(webhook)

    def claim(self) -> list[Message]:
        """What is to be told now; until it is `told` it is due again, later each time."""
        due = (
            select(Delivery.webhook_id, Delivery.audit_id)
            .where(Delivery.next_try_at <= func.now(), Delivery.attempts < MOST_ATTEMPTS)
            .order_by(Delivery.audit_id)
            .limit(CLAIMED_AT_ONCE)
            .with_for_update(skip_locked=True)
        )
        wait = func.power(4, Delivery.attempts) * RETRY_SECONDS * text("interval '1 second'")
        with self._session.begin() as session:
            keys = [(row[0], row[1]) for row in session.execute(due)]
            messages = []
            for webhook_id, audit_id in keys:
                own = (Delivery.webhook_id == webhook_id) & (Delivery.audit_id == audit_id)
                values: dict[str, Any] = {
                    "attempts": Delivery.attempts + 1,
                    "next_try_at": func.now() + wait,
                }
                session.execute(update(Delivery).where(own).values(values))
                webhook = session.get_one(Webhook, webhook_id)
                entry = session.get_one(AuditEntry, audit_id)
                messages.append(Message(webhook_id, webhook.url, webhook.secret, entry))
            return messages

    def told(self, message: Message) -> None:
        """Take a message from the list."""
        own = (Delivery.webhook_id == message.webhook_id) & (Delivery.audit_id == message.entry.id)
        with self._session.begin() as session:
            session.execute(delete(Delivery).where(own))
