import time
from pathlib import Path

from api.terminal.receiving import side_by_side


def test_files_come_in_their_order_whichever_is_done_first():
    paths = [Path(str(number)) for number in range(4)]

    def work(path):
        time.sleep(0.1 if path.name == "0" else 0)
        return path.name * 2

    found = list(side_by_side(paths, work, 3))
    assert found == [(path, path.name * 2) for path in paths]
