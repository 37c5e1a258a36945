"""Roman numerals up to III, read by counting their stems in the image.

An engine that weighs letters by the words they make drops one of three equal stems (III read as
II) or sees other letters in them (HI, TII); counting does not.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from nlp.pages.image import Grey, Mask
from nlp.reading.engine import OcrWord

_NUMERAL: Final = re.compile(r"(?P<open>[(“\"]?)(?P<numeral>[ITHl1|]{1,4})(?=[-./:;,)]|$)")
_QUARTER: Final = "quý"
_ONES: Final = re.compile(r"[1Il|]{1,3}/?(?=(?:19|20)\d\d(?!\d))")
_SLANTS: Final = (0.0, 0.25)  # upright, italic: columns to the left per row down
_BAND: Final = (0.22, 0.78)  # of the height of capitals: below the upper serifs, above the lower
_STEM: Final = 0.9  # of the rows of the band are dark in a stem
_PITCH: Final = 0.68  # of the height of capitals from stem to stem; the stems of TT stand wider
_THICKEST: Final = 0.35  # of the height of capitals
_LEAST: Final = 12  # pixels of height below which stems run together
_MOST: Final = 3


def read_stems(words: Iterable[OcrWord], grey: Grey) -> tuple[OcrWord, ...]:
    """The words, Roman numerals up to III as their stems in the page's pixels say.

    Those of a quarter also where they were read as ones: there is no quý 11.
    """
    words = tuple(words)
    quarters = [word for word in words if word.text.lower() == _QUARTER]
    return tuple(
        _of_quarter(word, grey)
        if any(_is_behind(word, quarter) for quarter in quarters)
        else _counted(word, grey)
        for word in words
    )


def _is_behind(word: OcrWord, other: OcrWord) -> bool:
    """Whether a word is the next one behind another on its line."""
    middle = (word.top + word.bottom) / 2
    blank = word.left - other.right
    return 0 <= blank < word.bottom - word.top and other.top < middle < other.bottom


def _of_quarter(word: OcrWord, grey: Grey) -> OcrWord:
    """The numeral of a quarter and its year, of which the slash may have been lost."""
    ones = _ONES.match(word.text)
    stems = count_stems(grey[word.top : word.bottom, word.left : word.right]) if ones else 0
    if ones is None or not 1 < stems <= _MOST:
        return _counted(word, grey)
    return replace(word, text=f"{'I' * stems}/{word.text[ones.end() :]}")


def _counted(word: OcrWord, grey: Grey) -> OcrWord:
    found = _NUMERAL.match(word.text)
    if found is None or not set("ITH") & set(found["numeral"]):
        return word
    stems = count_stems(grey[word.top : word.bottom, word.left : word.right])
    is_plain = set(found["numeral"]) == {"I"}
    if not (1 if is_plain else 2) <= stems <= _MOST:
        return word
    return replace(word, text=f"{found['open']}{'I' * stems}{word.text[found.end() :]}")


def count_stems(crop: Grey) -> int:
    """
    How many equal upright strokes a word opens with.

    0 where one of them touches other ink (H, N, D) or the word is too small to tell.
    """
    if crop.size == 0 or np.ptp(crop) < np.iinfo(np.uint8).max // 3:
        return 0
    ink = cv2.threshold(crop, 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[1]
    rows = np.flatnonzero(ink.any(axis=1))
    height = int(rows[-1] - rows[0]) + 1
    if height < _LEAST:
        return 0
    top, bottom = (rows[0] + round(share * height) for share in _BAND)
    counts = (_stems(_upright(ink[top:bottom], slant), height) for slant in _SLANTS)
    return next((count for count in counts if count), 0)  # leaning, a slash would be a stem


def _upright(band: Mask, slant: float) -> NDArray[np.float64]:
    """How much of each column is dark, letters that lean set upright."""
    wide = np.pad(band, ((0, 0), (len(band), len(band))))
    rows = (np.roll(row, round(slant * (index - len(band) / 2))) for index, row in enumerate(wide))
    return np.asarray(np.mean(np.stack(tuple(rows)), axis=0), np.float64)


def _stems(shares: NDArray[np.float64], height: int) -> int:
    """The number of runs of dark columns that are stems, up to the first that is not."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], shares > 0, [0]])))
    middles: list[float] = []
    for left, right in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if shares[left:right].max() < _STEM:
            break
        if right - left > _THICKEST * height:
            return 0
        middle = (left + right) / 2
        if middles and middle - middles[-1] > _PITCH * height:
            break
        middles.append(middle)
    return len(middles)
