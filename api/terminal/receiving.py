"""Files taken in one beside another, and the wait until they are read."""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from api.errors import Problem
from api.terminal.progress import PageBar

if TYPE_CHECKING:
    from api.work.desk import Desk

POLL_SECONDS = 0.2
T = TypeVar("T")


def receive_all(desk: "Desk", paths: Sequence[Path]) -> Iterator[tuple[Path, int | Problem]]:
    """Each file with its document, or with why it was not taken in."""

    def receive_one(path: Path) -> int | Problem:
        try:
            with path.open("rb") as file:
                return desk.intake.receive(file, path.name)[0].id
        except Problem as problem:
            return problem
        except OSError:
            return Problem(code="missing_file")

    yield from side_by_side(paths, receive_one, desk.settings.workers)


def side_by_side(
    paths: Sequence[Path], work: Callable[[Path], T], size: int
) -> Iterator[tuple[Path, T]]:
    """What `work` gives for each path, in their order, `size` at a time."""
    threads = ThreadPoolExecutor(size, thread_name_prefix="file")
    try:
        jobs = [(path, threads.submit(work, path)) for path in paths]
        for path, job in jobs:
            yield path, job.result()
    finally:
        threads.shutdown(wait=False, cancel_futures=True)


def await_read(desk: "Desk", taken: dict[int, Path], bar: PageBar) -> None:
    """Return when nothing more will happen to these documents by itself."""
    waiting = set(taken)
    while waiting:
        progress = desk.documents.progress(waiting)
        for document_id in tuple(waiting):
            now = progress.get(document_id)
            if now is not None:
                bar.set(taken[document_id], now.pages_done, now.pages)
            if now is None or now.is_over:
                bar.end_file(taken[document_id])
                waiting.discard(document_id)
        time.sleep(POLL_SECONDS if waiting else 0)
