"""The conditions in which a page may come: its ink, what became of it, how it was kept."""

from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from samples.render.wear import Pixels, Wear, fax, fold, patches, tint, turn_page

Shades = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Condition:
    """What is done to a page of `dpi`; a `quality` of 0 keeps every pixel, else it is JPEG's."""

    wear: Wear
    ink: Literal["none", "colour", "grey"] = "none"
    dpi: int = 300
    quality: int = 85


def scanned(page: Pixels, rng: np.random.Generator) -> Pixels:
    """Return a good scan: soft edges, a little noise, paper not quite white."""
    page = cv2.GaussianBlur(page, (3, 3), 0.6)
    return noisy(tint(page, (250, 249, 246), patches(page.shape[:2], rng, depth=0.01)), rng, 2.0)


def noisy(page: Pixels, rng: np.random.Generator, depth: float) -> Pixels:
    """Return the page with the noise of a sensor, of the standard deviation `depth`."""
    grain = rng.standard_normal(page.shape[:2], dtype=np.float32)[..., None] * np.float32(depth)
    return np.clip(page + grain, 0, 255).astype(np.uint8)


def skewed(page: Pixels, rng: np.random.Generator) -> Pixels:
    """Return a scan that leans by 2 to 5 degrees."""
    return scanned(turn_page(page, rng.choice([-1, 1]) * rng.uniform(2, 5)), rng)


def photocopied(page: Pixels, rng: np.random.Generator) -> Pixels:
    """Return a grey photocopy: stamps and seals are grey as well."""
    grey = cv2.cvtColor(scanned(turn_page(page, rng.uniform(-0.4, 0.4)), rng), cv2.COLOR_RGB2GRAY)
    return np.repeat(grey[..., None], 3, axis=2)


def office(page: Pixels, rng: np.random.Generator) -> Pixels:
    """Return what most offices send: leaning a little, noisy, soft, kept small."""
    page = cv2.GaussianBlur(turn_page(page, rng.uniform(-1.5, 1.5)), (5, 5), 0.9)
    page = tint(page, (243, 242, 238), patches(page.shape[:2], rng, depth=0.04))
    return noisy(page, rng, 7.0)


def folded(page: Pixels, rng: np.random.Generator) -> Pixels:
    """Return a letter that was folded twice across and once down."""
    grey = cv2.cvtColor(page, cv2.COLOR_RGB2GRAY)
    for _ in range(2):
        grey = fold(grey, rng)
    grey = np.ascontiguousarray(fold(np.ascontiguousarray(grey.T), rng).T)
    height, width = grey.shape
    rows = np.abs(np.linspace(-1.5, 1.5, height, dtype=np.float32) % 1 - 0.5)[:, None]
    columns = np.abs(np.linspace(-1, 1, width, dtype=np.float32))[None, :]
    shade = (1 - 0.16 * rows) * (1 - 0.12 * columns)
    page = np.clip(grey * shade, 0, 255).astype(np.uint8)
    return scanned(turn_page(np.repeat(page[..., None], 3, axis=2), rng.uniform(-0.7, 0.7)), rng)


def shining_through(page: Pixels, rng: np.random.Generator) -> Pixels:
    """Return thin paper: the print of its other side shows, mirrored and soft."""
    behind = cv2.GaussianBlur(np.roll(page[:, ::-1], (37, 22), axis=(0, 1)), (9, 9), 2.2)
    mixed = page.astype(np.float32) - (255 - behind.astype(np.float32)) * np.float32(0.28)
    return scanned(np.clip(mixed, 0, 255).astype(np.uint8), rng)


def bordered(page: Pixels, rng: np.random.Generator) -> Pixels:
    """Return a copy with black edges, a shifted sheet, punch holes and a staple's shadow."""
    page = turn_page(page, rng.uniform(-1, 1))
    height, width = page.shape[:2]
    page = page.copy()
    page[:, : int(width * 0.035)] = 22
    page[int(height * 0.975) :] = 30
    slope = np.array([[width, 0], [width, height // 2], [width - width // 28, 0]])
    cv2.fillPoly(page, [slope.astype(np.int32)], (18, 18, 18))
    for y in (0.36, 0.63):
        cv2.circle(page, (int(width * 0.065), int(height * y)), width // 80, (25, 25, 25), -1)
    start = (int(width * 0.06), int(height * 0.03))
    cv2.line(page, start, (start[0] + width // 24, start[1] + width // 30), (90, 90, 90), 5)
    return scanned(page, rng)


def turned(page: Pixels, rng: np.random.Generator) -> Pixels:
    """Return a sheet that lay sideways or upside down on the glass."""
    page = turn_page(page, rng.uniform(-0.8, 0.8))
    return scanned(np.ascontiguousarray(np.rot90(page, int(rng.integers(1, 4)))), rng)


def photographed(page: Pixels, rng: np.random.Generator) -> Pixels:
    """Return a picture by hand: seen aslant, on a table, under a lamp, one edge curling up."""
    height, width = page.shape[:2]
    page, paper = _curled(page, rng)
    size = (int(width * 1.16), int(height * 1.14))
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    shift = np.array([(size[0] - width) / 2, (size[1] - height) / 2])
    moved = corners * 0.99 + shift + rng.uniform(-0.045, 0.045, (4, 2)) * width
    matrix = cv2.getPerspectiveTransform(corners, moved.astype(np.float32))
    sheet = cv2.warpPerspective(page, matrix, size, flags=cv2.INTER_AREA)
    inside = cv2.warpPerspective(paper, matrix, size)
    share = cv2.GaussianBlur(inside, (5, 5), 1)[..., None].astype(np.float32) / 255
    shadow = cv2.GaussianBlur(inside, (0, 0), 18)[..., None].astype(np.float32) / 255
    seen = sheet * share + _table(size, rng) * (1 - share) * (1 - 0.4 * shadow)
    seen *= _lamp(size, rng)[..., None] * np.array([1.0, 0.97, 0.9], np.float32)
    return noisy(cv2.GaussianBlur(np.clip(seen, 0, 255).astype(np.uint8), (5, 5), 1.0), rng, 4.0)


def _curled(page: Pixels, rng: np.random.Generator) -> tuple[Pixels, NDArray[np.uint8]]:
    """Return a sheet that bends near its left or right edge, and where it is, as a mask."""
    height, width = page.shape[:2]
    x, y = np.meshgrid(
        np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32), copy=False
    )
    edge = x / width if rng.random() < 0.5 else 1 - x / width
    bend = np.float32(rng.uniform(0.006, 0.012) * height) * edge**3
    bent = cv2.remap(page, x, y + bend, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    paper = np.full((height, width), 255, np.uint8)
    return bent, cv2.remap(paper, x, y + bend, cv2.INTER_LINEAR)


def _table(size: tuple[int, int], rng: np.random.Generator) -> Shades:
    """Return the top of a table, with its grain, as (height, width, 3)."""
    grain = rng.standard_normal((size[1] // 6, 8), dtype=np.float32)
    grain = cv2.resize(grain, size, interpolation=cv2.INTER_CUBIC)[..., None]
    colour = np.array([(96, 66, 44), (70, 72, 78), (128, 104, 80)][int(rng.integers(3))])
    return (colour + 9 * grain).astype(np.float32)


def _lamp(size: tuple[int, int], rng: np.random.Generator) -> Shades:
    """Return the light of a lamp and the shadow of a hand, as shares (height, width)."""
    x = np.linspace(0, 1, size[0], dtype=np.float32)[None, :]
    y = np.linspace(0, 1, size[1], dtype=np.float32)[:, None]
    far = np.hypot(x - rng.uniform(0, 1), y - rng.uniform(0, 0.4))
    hand = np.hypot((x - rng.uniform(0.2, 0.8)) / 0.5, (y - 1.0) / 0.45)
    soft = 1 / (1 + np.exp(-(hand - 0.8) * 9))
    light: Shades = ((1 - 0.42 * far) * (0.68 + 0.32 * soft)).astype(np.float32)
    return light


CONDITIONS: dict[str, Condition] = {
    "clean": Condition(scanned),
    "skew": Condition(skewed),
    "colour stamps": Condition(scanned, ink="colour"),
    "office mix": Condition(office, ink="none", quality=45),
    "grey stamps": Condition(photocopied, ink="grey"),
    "fax": Condition(fax, dpi=200, quality=0),
    "photo": Condition(photographed, quality=80),
    "folds": Condition(folded),
    "bleed-through": Condition(shining_through),
    "borders": Condition(bordered),
    "turned": Condition(turned),
    "150 dpi": Condition(scanned, dpi=150),
}
