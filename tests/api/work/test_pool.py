import os
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from api.errors import Problem
from api.work.pool import Pool, Stopped

MEMORY = 1024**3


@pytest.fixture
def pool():
    with Pool(1, MEMORY) as pool:
        yield pool


def code_of(pool, step, *arguments, seconds=20):
    with pytest.raises(Problem) as caught:
        pool.run(step, *arguments, seconds=seconds)
    return caught.value.code


def test_a_step_gives_its_bytes(pool):
    assert pool.run("builtins:bytes", [1, 2, 3], seconds=20) == b"\x01\x02\x03"


def test_a_child_serves_many_steps(pool):
    first, second = (
        pool.run("subprocess:check_output", ["sh", "-c", "echo $PPID"], seconds=20)
        for _ in range(2)
    )
    assert first == second != str(os.getpid()).encode()


def test_a_child_reads_with_one_thread(pool):
    variables = "$OMP_THREAD_LIMIT$OMP_NUM_THREADS"
    told = pool.run("subprocess:check_output", ["sh", "-c", f"echo {variables}"], seconds=20)
    assert told == b"11\n"


def test_a_child_that_aborts_is_a_typed_problem_and_is_replaced(pool):
    assert code_of(pool, "os:abort") == "too_complex"
    assert pool.run("builtins:bytes", [7], seconds=20) == b"\x07"


def test_memory_is_limited(pool):
    assert code_of(pool, "builtins:bytearray", 4 * MEMORY) == "too_complex"


def test_a_step_that_takes_too_long_is_ended_with_all_it_started(pool):
    pool.run("builtins:bytes", [1], seconds=20)  # the first step of a child has longer
    mark = f"30.{os.getpid()}"
    started = time.monotonic()
    assert code_of(pool, "subprocess:check_output", ["sleep", mark], seconds=2) == "page_timeout"
    assert time.monotonic() - started < 20
    left = subprocess.run(["pgrep", "-cf", f"sleep {mark}$"], check=False, capture_output=True)  # noqa: S603, S607
    assert left.stdout.strip() == b"0"


def test_an_error_that_nobody_foresaw_is_an_internal_one(pool):
    assert code_of(pool, "builtins:int", "x") == "internal_error"
    assert code_of(pool, "no_such_module:step") == "internal_error"


def test_an_error_over_a_file_is_the_files(pool, tmp_path):
    assert code_of(pool, "api.work.steps.reading:read", str(tmp_path), 1) == "unreadable_file"


def test_a_file_that_is_gone_is_told(pool, tmp_path):
    step = "api.work.steps.inspection:inspect"
    assert code_of(pool, step, str(tmp_path / "x"), 10, 10) == "missing_file"


def test_urgent_steps_go_first(pool):
    done = []

    def run(name, urgency):
        done.append(pool.run("builtins:bytes", list(name.encode()), seconds=20, urgency=urgency))

    def keep_busy():
        pool.run("subprocess:check_output", ["sleep", "1"], seconds=20)

    with ThreadPoolExecutor(3) as threads:
        busy = threads.submit(keep_busy)
        time.sleep(0.3)
        later = threads.submit(run, "later", 10)
        time.sleep(0.1)
        urgent = threads.submit(run, "urgent", 0)
        for job in (busy, later, urgent):
            job.result()
    assert done == [b"urgent", b"later"]


def close_while_running(seconds):
    outcomes = []

    def run(pool):
        try:
            pool.run("subprocess:check_output", ["sleep", "30"], seconds=60)
        except Stopped as error:
            outcomes.append(error)

    with Pool(1, MEMORY) as pool:
        threads = [threading.Thread(target=run, args=(pool,)) for _ in range(3)]
        for thread in threads:
            thread.start()
        time.sleep(seconds)
        pool.close()
        for thread in threads:
            thread.join(timeout=30)
        with pytest.raises(Stopped):
            pool.run("builtins:bytes", [1], seconds=5)
    return len(outcomes)


def test_a_closed_pool_ends_what_runs_and_what_waits():
    assert close_while_running(0.5) == 3


def test_a_pool_may_be_closed_at_any_moment():
    assert [close_while_running(n / 20) for n in range(8)] == [3] * 8
