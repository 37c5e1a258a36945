"""What is left of the frame of a mark taken away, so that its letters stand alone."""

from typing import Final

import cv2
import numpy as np

from nlp.pages.components import find_components
from nlp.pages.image import Grey

_SLENDER: Final = 7  # times as high as wide: the side of a frame, and no letter
_TALL: Final = 0.3  # of the height of the piece
_EDGE: Final = 0.22  # of its width, from either end
_LETTER: Final = 0.2  # of the height of the piece: a letter is so high at least,
_BROAD: Final = 0.3  # and so wide, of its own height, but for I
_BESIDE: Final = 0.4  # of the height of the letters: what stands near to them,
_ABOVE: Final = 0.4  # with their marks above and below


def without_sides(image: Grey) -> Grey:
    """The piece (height, width) in black and white, upright strokes near its ends left out."""
    plain = cv2.threshold(image, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)[1]
    height, width = plain.shape
    labels, stats = find_components(np.asarray(255 - plain, np.uint8))[1:3]
    for label, (left, _, across, down, _) in enumerate(stats.tolist()):
        middle = (left + across / 2) / width
        is_side = down >= _TALL * height and down >= _SLENDER * across
        if label and is_side and not _EDGE < middle < 1 - _EDGE:
            plain[labels == label] = 255
    return _letters_of(np.asarray(plain, np.uint8))


def _letters_of(plain: Grey) -> Grey:
    """The black letters with what stands between, above and below them, all else made white."""
    stats = find_components(np.asarray(255 - plain, np.uint8))[2][1:]
    tall = stats[:, cv2.CC_STAT_HEIGHT]
    letters = stats[
        (tall >= _LETTER * plain.shape[0]) & (stats[:, cv2.CC_STAT_WIDTH] >= _BROAD * tall)
    ]
    if not len(letters):
        return plain
    left, top = letters[:, :2].min(axis=0)
    right, bottom = (letters[:, :2] + letters[:, 2:4]).max(axis=0)
    beside, above = (round(share * (bottom - top)) for share in (_BESIDE, _ABOVE))
    rows = slice(max(top - above, 0), bottom + above)
    columns = slice(max(left - beside, 0), right + beside)
    alone = np.full_like(plain, 255)
    alone[rows, columns] = plain[rows, columns]
    return alone
