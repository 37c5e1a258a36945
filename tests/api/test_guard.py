import asyncio

import pytest

from api.errors import Problem
from api.guard import ENVELOPE_BYTES, BodyLimits

SCOPE = {"type": "http", "headers": []}


async def swallow(_scope, receive, _send):
    size = 0
    while True:
        message = await receive()
        size += len(message.get("body", b""))
        if not message.get("more_body"):
            return size


def send_body(chunks, scope=SCOPE, pause=0.0, **limits):
    told = {"max_bytes": 100, "idle_seconds": 0.2, "total_seconds": 0.5} | limits
    messages = [{"type": "http.request", "body": chunk, "more_body": True} for chunk in chunks]
    messages.append({"type": "http.request", "body": b"", "more_body": False})
    stream = iter(messages)

    async def receive():
        await asyncio.sleep(pause)
        return next(stream)

    asyncio.run(BodyLimits(swallow, **told)(scope, receive, None))


def code_of(*arguments, **options):
    with pytest.raises(Problem) as caught:
        send_body(*arguments, **options)
    return caught.value.code


def test_a_body_within_the_limits_goes_through():
    send_body([b"x" * 50, b"x" * 50])


def test_a_body_that_stands_still_is_given_up():
    assert code_of([b"x"], pause=1.0) == "upload_timeout"


def test_a_body_that_drips_is_given_up_in_the_end():
    assert code_of([b"x"] * 50, pause=0.05) == "upload_timeout"


def test_a_body_that_grows_beyond_the_limit_is_given_up():
    assert code_of([b"x" * ENVELOPE_BYTES, b"x" * 101]) == "file_too_large"


def test_a_body_that_says_it_is_too_large_is_not_read():
    scope = SCOPE | {"headers": [(b"content-length", b"9999999")]}
    assert code_of([], scope=scope) == "file_too_large"


def test_what_comes_after_the_body_has_no_limit():
    async def wait_for_end(_scope, receive, _send):
        await receive()
        await receive()

    async def receive():
        await asyncio.sleep(0.3)
        return {"type": "http.disconnect"}

    limits = BodyLimits(wait_for_end, max_bytes=1, idle_seconds=0.4, total_seconds=0.4)
    asyncio.run(limits(SCOPE, receive, None))
