"""The figures as a table for the terminal and docs/accuracy.md, and as a plot beside it."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from samples.bench.errors import Errors

_BEGIN, _END = "<!-- bench-ocr: written by `make bench-ocr` -->", "<!-- /bench-ocr -->"
_COLOURS = ("#b9b9b9", "#7d9cc0", "#b3261e")
_ROW, _BAR, _LEFT, _WIDTH = 46, 11, 120, 560
_DECADES = (-1, 2)  # 0.1 % to 100 %


@dataclass(frozen=True, slots=True)
class Figures:
    """What one reader reached on the pages of one condition."""

    condition: str
    reader: str
    errors: Errors
    seconds_a_page: float


_COLUMNS: tuple[tuple[str, Callable[[Figures], str]], ...] = (
    ("CER %", lambda figures: f"{figures.errors.character_rate:.2f}"),
    ("WER %", lambda figures: f"{figures.errors.word_rate:.2f}"),
    ("header lines %", lambda figures: f"{figures.errors.recall:.0f}"),
    ("CPU s a page", lambda figures: f"{figures.seconds_a_page:.2f}"),
)


def table_of(found: Sequence[Figures]) -> str:
    """Return a table in Markdown: a row for each condition, the readers side by side in a cell."""
    readers = " / ".join(dict.fromkeys(figures.reader for figures in found))
    head = ["condition", *(f"{name}: {readers}" for name, _ in _COLUMNS)]
    rows = [head, ["---"] * len(head)]
    for condition in dict.fromkeys(figures.condition for figures in found):
        beside = [figures for figures in found if figures.condition == condition]
        cells = (" / ".join(map(write, beside)) for _, write in _COLUMNS)
        rows.append([condition, *cells])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def plot_of(found: Sequence[Figures]) -> str:
    """Return an SVG of the character error rates, on a scale of powers of ten."""
    conditions = list(dict.fromkeys(figures.condition for figures in found))
    readers = list(dict.fromkeys(figures.reader for figures in found))
    bottom = 40 + _ROW * len(conditions)
    parts = [_scale(power, bottom) for power in range(_DECADES[0], _DECADES[1] + 1)]
    for place, reader in enumerate(readers):
        x = _LEFT + place * 110
        parts.append(f'<rect x="{x}" y="8" width="11" height="11" fill="{_COLOURS[place]}"/>')
        parts.append(f'<text x="{x + 16}" y="18">{reader}</text>')
    for figures in found:
        place = readers.index(figures.reader)
        y = 36 + conditions.index(figures.condition) * _ROW + place * (_BAR + 1)
        rate = figures.errors.character_rate
        end = _at(rate)
        parts.append(
            f'<rect x="{_LEFT}" y="{y}" width="{end - _LEFT:.1f}" height="{_BAR}" '
            f'fill="{_COLOURS[place]}"/><text x="{end + 4:.1f}" y="{y + 9.5}">{rate:.2f}</text>'
        )
        if place == 0:
            label = f'<text x="{_LEFT - 8}" y="{y + 20}" text-anchor="end">{figures.condition}'
            parts.append(label + "</text>")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEFT + _WIDTH + 60} '
        f'{bottom + 24}" font-family="sans-serif" font-size="11" role="img">'
        "<title>Character error rate in percent</title>" + "".join(parts) + "</svg>\n"
    )


def _at(rate: float) -> float:
    first, last = _DECADES
    share = (math.log10(max(rate, 10.0**first)) - first) / (last - first)
    return _LEFT + _WIDTH * share


def _scale(power: int, bottom: int) -> str:
    x = _at(10.0**power)
    line = f'<line x1="{x:.1f}" x2="{x:.1f}" y1="28" y2="{bottom}" stroke="#ddd"/>'
    return (
        f'{line}<text x="{x:.1f}" y="{bottom + 14}" text-anchor="middle">{10.0**power:g} %</text>'
    )


def keep(found: Sequence[Figures], docs: Path) -> None:
    """Write the table between its marks in docs/accuracy.md, and docs/accuracy.svg."""
    page = docs / "accuracy.md"
    told = re.compile(f"{re.escape(_BEGIN)}.*?{re.escape(_END)}", re.DOTALL)
    plot = "![Character error rates by condition and reader](accuracy.svg)"
    text = f"{_BEGIN}\n{table_of(found)}\n\n{plot}\n{_END}"
    page.write_text(told.sub(lambda _: text, page.read_text("utf-8")), "utf-8")
    (docs / "accuracy.svg").write_text(plot_of(found), "utf-8")
