"""The originals: files kept unchanged. Their SHA-256, and nothing else, decides a path."""

import contextlib
import errno
import hashlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from api.errors import Problem

CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Draft:
    """A private temporary copy of a file that is not kept yet."""

    path: Path
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Originals:
    """The originals, `originals/ab/abcd…`, and beside them `drafts`, not kept yet."""

    data_dir: Path

    def path(self, sha256: str) -> Path:
        """Where the original of this hash lies, or would."""
        return self.data_dir / "originals" / sha256[:2] / sha256

    @contextlib.contextmanager
    def draft(self, content: BinaryIO, max_bytes: int) -> Iterator[Draft]:
        """A private copy of `content` on disk; at the end it is gone, unless `keep` took it.

        Raises:
            Problem: file_too_large or disk_full.
        """
        folder = self.data_dir / "drafts"
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor, name = tempfile.mkstemp(dir=folder)
        path = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file, _told_when_full():
                sha256, size = _copy(content, file, max_bytes)
                file.flush()
                os.fsync(file.fileno())
            yield Draft(path, sha256, size)
        finally:
            path.unlink(missing_ok=True)

    def keep(self, draft: Draft) -> None:
        """Give the draft its lasting name; on return it survives a loss of power.

        Raises:
            Problem: disk_full.
        """
        target = self.path(draft.sha256)
        with _told_when_full():
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            draft.path.replace(target)
            for folder in (target.parent, target.parent.parent, self.data_dir):
                _sync_folder(folder)

    def remove(self, sha256: str) -> None:
        """Let go of an original, as of a secret document found late."""
        self.path(sha256).unlink(missing_ok=True)


def _copy(content: BinaryIO, file: BinaryIO, max_bytes: int) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    while chunk := content.read(CHUNK):
        size += len(chunk)
        if size > max_bytes:
            raise Problem(code="file_too_large")
        digest.update(chunk)
        file.write(chunk)
    return digest.hexdigest(), size


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _told_when_full() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise Problem(code="disk_full") from error
        raise
