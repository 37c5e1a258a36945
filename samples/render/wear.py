"""What scanner, fax and years do to a page. Pages are RGB arrays of uint8, rows first."""

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Wear = Callable[[Pixels, np.random.Generator], Pixels]


def clean_scan(page: Pixels, rng: np.random.Generator) -> Pixels:
    """Return a good office scan: a hair of skew, off-white paper, soft edges."""
    page = turn_page(page, rng.uniform(-0.25, 0.25))
    page = cv2.GaussianBlur(page, (3, 3), 0.6)
    return tint(page, (249, 247, 243), patches(page.shape[:2], rng, depth=0.012))


def grey_scan(page: Pixels, rng: np.random.Generator) -> Pixels:
    """Return a tired grey scan: skewed, uneven light, a fold, the other side shining through."""
    grey = cv2.cvtColor(page, cv2.COLOR_RGB2GRAY)
    through = cv2.GaussianBlur(grey[:, ::-1], (9, 9), 3)
    mixed = np.clip(grey.astype(float) - (255 - through) * 0.07, 0, 255).astype(np.uint8)
    mixed = fold(mixed, rng)
    page = turn_page(
        cv2.cvtColor(mixed, cv2.COLOR_GRAY2RGB), rng.choice([-1, 1]) * rng.uniform(0.7, 1.4)
    )
    page = tint(page, (236, 236, 236), patches(page.shape[:2], rng, depth=0.07))
    noise = cv2.GaussianBlur(rng.normal(0, 9, page.shape[:2]), (3, 3), 0.8)[..., None]
    return np.clip(page + noise, 0, 255).astype(np.uint8)


def fax(page: Pixels, rng: np.random.Generator) -> Pixels:
    """Return a black-and-white fax: thresholded with noise, specks and a streak."""
    grey = cv2.cvtColor(turn_page(page, rng.uniform(-0.5, 0.5)), cv2.COLOR_RGB2GRAY)
    level = 150 + cv2.GaussianBlur(rng.normal(0, 45, grey.shape), (3, 3), 1.0)
    black = grey < level
    specks = rng.random(grey.shape) < 0.0001
    black |= cv2.dilate(specks.astype(np.uint8), np.ones((2, 2), np.uint8)) > 0
    streak = int(rng.integers(grey.shape[1] // 8, grey.shape[1] // 7))
    black[: grey.shape[0] // 3, streak] |= rng.random(grey.shape[0] // 3) < 0.5
    return np.repeat(np.where(black, 0, 255).astype(np.uint8)[..., None], 3, axis=2)


def photo(page: Pixels, rng: np.random.Generator) -> Pixels:
    """Return a page laid under a lamp: light falling off to one corner, a mild perspective."""
    height, width = page.shape[:2]
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    moved = corners + rng.uniform(-0.006, 0.006, (4, 2)).astype(np.float32) * width
    matrix = cv2.getPerspectiveTransform(corners, moved)
    page = cv2.warpPerspective(page, matrix, (width, height), borderValue=(255, 255, 255))
    slope = np.linspace(1.0, 0.84, width)[None, :] * np.linspace(1.0, 0.93, height)[:, None]
    return tint(cv2.GaussianBlur(page, (3, 3), 0.7), (247, 243, 234), slope)


WEARS: dict[str, Wear] = {"clean": clean_scan, "grey": grey_scan, "fax": fax, "photo": photo}


def turn_page(page: Pixels, degrees: float) -> Pixels:
    """Return the page leaning by `degrees`, white where it was not."""
    height, width = page.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return cv2.warpAffine(
        page, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=(255, 255, 255)
    )


def tint(page: Pixels, paper: tuple[int, int, int], light: NDArray[np.float64]) -> Pixels:
    """Return the page on paper of a colour, under light of (height, width) shares."""
    shade = np.asarray(paper, dtype=float) / 255 * light[..., None]
    return np.clip(page * shade, 0, 255).astype(np.uint8)


def patches(
    shape: tuple[int, int], rng: np.random.Generator, *, depth: float
) -> NDArray[np.float64]:
    """Return uneven light, each share within `depth` of 1."""
    coarse = rng.uniform(1 - depth, 1, (7, 5))
    return cv2.resize(coarse, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)


def fold(grey: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    """Return the page with the shadow of a fold across its middle."""
    row = int(grey.shape[0] * rng.uniform(0.42, 0.58))
    shade = grey.astype(float)
    shade[row - 4 : row] *= 0.86
    shade[row : row + 3] = np.minimum(shade[row : row + 3] + 18, 255)
    return shade.astype(np.uint8)
