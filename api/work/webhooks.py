"""Tells addresses what was done, signed so that they know who speaks."""

import hashlib
import hmac
import json
import logging
import time
from typing import Final

import httpx

from api.store.tables import AuditEntry
from api.store.webhooks import Message, Webhooks

log = logging.getLogger(__name__)

ANSWER_SECONDS: Final = 10


def deliver(webhooks: Webhooks) -> int:
    """Tell what is due, and give how much of it was taken with a status of 2xx."""
    taken = 0
    with httpx.Client(timeout=ANSWER_SECONDS, follow_redirects=False) as client:
        for message in webhooks.claim():
            if _tell(client, message):
                webhooks.told(message)
                taken += 1
    return taken


def sign(secret: str, moment: int, body: bytes) -> str:
    """The signature of a body at a moment (seconds since 1970): HMAC-SHA256 of `moment.body`.

    >>> sign("s", 0, b"{}")[:10]
    't=0,v1=e79'
    """
    digest = hmac.new(secret.encode(), b"%d.%b" % (moment, body), hashlib.sha256).hexdigest()
    return f"t={moment},v1={digest}"


def _tell(client: httpx.Client, message: Message) -> bool:
    body = _body(message.entry)
    headers = {
        "Content-Type": "application/json",
        "Vanthu-Event": message.entry.action,
        "Vanthu-Delivery": f"{message.webhook_id}-{message.entry.id}",
        "Vanthu-Signature": sign(message.secret, int(time.time()), body),
    }
    try:
        answer = client.post(message.url, content=body, headers=headers)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        log.info("webhook %d does not answer: %s", message.webhook_id, error)
        return False
    return answer.is_success


def _body(entry: AuditEntry) -> bytes:
    names = ("id", "action", "actor", "document_id", "task_id", "detail")
    told = {name: getattr(entry, name) for name in names} | {"at": entry.at.isoformat()}
    return json.dumps(told, ensure_ascii=False, sort_keys=True).encode()
