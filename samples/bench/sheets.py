"""One printed page in one condition, with the truth of what it says."""

import io
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pdfplumber
import pypdfium2
from PIL import Image

from samples.bench.conditions import Condition
from samples.render.ink import arrival_stamp, round_seal, sign
from samples.render.paper import press
from samples.render.script import Script
from samples.render.typeset import typeset

TEXTS = Path(__file__).parent / "texts"
_COLUMN_GAP = 14.0  # points between words, from which on they stand in different columns


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worn page as a one-page PDF, its printed lines, and those that make its header."""

    pdf: bytes
    lines: tuple[str, ...]
    header: tuple[str, ...]


def make_sheet(script: Script, condition: Condition, seed: str) -> Sheet:
    """Return the first page of `script` in that condition; the same seed gives the same bytes."""
    rng = np.random.default_rng(zlib.crc32(f"{script.paper.file} {seed}".encode()))
    printed = typeset(script)[0]
    document = pypdfium2.PdfDocument(printed)
    page = document[0].render(scale=condition.dpi / 72).to_pil().convert("RGBA")
    document.close()
    if condition.ink != "none":
        _stamp(page, script, condition, rng)
    worn = Image.fromarray(condition.wear(np.asarray(page.convert("RGB")), rng))
    return Sheet(_pack(worn, condition), _lines(printed), _header(script))


def _stamp(
    page: Image.Image, script: Script, condition: Condition, rng: np.random.Generator
) -> None:
    """Press stamp, seals and signature onto the print, over text more than beside it."""
    unit = condition.dpi / 25.4
    ink = Image.new("RGBA", page.size, (255, 255, 255, 255))
    if script.arrival:
        stamp, writing = arrival_stamp(script.arrival, unit, rng)
        corner = (rng.uniform(22, 30) * unit, rng.uniform(44, 52) * unit)
        press(ink, stamp.rotate(rng.uniform(-3, 3), Image.Resampling.BICUBIC, expand=True), corner)
        for image, at in writing:
            press(ink, image, (corner[0] + at[0], corner[1] + at[1]))
    for x, y in ((rng.uniform(95, 120), rng.uniform(120, 150)), (105, rng.uniform(222, 240))):
        press(ink, round_seal(script.paper.seal, unit * 34, rng), (x * unit, y * unit))
    press(ink, sign(unit * 42, rng), (130 * unit, rng.uniform(225, 240) * unit))
    if condition.ink == "grey":
        shade = np.asarray(ink.convert("L"), dtype=np.float32) * 0.9 + 25.5
        ink = Image.fromarray(shade.astype(np.uint8)).convert("RGBA")
    below, above = np.asarray(page.convert("RGB"), float), np.asarray(ink.convert("RGB"), float)
    page.paste(Image.fromarray((below * above / 255).astype(np.uint8)))


def _pack(page: Image.Image, condition: Condition) -> bytes:
    """Return a PDF of the picture on a sheet as wide as A4, or as high where it lies."""
    out = io.BytesIO()
    dpi = min(page.size) / (210 / 25.4)
    if condition.quality:
        page.save(out, "PDF", resolution=dpi, quality=condition.quality)
    else:
        page.convert("1", dither=Image.Dither.NONE).save(out, "PDF", resolution=dpi)
    return out.getvalue()


def _lines(printed: bytes) -> tuple[str, ...]:
    """Return the lines of the first page of a PDF as they were set, each in one column."""
    with pdfplumber.open(io.BytesIO(printed)) as document:
        words = document.pages[0].extract_words(use_text_flow=True, x_tolerance=2)
    lines: list[list[dict[str, float | str]]] = []
    for word in words:
        last = lines[-1][-1] if lines else None
        if (
            last is None
            or abs(word["top"] - last["top"]) > 3
            or not (-1 < word["x0"] - last["x1"] < _COLUMN_GAP)
        ):
            lines.append([])
        lines[-1].append(word)
    return tuple(" ".join(str(word["text"]) for word in line) for line in lines)


def _header(script: Script) -> tuple[str, ...]:
    """Return what a clerk enters into the register: organ, number, place and date, subject."""
    parts = (
        *script.head.left,
        script.head.number,
        script.head.place_date,
        *script.head.title,
        *script.head.about,
        *(name for _, name in script.closing.signers),
    )
    return tuple(part.strip("*_ ") for part in parts)
