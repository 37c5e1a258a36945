"""The characters of a text layer put right: one a letter, in Unicode, only those that are seen."""

import math
import unicodedata
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile
from statistics import median
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from nlp.pages.image import POINTS_PER_INCH, Grey
from nlp.pages.orient import SMALL_DPI
from nlp.reading.letters import clean_letters
from nlp.reading.oldfonts import OldFont, decode_letter, is_of_today, old_font

Char = dict[str, Any]  # as pdfplumber gives it: text, fontname, size, matrix, x0, x1, top, bottom

_LEVEL: Final = 0.1  # radians off the line: a watermark or a note at the margin
_SEEN: Final = 24  # levels of grey by which text that is seen changes the page
_FAINT: Final = 150  # a watermark changes it by less than this,
_LARGE: Final = 1.5  # and is so many times as large as the usual letter
_FILLERS: Final = frozenset("._…‥․·")
_COVERED: Final = 0.4  # of the narrower of two characters
_SLIT: Final = 0.5  # points of a blank that part two words
_ROW: Final = 6.0  # points: characters of one line lie in the same or the next such strip
_SPACING: Final = str.maketrans(
    {
        "`": "\u0300", "´": "\u0301", "ˊ": "\u0301", "ˋ": "\u0300", "ˆ": "\u0302", "^": "\u0302",
        "˜": "\u0303", "~": "\u0303", "˘": "\u0306",
    }
)  # fmt: skip


def put_right(chars: Sequence[Char], painted: Grey) -> tuple[list[Char], float]:
    """The characters that a reader sees, in the order of the file, and the share that is hidden.

    Their places are in points from the top left of the page; `painted` is how much the text
    changes each pixel of the page at SMALL_DPI.
    """
    level = _decoded([char for char in chars if _is_level(char)])
    letters = [char for char in level if not char["text"].isspace()]
    usual = median([char["size"] for char in letters]) if letters else 0.0
    hidden, marks = set[int](), set[int]()
    for char in letters:
        depths = _depths(char, painted)
        if not depths.size:
            hidden.add(id(char))
        elif char["size"] > _LARGE * usual and np.median(depths) < _FAINT:
            marks.add(id(char))
    seen = [char for char in level if id(char) not in hidden | marks]
    return _uncovered(_with_marks(seen)), len(hidden) / max(len(letters), 1)


def _is_level(char: Char) -> bool:
    across, up = char["matrix"][:2]
    return abs(math.atan2(up, across)) < _LEVEL


def _depths(char: Char, painted: Grey) -> NDArray[np.uint8]:
    """By how much the text changes the pixels at the character, those that it changes."""
    scale = SMALL_DPI / POINTS_PER_INCH
    slack = char["size"] / 4
    edges = char["top"] - slack, char["bottom"] + slack, char["x0"], char["x1"]
    top, bottom, left, right = (max(edge * scale, 0.0) for edge in edges)
    spot = painted[int(top) : math.ceil(bottom), int(left) : math.ceil(right) + 1]
    return np.asarray(spot[spot >= _SEEN], np.uint8)


def _decoded(chars: Sequence[Char]) -> list[Char]:
    """The characters in Unicode, those without any print left out."""
    fonts: dict[str, OldFont | None] = {
        name: old_font(name) for name in {str(char["fontname"]) for char in chars}
    }
    texts: dict[str, str] = {}
    for char in chars:
        texts[char["fontname"]] = texts.get(char["fontname"], "") + char["text"]
    for name, text in texts.items():
        if fonts[name] and is_of_today(text):
            fonts[name] = None
    found = []
    for char in chars:
        text = _decode(char["text"], fonts[char["fontname"]])
        if text:
            found.append({**char, "text": text})
    return found


def _decode(text: str, font: OldFont | None) -> str:
    if font is not None:
        return decode_letter(text, font)
    return text if text.isspace() else clean_letters(text)


def _with_marks(chars: Iterable[Char]) -> list[Char]:
    """The characters, marks that are drawn by themselves set on their letters."""
    found: list[Char] = []
    waiting: list[Char] = []
    for char in chars:
        mark = char["text"].translate(_SPACING)
        if not all(map(unicodedata.combining, mark)):
            found.append(_marked(char, waiting))
            waiting = []
        elif found and _bears(found[-1], char):
            found[-1] = _marked(found[-1], [char])
        elif unicodedata.combining(char["text"][0]):
            waiting.append(char)
        else:
            found.append(char)
    return found


def _bears(base: Char, mark: Char) -> bool:
    """Whether the mark stands at the letter: within it, or behind it where marks have no width."""
    if not base["text"][-1:].isalpha() or abs(base["top"] - mark["top"]) > base["size"]:
        return False
    if unicodedata.combining(mark["text"][0]):
        return bool(mark["x0"] - base["x1"] < base["size"] / 4)
    middle = (mark["x0"] + mark["x1"]) / 2
    return bool(base["x0"] <= middle <= base["x1"])


def _marked(base: Char, marks: Sequence[Char]) -> Char:
    if not marks or not base["text"].isalpha():
        return base
    signs = "".join(mark["text"].translate(_SPACING) for mark in marks)
    return {**base, "text": unicodedata.normalize("NFC", base["text"] + signs)}


def _uncovered(chars: Sequence[Char]) -> list[Char]:
    """The characters without blanks and dots that others are written over, as in a form.

    A run of dots goes as a whole: what is written over it fills all of it in. Of a blank that is
    written over in part, the rest stays.
    """
    solid = [char for char in chars if not _is_filler(char)]
    rows: dict[int, list[tuple[float, int]]] = {}
    for index, char in enumerate(solid):
        insort(rows.setdefault(_row(char), []), (char["x0"], index))
    found: list[Char] = []
    for run in _runs(chars):
        if not _is_filler(run[0]):
            found += run
            continue
        over = [other for char in run for other in _near(char, solid, rows)]
        if not any(_shares(char, other, _COVERED) for char in run for other in over):
            found += run
        elif run[0]["text"].isspace():
            found += _rest(run[0], over)
    return found


def _is_filler(char: Char) -> bool:
    return char["text"].isspace() or char["text"] in _FILLERS


def _runs(chars: Sequence[Char]) -> Iterator[list[Char]]:
    """Each character by itself, but a run of dots as a whole."""
    for is_dots, run in groupby(chars, key=lambda char: char["text"] in _FILLERS):
        if is_dots:
            yield list(run)
        else:
            yield from ([char] for char in run)


def _row(char: Char) -> int:
    return int((char["top"] + char["bottom"]) / 2 // _ROW)


def _near(
    filler: Char, solid: Sequence[Char], rows: dict[int, list[tuple[float, int]]]
) -> list[Char]:
    """The characters that share some room with the filler."""
    found = []
    for row in range(_row(filler) - 1, _row(filler) + 2):
        places = rows.get(row, [])
        start = bisect_left(places, (filler["x0"] - filler["size"], 0))
        near = takewhile(lambda place: place[0] < filler["x1"], places[start:])
        found += [solid[index] for _, index in near if _shares(filler, solid[index], 0.0)]
    return found


def _shares(first: Char, second: Char, least: float) -> bool:
    """Whether two characters have more than the share `least` of the narrower in common."""
    across = min(first["x1"], second["x1"]) - max(first["x0"], second["x0"])
    down = min(first["bottom"], second["bottom"]) - max(first["top"], second["top"])
    narrow = min(first["x1"] - first["x0"], second["x1"] - second["x0"])
    low = min(first["bottom"] - first["top"], second["bottom"] - second["top"])
    return bool(across > least * max(narrow, 0.1) and down > _COVERED * low)


def _rest(blank: Char, covers: Sequence[Char]) -> list[Char]:
    """What of the blank is left before or behind the characters that are written over it."""
    start, end = min(over["x0"] for over in covers), max(over["x1"] for over in covers)
    if blank["x1"] - end > _SLIT:
        return [blank | {"x0": end}]
    return [blank | {"x1": start}] if start - blank["x0"] > _SLIT else []
