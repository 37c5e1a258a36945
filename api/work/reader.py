"""Reads files with the pool: what a file is, its pages side by side, what they mean."""

import json
import logging
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeAlias

from api.errors import Problem
from api.record import Record, bare, statements
from api.settings import Settings
from api.work.pool import ORDINARY, URGENT

log = logging.getLogger(__name__)

Reading: TypeAlias = dict[str, Any]
PageDone: TypeAlias = Callable[[int, int], None]


class Runner(Protocol):
    """Runs steps, as `api.work.pool.Pool` does in children."""

    size: int

    def run(self, step: str, *arguments: object, seconds: float, urgency: int = ...) -> bytes:
        """What the step gives."""
        ...

    def close(self) -> None:
        """End every step, and run no further one."""
        ...


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file is: its hash, its kind by its bytes, the number of its pages."""

    sha256: str
    media_type: str
    pages: int

    def as_json(self) -> dict[str, object]:
        """The facts as a step takes them."""
        return {"sha256": self.sha256, "media_type": self.media_type, "pages": self.pages}


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of secrecy and of urgency on a page, None where it bears none."""

    secrecy: str | None
    urgency: str | None


class Reader:
    """Reads files by path. Use it from as many threads as you like."""

    def __init__(self, runner: Runner, settings: Settings) -> None:
        """Read within the limits of `settings`."""
        self._runner = runner
        self._settings = settings
        self._threads = ThreadPoolExecutor(runner.size, thread_name_prefix="page")

    def close(self) -> None:
        """Start no further page."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def inspect(self, path: Path) -> Facts:
        """What the file is.

        Raises:
            Problem: it cannot be read, or is beyond a limit.
        """
        limit = self._settings.max_upload_bytes
        try:
            if path.stat().st_size > limit:
                raise Problem(code="file_too_large")
            if not path.is_file():
                raise Problem(code="missing_file")
            path.open("rb").close()
        except OSError as error:
            raise Problem(code="missing_file") from error
        answer = self._runner.run(
            "api.work.steps.inspection:inspect",
            *(str(path.resolve()), limit, self._settings.max_pages),
            seconds=self._settings.inspect_seconds,
            urgency=URGENT,
        )
        return Facts(**json.loads(answer))

    def read_page(self, path: Path, number: int, urgency: int = ORDINARY) -> Reading:
        """The reading of one page.

        Raises:
            Problem: the page cannot be read.
        """
        answer = self._runner.run(
            "api.work.steps.reading:read",
            *(str(path.resolve()), number, self._settings.ocr_engine),
            seconds=self._settings.page_seconds,
            urgency=urgency,
        )
        reading: Reading = json.loads(answer)
        return reading

    def read_pages(self, path: Path, numbers: Iterable[int]) -> Iterator[Reading]:
        """The readings of pages, each as soon as it is done.

        Raises:
            Problem: a page cannot be read; the others are given up.
        """
        jobs: list[Future[Reading]] = [
            self._threads.submit(self.read_page, path, number) for number in numbers
        ]
        try:
            for job in as_completed(jobs):
                yield job.result()
        finally:
            for job in jobs:
                job.cancel()

    def find_marks(self, first_page: Reading) -> Marks:
        """What page 1 is marked with."""
        answer = self._runner.run(
            "api.work.steps.reading:find_marks",
            first_page,
            seconds=self._settings.inspect_seconds,
            urgency=URGENT,
        )
        return Marks(**json.loads(answer))

    def understand(self, facts: Facts, file_name: str, readings: Iterable[Reading]) -> Record:
        """The record of a file whose pages are read."""
        pages = sorted(readings, key=lambda reading: int(reading["number"]))
        answer = self._runner.run(
            "api.work.steps.meaning:understand",
            *(facts.as_json(), file_name, pages),
            seconds=self._settings.meaning_seconds,
        )
        record: Record = json.loads(answer)
        return record

    def find_keywords(self, record: Record) -> list[str]:
        """What the document of a record is about, in small letters, the most frequent first."""
        subject = bare(record.get("header", {}).get("subject")) or ""
        answer = self._runner.run(
            "api.work.steps.keywords:find",
            *(subject, statements(record)),
            seconds=self._settings.meaning_seconds,
        )
        keywords: list[str] = json.loads(answer)
        return keywords

    def extract(self, path: Path, on_page: PageDone = lambda _done, _pages: None) -> Record:
        """The record of a file; `on_page` is told how many pages of how many are done.

        Raises:
            Problem: it cannot be read, or is beyond a limit.
        """
        facts, readings = self._read(path, on_page)
        return self.understand(facts, path.name, readings)

    def explain(
        self, path: Path, on_page: PageDone = lambda _done, _pages: None
    ) -> dict[str, Any]:
        """The record of a file under `record`, under `passages` its text with all spans.

        Raises:
            Problem: it cannot be read, or is beyond a limit.
        """
        facts, readings = self._read(path, on_page)
        answer = self._runner.run(
            "api.work.steps.explaining:explain",
            *(facts.as_json(), path.name, readings),
            seconds=self._settings.meaning_seconds,
        )
        explained: dict[str, Any] = json.loads(answer)
        return explained

    def _read(self, path: Path, on_page: PageDone) -> tuple[Facts, list[Reading]]:
        """What a file is, and its pages in order."""
        facts = self.inspect(path)
        on_page(0, facts.pages)
        readings = []
        for reading in self.read_pages(path, range(1, facts.pages + 1)):
            readings.append(reading)
            on_page(len(readings), facts.pages)
        return facts, sorted(readings, key=lambda reading: int(reading["number"]))

    def draw(self, path: Path, reading: Reading, width: int) -> bytes:
        """The page of a reading as a PNG of `width` pixels, upright and straight."""
        turned = (int(reading["rotation_degrees"]), float(reading["skew_degrees"]))
        return self._runner.run(
            "api.work.steps.picture:draw",
            *(str(path.resolve()), int(reading["number"]), width, *turned),
            seconds=self._settings.page_seconds,
            urgency=URGENT,
        )
