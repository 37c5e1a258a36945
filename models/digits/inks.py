"""Ink on small canvases, 1 on 0: strokes of a pen, glyphs of fonts, printed words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import strokes
from PIL import Image, ImageDraw, ImageFont
from texts import happens

Mask = npt.NDArray[np.float32]
Rng = np.random.Generator
FAINT = 0.1


@dataclass(frozen=True, slots=True)
class Fonts:
    """Font files by their use: hands for digits, print for digits and the words around."""

    hand: tuple[Path, ...]
    machine: tuple[Path, ...]
    upright: tuple[Path, ...]
    italic: tuple[Path, ...]


@lru_cache(maxsize=4096)
def load_font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    """The font at a size in pixels."""
    return ImageFont.truetype(str(path), size)


@lru_cache(maxsize=1024)
def digit_height(path: Path) -> float:
    """The height of the digits of a font in units of its size."""
    box = load_font(path, 100).getbbox("0123456789", anchor="ls")
    return max(-box[1], 20) / 100


def draw_strokes(text: str, height: float, pen: float, rng: Rng) -> Mask:
    """The string in strokes of a random hand, digits `height` high."""
    written = [
        points * height for points in strokes.write_string(text, strokes.random_writer(rng), rng)
    ]
    low = np.min([points.min(axis=0) for points in written], axis=0) - pen - 2
    high = np.max([points.max(axis=0) for points in written], axis=0) + pen + 2
    canvas = np.zeros((int(high[1] - low[1]) * 2 + 2, int(high[0] - low[0]) * 2 + 2), np.uint8)
    taper = happens(rng, 0.4)
    for points in written:
        bent = np.round((points - low) * 32).astype(np.int32)
        count = max(1, len(bent) // 5) if taper else 1
        for cut in np.array_split(np.arange(len(bent)), count):
            width = 2 * pen * (rng.uniform(0.65, 1.2) if taper else 1.0)
            piece = bent[max(cut[0] - 1, 0) : cut[-1] + 1]
            thickness = max(1, round(width))
            cv2.polylines(canvas, [piece], 0, 255, thickness, cv2.LINE_AA, 4)
    small = cv2.resize(
        canvas, (canvas.shape[1] // 2, canvas.shape[0] // 2), interpolation=cv2.INTER_AREA
    )
    return np.asarray(small, np.float32) / 255


def draw_glyphs(text: str, height: float, font: Path, rng: Rng, *, by_hand: bool) -> Mask:
    """The string in glyphs of a font, digits `height` high; `by_hand` they dance and slant."""
    face = load_font(font, max(6, round(height / digit_height(font) / 2) * 2))
    width = int(sum(face.getlength(sign) for sign in text) * 1.5 + 4 * height)
    image = Image.new("L", (width, int(height * 3.4)))
    draw = ImageDraw.Draw(image)
    cursor, space = (
        height,
        rng.uniform(-0.08, 0.2) * height if by_hand else rng.uniform(0, 0.08) * height,
    )
    for sign in text:
        lift = rng.normal(0, 0.04) * height if by_hand else 0
        draw.text((cursor, height * 2.2 + lift), sign, font=face, fill=255, anchor="ls")
        cursor += face.getlength(sign) + space
    mask = np.asarray(image, np.float32) / 255
    if by_hand:
        slant, stretch = rng.normal(0, 0.12), rng.uniform(0.75, 1.3)
        matrix = np.array([[stretch, -slant, slant * height * 1.7], [0, 1, 0]], np.float32)
        mask = np.asarray(
            cv2.warpAffine(mask, matrix, (int(width * max(1, stretch)), mask.shape[0]))
        )
    return trim(mask)


def draw_print(text: str, size: float, font: Path, *, bold: bool = False) -> tuple[Mask, int]:
    """A printed word and the row of its baseline."""
    face = load_font(font, max(6, round(size)))
    left, top, right, bottom = face.getbbox(text, anchor="ls", stroke_width=int(bold))
    image = Image.new("L", (max(1, int(right - left) + 2), max(1, int(bottom - top) + 2)))
    ImageDraw.Draw(image).text(
        (-left + 1, -top + 1), text, font=face, fill=255, anchor="ls", stroke_width=int(bold)
    )
    return np.asarray(image, np.float32) / 255, int(-top + 1)


def trim(mask: Mask) -> Mask:
    """The mask without its empty border."""
    rows = np.flatnonzero(mask.max(axis=1) > FAINT)
    columns = np.flatnonzero(mask.max(axis=0) > FAINT)
    if not len(rows):
        return mask[:1, :1]
    return mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def thicken(mask: Mask, rng: Rng) -> Mask:
    """The ink a little fatter or thinner, as pens and scanners make it."""
    if happens(rng, 0.2):
        return np.asarray(cv2.dilate(mask, np.ones((2, 2), np.uint8)))
    if happens(rng, 0.12):
        disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (3, 3))
        return np.asarray(cv2.dilate(mask, disc))
    return mask


def bend(mask: Mask, strength: float, rng: Rng) -> Mask:
    """A smooth random warp of a few pixels."""
    height, width = mask.shape
    grid = (max(2, height // 14), max(2, width // 14))
    shifts = [
        cv2.resize(
            rng.normal(0, strength, grid).astype(np.float32),
            (width, height),
            interpolation=cv2.INTER_CUBIC,
        )
        for _ in range(2)
    ]
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    return np.asarray(
        cv2.remap(mask, x + shifts[0], y + shifts[1], cv2.INTER_LINEAR, borderValue=0)
    )


def paste(canvas: Mask, ink: Mask, left: float, top: float, strength: float = 1.0) -> None:
    """Lay ink on the canvas in place, cut at its edges."""
    x, y = round(left), round(top)
    x0, y0 = max(x, 0), max(y, 0)
    x1, y1 = min(x + ink.shape[1], canvas.shape[1]), min(y + ink.shape[0], canvas.shape[0])
    if x0 < x1 and y0 < y1:
        part = canvas[y0:y1, x0:x1]
        np.maximum(part, ink[y0 - y : y1 - y, x0 - x : x1 - x] * strength, out=part)


def pick(options: Sequence[Path], rng: Rng) -> Path:
    """One of the files."""
    return options[int(rng.integers(len(options)))]
