"""The inks of a page told apart by colour: black print, red stamps and seals, blue pen."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from nlp.pages.components import find_components
from nlp.pages.frames import FrameInk
from nlp.pages.image import Colour, Grey, Mask

_COLOURED: Final = 40  # between the strongest and the weakest channel of coloured ink
_PALE: Final = 16  # and of ink that a thin line makes paler
_DARK: Final = 128
_FEW: Final = 1e-4  # of the page: less coloured ink is dirt
_PRINT: Final = 0.4  # of all ink: so much of one colour is the print itself
_BLACK: Final = 0.45  # of the shade of an ink: what is darker is print
_BARE: Final = 0.8  # of the shade of an ink: what is lighter is paper
_LESS: Final = (np.arange(256) * 0.8).round().astype(np.uint8)  # a violet with so much red is red

_PAPER: Final = 225.0  # the darkest paper
_TINGE: Final = 16  # of 255: paper and black print have less colour than this
_DEPTH: Final = {
    "red": 15,
    "blue": 35,
}  # of the dots of an ink: a blue pen is darker than its form
_CROSSED: Final = 0.6  # of the shade of an ink: what is darker is print across it
_BRIDGE: Final = 3.0  # pixels around such print that tell what it hides


@dataclass(frozen=True, slots=True, eq=False)
class Inks:
    """The page without colour (`grey`: coloured ink taken out, print below it kept), ink masks."""

    grey: Grey
    red: Mask
    blue: Mask


def split_inks(pixels: Colour) -> Inks:
    """The inks of a page in colour. Violet counts as red or blue, whichever is nearer."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    if _is_colourless(pixels):
        nothing = np.zeros_like(grey)
        return Inks(grey, nothing, nothing)
    balanced = cv2.LUT(pixels, _balance(pixels))
    red, green, blue = cv2.split(balanced)
    strongest = cv2.max(cv2.max(red, green), blue)
    weakest = cv2.min(cv2.min(red, green), blue)
    coloured = cv2.subtract(strongest, weakest) > _COLOURED
    is_red = (cv2.subtract(red, green) > _COLOURED * 3 // 4) & (red >= cv2.LUT(blue, _LESS))
    red_mask = _mask(coloured & np.asarray(is_red))
    blue_mask = _mask(coloured & ~is_red & (blue >= green) & (blue > red))
    ink = cv2.countNonZero(_mask(grey < _DARK)) + 1
    for mask in (red_mask, blue_mask):
        amount = cv2.countNonZero(mask)
        if amount < _FEW * grey.size:
            mask[:] = 0
        elif amount < _PRINT * ink or mask is red_mask:
            grey = _without(grey, strongest, mask)
    return Inks(grey, red_mask, blue_mask)


def with_pale_parts(pixels: Colour, mask: Mask, ink: FrameInk) -> Mask:
    """The mask of an ink with paler dots that hang together with it, as those of thin lines."""
    red, green, blue = cv2.split(cv2.LUT(pixels, _balance(pixels)))
    own, other = (red, blue) if ink == "red" else (blue, red)
    pale = cv2.subtract(own, cv2.max(other, green) if ink == "red" else other) > _PALE
    dots = cv2.max(_mask(np.asarray(pale)), mask)
    labels = find_components(cv2.dilate(dots, np.ones((3, 3), np.uint8)))[1]
    drawn = np.zeros(int(labels.max()) + 1, np.bool_)
    drawn[labels[mask > 0]] = True
    drawn[0] = False
    return cv2.bitwise_and(dots, _mask(drawn[labels]))


def ink_alone(pixels: Colour, ink: FrameInk, *, is_bridged: bool = False) -> Grey:
    """The red (or blue) ink of a piece of a page as black on white; pen and black print white.

    Where black print crosses bridged ink, its strokes are drawn on from both sides.
    """
    if ink == "blue":  # which yellowish paper weakens
        pixels = cv2.LUT(pixels, _balance(pixels))
    red, green, blue = (channel.astype(np.int16) for channel in cv2.split(pixels))
    own, other = (red, blue) if ink == "red" else (blue, red)
    colour = np.maximum(own, other) - green if ink == "red" else blue - np.minimum(red, green)
    soft = cv2.GaussianBlur(colour.astype(np.float32), (0, 0), 0.8)
    inside = (soft > _TINGE) & (own > other - _TINGE)
    if not inside.any():
        return np.full(inside.shape, 255, np.uint8)
    weakest = np.minimum(green, other).astype(np.uint8)
    shade, depth = np.percentile(own[inside], 30), np.percentile(weakest[inside], _DEPTH[ink])
    black = cv2.dilate((own < _CROSSED * shade).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    ramp = ((np.arange(256) - depth) * (255 / max(_PAPER - depth, 1))).clip(0, 255)
    bare = ~inside | black
    alone = np.where(bare, np.uint8(255), cv2.LUT(weakest, ramp.astype(np.uint8)))
    if not is_bridged:
        return alone
    return cv2.inpaint(alone, black.astype(np.uint8), _BRIDGE, cv2.INPAINT_NS)


def _is_colourless(pixels: Colour) -> bool:
    sample = pixels[::4, ::4].astype(np.int16)
    spread = sample.max(axis=2) - sample.min(axis=2)
    return bool(np.count_nonzero(spread > _COLOURED) < _FEW * spread.size)


def _balance(pixels: Colour) -> NDArray[np.uint8]:
    """A table (1, 256, 3) that makes the usual paper of the page white."""
    paper = np.percentile(pixels[::8, ::8].reshape(-1, 3), 80, axis=0).clip(128, 255)
    shades = np.arange(256, dtype=np.float64)[:, None] * (255 / paper)
    return np.asarray(shades.clip(0, 255).astype(np.uint8)[None])


def _mask(where: NDArray[np.bool_]) -> Mask:
    return where.astype(np.uint8) * np.uint8(255)


def _without(grey: Grey, strongest: Grey, mask: Mask) -> Grey:
    """The page as seen through a glass of the ink's own colour, its last shade bleached."""
    near = cv2.dilate(mask, np.ones((7, 7), np.uint8))
    shade = float(np.percentile(strongest[mask > 0], 25))
    low, high = _BLACK * shade, _BARE * shade
    ramp = ((np.arange(256) - low) * (255 / (high - low))).clip(0, 255).astype(np.uint8)
    return np.where(near > 0, cv2.max(cv2.LUT(strongest, ramp), grey), grey)
