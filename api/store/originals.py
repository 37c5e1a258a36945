"""The originals: files kept unchanged. Their SHA-256, and nothing else, decides a path.

They lie in the data folder, or in a storage of their own that many machines share.
"""

import contextlib
import errno
import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from api.errors import Problem
from api.store.storage import Storage

CHUNK = 1024 * 1024
# Older drafts were left behind by a process that was killed: no upload takes this long.
STALE_SECONDS = 6 * 3600


@dataclass(frozen=True, slots=True)
class Draft:
    """A private temporary copy of a file that is not kept yet."""

    path: Path
    sha256: str
    size: int


class Originals:
    """The originals, `originals/ab/abcd…`, and on this machine `drafts`, not kept yet."""

    def __init__(self, data_dir: Path, storage_url: str | None = None) -> None:
        """Keep drafts in `data_dir`, and the originals too unless `storage_url` says where."""
        self._data_dir = data_dir
        self._drafts = data_dir / "drafts"
        self._storage = Storage(storage_url) if storage_url else None

    def path(self, sha256: str) -> Path:
        """Where the original of this hash lies in the data folder, or would."""
        return self._data_dir / _name(sha256)

    @contextlib.contextmanager
    def at_hand(self, sha256: str) -> Iterator[Path]:
        """A file with the content of an original, to be read meanwhile and not changed.

        Raises:
            Problem: missing_file or storage_unavailable.
        """
        if self._storage is None:
            yield self.path(sha256)
            return
        with self._temporary() as (file, path):
            with file:
                self._storage.download(_name(sha256), file)
            yield path

    def chunks(self, sha256: str) -> Iterator[bytes]:
        """The content of an original, piece by piece.

        Raises:
            Problem: missing_file or storage_unavailable.
        """
        with self.at_hand(sha256) as path:
            try:
                file = path.open("rb")
            except FileNotFoundError:
                raise Problem(code="missing_file") from None
            with file:
                while chunk := file.read(CHUNK):
                    yield chunk

    def sweep(self) -> None:
        """Remove the drafts that processes left behind which were killed."""
        for path in self._drafts.glob("*"):
            with contextlib.suppress(FileNotFoundError):
                if time.time() - path.stat().st_mtime > STALE_SECONDS:
                    path.unlink()

    @contextlib.contextmanager
    def draft(self, content: BinaryIO, max_bytes: int) -> Iterator[Draft]:
        """A private copy of `content` on disk; at the end it is gone, unless `keep` took it.

        Raises:
            Problem: file_too_large or disk_full.
        """
        with self._temporary() as (file, path):
            with file, _told_when_full():
                sha256, size = _copy(content, file, max_bytes)
                file.flush()
                os.fsync(file.fileno())
            yield Draft(path, sha256, size)

    def keep(self, draft: Draft) -> None:
        """Give the draft its lasting name; on return it survives a loss of power.

        Raises:
            Problem: disk_full or storage_unavailable.
        """
        if self._storage is not None:
            self._storage.upload(draft.path, _name(draft.sha256))
            return
        target = self.path(draft.sha256)
        with _told_when_full():
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            draft.path.replace(target)
            for folder in (target.parent, target.parent.parent, self._data_dir):
                _sync_folder(folder)

    def remove(self, sha256: str) -> None:
        """Let go of an original, as of a secret document found late."""
        if self._storage is not None:
            self._storage.remove(_name(sha256))
        else:
            self.path(sha256).unlink(missing_ok=True)

    @contextlib.contextmanager
    def _temporary(self) -> Iterator[tuple[BinaryIO, Path]]:
        self._drafts.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor, name = tempfile.mkstemp(dir=self._drafts)
        path = Path(name)
        try:
            yield os.fdopen(descriptor, "wb"), path
        finally:
            path.unlink(missing_ok=True)


def _name(sha256: str) -> str:
    return f"originals/{sha256[:2]}/{sha256}"


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
