"""Pages a minute of one worker and of two: each of one process, with a data folder of its own.

All share one PostgreSQL and one storage that speaks S3 (SeaweedFS), as machines would. The pages
are a scan of the samples, many times over with other bytes. Both runs read the same pages.
"""

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
from pathlib import Path

import s3fs
from sqlalchemy import Engine, text

from api.settings import Settings
from api.store.cluster import Cluster
from api.store.database import connect, upgrade
from api.work.desk import open_desk

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "samples" / "ke-hoach-chua-chay-rung" / "ke-hoach-chua-chay-rung.pdf"
COPIES = 8
LEAST = 1.8
READY_SECONDS = 60


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


def take_in(settings: Settings) -> None:
    """Take in the copies."""
    content = SAMPLE.read_bytes()
    with open_desk(settings) as desk:
        for number in range(COPIES):
            copy = settings.data_dir / f"copy-{number}"
            copy.write_bytes(content + b"\n%% copy %d\n" % number)
            with copy.open("rb") as file:
                desk.intake.receive(file, copy.name)


def measure(engine: Engine, settings: Settings, workers: int) -> float:
    """Pages a minute of so many workers, from the first page that one keeps to the last."""
    take_in(settings)
    running = [start_worker(settings, number) for number in range(workers)]
    try:
        while count(engine, "SELECT count(*) FROM procrastinate_workers") < workers:
            time.sleep(0.1)
        started, before = time.monotonic(), pages_done(engine)
        while count(engine, "SELECT count(*) FROM documents WHERE state <> 'ready'"):
            time.sleep(0.1)
        seconds = time.monotonic() - started
    finally:
        for process in running:
            process.send_signal(signal.SIGTERM)
            process.wait()
    pages = pages_done(engine) - before
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM documents"))
    return pages / seconds * 60


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


def main() -> int:
    """Print the pages a minute of one and of two; 1 where two are less than LEAST times one."""
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
        one, two = measure(engine, settings, 1), measure(engine, settings, 2)
    print(f"one worker {one:.1f} pages a minute, two {two:.1f}: {two / one:.2f} times")
    return int(two / one < LEAST)


if __name__ == "__main__":
    sys.exit(main())
