"""Pages a minute of one worker and of two: each of one process, with a data folder of its own.

All share one PostgreSQL and one storage that speaks S3 (SeaweedFS), as machines would. The pages
are a scan of the samples, many times over with other bytes. Both runs read the same pages.

Workers load their libraries with their first document, so the clock starts when each has kept a
page; how long that took is told by itself. Two can only do twice as much as one where one leaves a
core free, so the cores that each run had in use are told too: those of the workers, and those of
everything else on the machine (the database, the storage, and whoever else works there).
"""

import argparse
import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import s3fs
from sqlalchemy import Engine, text

from api.settings import Settings
from api.store.cluster import Cluster
from api.store.database import connect, upgrade
from api.work.desk import open_desk

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "samples" / "ke-hoach-chua-chay-rung" / "ke-hoach-chua-chay-rung.pdf"
COPIES = 24
LEAST = 1.8
READY_SECONDS = 60
LOOK_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Run:
    """Pages that workers kept in so many seconds, after `loading`; the cores in use meanwhile."""

    pages: int
    seconds: float
    loading: float
    cores: float
    others: float

    @property
    def cpu_a_page(self) -> float:
        """CPU seconds of the workers for one page; more with two is what they cost each other."""
        return self.cores * self.seconds / self.pages

    @property
    def a_minute(self) -> float:
        """Pages a minute."""
        return self.pages / self.seconds * 60


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextlib.contextmanager
def storage(folder: Path) -> Iterator[str]:
    """The address of a bucket of a server that speaks S3; the environment is set to it."""
    weed = shutil.which("weed", path=sysconfig.get_path("scripts")) or "weed"
    names = ("master", "volume", "filer", "s3")
    ports = {f"{name}.port": free_port() for name in names}
    ports |= {f"{name}.port.grpc": free_port() for name in names}
    options = [f"-{name}={port}" for name, port in ports.items()]
    with (folder / "s3.log").open("wb") as log:
        server = subprocess.Popen(  # noqa: S603 - the server of the bench
            [weed, "server", f"-dir={folder}", "-ip=127.0.0.1", "-filer", "-s3", *options],
            stdout=log,
            stderr=log,
        )
    access = {"AWS_ACCESS_KEY_ID": "any", "AWS_SECRET_ACCESS_KEY": "any"}
    where = {"AWS_ENDPOINT_URL": f"http://127.0.0.1:{ports['s3.port']}"}
    os.environ.update({**access, **where, "AWS_DEFAULT_REGION": "us-east-1"})
    try:
        await_bucket("originals")
        yield "s3://originals/bench"
    finally:
        server.kill()
        server.wait()


def await_bucket(name: str) -> None:
    """Make a bucket as soon as the server answers."""
    end = time.monotonic() + READY_SECONDS
    while True:
        files = s3fs.S3FileSystem(skip_instance_cache=True)
        try:
            files.mkdir(name)
            files.pipe_file(f"{name}/ready", b"1")
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.5)
        else:
            return


def take_in(settings: Settings, copies: int) -> None:
    """Take in the copies."""
    content = SAMPLE.read_bytes()
    with open_desk(settings) as desk:
        for number in range(copies):
            copy = settings.data_dir / f"copy-{number}"
            copy.write_bytes(content + b"\n%% copy %d\n" % number)
            with copy.open("rb") as file:
                desk.intake.receive(file, copy.name)


def measure(engine: Engine, settings: Settings, workers: int, copies: int) -> Run:
    """What so many workers do, from when each has kept a page to the last page."""
    take_in(settings, copies)
    before, begun = pages_done(engine), time.monotonic()
    running = [start_worker(settings, number) for number in range(workers)]
    try:
        await_pages(engine, before + workers)
        started, first = time.monotonic(), pages_done(engine)
        own, machine = cpu_of_trees(running), cpu_of_machine()
        while count(engine, "SELECT count(*) FROM documents WHERE state <> 'ready'"):
            time.sleep(LOOK_SECONDS)
        seconds = time.monotonic() - started
        own, machine = cpu_of_trees(running) - own, cpu_of_machine() - machine
    finally:
        for process in running:
            process.send_signal(signal.SIGTERM)
            process.wait()
    pages = pages_done(engine) - first
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM documents"))
    return Run(pages, seconds, started - begun, own / seconds, (machine - own) / seconds)


def await_pages(engine: Engine, number: int) -> None:
    """Return when so many pages are kept."""
    while pages_done(engine) < number:
        time.sleep(LOOK_SECONDS)


def cpu_of_trees(roots: list[subprocess.Popen[bytes]]) -> float:
    """The CPU seconds of processes and of all that they started."""
    of_parent: dict[int, list[int]] = {}
    ticks: dict[int, int] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = entry.read_text().rpartition(")")[2].split()
            number = int(entry.parent.name)
            of_parent.setdefault(int(fields[1]), []).append(number)
            ticks[number] = sum(map(int, fields[11:15]))  # with children that have ended
    tree = [process.pid for process in roots]
    for number in tree:
        tree += of_parent.get(number, [])
    return sum(ticks.get(number, 0) for number in tree) / os.sysconf("SC_CLK_TCK")


def cpu_of_machine() -> float:
    """The CPU seconds that all processes of the machine have had."""
    user, nice, system, _idle, _waiting, *more = Path("/proc/stat").read_text().split()[1:9]
    return sum(map(int, (user, nice, system, *more[:2]))) / os.sysconf("SC_CLK_TCK")


def start_worker(settings: Settings, number: int) -> subprocess.Popen[bytes]:
    """A worker of one process, with a data folder that no other has."""
    folder = settings.data_dir / f"machine-{number}"
    folder.mkdir(exist_ok=True)
    own = {
        "VANTHU_DATABASE_URL": str(settings.database_url),
        "VANTHU_STORAGE_URL": str(settings.storage_url),
        "VANTHU_DATA_DIR": str(folder),
        "VANTHU_WORKERS": "1",
    }
    command = [sys.executable, "-m", "api.cli", "worker"]
    return subprocess.Popen(command, cwd=ROOT, env={**os.environ, **own})  # noqa: S603


def count(engine: Engine, query: str) -> int:
    """The number that a query gives."""
    with engine.connect() as connection:
        return connection.scalar(text(query)) or 0


def pages_done(engine: Engine) -> int:
    """How many pages are kept."""
    return count(engine, "SELECT count(*) FROM pages")


def main(arguments: list[str] | None = None) -> int:
    """Print what one and two did; 1 where two did less than LEAST times the pages of one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, default=COPIES)
    copies = parser.parse_args(arguments).copies
    with contextlib.ExitStack() as stack:
        folder = Path(
            stack.enter_context(tempfile.TemporaryDirectory(prefix="vt-work-", dir="/tmp"))
        )
        folder.chmod(0o711)
        address = stack.enter_context(storage(folder))
        url = stack.enter_context(Cluster.at(folder / "db").use())
        engine = connect(url)
        stack.callback(engine.dispose)
        upgrade(engine)
        settings = Settings(database_url=url, data_dir=folder, storage_url=address, workers=2)
        runs = [measure(engine, settings, workers, copies) for workers in (1, 2)]
    print("| workers | pages | s | pages a minute | loading | CPU s a page | cores | of others |")
    print("|---|---|---|---|---|---|---|---|")
    for workers, run in enumerate(runs, start=1):
        print(
            f"| {workers} | {run.pages} | {run.seconds:.1f} | {run.a_minute:.1f}"
            f" | {run.loading:.1f} | {run.cpu_a_page:.2f} | {run.cores:.2f} | {run.others:.2f} |"
        )
    ratio = runs[1].a_minute / runs[0].a_minute
    print(f"two did {ratio:.2f} times as much as one")
    return int(ratio < LEAST)


if __name__ == "__main__":
    sys.exit(main())
