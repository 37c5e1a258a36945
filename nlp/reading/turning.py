"""Which way up a page reads, tried with the engine where its ink does not tell."""

from typing import Final

import cv2
import numpy as np

from nlp.pages.image import PageImage
from nlp.pages.upright import Posture, Upright, turn
from nlp.reading.engine import OcrEngine, OcrWord

_BAND: Final = 1.0  # inches: the height of the strip that is tried
_SURE: Final = 0.7  # mean confidence of a page that was read the right way up
_BETTER: Final = 1.2
_FIRM: Final = 1.04  # the footing of a page that stands,
_SURELY: Final = 1.12  # and, turned over, of one that surely stands on its head


def stand_up(page: PageImage, posture: Posture, engine: OcrEngine) -> Upright:
    """The page upright, as far as its ink tells and, where that is unclear, two trials."""
    ways = (90, 270) if posture.is_sideways else (0, 180)
    if posture.footing >= _FIRM or (not posture.is_sideways and posture.footing > 1 / _FIRM):
        return turn(page, posture, ways[0])
    if posture.footing <= 1 / _SURELY:
        return turn(page, posture, ways[1])
    trials = [turn(page, posture, degrees) for degrees in ways]
    return max(trials, key=lambda trial: legibility(read_band(trial, engine)))


def stand_up_again(
    page: PageImage, posture: Posture, first: Upright, engine: OcrEngine
) -> Upright | None:
    """The page turned another way if that reads clearly better, None where the first is best."""
    degrees = [other for other in (0, 90, 180, 270) if other != first.rotation_degrees]
    trials = [turn(page, posture, other) for other in degrees]
    scores = [legibility(read_band(trial, engine)) for trial in trials]
    best = int(np.argmax(scores))
    is_better = scores[best] > _BETTER * legibility(read_band(first, engine))
    return trials[best] if is_better else None


def is_doubtful(words: tuple[OcrWord, ...]) -> bool:
    """Whether words look as though they were read upside down."""
    letters = sum(len(word.text) for word in words)
    return letters > 0 and legibility(words) < _SURE * letters


def legibility(words: tuple[OcrWord, ...]) -> float:
    """How much was read, in characters weighted by their confidence."""
    return sum(word.confidence * len(word.text) for word in words)


def read_band(page: Upright, engine: OcrEngine) -> tuple[OcrWord, ...]:
    """The words of a strip where the ink is densest."""
    grey = cv2.cvtColor(page.image.pixels, cv2.COLOR_RGB2GRAY)
    height = round(_BAND * page.image.dpi)
    rows = np.count_nonzero(grey < grey.mean() * 0.7, axis=1).astype(np.float64)
    sums = np.convolve(np.minimum(rows, grey.shape[1] / 4), np.ones(height), mode="valid")
    top = int(np.argmax(sums)) if len(sums) else 0
    return engine.words(np.ascontiguousarray(grey[top : top + height]), page.image.dpi, "block")
