"""The process that reads: takes one step after another from its parent, within limits.

Started as `python -m api.work.child DESCRIPTOR MEMORY_BYTES` by `api.work.pool`. A request is
JSON, `{"step": "module:function", "arguments": [...], "seconds": 90, "blame": code}`; an answer is
one byte that says whether it went well, then what the step gave, or a problem as JSON; `blame` is
the code of a problem that nobody foresaw. Neither side unpickles.
"""

import contextlib
import json
import math
import pkgutil
import resource
import sys
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Final

from nlp.errors import SecretDocument, VanThuError

DONE: Final = b"\x01"
FAILED: Final = b"\x00"
READY: Final = b"\x02"
LARGEST_FILE: Final = 1024**3

Step = Callable[..., bytes]


def main(descriptor: int, memory_bytes: int) -> None:
    """Serve the parent at the other end of `descriptor` until it hangs up."""
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with Connection(descriptor) as parent, contextlib.suppress(EOFError, BrokenPipeError):
        parent.send_bytes(READY)
        while True:
            request = json.loads(parent.recv_bytes())
            _limit_seconds(request["seconds"])
            parent.send_bytes(_answer(request))


def _limit_seconds(seconds: int) -> None:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    limit = math.ceil(usage.ru_utime + usage.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


def _answer(request: dict[str, object]) -> bytes:
    try:
        step: Step = pkgutil.resolve_name(str(request["step"]))
    except Exception:  # noqa: BLE001 - an installation that is not whole, told like any problem
        return _failure("internal_error", trace=traceback.format_exc())
    try:
        arguments = request["arguments"]
        return DONE + (step(*arguments) if isinstance(arguments, list) else step())
    except VanThuError as error:
        level = error.detail if isinstance(error, SecretDocument) else None
        return _failure(error.code, str(error), level=level)
    except MemoryError:
        return _failure("too_complex")
    except FileNotFoundError:
        return _failure("missing_file")
    except Exception:  # noqa: BLE001 - whatever a file does to a step, the parent must hear of it
        return _failure(str(request["blame"]), trace=traceback.format_exc())


def _failure(
    code: str, detail: str | None = None, *, level: str | None = None, trace: str | None = None
) -> bytes:
    problem = {"code": code, "detail": detail, "level": level, "trace": trace}
    return FAILED + json.dumps(problem).encode()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
