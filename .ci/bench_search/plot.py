"""A plot of p99 against the number of documents, as SVG; both axes are logarithmic."""

import math
import statistics
from collections.abc import Mapping, Sequence

Times = Mapping[str, list[float]]
WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 760, 380, 60, 44, 16, 170
FONT = 'font-family="sans-serif" font-size="12"'
COLOURS = ("#1d4f7c", "#25663f", "#a8201a", "#6a3fa0", "#a65300", "#00707a", "#5d6370")
LOWEST_MS, HIGHEST_MS = 0.3, 1000


def draw_plot(steps: Mapping[int, tuple[Times, Times]], kinds: Sequence[str]) -> str:
    """The plot: a full line for each kind of question, a dotted one for the reference."""
    sizes = sorted(steps)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" {FONT}>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fffefb"/>',
        *_grid(sizes),
    ]
    for index, (kind, colour) in enumerate(zip(kinds, COLOURS, strict=True)):
        for engine, dash in ((0, ""), (1, ' stroke-dasharray="2 3" opacity=".6"')):
            points = " ".join(_point(sizes, size, steps[size][engine][kind]) for size in sizes)
            look = f'fill="none" stroke="{colour}" stroke-width="2"{dash}'
            parts.append(f'<polyline points="{points}" {look}/>')
        y = TOP + 14 + 20 * index
        x = WIDTH - RIGHT + 16
        parts.append(f'<path d="M{x} {y - 4}h18" stroke="{colour}" stroke-width="2"/>')
        parts.append(f'<text x="{x + 24}" y="{y}">{kind}</text>')
    x, y = WIDTH - RIGHT + 16, TOP + 14 + 20 * (len(kinds) + 1)
    parts.append(f'<text x="{x}" y="{y}" fill="#5d6370">p99; dotted: tantivy</text>')
    return "\n".join([*parts, "</svg>", ""])


def _grid(sizes: Sequence[int]) -> list[str]:
    lines = []
    for value in (1, 10, 100, 1000):
        y = _y(value)
        colour = "#a8201a" if value == 100 else "#ddd8cc"  # noqa: PLR2004 - the bound
        lines.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="{colour}"/>')
        lines.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value} ms</text>')
    for size in sizes:
        x = _x(sizes, size)
        lines.append(f'<text x="{x:.1f}" y="{HEIGHT - 16}" text-anchor="middle">{size:,}</text>')
    return lines


def _point(sizes: Sequence[int], size: int, values: list[float]) -> str:
    p99 = statistics.quantiles(values, n=100, method="inclusive")[98]
    return f"{_x(sizes, size):.1f},{_y(p99):.1f}"


def _x(sizes: Sequence[int], size: int) -> float:
    low, high = math.log(sizes[0]), math.log(max(sizes[-1], sizes[0] + 1))
    return LEFT + 24 + (WIDTH - LEFT - RIGHT - 48) * (math.log(size) - low) / (high - low)


def _y(milliseconds: float) -> float:
    low, high = math.log(LOWEST_MS), math.log(HIGHEST_MS)
    share = (math.log(max(milliseconds, LOWEST_MS)) - low) / (high - low)
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * share
