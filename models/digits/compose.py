"""
Draws training crops: strings of digits in printed slots, with what stands and lies around them.

Everything is drawn here: strokes of our own (strokes.py), glyphs of fonts with an open licence,
lines and noise. Lengths are in rows of a crop 40 rows high, times the scale of the canvas.
"""

import numpy as np
from damage import Grey, spoil
from inks import Fonts, Mask, Rng, bend, draw_glyphs, draw_strokes, paste, pick, thicken, trim
from surroundings import Scene, draw_stamp_end, draw_surroundings
from texts import happens, random_text

HEIGHT = 40
TECHNIQUES = ("strokes", "hand", "machine")
SHARES = (0.62, 0.24, 0.14)  # how often each is drawn


def compose(
    kind: str, fonts: Fonts, rng: Rng, shares: tuple[float, ...] = SHARES
) -> tuple[Grey, str]:
    """One crop of a slot, in grey as a scanner would give it, and what stands in it.

    The digits are drawn in one of TECHNIQUES, of which `shares` tells how often each is taken.
    """
    text, scale = random_text(kind, rng), float(rng.uniform(1.15, 2.3))
    size = rng.uniform(13, 32) * scale
    technique = str(rng.choice(TECHNIQUES, p=shares))
    filling = np.zeros((1, 1), np.float32)
    if text:
        filling = draw_filling(text, technique, (size, scale), fonts, rng)
    in_stamp = kind == "date" or (kind == "number" and happens(rng, 0.3))
    before, after = (room * scale for room in random_room(rng, in_stamp=in_stamp))
    empty = 0 if text else rng.uniform(20, 70) * scale
    width = max(24, int(before + filling.shape[1] + after + empty))
    scene = Scene(np.zeros((round(HEIGHT * scale), width), np.float32), scale, fonts, rng)
    draw_surroundings(scene, kind, before, width - after)
    if in_stamp:
        draw_stamp_end(scene, width - after)
    strength = rng.uniform(0.45, 1.0) if happens(rng, 0.4) else 1.0
    if text:
        lay(scene, filling, before, strength)
    return spoil(scene.canvas, strength, rng), text


def random_room(rng: Rng, *, in_stamp: bool) -> tuple[float, float]:
    """The room left and right of the digits, in rows."""
    close, narrow, wide = (-1, 26), (0, 6), (10, 45)
    before = rng.uniform(*rng.choice([close, narrow, wide], p=[0.6, 0.25, 0.15]))
    shares = [0.2, 0.2, 0.6] if in_stamp else [0.6, 0.3, 0.1]
    return before, rng.uniform(*rng.choice([close, narrow, (10, 90)], p=shares))


def draw_filling(
    text: str, technique: str, sizes: tuple[float, float], fonts: Fonts, rng: Rng
) -> Mask:
    """The digits themselves; `sizes` are their height and the scale of the canvas."""
    size, scale = sizes
    if technique == "machine":
        font = pick(fonts.machine if happens(rng, 0.4) else fonts.upright + fonts.italic, rng)
        return draw_glyphs(text, min(size, 17 * scale), font, rng, by_hand=False)
    if technique == "hand":
        mask = thicken(draw_glyphs(text, size, pick(fonts.hand, rng), rng, by_hand=True), rng)
    else:
        pen = float(np.clip(rng.lognormal(0.62, 0.33), 0.9, 4.2)) * (0.6 * scale + size / 60)
        mask = trim(draw_strokes(text, size, pen, rng))
    bent = happens(rng, 0.6)
    return bend(np.pad(mask, 3), rng.uniform(0, 0.9) * scale, rng) if bent else mask


def lay(scene: Scene, filling: Mask, left: float, strength: float) -> None:
    """Put the digits near the middle of the scene, nearly all of them inside."""
    height, tall = scene.canvas.shape[0], filling.shape[0]
    top = (height - tall) / 2 + scene.rng.normal(0, 3) * scene.scale
    paste(scene.canvas, filling, left, np.clip(top, -0.06 * tall, height - 0.94 * tall), strength)
