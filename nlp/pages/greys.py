"""Stamps and seals that a photocopier made grey: found by their shape, bleached off the print."""

from typing import Final

import cv2
import numpy as np

from nlp.pages.frames import InkFrame, find_frames, find_signatures, shrink, without
from nlp.pages.image import Grey, Mask, pixel_slices

_INK: Final = 215  # of 255: what is lighter is paper
_DEEP: Final = 150  # what is darker is print or a strong stamp
_BLACK: Final = 0.3  # of the way from the print to the paper: what is darker is print
_EDGE: Final = 0.008  # inches around print that its soft edges reach
_SURE: Final = 0.85  # of a frame that must be drawn: print that shines through makes poor ones
_WHOLE: Final = 0.95  # of a frame that must be drawn where much else is grey
_BESIDE: Final = (
    0.4  # of the grey ink that may lie beside the frames: print of a blurred page does
)
_MOST: Final = 0.8  # times as much grey ink as print: the page itself is pale or blurred
_FEW: Final = 0.0008  # of the page: less grey ink is no stamp
_AROUND: Final = 5.0  # points around a frame that belong to it
_SPREAD: Final = 4.0  # shades over which the cores of one shade scatter
_APART: Final = 40.0  # shades between the cores of grey and of black strokes
_VALLEY: Final = 0.35  # of the cores of a pen: between it and the print there are fewer


def find_grey_stamps(paper: Grey, dpi: float) -> tuple[InkFrame, ...]:
    """The stamps and seals drawn in a grey lighter than the print of a page on white paper.

    Where much else is of that grey the page is blurred, or its other side shines through: then
    only stamps count whose frames are whole. Else signatures in their grey are found too.
    """
    shades = cv2.calcHist([paper], [0], None, [256], [0, 256]).ravel()
    print_ = np.cumsum(shades[:_DEEP])
    if not print_[-1]:
        return ()
    grey = _grey_ink(paper, dpi, black=int(np.searchsorted(print_, 0.1 * print_[-1])))
    amount = cv2.countNonZero(grey)
    if not _FEW * paper.size <= amount <= _MOST * print_[-1]:
        return ()
    small = shrink(grey, dpi)
    frames = tuple(frame for frame in find_frames(small, "grey") if frame.confidence >= _SURE)
    rest = without(small, frames)
    if cv2.countNonZero(rest) > _BESIDE * cv2.countNonZero(small):
        return tuple(
            frame for frame in frames if frame.kind == "stamp" and frame.confidence >= _WHOLE
        )
    return (*frames, *find_signatures(rest, "grey"))


def bleach(
    paper: Grey, dpi: float, frames: tuple[InkFrame, ...]
) -> tuple[Grey, tuple[InkFrame, ...]]:
    """The page with what is grey inside the frames made white, and the black print kept.

    What a pen of a third darkness filled into a stamp goes with it. A frame whose strokes are all
    of one darkness is left as it is. The others come back too.
    """
    bleached, parted = paper.copy(), []
    for frame in frames:
        place = pixel_slices(frame.box.expanded(_AROUND), dpi, paper.shape)
        piece = paper[place]
        split = _split(piece)
        if split is not None:
            if frame.kind == "stamp":
                deeper = _split(np.where(piece <= split, piece, np.uint8(255)), _VALLEY)
                split = split if deeper is None else deeper
            print_ = (piece <= split).astype(np.uint8)
            reach = np.ones((3, 3), np.uint8)
            bleached[place] = np.where(cv2.dilate(print_, reach) > 0, piece, np.uint8(255))
            parted.append(frame)
    return bleached, tuple(parted)


def _grey_ink(paper: Grey, dpi: float, black: int) -> Mask:
    """The ink that is neither black, which is so dark, nor the soft edge of something black."""
    print_ = cv2.threshold(paper, black + _BLACK * (255 - black), 255, cv2.THRESH_BINARY_INV)[1]
    reach = 2 * max(round(_EDGE * dpi), 1) + 1
    near = cv2.dilate(print_, np.ones((reach, reach), np.uint8))
    ink = cv2.threshold(paper, _INK, 255, cv2.THRESH_BINARY_INV)[1]
    return cv2.subtract(ink, near)


def _split(piece: Grey, deep: float = 1.0) -> float | None:
    """The darkness between the cores of black and of grey strokes, None where all are alike.

    At that darkness at most the share `deep` of the most frequent grey may be found.

    Black print below a grey that covers it well is nearer to the grey than to black: the two are
    parted where the fewest cores are, just before the grey.
    """
    cores = piece[(piece < _INK) & (piece <= cv2.erode(piece, np.ones((3, 3), np.uint8)))]
    if not cores.size:
        return None
    split, _ = cv2.threshold(cores.reshape(-1, 1), 0, 255, cv2.THRESH_OTSU)
    black, grey = cores[cores <= split], cores[cores > split]
    if not black.size or not grey.size or grey.mean() - black.mean() < _APART:
        return None
    counts = np.bincount(grey, minlength=256).astype(np.float32)
    counts = cv2.GaussianBlur(counts[None], (0, 0), _SPREAD)[0]
    start, end = int(split), int(np.median(grey)) + 1
    peak = start + int(np.argmax(counts[start:end]))
    lowest = start + int(np.argmin(counts[start : peak + 1]))
    return float(lowest) if counts[lowest] <= deep * counts[peak] else None
