"""Straight lines drawn or printed on a page."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from nlp.geometry import Box
from nlp.pages.components import find_components
from nlp.pages.image import POINTS_PER_INCH, Grey, Mask

_DARK: Final = 150  # of 255, on paper of even light
_LEVEL: Final = 0.5  # inches: a shorter level stroke may be a letter or a dash
_UPRIGHT: Final = 0.28  # inches: no letter is so tall, but a table row may be so low
_STROKE: Final = 0.13  # inches: bars of letters are shorter, so that a row of them makes no line
_GAP: Final = 0.015  # inches that a broken line may miss
_THICK: Final = 0.07  # inches: thicker is a bar or a stripe of shadow


@dataclass(frozen=True, slots=True, eq=False)
class Rulings:
    """The lines of a page as thin boxes in points, and the pixels that they cover."""

    boxes: tuple[Box, ...]
    mask: Mask


def find_rulings(grey: Grey, dpi: float, least_upright: float = _UPRIGHT) -> Rulings:
    """The level lines of a straight page, and upright ones of at least so many inches."""
    dark = cv2.threshold(grey, _DARK, 255, cv2.THRESH_BINARY_INV)[1]
    level, level_mask = _lines(dark, dpi, _LEVEL)
    upright, upright_mask = _lines(cv2.transpose(dark), dpi, least_upright)
    scale = POINTS_PER_INCH / dpi
    boxes = [Box(x, y, x + w, y + h) for x, y, w, h in level]
    boxes += [Box(y, x, y + h, x + w) for x, y, w, h in upright]
    mask = cv2.bitwise_or(level_mask, cv2.transpose(upright_mask))
    return Rulings(tuple(box.scaled(scale) for box in boxes), mask)


def _lines(dark: Mask, dpi: float, inches: float) -> tuple[list[tuple[int, int, int, int]], Mask]:
    """Level lines as (x, y, width, height), and their pixels."""
    gap, length = max(round(_GAP * dpi), 1), round(inches * dpi)
    short = np.ones((1, round(_STROKE * dpi)), np.uint8)
    strokes = cv2.morphologyEx(dark, cv2.MORPH_OPEN, short)
    rows = np.flatnonzero(np.asarray(strokes).any(axis=1))
    if not rows.size:
        return [], strokes
    joined = cv2.morphologyEx(strokes[rows], cv2.MORPH_CLOSE, np.ones((1, 2 * gap + 1), np.uint8))
    long = np.zeros_like(dark)
    long[rows] = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    linked = cv2.dilate(long, np.ones((3, 2 * gap + 1), np.uint8))
    x0, y0, width, height = cv2.boundingRect(linked)
    part = linked[y0 : y0 + height, x0 : x0 + width]
    if not part.size:
        return [], linked
    _, labels, stats = find_components(part)
    thin = stats[:, cv2.CC_STAT_HEIGHT] <= _THICK * dpi + 0.01 * stats[:, cv2.CC_STAT_WIDTH]
    thin[0] = False
    part[:] = (thin.astype(np.uint8) * 255)[labels]
    boxes = [
        (x0 + int(x) + gap, y0 + int(y) + 1, int(w) - 2 * gap, int(h) - 2)
        for x, y, w, h, _ in stats[thin]
    ]
    return boxes, linked


def erase(grey: Grey, mask: Mask) -> Grey:
    """The page with the masked pixels, and their blurred edges, made white."""
    wide = cv2.dilate(mask, np.ones((3, 3), np.uint8))
    return cv2.max(grey, wide)
