"""What stands around the digits of a slot: labels, lines, borders, other rows, body text."""

from dataclasses import dataclass

import cv2
import numpy as np
from inks import Fonts, Mask, Rng, draw_glyphs, draw_print, draw_strokes, paste, pick, trim
from texts import BODY, NOTES, happens, label_after, label_before, random_text


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A canvas under way: its ink, how large a row is, and the means to draw on it."""

    canvas: Mask
    scale: float
    fonts: Fonts
    rng: Rng


def draw_surroundings(scene: Scene, kind: str, start: float, end: float) -> None:
    """All that may surround digits between the columns `start` and `end`."""
    rng, scale = scene.rng, scene.scale
    cap = rng.uniform(9, 18) * scale
    baseline = scene.canvas.shape[0] / 2 + rng.uniform(0.2, 0.75) * cap
    draw_labels(scene, kind, (start, end), cap, baseline)
    if happens(rng, 0.4):
        draw_dots(scene, baseline)
    if happens(rng, 0.12):
        draw_border(scene, upright=True)
    if happens(rng, 0.25):
        draw_border(scene, upright=False)
    if happens(rng, 0.35):
        draw_other_row(scene, cap)
    if happens(rng, 0.2):
        draw_other_hand(scene, cap)
    if happens(rng, 0.06):
        share, strength = rng.uniform(0.2, 1.0), rng.uniform(0.25, 0.6)
        word, base = draw_print(str(rng.choice(BODY)), cap * 1.5, pick(scene.fonts.upright, rng))
        left = rng.uniform(-0.7, 0.5) * word.shape[1]
        paste(scene.canvas, word, left, share * scene.canvas.shape[0] - base, strength)


def draw_labels(
    scene: Scene, kind: str, edges: tuple[float, float], cap: float, baseline: float
) -> None:
    """The printed words before and after the digits, each left out now and then."""
    rng, scale = scene.rng, scene.scale
    strength = rng.uniform(0.35, 1.0) if happens(rng, 0.35) else 1.0
    italic = kind == "day" and happens(rng, 0.7)
    font = pick(scene.fonts.italic if italic else scene.fonts.upright, rng)
    gap = rng.uniform(-0.3, 0.35) * cap
    if happens(rng, 0.75):
        word, base = draw_print(label_before(kind, rng), cap * 1.5, font)
        left = edges[0] - word.shape[1] - gap + rng.uniform(-3, 3) * scale
        paste(scene.canvas, word, left, baseline - base, strength)
    if happens(rng, 0.75):
        word, base = draw_print(label_after(kind, rng), cap * 1.5, font)
        left = edges[1] + gap + rng.uniform(-3, 3) * scale
        paste(scene.canvas, word, left, baseline - base, strength)


def draw_dots(scene: Scene, baseline: float) -> None:
    """A dotted line under or through the digits."""
    rng, scale = scene.rng, scene.scale
    row, step = baseline + rng.uniform(-2, 5) * scale, rng.uniform(2.2, 5) * scale
    radius, drift = max(1, round(rng.uniform(0.4, 1.1) * scale)), rng.normal(0, 0.02)
    strength = float(rng.uniform(0.3, 1.0))
    layer = np.zeros_like(scene.canvas)
    for x in np.arange(rng.uniform(0, step), layer.shape[1], step):
        middle = round(x * 8), round((row + drift * x) * 8)
        cv2.circle(layer, middle, radius * 4, strength, -1, cv2.LINE_AA, 3)
    np.maximum(scene.canvas, layer, out=scene.canvas)


def draw_border(scene: Scene, *, upright: bool) -> None:
    """A line along the edge of the crop, such as the frame of a stamp or an underline above."""
    height, width = scene.canvas.shape
    share = scene.rng.uniform(0, 0.1) + (0.9 if happens(scene.rng, 0.5) else 0.0)
    if upright:
        draw_line(scene, (share * width, 0), (0, height))
    else:
        draw_line(scene, (0, share * height), (width, 0))


def draw_line(scene: Scene, start: tuple[float, float], way: tuple[float, float]) -> None:
    """A line from a point along a way, nearly upright or nearly level."""
    tilt = scene.rng.normal(0, 0.02) * max(way)
    lean = (tilt, 0.0) if way[1] else (0.0, tilt)
    end = start[0] + way[0] + lean[0], start[1] + way[1] + lean[1]
    first, last = ((round(x * 8), round(y * 8)) for x, y in (start, end))
    thickness = max(1, round(scene.rng.uniform(0.6, 2.2) * scene.scale))
    strength = float(scene.rng.uniform(0.3, 1.0))
    cv2.line(scene.canvas, first, last, strength, thickness, cv2.LINE_AA, 3)


def draw_other_row(scene: Scene, cap: float) -> None:
    """The feet of the row above or the heads of the row below at the edge of the crop."""
    rng, height = scene.rng, scene.canvas.shape[0]
    font, bold = pick(scene.fonts.upright, rng), happens(rng, 0.3)
    word, base = draw_print(str(rng.choice(BODY)), cap * 1.5, font, bold=bold)
    above, below = rng.uniform(-0.02, 0.12) * height - base, height * rng.uniform(0.9, 1.02)
    left = rng.uniform(-0.6, 0.4) * word.shape[1]
    paste(scene.canvas, word, left, above if happens(rng, 0.5) else below - (base - cap))


def draw_other_hand(scene: Scene, cap: float) -> None:
    """Handwriting of the row above or below that reaches into the crop."""
    rng, size = scene.rng, cap * scene.rng.uniform(1.0, 2.0)
    kind = str(rng.choice(["date", "number", "note", "note"]))
    text = random_text(kind, rng) if kind != "note" else ""
    if text and happens(rng, 0.7):
        ink = trim(draw_strokes(text, size, cap * rng.uniform(0.06, 0.16), rng))
    else:
        note = text or str(rng.choice(NOTES))
        ink = draw_glyphs(note, size, pick(scene.fonts.hand, rng), rng, by_hand=True)
    seen = rng.uniform(0.08, 0.38) * ink.shape[0]
    top = seen - ink.shape[0] if happens(rng, 0.5) else scene.canvas.shape[0] - seen
    paste(scene.canvas, ink, rng.uniform(-0.3, 0.6) * scene.canvas.shape[1], top)


def draw_stamp_end(scene: Scene, start: float) -> None:
    """The right end of a row of a stamp: its border, and body text that runs under it."""
    rng, scale = scene.rng, scene.scale
    height, width = scene.canvas.shape
    if happens(rng, 0.45):
        draw_line(scene, (rng.uniform(min(start + 2 * scale, width), width), 0), (0, height))
    if happens(rng, 0.12):
        font, size = pick(scene.fonts.upright, rng), rng.uniform(15, 27) * scale
        word, base = draw_print(str(rng.choice(BODY)), size, font)
        left, top = start + rng.uniform(2, 30) * scale, rng.uniform(0.3, 1.2) * height - base
        paste(scene.canvas, word, left, top, rng.uniform(0.5, 1))
