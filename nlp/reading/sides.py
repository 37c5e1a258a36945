"""What is left of the frame of a mark taken away, so that its letters stand alone."""

from typing import Final

import cv2
import numpy as np

from nlp.pages.components import find_components
from nlp.pages.image import Grey

_SLENDER: Final = 7  # times as high as wide: the side of a frame, and no letter
_TALL: Final = 0.3  # of the height of the piece
_EDGE: Final = 0.22  # of its width, from either end


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
    return np.asarray(plain, np.uint8)
