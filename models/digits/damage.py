"""What print, pen, copier and scanner do to a crop."""

import cv2
import numpy as np
import numpy.typing as npt
from inks import Mask, Rng
from texts import happens

Grey = npt.NDArray[np.uint8]


def spoil(ink: Mask, faintest: float, rng: Rng) -> Grey:
    """The crop turned, blurred, noisy, at times black and white, the faintest ink kept."""
    height, width = ink.shape
    turn = cv2.getRotationMatrix2D(
        (width / 2, height / 2), rng.normal(0, 1.6), rng.uniform(0.93, 1.07)
    )
    ink = np.asarray(cv2.warpAffine(ink, turn, (width, height)))
    if happens(rng, 0.6):
        ink = np.asarray(cv2.GaussianBlur(ink, (0, 0), rng.uniform(0.3, 1.5)))
    paper, dark = rng.uniform(185, 255), rng.uniform(0, 110)
    grey = paper - ink * (paper - dark)
    if happens(rng, 0.3):
        grey -= np.linspace(0, rng.normal(0, 18), width)[None, :]
    if happens(rng, 0.5):
        grey += rng.normal(0, rng.uniform(1, 14), grey.shape)
    image = np.clip(grey, 0, 255).astype(np.uint8)
    if happens(rng, 0.4):
        image = binarise(image, paper - (paper - dark) * faintest * rng.uniform(0.25, 0.7), rng)
    if happens(rng, 0.2):
        specks = rng.random(image.shape) < rng.uniform(0.0005, 0.008)
        image[specks] = rng.choice([0, 255], int(specks.sum()))
    if happens(rng, 0.4):
        image = cv2.imdecode(
            cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(25, 92))])[1],
            0,
        )
    return np.asarray(image, np.uint8)


def binarise(image: Grey, level: float, rng: Rng) -> Grey:
    """Black and white, as a fax or a sparing scanner stores it, at times from a coarser grid."""
    if happens(rng, 0.35):
        factor = rng.uniform(0.55, 0.9)
        small = cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
        coarse = np.where(small < level, 0, 255).astype(np.uint8)
        return np.asarray(
            cv2.resize(
                coarse,
                image.shape[::-1],
                interpolation=int(rng.choice([cv2.INTER_NEAREST, cv2.INTER_LINEAR])),
            )
        )
    return np.where(image < level, 0, 255).astype(np.uint8)
