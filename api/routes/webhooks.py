"""Addresses that are told of what was done."""

import datetime as dt
from typing import Self

from fastapi import APIRouter, status
from pydantic import BaseModel, ConfigDict, Field, HttpUrl

from api.dependencies import DeskNow
from api.problems import responses
from api.routes.bounds import Id
from api.routes.lives import Line
from api.store.webhooks import Webhook

router = APIRouter(prefix="/webhooks", tags=["webhooks"])


class WebhookEntry(BaseModel):
    """An address, and the actions of the history that it wants; without any it wants all."""

    model_config = ConfigDict(extra="forbid")

    url: HttpUrl = Field(examples=["https://mot-cua.example.vn/vanthu"])
    actions: list[Line] = Field(default=[], max_length=50, examples=[["task_changed"]])


class WebhookAnswer(BaseModel):
    """An address. The secret is told once, when it is made."""

    id: int = Field(examples=[1])
    url: str = Field(examples=["https://mot-cua.example.vn/vanthu"])
    actions: list[str] = Field(examples=[["task_changed"]])
    created_at: dt.datetime = Field(examples=["2018-11-09T08:30:00Z"])
    given_up: int = Field(description="What it could not be told.", examples=[0])
    secret: str | None = Field(default=None, examples=["fQ0p…"])

    @classmethod
    def of(cls, row: Webhook, given_up: int = 0, secret: str | None = None) -> Self:
        """The answer for a row."""
        names = ("id", "url", "actions", "created_at")
        told = {name: getattr(row, name) for name in names}
        return cls(**told, given_up=given_up, secret=secret)


@router.post("", status_code=status.HTTP_201_CREATED, responses=responses("invalid_request"))
def add_webhook(entry: WebhookEntry, desk: DeskNow) -> WebhookAnswer:
    """Have an address told of what is done from now on.

    Each message is the line of the history as JSON, with `Vanthu-Signature: t=…,v1=…`: the
    HMAC-SHA256, by the secret, of `t`, a dot and the body. What is not taken with a status of 2xx
    is sent again, later each time, eight times in all.
    """
    row = desk.webhooks.add(str(entry.url), entry.actions)
    return WebhookAnswer.of(row, secret=row.secret)


@router.get("")
def list_webhooks(desk: DeskNow) -> list[WebhookAnswer]:
    """The addresses."""
    return [WebhookAnswer.of(row, given_up) for row, given_up in desk.webhooks.all()]


@router.delete(
    "/{webhook_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=responses("not_found", "invalid_request"),
)
def remove_webhook(webhook_id: Id, desk: DeskNow) -> None:
    """Tell an address nothing more."""
    desk.webhooks.remove(webhook_id)
