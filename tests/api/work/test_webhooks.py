import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from sqlalchemy import text

from api.store.audit import Deed, note
from api.store.documents import Arrived, Documents
from api.store.webhooks import Webhooks
from api.work.webhooks import deliver, sign

READING = {"number": 1, "width": 1.0, "height": 1.0, "origin": "text", "lines": []}


@pytest.fixture
def receiver():
    """A server that notes what it is told, and answers with `status`."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            length = int(self.headers["Content-Length"])
            server.told.append((dict(self.headers), self.rfile.read(length)))
            self.send_response(server.status)
            self.end_headers()

        def log_message(self, *_arguments):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.told, server.status = [], 200
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def webhooks(engine):
    return Webhooks(engine)


@pytest.fixture
def arrive(engine):
    def arrive_one():
        arrived = Arrived("a" * 64, "a.pdf", "application/pdf", 1, 1)
        return Documents(engine).add(arrived, READING, lambda *_: None)[0].id

    return arrive_one


def address(receiver):
    return f"http://127.0.0.1:{receiver.server_port}/here"


def test_what_is_done_is_told_once_and_signed(webhooks, receiver, arrive):
    webhook = webhooks.add(address(receiver))
    document_id = arrive()
    assert (deliver(webhooks), deliver(webhooks)) == (1, 0)
    ((headers, body),) = receiver.told
    moment = int(headers["Vanthu-Signature"].split(",")[0].removeprefix("t="))
    assert headers["Vanthu-Signature"] == sign(webhook.secret, moment, body)
    told = json.loads(body)
    assert (told["action"], told["document_id"]) == ("received", document_id)


def test_what_is_not_taken_is_told_again_later(webhooks, receiver, arrive, engine):
    webhooks.add(address(receiver))
    receiver.status = 500
    arrive()
    assert (deliver(webhooks), deliver(webhooks), len(receiver.told)) == (0, 0, 1)
    with engine.begin() as connection:
        connection.execute(text("UPDATE deliveries SET next_try_at = now()"))
    receiver.status = 204
    assert deliver(webhooks) == 1


def test_in_the_end_it_is_given_up_and_counted(webhooks, receiver, arrive, engine):
    webhooks.add(address(receiver))
    receiver.status = 500
    arrive()
    for _ in range(10):
        deliver(webhooks)
        with engine.begin() as connection:
            connection.execute(text("UPDATE deliveries SET next_try_at = now()"))
    assert len(receiver.told) == 8
    assert [lost for _, lost in webhooks.all()] == [1]


def test_an_address_is_told_only_what_it_wants(webhooks, receiver, arrive):
    webhooks.add(address(receiver), ["task_changed"])
    arrive()
    assert deliver(webhooks) == 0


def test_nobody_at_home_is_no_error(webhooks, arrive):
    webhooks.add("http://127.0.0.1:9/")
    arrive()
    assert deliver(webhooks) == 0


def test_what_is_undone_is_not_told(webhooks, receiver, arrive, engine):
    webhooks.add(address(receiver), ["corrected"])
    document_id = arrive()
    session = Documents(engine)._session()  # noqa: SLF001 - a deed that is rolled back
    note(session, Deed("corrected", document_id))
    session.rollback()
    session.close()
    assert deliver(webhooks) == 0


def test_the_api_tells_the_secret_once(app_client):
    made = app_client.post("/api/v1/webhooks", json={"url": "https://a.example/x"})
    assert made.status_code == 201
    assert len(made.json()["secret"]) > 30
    (listed,) = app_client.get("/api/v1/webhooks").json()
    assert (listed["url"], listed["secret"], listed["given_up"]) == (
        "https://a.example/x",
        None,
        0,
    )
    here = f"/api/v1/webhooks/{listed['id']}"
    assert app_client.delete(here).status_code == 204
    assert app_client.delete(here).status_code == 404
