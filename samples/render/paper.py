"""Typeset pages -> the file of a sample: PDF, TIFF, JPEG or PNG, with ink and wear on it."""

import io
import time
import zlib
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image

from samples.render.ink import arrival_stamp, mark, round_seal, sign, write_by_hand
from samples.render.letter import Places, Spot
from samples.render.script import Script
from samples.render.typeset import typeset
from samples.render.wear import WEARS

_MM = 72 / 25.4
_EPOCH = time.gmtime(1_700_000_000)


def make_file(script: Script) -> bytes:
    """Return the bytes of the sample's file; the same script gives the same bytes."""
    if script.paper.wear == "none":
        return typeset(script)[0]
    rng = np.random.default_rng(zlib.crc32(script.paper.file.encode()))
    documents = (script, *script.enclosed)
    return _pack([page for part in documents for page in _worn_pages(part, rng)], script)


def _worn_pages(script: Script, rng: np.random.Generator) -> list[Image.Image]:
    pdf, places = typeset(script)
    pages = _pictures(pdf, script.paper.dpi)
    _ink(script, places, pages, rng)
    worn = [WEARS[script.paper.wear](np.asarray(page.convert("RGB")), rng) for page in pages]
    return [Image.fromarray(page) for page in worn]


def _pictures(pdf: bytes, dpi: int) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.render(scale=dpi / 72).to_pil().convert("RGBA") for page in document]
    document.close()
    return pages


def _ink(
    script: Script, places: Places, pages: list[Image.Image], rng: np.random.Generator
) -> None:
    dot = script.paper.dpi / 72
    unit = script.paper.dpi / 25.4
    _pens(script, places, pages, rng)
    for mark_text, double in ((script.paper.urgency, False), (script.paper.secrecy, True)):
        if mark_text:
            spot, image = places.spots["marks"], mark(mark_text, unit, double=double)
            press(pages[spot.page], image, (spot.x * dot - image.width / 2, spot.y * dot))
    if script.arrival:
        stamp, writing = arrival_stamp(script.arrival, unit, rng)
        corner = (script.arrival.left_mm * unit, script.arrival.top_mm * unit)
        press(pages[0], stamp, corner)
        for image, at in writing:
            press(pages[0], image, (corner[0] + at[0], corner[1] + at[1]))
    for number in range(len(script.closing.signers)):
        spot = places.spots[f"signature{number}"]
        pen, seal = sign(unit * 42, rng), round_seal(script.paper.seal, unit * 34, rng)
        press(pages[spot.page], pen, (spot.x * dot - pen.width / 2, spot.y * dot - pen.height / 2))
        if script.paper.seal and number == 0:
            at = (spot.x * dot - seal.width * 0.95, spot.y * dot - seal.height * 0.5)
            press(pages[spot.page], seal, at)


def _pens(
    script: Script, places: Places, pages: list[Image.Image], rng: np.random.Generator
) -> None:
    tall = script.paper.dpi / 72 * 13
    for name, text in (("number", script.head.number_by_hand), ("day", script.head.day_by_hand)):
        if text:
            spot: Spot = places.spots[name]
            image = write_by_hand(text, tall, rng)
            at = (spot.x * script.paper.dpi / 72, spot.y * script.paper.dpi / 72 - tall * 1.75)
            press(pages[spot.page], image, at)


def press(page: Image.Image, ink: Image.Image, corner: tuple[float, float]) -> None:
    """Darken `page` by `ink`: what is printed stays visible under it."""
    x, y = int(corner[0]), int(corner[1])
    under = page.crop((x, y, x + ink.width, y + ink.height)).convert("RGB")
    alpha = np.asarray(ink.getchannel("A"), dtype=float)[..., None] / 255
    colour = np.asarray(ink.convert("RGB"), dtype=float) / 255
    mixed = np.asarray(under, dtype=float) * (1 - alpha * (1 - colour))
    page.paste(Image.fromarray(mixed.astype("uint8")), (x, y))


def _pack(pages: list[Image.Image], script: Script) -> bytes:
    kind, out, paper = Path(script.paper.file).suffix, io.BytesIO(), script.paper
    resolution = {"dpi": (paper.dpi, paper.dpi)}
    if paper.wear == "grey":
        pages = [page.convert("L") for page in pages]
    if kind == ".pdf":
        dates = {"creationDate": _EPOCH, "modDate": _EPOCH}
        pages[0].save(
            out, "PDF", save_all=True, append_images=pages[1:], resolution=paper.dpi,
            quality=paper.quality, **dates,
        )  # fmt: skip
    elif kind == ".tif":
        bits = [page.convert("1", dither=Image.Dither.NONE) for page in pages]
        bits[0].save(
            out, "TIFF", save_all=True, append_images=bits[1:], compression="group4", **resolution
        )
    elif kind == ".png":
        pages[0].quantize(64, dither=Image.Dither.NONE).save(
            out, "PNG", optimize=True, **resolution
        )
    else:
        pages[0].save(out, "JPEG", quality=paper.quality, **resolution)
    return out.getvalue()
