"""A storage that many machines share, such as S3, over fsspec."""

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final

import fsspec
from botocore.exceptions import BotoCoreError, ClientError

from api.errors import Problem

CHUNK: Final = 1024 * 1024
# What a storage that cannot be reached raises, beside what any file system may.
FAILURES: Final = (OSError, BotoCoreError, ClientError)


class Storage:
    """The files under one address; where it leads and who may enter is for the environment to say.

    For `s3://bucket/folder` that is `AWS_ENDPOINT_URL`, `AWS_ACCESS_KEY_ID` and the like.
    """

    def __init__(self, url: str) -> None:
        """Connect when the first file is asked for."""
        self._url = url.rstrip("/")
        self._options: dict[str, Any] = (
            {"use_listings_cache": False} if url.startswith("s3://") else {}
        )

    def upload(self, path: Path, name: str) -> None:
        """Keep a file under `name`; on return it is there as a whole.

        Raises:
            Problem: storage_unavailable.
        """
        with _told_when_away():
            files, place = self._place(name)
            files.put_file(str(path), place)
            if files.info(place)["size"] != path.stat().st_size:
                raise Problem(code="storage_unavailable")

    def download(self, name: str, file: BinaryIO) -> None:
        """Copy the file of this name into `file`.

        Raises:
            Problem: missing_file or storage_unavailable.
        """
        with _told_when_away():
            files, place = self._place(name)
            with files.open(place, "rb") as source:
                shutil.copyfileobj(source, file, CHUNK)

    def remove(self, name: str) -> None:
        """Let go of a file, where it is there.

        Raises:
            Problem: storage_unavailable.
        """
        with contextlib.suppress(FileNotFoundError), _told_when_away(is_missing_told=False):
            files, place = self._place(name)
            files.rm_file(place)

    def _place(self, name: str) -> tuple[Any, str]:
        files, place = fsspec.core.url_to_fs(f"{self._url}/{name}", **self._options)
        return files, place


@contextlib.contextmanager
def _told_when_away(*, is_missing_told: bool = True) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        if is_missing_told:
            raise Problem(code="missing_file") from None
        raise
    except FAILURES as error:
        raise Problem(code="storage_unavailable") from error
