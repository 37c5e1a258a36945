"""The client that is made from the OpenAPI document talks to the application as it is served."""

import importlib
import importlib.util
import io
import sys
import threading
import time
from pathlib import Path

import pytest
import uvicorn

from api.app import create_app

ROOT = Path(__file__).resolve().parents[2]
SPEC = importlib.util.spec_from_file_location("make_client", ROOT / ".ci" / "client.py")
maker = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(maker)

PLAN = "number: 12/KH-UBND\nsubject: Bình đẳng giới\ntask: báo cáo\nlead: Trạm Y tế"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Gives the modules of the client."""
    folder = tmp_path_factory.mktemp("client") / "vanthu-client"
    maker.make_client(folder)
    sys.path.insert(0, str(folder))
    yield lambda name: importlib.import_module(f"vanthu_client{name}")
    sys.path.remove(str(folder))


@pytest.fixture
def address(engine, settings, runner):
    """Where the application is served, its store empty, its reader fake, its worker running."""
    assert engine is not None
    app = create_app(settings, lambda _size, _memory: runner)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", lifespan="on"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.02)
    [socket] = server.servers[0].sockets
    yield f"http://127.0.0.1:{socket.getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def client(made, address):
    with made("").Client(base_url=address) as client:
        yield client


def await_reading(made, client, document_id):
    get = made(".api.documents.get_document")
    end = time.monotonic() + 30
    while (document := get.sync(document_id, client=client)).state != "ready":
        assert time.monotonic() < end
        time.sleep(0.05)
    return document


def test_a_document_is_sent_read_found_and_its_task_changed(made, client):
    body = made(".models.body_receive_document").BodyReceiveDocument(
        file=made(".types").File(payload=io.BytesIO(PLAN.encode()), file_name="kế hoạch.txt")
    )
    sent = made(".api.documents.receive_document").sync(client=client, body=body)
    document = await_reading(made, client, sent.id)
    assert (document.file_name, document.header.number) == ("kế hoạch.txt", "12/KH-UBND")
    found = made(".api.search.search").sync(client=client, q="binh dang gioi")
    assert [hit.document.id for hit in found.items] == [sent.id]
    [task] = made(".api.tasks.list_tasks").sync(client=client).items
    change = made(".models.task_change").TaskChange(owner_person="Trần Thị Lan")
    assert change.to_dict() == {"owner_person": "Trần Thị Lan"}
    edit = made(".api.tasks.change_task")
    first, second = (
        edit.sync(task.id, client=client, body=change, if_match=f'"{task.version}"')
        for _ in range(2)
    )
    assert (first.owner_person, first.state) == ("Trần Thị Lan", task.state)
    assert (second.code, second.status) == ("version_conflict", 409)


def test_a_refusal_comes_as_the_problem_it_is(made, client):
    missing = made(".api.documents.get_document").sync(999, client=client)
    assert (missing.code, missing.status) == ("not_found", 404)
