"""Read one file as the service does and print, as JSON, what that took: `… whole FILE`."""

import json
import os
import resource
import sys
import time
from contextlib import closing
from pathlib import Path

from api.settings import load_settings
from api.work.pool import Pool
from api.work.reader import Reader


def main(path: Path) -> dict[str, float]:
    """Return the peak memory of this process and of its largest child, and the cores in use."""
    settings, started = load_settings(), time.monotonic()
    with (
        Pool(settings.workers, settings.child_memory_bytes) as pool,
        closing(Reader(pool, settings)) as reader,
    ):
        pages = reader.extract(path)["source"]["pages"]
    seconds = time.monotonic() - started
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "pages": pages,
        "main_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "child_mib": children.ru_maxrss / 1024,
        "cores": (children.ru_utime + children.ru_stime) / seconds,
        "of_cores": len(os.sched_getaffinity(0)),
        "seconds": seconds,
    }


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
