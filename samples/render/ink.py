"""Ink on transparent paper: the ĐẾN stamp, round seal, marks, handwriting and signatures."""

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from samples.render.faces import HANDS, letters, print_face
from samples.render.script import Arrival

RED, BLUE = (200, 28, 44), (24, 42, 140)
_CLEAR = (255, 255, 255, 0)


def write_by_hand(text: str, height: float, rng: np.random.Generator) -> Image.Image:
    """Return `text` in blue pen, letters about `height` pixels tall, each a little off."""
    font = ImageFont.truetype(str(_hand(text, rng)), int(height * 1.25))
    width = int(sum(font.getlength(letter) for letter in text) * 1.1 + height * 2)
    page = Image.new("RGBA", (width, int(height * 3)), _CLEAR)
    x = height
    for letter in text:
        glyph = Image.new("RGBA", (int(height * 3), int(height * 3)), _CLEAR)
        at = (height, height * (0.7 + rng.normal(0, 0.025)))
        ImageDraw.Draw(glyph).text(at, letter, font=font, fill=(*BLUE, 235))
        glyph = glyph.rotate(rng.normal(0, 2.5), Image.Resampling.BICUBIC)
        page.alpha_composite(glyph, (max(0, int(x - height)), 0))
        x += font.getlength(letter) * rng.uniform(0.97, 1.06)
    return page.crop((int(height * 0.5), 0, int(x + height), page.height)).filter(
        ImageFilter.GaussianBlur(0.6)
    )


def sign(size: float, rng: np.random.Generator) -> Image.Image:
    """Return a signature about `size` pixels wide: a few smooth loops of the pen."""
    page = Image.new("RGBA", (int(size * 1.2), int(size * 0.7)), _CLEAR)
    pen = ImageDraw.Draw(page)
    steps = np.linspace(0, 1, 400)
    loops, phase = rng.uniform(2.5, 4.5), rng.uniform(0, 6)
    x = size * (0.12 + 0.8 * steps + 0.07 * np.sin(2 * math.pi * loops * steps + phase))
    fade = 0.25 * (1 - 0.75 * steps)
    y = size * (0.36 + fade * np.cos(2 * math.pi * loops * steps) - 0.08 * steps)
    pen.line(list(zip(x, y, strict=True)), fill=(*BLUE, 225), width=max(2, int(size / 95)))
    tail = [(x[-1], y[-1]), (size * 0.5, size * 0.56), (size * 1.12, size * rng.uniform(0.4, 0.5))]
    pen.line(tail, fill=(*BLUE, 225), width=max(2, int(size / 110)), joint="curve")
    return page.filter(ImageFilter.GaussianBlur(0.7))


def round_seal(text: str, diameter: float, rng: np.random.Generator) -> Image.Image:
    """Return a red round seal with `text` along the ring and a star inside."""
    side = int(diameter * 1.04)
    seal = Image.new("RGBA", (side, side), _CLEAR)
    pen, centre = ImageDraw.Draw(seal), side / 2
    for share, line in ((0.5, 0.016), (0.46, 0.006), (0.27, 0.006)):
        r = diameter * share
        box = (centre - r, centre - r, centre + r, centre + r)
        pen.ellipse(box, outline=(*RED, 230), width=max(1, int(diameter * line)))
    _ring(seal, text.upper(), diameter)
    star = [
        (
            centre + diameter * (0.13 if k % 2 == 0 else 0.052) * math.sin(k * math.pi / 5),
            centre - diameter * (0.13 if k % 2 == 0 else 0.052) * math.cos(k * math.pi / 5),
        )
        for k in range(10)
    ]
    pen.polygon(star, fill=(*RED, 225))
    return _uneven(seal.rotate(rng.uniform(-8, 8), Image.Resampling.BICUBIC), rng)


def _ring(seal: Image.Image, text: str, diameter: float) -> None:
    font = ImageFont.truetype(str(print_face("Bold")), int(diameter * 0.105))
    letters = f"{text} ★ ".replace("★", "*")
    step = 2 * math.pi / len(letters)
    side = int(diameter * 0.2)
    for number, letter in enumerate(letters):
        angle = number * step - math.pi * 0.85
        tile = Image.new("RGBA", (side, side), _CLEAR)
        middle = (side / 2, side / 2)
        ImageDraw.Draw(tile).text(middle, letter, font=font, fill=(*RED, 230), anchor="mm")
        tile = tile.rotate(-math.degrees(angle), Image.Resampling.BICUBIC)
        x = seal.width / 2 + diameter * 0.365 * math.sin(angle)
        y = seal.height / 2 - diameter * 0.365 * math.cos(angle)
        seal.alpha_composite(tile, (int(x - side / 2), int(y - side / 2)))


def mark(text: str, dots_per_mm: float, *, double: bool = False) -> Image.Image:
    """Return the red rectangle of an urgency (single) or secrecy (double frame) mark."""
    font = ImageFont.truetype(str(print_face("Bold")), int(5.2 * dots_per_mm))
    width, height = int(font.getlength(text) + 6 * dots_per_mm), int(8.4 * dots_per_mm)
    page = Image.new("RGBA", (width, height), _CLEAR)
    pen = ImageDraw.Draw(page)
    line = max(1, int(0.5 * dots_per_mm))
    pen.rectangle((1, 1, width - 2, height - 2), outline=(*RED, 240), width=line)
    if double:
        inset = int(1.1 * dots_per_mm)
        box = (inset, inset, width - inset, height - inset)
        pen.rectangle(box, outline=(*RED, 240), width=max(1, line // 2))
    middle = (width / 2, height / 2)
    pen.text(middle, text, font=font, fill=(*RED, 240), anchor="mm")
    return page


def arrival_stamp(
    arrival: Arrival, dots_per_mm: float, rng: np.random.Generator
) -> tuple[Image.Image, Sequence[tuple[Image.Image, tuple[int, int]]]]:
    """Return the printed stamp and the handwriting on it, each with its place on the stamp."""
    unit = dots_per_mm
    page = Image.new("RGBA", (int(58 * unit), int(33 * unit)), _CLEAR)
    pen, line = ImageDraw.Draw(page), max(1, int(0.45 * unit))
    pen.rectangle((1, 1, page.width - 2, page.height - 2), outline=(*RED, 235), width=line)
    for y in (6.2, 20.4):
        pen.line((0, y * unit, page.width, y * unit), fill=(*RED, 235), width=line)
    pen.line((19 * unit, 6.2 * unit, 19 * unit, 20.4 * unit), fill=(*RED, 235), width=line)
    _labels(pen, arrival, unit)
    writing = []
    for text, x, y, tall in (
        (arrival.number, 27.0, 5.9, 4.6),
        (arrival.date, 30.5, 12.2, 4.0),
        (arrival.forwarded, 16.0, 18.6, 3.4),
    ):
        if text:
            drift = rng.normal(0, 0.4, 2)
            at = (int((x + drift[0]) * unit), int((y + drift[1] * 0.5 - tall * 0.55) * unit))
            writing.append((write_by_hand(text, tall * unit, rng), at))
    return _uneven(page, rng), writing


def _labels(pen: ImageDraw.ImageDraw, arrival: Arrival, unit: float) -> None:
    bold, plain = str(print_face("Bold")), str(print_face("Regular"))
    name = arrival.organisation.upper()
    size = 3.3
    while ImageFont.truetype(bold, int(size * unit)).getlength(name) > 55 * unit:
        size -= 0.1
    for text, face, x, y, tall, anchor in (
        (name, bold, 29, 3.2, size, "mm"),
        ("ĐẾN", bold, 9.5, 13.3, 7.2, "mm"),
        ("Số: ..............................", plain, 20.5, 9.9, 3.6, "lm"),
        ("Ngày: .........................", plain, 20.5, 16.4, 3.6, "lm"),
        ("Chuyển: " + "." * 46, plain, 1.8, 23.8, 3.4, "lm"),
        (arrival.file_label + " ...................", plain, 1.8, 29.3, 3.4, "lm"),
    ):
        font = ImageFont.truetype(face, int(tall * unit))
        pen.text((x * unit, y * unit), text, font=font, fill=(*RED, 235), anchor=anchor)


def _hand(text: str, rng: np.random.Generator) -> Path:
    able = [face for face in HANDS if {ord(letter) for letter in text} <= letters(face)]
    return able[int(rng.integers(len(able)))]


def _uneven(image: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Return the image with its ink thinned in patches, as a rubber stamp prints."""
    small = rng.uniform(0.62, 1.0, (max(2, image.height // 28), max(2, image.width // 28)))
    veil = Image.fromarray((small * 255).astype("uint8")).resize(
        image.size, Image.Resampling.BICUBIC
    )
    alpha = np.asarray(image.getchannel("A"), dtype=float) * np.asarray(veil, dtype=float) / 255
    image.putalpha(Image.fromarray(alpha.astype("uint8")))
    return image
