import errno
import hashlib
import io
import os

import pytest

from api.errors import Problem
from api.store.originals import Originals

CONTENT = "Kế hoạch".encode()
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def originals(tmp_path):
    return Originals(tmp_path)


def test_a_kept_file_is_found_by_its_hash_unchanged(originals):
    with originals.draft(io.BytesIO(CONTENT), 100) as draft:
        assert (draft.sha256, draft.size) == (SHA256, len(CONTENT))
        originals.keep(draft)
    assert originals.path(SHA256).read_bytes() == CONTENT


def test_a_draft_that_is_not_kept_leaves_nothing(originals, tmp_path):
    with originals.draft(io.BytesIO(CONTENT), 100):
        pass
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_draft_is_private(originals):
    with originals.draft(io.BytesIO(CONTENT), 100) as draft:
        assert draft.path.stat().st_mode & 0o077 == 0
        assert draft.path.parent.stat().st_mode & 0o077 == 0


def test_keeping_a_file_twice_keeps_it_once(originals, tmp_path):
    for _ in range(2):
        with originals.draft(io.BytesIO(CONTENT), 100) as draft:
            originals.keep(draft)
    assert sum(path.is_file() for path in tmp_path.rglob("*")) == 1


def test_a_file_beyond_the_limit_is_given_up_while_it_comes(originals, tmp_path):
    with pytest.raises(Problem) as caught, originals.draft(io.BytesIO(b"x" * 101), 100):
        pass
    assert caught.value.code == "file_too_large"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_full_disk_is_told(originals):
    class Full(io.BytesIO):
        def read(self, *_):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(Problem) as caught, originals.draft(Full(), 100):
        pass
    assert caught.value.code == "disk_full"


def test_another_error_of_the_disk_is_not_called_full(originals):
    class Broken(io.BytesIO):
        def read(self, *_):
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    with pytest.raises(OSError, match="Input/output"), originals.draft(Broken(), 100):
        pass


def test_a_removed_original_is_gone(originals):
    with originals.draft(io.BytesIO(CONTENT), 100) as draft:
        originals.keep(draft)
    originals.remove(SHA256)
    originals.remove(SHA256)
    assert not originals.path(SHA256).exists()
