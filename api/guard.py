"""What stands before the application.

Limits on request bodies, a check of who asks for a change, and headers on every answer.
"""

import asyncio
import time
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import Problem
from api.problems import Show, tell_problem

# A multipart body is a little larger than the file in it.
ENVELOPE_BYTES: Final = 64 * 1024

SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
# "none": the person asked for it, not a page.
OWN_SITES: Final = frozenset({"same-origin", "none"})

SECURITY_HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; script-src 'self';"
        " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@dataclass(frozen=True, slots=True)
class SecurityHeaders:
    """Sets the headers that keep a browser from doing more than it must."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, and add the headers to the answer."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY_HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


@dataclass(frozen=True, slots=True)
class OwnPagesOnly:
    """Refuses a change that a browser asks for on behalf of a page of another site.

    Programs that are no browser send neither Sec-Fetch-Site nor Origin, and go through. An Origin
    alone, as over plain HTTP in an office, must name the host that the request was sent to.
    """

    app: ASGIApp
    show: Show

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or answer with the problem foreign_request before the body is read."""
        changes = scope["type"] == "http" and scope["method"] not in SAFE_METHODS
        if changes and not is_own(Headers(scope=scope)):
            answer = tell_problem(Request(scope), Problem(code="foreign_request"), self.show)
            await answer(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def is_own(headers: Headers) -> bool:
    """Whether a request comes from a page of this site, or from no page at all."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        return site in OWN_SITES
    return origin is None or urlsplit(origin).netloc == headers.get("host")


@dataclass(frozen=True, slots=True)
class BodyLimits:
    """Gives up a request body that is too large, stands still, or takes too long altogether."""

    app: ASGIApp
    max_bytes: int
    idle_seconds: float
    total_seconds: float

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; while the body is being read, Problem is raised where it breaks a limit."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        limit = self.max_bytes + ENVELOPE_BYTES
        told = Headers(scope=scope).get("content-length", "0")
        too_large = told.isdecimal() and int(told) > limit
        end = time.monotonic() + self.total_seconds
        size, is_over = 0, False

        async def receive_within_limits() -> Message:
            nonlocal size, is_over
            if is_over:
                return await receive()
            if too_large:
                raise Problem(code="file_too_large")
            try:
                async with asyncio.timeout(min(self.idle_seconds, end - time.monotonic())):
                    message = await receive()
            except TimeoutError:
                raise Problem(code="upload_timeout") from None
            size += len(message.get("body", b""))
            is_over = not message.get("more_body", False)
            if size > limit:
                raise Problem(code="file_too_large")
            return message

        await self.app(scope, receive_within_limits, send)
