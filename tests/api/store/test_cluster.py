import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from api.errors import Problem
from api.store.cluster import LONGEST_SOCKET_FOLDER, Cluster
from api.store.database import connect

ROOT = Path(__file__).resolve().parents[3]
HOLD = """
import sys, time
from pathlib import Path
from api.store.cluster import Cluster
with Cluster.at(Path(sys.argv[1])).use():
    print("up", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture(scope="module")
def cluster(short_folder):
    return Cluster.at(short_folder / "own")


def ask(url, query):
    engine = connect(url)
    try:
        with engine.connect() as connection:
            return connection.execute(text(query)).scalar()
    finally:
        engine.dispose()


def hold(cluster):
    holder = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", HOLD, str(cluster.home.parent)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert holder.stdout.readline() == "up\n"
    return holder


def release(holder):
    holder.communicate("\n", timeout=60)
    assert holder.returncode == 0


def test_the_server_runs_only_while_it_is_used(cluster):
    with cluster.use() as url:
        assert cluster.is_running()
        assert ask(url, "SELECT 1") == 1
    assert not cluster.is_running()


def test_the_server_listens_on_no_network_address(cluster):
    with cluster.use() as url:
        assert ask(url, "SHOW listen_addresses") == ""


def test_text_is_utf_8_and_writes_are_durable(cluster):
    with cluster.use() as url:
        assert ask(url, "SHOW server_encoding") == "UTF8"
        assert ask(url, "SHOW fsync") == "on"


def test_the_last_of_several_users_stops_it(cluster):
    with cluster.use() as url:
        holder = hold(cluster)
    assert cluster.is_running()
    assert ask(url, "SELECT 1") == 1
    release(holder)
    assert not cluster.is_running()


def test_a_user_that_was_killed_is_forgotten(cluster):
    holder = hold(cluster)
    holder.kill()
    holder.communicate()
    assert cluster.is_running()
    with cluster.use() as url:
        assert ask(url, "SELECT 1") == 1
    assert not cluster.is_running()


def test_a_server_that_was_killed_is_started_again(cluster):
    with cluster.use() as url:
        ask(url, "SELECT 1")
        pid_file = cluster.data / "postmaster.pid"
        pid = int(pid_file.read_text().splitlines()[0])
        os.kill(pid, signal.SIGKILL)
        while cluster.is_running():
            time.sleep(0.02)
    assert pid_file.exists()
    with cluster.use() as url:
        assert ask(url, "SELECT 1") == 1


def test_a_pid_that_now_belongs_to_another_process_does_not_count(cluster):
    with cluster.use():
        pass
    (cluster.data / "postmaster.pid").write_text(f"{os.getpid()}\n{cluster.data}\n")
    assert not cluster.is_running()
    with cluster.use() as url:
        assert ask(url, "SELECT 1") == 1


def test_many_may_start_it_at_the_same_time(cluster):
    def use(_):
        with Cluster.at(cluster.home.parent).use() as url:
            return ask(url, "SELECT 1")

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(use, range(4))) == [1] * 4
    assert not cluster.is_running()


def test_a_setup_that_was_broken_off_is_begun_again(short_folder):
    cluster = Cluster.at(short_folder / "broken")
    (cluster.home / f"{cluster.data.name}.new").mkdir(parents=True)
    (cluster.home / f"{cluster.data.name}.new" / "PG_VERSION").write_text("15")
    with cluster.use() as url:
        assert ask(url, "SELECT 1") == 1


def test_data_of_a_version_that_is_not_installed_is_left_alone(tmp_path):
    (tmp_path / "postgres" / "9").mkdir(parents=True)
    (tmp_path / "postgres" / "9" / "PG_VERSION").write_text("9")
    with pytest.raises(Problem, match="postgresql-9"):
        Cluster.at(tmp_path)


def test_a_long_path_gets_a_short_socket_folder(tmp_path):
    cluster = Cluster.at(tmp_path / ("x" * 120))
    assert len(os.fsencode(cluster.socket_folder)) <= LONGEST_SOCKET_FOLDER
    assert cluster.socket_folder != Cluster.at(tmp_path / ("y" * 120)).socket_folder


def test_a_folder_that_the_account_cannot_enter_is_told(tmp_path, is_root):
    if not is_root:
        pytest.skip("only root runs the cluster as another account")
    tmp_path.chmod(0o700)
    with pytest.raises(Problem, match="VANTHU_DATA_DIR"), Cluster.at(tmp_path).use():
        pass
