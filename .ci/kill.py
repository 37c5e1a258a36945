"""Uploads while the web and the workers are killed: is every acknowledged document there, once?

Runs a web process and two workers on a cluster of its own, sends small documents, and ends one of
the processes with SIGKILL at random moments. Then it is counted: each document that was answered
with 201 or 200 is ready, its original is whole, it was filed once, and no job stood still longer
than a minute because its worker had died. `make bench-kill` does 500 uploads and 200 kills.
"""

import argparse
import contextlib
import hashlib
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from sqlalchemy import Engine, text

from api.store.cluster import Cluster
from api.store.database import connect, upgrade

ROOT = Path(__file__).resolve().parent.parent
WORKERS = 2
STUCK_SECONDS = 60
PATIENCE_SECONDS = 300
# A worker tells that it lives every five seconds.
SILENT_SECONDS = 8
LOOK_SECONDS = 0.25
PLAN = """ỦY BAN NHÂN DÂN
XÃ HÒA BÌNH
Số: {number}/KH-UBND
Hòa Bình, ngày 05 tháng 3 năm 2024
KẾ HOẠCH
Về việc trồng cây đợt {number}

Giao Trạm Y tế chủ trì báo cáo kết quả đợt {number} trước ngày 20/12/2024.
\f
Trang hai của kế hoạch đợt {number}.
"""
ORPHANS = """
SELECT job.id FROM procrastinate_jobs job LEFT JOIN procrastinate_workers worker
ON worker.id = job.worker_id WHERE job.status = 'doing' AND job.task_name = 'read_document'
AND (worker.id IS NULL OR worker.last_heartbeat < now() - make_interval(secs => :silent))
"""


@dataclass(frozen=True)
class Plan:
    """So many uploads and kills, `pause` seconds between kills on average."""

    uploads: int
    kills: int
    pause: float
    seed: int = 2873


@dataclass
class Watch:
    """What was seen meanwhile: documents by the hash that was acknowledged, and orphaned jobs."""

    acknowledged: dict[str, int] = field(default_factory=dict)
    orphans: dict[int, float] = field(default_factory=dict)
    longest: float = 0.0
    kills: int = 0


class Service:
    """A web process and workers, each started again when it is killed."""

    def __init__(self, url: str, data_dir: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self._log = (data_dir / "log").open("ab")
        own = {"VANTHU_DATABASE_URL": url, "VANTHU_DATA_DIR": str(data_dir), "VANTHU_WORKERS": "1"}
        self._environment = {**os.environ, **own}
        web = ("serve", "--web-only", "--port", str(self.port))
        self._commands = [web, *[("worker",)] * WORKERS]
        self._running = [self._start(command) for command in self._commands]

    def _start(self, command: tuple[str, ...]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", "api.cli", *command],
            cwd=ROOT,
            env=self._environment,
            stdout=self._log,
            stderr=self._log,
        )

    def kill_one(self, chance: random.Random) -> None:
        """End one process, whichever, and start it again."""
        index = chance.randrange(len(self._running))
        self._running[index].send_signal(signal.SIGKILL)
        self._running[index].wait()
        self._running[index] = self._start(self._commands[index])

    def close(self) -> None:
        """End all."""
        for process in self._running:
            process.terminate()
        for process in self._running:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(30)
            process.kill()
            process.wait()
        self._log.close()


def upload_all(port: int, contents: list[bytes], watch: Watch) -> None:
    """Send each document until it is acknowledged."""
    address = f"http://127.0.0.1:{port}/api/v1/documents"
    for content in contents:
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            with contextlib.suppress(httpx.HTTPError):
                answer = httpx.post(address, files={"file": ("a.txt", content)}, timeout=60)
                if answer.is_success:
                    watch.acknowledged[hashlib.sha256(content).hexdigest()] = answer.json()["id"]
                    break
            time.sleep(0.3)


def look_for_orphans(engine: Engine, watch: Watch) -> None:
    """Note how long jobs stand still since their worker died."""
    now = time.monotonic()
    with engine.connect() as connection:
        found = set(connection.scalars(text(ORPHANS), {"silent": SILENT_SECONDS}))
    watch.orphans = {job: watch.orphans.get(job, now - SILENT_SECONDS) for job in found}
    watch.longest = max([watch.longest, *(now - since for since in watch.orphans.values())])


def is_over(engine: Engine) -> bool:
    """Whether no document waits or is being read."""
    query = "SELECT count(*) FROM documents WHERE state IN ('waiting', 'reading')"
    with engine.connect() as connection:
        return connection.scalar(text(query)) == 0


def find_faults(engine: Engine, data_dir: Path, watch: Watch) -> list[str]:
    """What is not as it must be, a line each."""
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT id, sha256, state, error_code FROM documents"))
        documents = {row.id: row for row in rows}
        query = "SELECT document_id, count(*) FROM audit WHERE action = 'read' GROUP BY 1"
        filed = {row[0]: row[1] for row in connection.execute(text(query))}
        query = "SELECT status FROM procrastinate_jobs WHERE task_name = 'read_document'"
        left = connection.scalars(text(query)).all()
    faults = [f"a job is left: {status}" for status in left]
    for sha256, document_id in watch.acknowledged.items():
        row = documents.get(document_id)
        original = data_dir / "originals" / sha256[:2] / sha256
        if row is None or row.sha256 != sha256:
            faults.append(f"document {document_id} is lost")
        elif row.state != "ready":
            faults.append(f"document {document_id} is {row.state} ({row.error_code})")
        elif filed.get(document_id) != 1:
            faults.append(f"document {document_id} was filed {filed.get(document_id)} times")
        elif hashlib.sha256(original.read_bytes()).hexdigest() != sha256:
            faults.append(f"the original of document {document_id} is not whole")
    if watch.longest > STUCK_SECONDS:
        faults.append(f"a job stood still for {watch.longest:.0f} s")
    return faults


@contextlib.contextmanager
def place() -> Iterator[tuple[str, Path]]:
    """A database and a data folder of one's own."""
    with tempfile.TemporaryDirectory(prefix="vt-kill-", dir="/tmp") as folder:
        Path(folder).chmod(0o711)
        with Cluster.at(Path(folder) / "db").use() as url:
            engine = connect(url)
            upgrade(engine)
            engine.dispose()
            yield url, Path(folder)


def run(plan: Plan) -> tuple[Watch, list[str]]:
    """What was seen, and the faults."""
    watch = Watch()
    contents = [PLAN.format(number=number).encode() for number in range(1, plan.uploads + 1)]
    with place() as (url, data_dir):
        engine = connect(url)
        service = Service(url, data_dir)
        sender = threading.Thread(target=upload_all, args=(service.port, contents, watch))
        sender.start()
        try:
            kill_meanwhile(service, engine, plan, watch)
            sender.join()
            await_end(engine, watch)
        finally:
            service.close()
        faults = find_faults(engine, data_dir, watch)
        engine.dispose()
    if len(watch.acknowledged) < plan.uploads:
        faults.append(f"only {len(watch.acknowledged)} of {plan.uploads} were acknowledged")
    return watch, faults


def kill_meanwhile(service: Service, engine: Engine, plan: Plan, watch: Watch) -> None:
    """Kill one process after another, at random moments."""
    chance = random.Random(plan.seed)  # noqa: S311 - moments, not secrets
    while watch.kills < plan.kills:
        end = time.monotonic() + chance.expovariate(1 / plan.pause)
        while time.monotonic() < end:
            look_for_orphans(engine, watch)
            time.sleep(LOOK_SECONDS)
        service.kill_one(chance)
        watch.kills += 1


def await_end(engine: Engine, watch: Watch) -> None:
    """Return when all is read, or when patience ends."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not is_over(engine) and time.monotonic() < end:
        look_for_orphans(engine, watch)
        time.sleep(LOOK_SECONDS)


def main(arguments: list[str] | None = None) -> int:
    """Print what was seen; 1 where something is not as it must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--uploads", type=int, default=500)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument(
        "--pause", type=float, default=5.0, help="seconds between kills, on average"
    )
    asked = parser.parse_args(arguments)
    started = time.monotonic()
    watch, faults = run(Plan(asked.uploads, asked.kills, asked.pause))
    print(
        f"{len(watch.acknowledged)} uploads acknowledged, {watch.kills} kills,"
        f" {time.monotonic() - started:.0f} s; longest stand of a job {watch.longest:.0f} s"
    )
    for fault in faults:
        print("FAULT", fault)
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
