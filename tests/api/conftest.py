"""A real PostgreSQL for every test that wants one, and a reader that needs no OCR."""

import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from starlette.testclient import TestClient

from api.app import create_app
from api.errors import Problem
from api.settings import Settings
from api.store.cluster import Cluster
from api.store.database import connect, upgrade
from api.store.documents import Documents
from api.store.originals import Originals
from api.work.intake import Intake
from api.work.queue import Queue
from api.work.reader import Reader

TABLES = (
    "documents",
    "arrivals",
    "webhooks",
    "refusals",
    "search_words",
    "saved_searches",
    "procrastinate_jobs",
    "procrastinate_workers",
)
# The store always has its one office.
NAMELESS = """
UPDATE office
SET version = 1, names = '{}', learned = '{}', refused = '{}', parent = NULL, members = '{}'
"""


class FakeRunner:
    """Reads text files: a form feed ends a page, `field: value` states a value of the record."""

    def __init__(self, size: int = 2, _memory_bytes: int = 0) -> None:
        self.size = size
        self.steps: list[str] = []
        self.fails_at: str | None = None
        self.problem = Problem(code="page_timeout")

    def run(self, step: str, *arguments: object, seconds: float, urgency: int = 10) -> bytes:
        assert seconds > 0
        assert urgency >= 0
        name = step.partition(":")[2]
        self.steps.append(name)
        if name == self.fails_at:
            raise self.problem
        if name == "draw":
            return b"\x89PNG a picture"
        steps = {
            "inspect": self._inspect,
            "read": self._read,
            "find_marks": self._find_marks,
            "understand": self._understand,
            "find": self._find_keywords,
        }
        return json.dumps(steps[name](*arguments)).encode()

    def close(self) -> None:
        self.size = 0

    def _inspect(self, path: str, _max_bytes: int, max_pages: int) -> object:
        data = Path(path).read_bytes()
        if not data:
            raise Problem(code="empty_file")
        if b"\0" in data:
            raise Problem(code="unsupported_type")
        pages = data.count(b"\f") + 1
        if pages > max_pages:
            raise Problem(code="too_many_pages")
        return {
            "sha256": hashlib.sha256(data).hexdigest(),
            "media_type": "text/plain",
            "pages": pages,
        }

    def _read(self, path: str, number: int, _engine: str) -> object:
        page = Path(path).read_bytes().decode("utf-8", "replace").split("\f")[number - 1]
        box = {"x0": 56.0, "top": 56.0, "x1": 80.0, "bottom": 66.0}
        lines = [
            {"words": [{"text": word, "box": box} for word in line.split()]}
            for line in page.splitlines()
            if line.strip()
        ]
        return {
            "number": number,
            "width": 595.0,
            "height": 842.0,
            "origin": "text",
            "lines": lines,
            "frames": [],
            "rotation_degrees": 0,
            "skew_degrees": 0.0,
        }

    def _find_marks(self, reading: dict[str, object]) -> object:
        text = json.dumps(reading, ensure_ascii=False)
        return {
            "secrecy": "MẬT" if "MẬT" in text else None,
            "urgency": "KHẨN" if "KHẨN" in text else None,
        }

    def _understand(self, facts: dict[str, object], name: str, readings: list[object]) -> object:
        return make_record(_stated(readings), facts=facts, file_name=name)

    def _find_keywords(self, subject: str, statements: list[str]) -> object:
        return [subject.lower()] if subject and statements else []


def _stated(readings: list[dict[str, object]]) -> dict[str, str]:
    lines = [
        " ".join(word["text"] for word in line["words"])
        for reading in readings
        for line in reading["lines"]
    ]
    parts = [line.partition(": ") for line in lines]
    return {key: value for key, colon, value in parts if colon}


def leaf(value: object, page: int = 1) -> dict[str, object]:
    evidence = {"page": page, "box": [1.0, 2.0, 3.0, 4.0], "text": str(value), "rule": "test"}
    return {"value": value, "evidence": evidence, "confidence": 0.9}


def make_record(
    stated: dict[str, str], *, facts: dict[str, object] | None = None, file_name: str = "a.txt"
) -> dict[str, object]:
    """A record that states these values: the header's, `arrival`, `cites`, `task`, `due`."""
    names = ("number", "type", "issuer", "place", "date", "subject", "urgency")
    header = {name: leaf(stated[name]) if name in stated else None for name in names}
    header["secrecy"] = leaf(stated["secrecy"]) if "secrecy" in stated else None
    arrival = {"number": leaf(stated.get("arrival")), "date": leaf("2018-11-09")}
    task = {
        "action": leaf(stated.get("task")),
        "lead": [leaf(unit) for unit in stated.get("lead", "").split("; ") if unit],
        "support": [],
        "deadline": leaf(stated["due"]) if "due" in stated else None,
        "deadline_text": None,
        "deadline_operator": None,
        "recurrence": None,
        "report_to": None,
        "deliverable": None,
        "section": ["III"],
    }
    cited = {"relation": "basis", "type": "KH", "number": leaf(stated.get("cites"))}
    return {
        "source": {"file_name": file_name, **(facts or {"sha256": "0" * 64, "pages": 1})},
        "header": header,
        "incoming": arrival if "arrival" in stated else None,
        "references": [cited] if "cites" in stated else [],
        "purposes": [],
        "requirements": [],
        "dates": [],
        "tasks": [task] if "task" in stated else [],
        "review": [],
    }


@pytest.fixture(scope="session")
def short_folder() -> Iterator[Path]:
    """A folder that the account of the cluster may enter, its path short enough for a socket."""
    folder = Path(tempfile.mkdtemp(prefix="vt-", dir="/tmp"))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def database_url(short_folder: Path) -> Iterator[str]:
    """The address of a database of our own with an up-to-date schema."""
    with Cluster.at(short_folder / "session").use() as url:
        engine = connect(url)
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("ALTER SYSTEM SET fsync = off"))  # nothing here must last
            connection.execute(text("SELECT pg_reload_conf()"))
        upgrade(engine)
        engine.dispose()
        yield url


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An engine on an empty store."""
    engine = connect(database_url)
    with engine.begin() as connection:
        for table in TABLES:
            connection.execute(text(f"DELETE FROM {table}"))  # noqa: S608 - our own names
        connection.execute(text(NAMELESS))
    yield engine
    engine.dispose()


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """Settings of a store of one's own; take `engine` too where it must be empty."""
    return Settings(
        database_url=database_url,
        data_dir=tmp_path,
        workers=2,
        max_upload_bytes=10_000,
        max_pages=9,
    )


@pytest.fixture
def runner() -> FakeRunner:
    return FakeRunner()


@pytest.fixture
def intake(engine: Engine, settings: Settings, runner: FakeRunner) -> Iterator[Intake]:
    """An intake with an empty store and a fake reader."""
    with closing(Reader(runner, settings)) as reader:
        originals = Originals(settings.data_dir)
        yield Intake(settings, originals, Documents(engine), reader, Queue())


@pytest.fixture
def app_client(engine: Engine, settings: Settings, runner: FakeRunner) -> Iterator[TestClient]:
    """A client of the whole application, its store empty, its reader fake, its worker running."""
    assert engine is not None
    app = create_app(settings, lambda _size, _memory: runner)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def is_root() -> bool:
    return os.geteuid() == 0


@pytest.fixture
def read(app_client: TestClient) -> Callable[[str], str]:
    """Sends a text that states values, and waits until it is read; gives its address."""

    def read_one(stated: str) -> str:
        files = {"file": ("a.txt", stated.encode())}
        here: str = app_client.post("/api/v1/documents", files=files).json()["links"]["self"]
        end = time.monotonic() + 30
        while app_client.get(here).json()["state"] != "ready":
            assert time.monotonic() < end
            time.sleep(0.05)
        return here

    return read_one
