"""Fill both engines step by step, ask both the same questions, and print what each took.

Exits 1 when a bound is missed at 100,000 documents. `--write` puts table and plot into docs/.
"""

import argparse
import contextlib
import gc
import itertools
import math
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from api.store.cluster import Cluster
from api.store.database import connect, upgrade
from bench_search.corpus import Sheet, make_sheets
from bench_search.engines import Ours, Reference
from bench_search.plot import draw_plot
from bench_search.questions import KINDS, Asked, draw

ROOT = Path(__file__).resolve().parents[2]
BOUND_AT = 100_000
MOST_MS = 100
MOST_NUMBER_MS = 10
WARM_UP = 15
FAR = 1_000_000
Times = dict[str, list[float]]


def main() -> int:
    """Measure; print a table for each size, and what a million would take."""
    wish = _parse()
    with tempfile.TemporaryDirectory(prefix="vt-bench-", dir="/tmp") as folder:
        place = Path(folder)
        place.chmod(0o711)
        (place / "tantivy").mkdir()
        with Cluster.at(place).use() as url:
            engine = connect(url)
            upgrade(engine)
            with contextlib.closing(Ours(engine)) as ours:
                steps = _measure(ours, Reference(place / "tantivy"), wish)
            engine.dispose()
    table = _table(steps)
    print(table)
    if wish.write:
        _write(table, draw_plot(steps, KINDS))
    return int(not _holds(steps))


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="30000,100000,300000", help="numbers of documents")
    parser.add_argument("--questions", type=int, default=200, help="of each kind")
    parser.add_argument("--write", action="store_true", help="put table and plot into docs/")
    wish = parser.parse_args()
    wish.sizes = sorted(int(size) for size in wish.sizes.split(","))
    return wish


def _measure(
    ours: Ours, reference: Reference, wish: argparse.Namespace
) -> dict[int, tuple[Times, Times]]:
    sheets, steps, held = make_sheets(wish.sizes[-1]), {}, 0
    sample: list[Sheet] = []
    for size in wish.sizes:
        start = time.monotonic()
        fresh, held = list(itertools.islice(sheets, size - held)), size
        sample += fresh[:: max(1, len(fresh) // 2000)]
        ours.add(fresh)
        middle = time.monotonic()
        reference.add(fresh)
        end = time.monotonic()
        print(
            f"{size}: stored in {middle - start:.0f} s, tantivy {end - middle:.0f} s", flush=True
        )
        del fresh
        gc.collect()
        gc.freeze()  # as `vanthu serve` does
        asked = list(draw(sample, wish.questions + WARM_UP))
        steps[size] = (_ask(ours, asked), _ask(reference, asked))
        print(_table({size: steps[size]}), flush=True)
    return steps


def _ask(engine: Ours | Reference, questions: list[Asked]) -> Times:
    """Milliseconds of each question by kind; the first of each kind only warm up."""
    times: Times = defaultdict(list)
    for asked in questions:
        start = time.perf_counter()
        engine.ask(asked)
        times[asked.kind].append(1000 * (time.perf_counter() - start))
    return {kind: values[WARM_UP:] for kind, values in times.items()}


def percentile(values: list[float], share: int) -> float:
    """The value below which `share` of a hundred lie."""
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1]


def _table(steps: dict[int, tuple[Times, Times]]) -> str:
    sizes = list(steps)
    lines = [
        "| question | "
        + " | ".join(f"{size:,}: ours | tantivy" for size in sizes)
        + " | 1,000,000 |",
        "|---|" + "---|" * (2 * len(sizes) + 1),
    ]
    for kind in KINDS:
        cells = [_cell(times[kind]) for size in sizes for times in steps[size]]
        far = [_extrapolate({size: steps[size][0][kind] for size in sizes}, at) for at in (50, 99)]
        told = f"~{far[0]:.0f} / ~{far[1]:.0f}" if len(sizes) > 1 else "–"
        lines.append(f"| {kind} | {' | '.join(cells)} | {told} |")
    return "\n".join(lines)


def _cell(values: list[float]) -> str:
    return f"{percentile(values, 50):.1f} / {percentile(values, 99):.1f}"


def _extrapolate(by_size: dict[int, list[float]], share: int) -> float:
    """What a power law through the measured percentiles says of a million documents."""
    if len(by_size) == 1:
        return math.nan
    points = [(math.log(size), math.log(percentile(v, share))) for size, v in by_size.items()]
    slope, intercept = statistics.linear_regression(*zip(*points, strict=True))
    return math.exp(intercept + slope * math.log(FAR))


def _holds(steps: dict[int, tuple[Times, Times]]) -> bool:
    ours = steps.get(BOUND_AT, ({}, {}))[0]
    bounds = {kind: MOST_NUMBER_MS if kind == "number" else MOST_MS for kind in ours}
    over = [kind for kind, most in bounds.items() if percentile(ours[kind], 99) > most]
    for kind in over:
        print(f"OVER {kind}: p99 is above {bounds[kind]} ms")
    return not over


def _write(table: str, plot: str) -> None:
    (ROOT / "docs" / "search.svg").write_text(plot, "utf-8")
    page = ROOT / "docs" / "performance.md"
    before, _, rest = page.read_text("utf-8").partition("<!-- search -->\n")
    after = rest.partition("<!-- /search -->")[2]
    page.write_text(f"{before}<!-- search -->\n{table}\n<!-- /search -->{after}", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
