from contextlib import closing

import pytest

from api.errors import Problem
from api.record import bare
from api.work.pool import Stopped
from api.work.reader import Reader


@pytest.fixture
def reader(runner, settings):
    with closing(Reader(runner, settings)) as reader:
        yield reader


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "ke-hoach.txt"
    path.write_text("number: 12/KH-UBND\fsubject: Kế hoạch\fissuer: UBND", "utf-8")
    return path


def test_the_record_comes_from_all_pages(reader, path):
    header = reader.extract(path)["header"]
    told = [bare(header[name]) for name in ("number", "subject", "issuer")]
    assert told == ["12/KH-UBND", "Kế hoạch", "UBND"]


def test_progress_is_told_page_by_page(reader, path):
    told = []
    reader.extract(path, lambda done, pages: told.append((done, pages)))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_one_page_is_one_step(reader, runner, path):
    reader.extract(path)
    assert runner.steps.count("read") == 3


def test_a_page_that_cannot_be_read_is_told(reader, runner, path):
    runner.fails_at = "read"
    with pytest.raises(Problem) as caught:
        reader.extract(path)
    assert caught.value.code == "page_timeout"


@pytest.mark.parametrize("name", ["nothing.pdf", "."])
def test_what_is_no_file_is_told(reader, tmp_path, name):
    with pytest.raises(Problem) as caught:
        reader.inspect(tmp_path / name)
    assert caught.value.code == "missing_file"


def test_a_file_beyond_the_limit_is_not_even_opened(reader, runner, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"x" * 10_001)
    with pytest.raises(Problem) as caught:
        reader.inspect(tmp_path / "a.pdf")
    assert caught.value.code == "file_too_large"
    assert runner.steps == []


def test_a_stop_goes_through(reader, runner, path):
    runner.fails_at, runner.problem = "read", Stopped()
    with pytest.raises(Stopped):
        reader.extract(path)
