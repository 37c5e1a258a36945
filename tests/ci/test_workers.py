import importlib.util
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SPEC = importlib.util.spec_from_file_location("workers", ROOT / ".ci" / "workers.py")
workers = importlib.util.module_from_spec(SPEC)
sys.modules["workers"] = workers
SPEC.loader.exec_module(workers)

BURN = "import time\nwhile time.process_time() < 0.3: pass\nprint(flush=True); input()"
PARENT = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {BURN!r}])"


def test_the_cpu_of_a_worker_is_that_of_its_children_too():
    command = [sys.executable, "-c", PARENT]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, **pipes) as process:  # noqa: S603 - our own words
        process.stdout.readline()
        machine, own = workers.cpu_of_machine(), workers.cpu_of_trees([process])
        process.communicate(b"\n")
    assert 0.25 <= own <= machine


def test_a_run_tells_pages_a_minute_and_what_one_costs():
    run = workers.Run(pages=30, seconds=60, loading=9, cores=0.5, others=0.1)
    assert (run.a_minute, run.cpu_a_page) == (30, 1)
