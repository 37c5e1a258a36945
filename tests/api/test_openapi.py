"""The API keeps what its OpenAPI document promises, whatever it is asked."""

import time

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from schemathesis import checks

PLAN = "number: 1/KH\ntask: báo cáo\nlead: Trạm Y tế\ndue: 2024-06-01\narrival: 12"


@pytest.fixture
def known(app_client):
    """The ids of a document that is read and of its task, by the name of their parameter."""
    files = {"file": ("a.txt", PLAN.encode())}
    document_id = app_client.post("/api/v1/documents", files=files).json()["id"]
    here = f"/api/v1/documents/{document_id}"
    end = time.monotonic() + 30
    while app_client.get(here).json()["state"] != "ready":
        assert time.monotonic() < end
        time.sleep(0.05)
    (task,) = app_client.get(f"{here}/tasks").json()
    return {"document_id": document_id, "task_id": task["id"], "number": 1}


def conformance():
    checks.load_all_checks()
    names = ("status_code", "content_type", "response_headers", "response_schema")
    return checks.CHECKS.get_by_names([f"{name}_conformance" for name in names])


def ask(operation, known):
    @given(operation.as_strategy())
    @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
    def ask_anything(case):
        for name, value in case.path_parameters.items():
            if isinstance(value, int) and value % 2 and name in known:
                case.path_parameters[name] = known[name]
        case.call_and_validate(checks=[checks.not_a_server_error, *conformance()])

    ask_anything()


def test_every_answer_is_as_described(app_client, known):
    described = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app_client.app)
    # Events go on until a document is read, and are tested by themselves.
    operations = described.exclude(path_regex="/events$").get_all_operations()
    faults = []
    for operation in (found.ok() for found in operations):
        try:
            ask(operation, known)
        except BaseExceptionGroup as group:
            faults.append(f"{operation.label}: {group.exceptions}")
    assert faults == []


def test_a_fault_would_be_seen():
    app = FastAPI()

    @app.get("/broken")
    def break_down() -> None:
        raise RuntimeError

    described = schemathesis.openapi.from_asgi("/openapi.json", app)
    (operation,) = (found.ok() for found in described.get_all_operations())
    with pytest.raises((BaseExceptionGroup, RuntimeError)):
        ask(operation, {})
