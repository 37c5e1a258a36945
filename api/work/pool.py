"""A pool of child processes. Whatever a file does to a child, the parent gets a typed problem."""

import contextlib
import heapq
import itertools
import json
import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from api.errors import Problem

log = logging.getLogger(__name__)

ROOT: Final = Path(__file__).resolve().parents[2]
# Starting up and importing the libraries is not the fault of the file.
START_SECONDS: Final = 60
START_ATTEMPTS: Final = 3
# Fewer than this: the child is replaced, so that a slow leak in a library stays small.
STEPS_OF_A_CHILD: Final = 400
STEPS_ON_FILES: Final = tuple(
    f"api.work.steps.{step}" for step in ("inspection:", "reading:read", "picture:")
)
URGENT: Final = 0
ORDINARY: Final = 10


class Stopped(Exception):  # noqa: N818 - not an error: the program is ending
    """The pool was closed while, or before, a step was run."""


class Child:
    """One process and the line to it.

    One thread holds a child at a time; it alone uses and closes the line. Any may `kill` it.
    """

    def __init__(self, memory_bytes: int) -> None:
        """Start the process; it is ready when it answers."""
        ours, theirs = Pipe()
        self._line: Connection[bytes, bytes] = ours
        self._ending = threading.Lock()
        self.steps_done = 0
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own module, by our own interpreter
                [sys.executable, "-m", "api.work.child", str(theirs.fileno()), str(memory_bytes)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                env=_child_environment(),
                start_new_session=True,
            )

    def wait_ready(self) -> None:
        """Return once the process has started.

        Raises:
            TimeoutError: it takes too long.
            EOFError: it died.
        """
        self._receive(START_SECONDS)

    def run(self, request: bytes, seconds: float) -> bytes:
        """The child's answer.

        Raises:
            TimeoutError: it took more than `seconds`.
            EOFError: the child died.
        """
        if not self.steps_done:
            seconds += START_SECONDS
        try:
            self._line.send_bytes(request)
        except OSError as error:
            raise EOFError from error
        answer = self._receive(seconds)
        self.steps_done += 1
        return answer

    def _receive(self, seconds: float) -> bytes:
        try:
            if self._line.poll(seconds):
                return self._line.recv_bytes()
        except OSError as error:
            raise EOFError from error
        raise TimeoutError

    def kill(self) -> None:
        """End the process and all that it started; whoever waits for its answer gets EOFError."""
        with self._ending:
            if self._process.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def end(self) -> None:
        """Let go of the child: kill it and close the line."""
        self.kill()
        self._line.close()


class Pool:
    """Runs steps in at most `size` children, which start when they are needed first."""

    def __init__(self, size: int, memory_bytes: int) -> None:
        """Start nothing yet."""
        self.size = size
        self._memory_bytes = memory_bytes
        self._changed = threading.Condition()
        self._waiting: list[tuple[int, int]] = []
        self._tickets = itertools.count()
        self._idle: list[Child] = []
        self._held: set[Child] = set()
        self._free = size
        self._closed = False

    def __enter__(self) -> Self:
        """The pool itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the pool."""
        self.close()

    def close(self) -> None:
        """Kill every child. Steps that run or wait raise Stopped."""
        with self._changed:
            self._closed = True
            idle, self._idle = self._idle, []
            held = tuple(self._held)
            self._changed.notify_all()
        for child in idle:
            child.end()
        for child in held:
            child.kill()

    def run(self, step: str, *arguments: object, seconds: float, urgency: int = ORDINARY) -> bytes:
        """What the step `module:function` gives for arguments that JSON can say.

        Steps of lower `urgency` go first.

        Raises:
            Problem: the step failed; page_timeout and too_complex also where its process was
                stopped or died.
            Stopped: the pool was closed.
        """
        request = {
            "step": step,
            "arguments": arguments,
            "seconds": int(seconds) + 1,
            "blame": _blame(step),
        }
        with self._place(urgency):
            child = self._take_child()
            try:
                answer = child.run(json.dumps(request).encode(), seconds)
            except TimeoutError:
                self._drop(child)
                raise Problem(code="page_timeout") from None
            except EOFError:
                self._drop(child)
                raise Problem(code="too_complex") from None
            self._give_back(child)
        return _open_answer(answer)

    @contextlib.contextmanager
    def _place(self, urgency: int) -> Iterator[None]:
        with self._changed:
            ticket = (urgency, next(self._tickets))
            heapq.heappush(self._waiting, ticket)
            self._changed.wait_for(
                lambda: self._closed or (self._free > 0 and self._waiting[0] == ticket)
            )
            if self._closed:
                raise Stopped
            heapq.heappop(self._waiting)
            self._free -= 1
            self._changed.notify_all()
        try:
            yield
        finally:
            with self._changed:
                self._free += 1
                self._changed.notify_all()

    def _take_child(self) -> Child:
        for _ in range(START_ATTEMPTS):
            with self._changed:
                if self._closed:
                    raise Stopped
                child = self._idle.pop() if self._idle else Child(self._memory_bytes)
                self._held.add(child)
            if child.steps_done:
                return child
            try:
                child.wait_ready()
            except (TimeoutError, EOFError):
                self._drop(child)
                log.warning("a reading process did not start")
            else:
                return child
        raise Problem(code="internal_error")

    def _give_back(self, child: Child) -> None:
        with self._changed:
            self._held.discard(child)
            if not self._closed and child.steps_done < STEPS_OF_A_CHILD:
                self._idle.append(child)
                return
        child.end()

    def _drop(self, child: Child) -> None:
        child.end()
        with self._changed:
            self._held.discard(child)
            if self._closed:
                raise Stopped


def _blame(step: str) -> str:
    # Libraries that meet a broken file raise what they like; what comes after has clean input.
    is_about_file = step.startswith(STEPS_ON_FILES)
    return "unreadable_file" if is_about_file else "internal_error"


def _open_answer(answer: bytes) -> bytes:
    if answer[:1] == b"\x01":
        return answer[1:]
    problem = json.loads(answer[1:])
    if problem["trace"]:
        log.warning("a step failed\n%s", problem["trace"])
    raise Problem(code=problem["code"], detail=problem["detail"], level=problem["level"])


def _child_environment() -> dict[str, str]:
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    single = (
        "OMP_THREAD_LIMIT",
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "MKL_NUM_THREADS",
        "OPENCV_FOR_THREADS_NUM",
    )
    return {**os.environ, **dict.fromkeys(single, "1"), "PYTHONPATH": os.pathsep.join(paths)}
