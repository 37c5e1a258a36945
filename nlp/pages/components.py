"""Connected blots of ink."""

import cv2
import numpy as np
from numpy.typing import NDArray

from nlp.pages.image import Mask


def find_components(mask: Mask) -> tuple[int, NDArray[np.int32], NDArray[np.int32]]:
    """How many blots there are, the paper as number 0 among them, and two arrays.

    The label of each pixel, (height, width), and of each blot the statistics that OpenCV's CC_STAT
    constants index, (count, 5). Pixels touch also at their corners.
    """
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    return count, np.asarray(labels, np.int32), np.asarray(stats, np.int32)
