"""The reading of a scanned page: repaired, read by an OCR engine, put in order."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

import cv2
import numpy as np

from nlp.geometry import Box
from nlp.pages.beneath import print_beneath
from nlp.pages.borders import find_borders
from nlp.pages.frames import (
    FrameInk,
    InkFrame,
    find_frames,
    find_rectangles,
    find_rings,
    find_signatures,
    shrink,
    without,
)
from nlp.pages.greys import bleach, find_grey_stamps
from nlp.pages.image import POINTS_PER_INCH, Grey, Mask, PageImage, pixel_slices
from nlp.pages.ink import Inks, split_inks, with_pale_parts
from nlp.pages.light import even_light, is_two_level, sharpen, soften
from nlp.pages.outlines import find_outlined_stamps
from nlp.pages.rulings import Rulings, erase, find_rulings
from nlp.pages.specks import remove_specks
from nlp.pages.upright import Upright, find_posture
from nlp.reading.arrows import read_arrows
from nlp.reading.cells import read_cells
from nlp.reading.engine import OcrEngine, OcrWord
from nlp.reading.enlarge import EnlargingEngine
from nlp.reading.figures import read_figures_again
from nlp.reading.grid import Grid, find_grids
from nlp.reading.lines import order_lines
from nlp.reading.page import Frame, Ink, PageReading, Word
from nlp.reading.photocopied import further_stamps, read_outlined
from nlp.reading.seals import look_under_seals
from nlp.reading.second import look_again
from nlp.reading.slots import read_slots
from nlp.reading.spelling import mend_lines
from nlp.reading.stamped import without_stamped
from nlp.reading.stamps import (
    is_arrival,
    read_coloured_print,
    read_frame,
    with_page_words,
)
from nlp.reading.stems import read_stems
from nlp.reading.strays import without_strays
from nlp.reading.turning import is_doubtful, stand_up, stand_up_again

_BLANK: Final = 25  # dark dots at 100 dpi: a printed page number has more
_AROUND: Final = 8.0  # points around a seal that its ink may reach
_PEN_REACH: Final = np.ones((7, 7), np.uint8)  # around a stroke of the pen
_PALE: Final = 190  # of 255: the ring of a grey seal is darker
_LOW_DPI: Final = 195.0
_FINE: Final = 230.0  # dpi: finer pages are read at
_READING_DPI: Final = 200.0  # which makes fewer errors than 300 does, for less than two thirds
_EM_OF_WORD: Final = 1.3  # the type size is so many times the height of the usual word
_MOSTLY: Final = 0.5  # of a pen stroke inside a stamp: it fills the form in


@dataclass(frozen=True, slots=True, eq=False)
class _Print:
    """What the black print of a page gave; `paper` is its image on white paper.

    `greys` are the stamps and seals of a photocopy; those in `bleached` were before it was read.
    The boxes of the words are in pixels of `dpi`.
    """

    inks: Inks
    paper: Grey
    greys: tuple[InkFrame, ...]
    bleached: tuple[InkFrame, ...]
    rulings: Rulings
    words: tuple[OcrWord, ...]
    dpi: float


def read_scan(page: PageImage, number: int, engine: OcrEngine) -> PageReading:
    """What the scanned page says."""
    engine = EnlargingEngine(engine)
    posture = find_posture(page)
    if np.count_nonzero(posture.ink) < _BLANK:
        return _blank(page, number)
    upright = stand_up(page, posture, engine)
    is_fax = is_two_level(page.pixels)
    found = _read_print(upright, engine, is_fax=is_fax)
    if is_doubtful(found.words):
        again = stand_up_again(page, posture, upright, engine)
        if again is not None:
            upright, found = again, _read_print(again, engine, is_fax=is_fax)
    return _assemble(upright, found, number, engine)


def _blank(page: PageImage, number: int) -> PageReading:
    return PageReading(
        number=number,
        width=page.width,
        height=page.height,
        origin="ocr",
        lines=(),
        dpi=page.dpi,
        notices=("blank_page",),
    )


def _read_print(upright: Upright, engine: OcrEngine, *, is_fax: bool) -> _Print:
    dpi = own_dpi = upright.image.dpi
    inks = split_inks(upright.image.pixels)
    has_red = cv2.countNonZero(inks.red) > 0
    seals = find_rings(shrink(inks.red, dpi), "red") if has_red else ()
    paper = clean_paper(_with_seals_clear(upright.image, inks, seals), dpi)
    has_colour = has_red or cv2.countNonZero(inks.blue)
    greys = () if has_colour else find_grey_stamps(paper, dpi)
    grey, bleached = bleach(paper, dpi, greys) if greys else (paper, ())
    rulings = find_rulings(grey, dpi)
    grey, dpi = _legible(erase(grey, rulings.mask), dpi, is_fax=is_fax)
    grids = find_grids(rulings.boxes)
    in_cells = read_stems(read_cells(grey, dpi, grids, engine), grey) if grids else ()
    in_cells = read_figures_again(in_cells, grey, dpi, engine)
    grey = _without_tables(grey, dpi, grids)
    words = read_stems(look_again(grey, dpi, engine.words(grey, dpi, "page"), engine), grey)
    words = read_figures_again(words, grey, dpi, engine)
    if not has_red:
        dark = cv2.threshold(paper, _PALE, 255, cv2.THRESH_BINARY_INV)[1]
        seals = find_rings(shrink(dark, own_dpi), "black")
    if seals:
        own = [word.scaled(own_dpi / dpi) for word in words]
        rest = _without_tables(paper, own_dpi, grids)
        found = look_under_seals(own, rest, own_dpi, seals, engine)
        words = tuple(word.scaled(dpi / own_dpi) for word in found)
    return _Print(inks, paper, greys, bleached, rulings, (*words, *in_cells), dpi)


def _without_tables(grey: Grey, dpi: float, grids: Sequence[Grid]) -> Grey:
    """The page with its tables made white, whose cells are read by themselves."""
    rest = grey.copy() if grids else grey
    for grid in grids:
        rest[pixel_slices(grid.box, dpi, rest.shape)] = 255
    return rest


def _with_seals_clear(image: PageImage, inks: Inks, seals: Sequence[InkFrame]) -> Grey:
    """The page without colour, about red seals as the print below them is seen best."""
    if not seals:
        return inks.grey
    grey = inks.grey.copy()
    pen = cv2.dilate(inks.blue, _PEN_REACH)
    for seal in seals:
        place = pixel_slices(seal.box.expanded(_AROUND), image.dpi, grey.shape)
        seen = print_beneath(image.pixels[place], inks.grey[place], inks.red[place])
        grey[place] = np.where(pen[place] > 0, cv2.max(seen, inks.grey[place]), seen)
    return grey


def _legible(grey: Grey, dpi: float, *, is_fax: bool) -> tuple[Grey, float]:
    """The page as it is read best, and its new resolution.

    A fine page is made coarser, the jagged edges of a fax are softened, others sharpened.
    """
    if dpi > _FINE:
        factor = _READING_DPI / dpi
        grey = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
        return remove_specks(grey, _READING_DPI), _READING_DPI
    grey = remove_specks(grey, dpi)
    return (soften(grey, dpi) if is_fax else sharpen(grey)), dpi


def clean_paper(grey: Grey, dpi: float) -> Grey:
    """The page on white paper, the dark beyond the sheet taken away."""
    borders = find_borders(grey, dpi)
    light = even_light(grey, dpi)
    if borders is not None:
        light[borders > 0] = 255
    return light


def _assemble(upright: Upright, found: _Print, number: int, engine: OcrEngine) -> PageReading:
    image, dpi = upright.image, upright.image.dpi
    frames, coloured = _read_frames(image, found.inks, engine)
    greys = [read_frame(frame, image, engine) for frame in found.greys]
    is_stamped = any(frame.kind == "stamp" for frame in (*frames, *greys))
    outlined = read_outlined(image, found.paper, engine, is_stamped=is_stamped)
    further = further_stamps(greys, outlined, image)
    outlined = (*outlined, *further)
    greys = [frame for frame in greys if frame.kind != "stamp"]
    frames = _without_marks_in_stamps((*frames, *outlined, *greys))
    words = [_word(item, found.dpi, "black") for item in found.words]
    words = without_strays(words, frames)
    stamps = [frame for frame in outlined if frame.kind == "stamp"]
    printed = [stamp for stamp in stamps if stamp.ink == "black"]
    frames = tuple(with_page_words(f, words) if f in printed else f for f in frames)
    words = without_stamped(words, stamps, [frame.box for frame in found.bleached])
    words += [_word(item, dpi, "red") for item in coloured]
    em = _EM_OF_WORD * median(word.box.height for word in words) if words else 12.0
    lines = mend_lines(order_lines(words, found.rulings.boxes, image.width, em))
    low = ("low_resolution",) if dpi < _LOW_DPI else ()
    return PageReading(
        number=number,
        width=image.width,
        height=image.height,
        origin="ocr",
        lines=lines,
        rulings=found.rulings.boxes,
        frames=frames,
        slots=read_slots(np.asarray(image.pixels, dtype=np.uint8), dpi, lines, frames),
        rotation_degrees=upright.rotation_degrees,
        skew_degrees=upright.skew_degrees,
        dpi=dpi,
        notices=low if words else (*low, "blank_page"),
    )


def _read_frames(
    image: PageImage, inks: Inks, engine: OcrEngine
) -> tuple[tuple[Frame, ...], tuple[OcrWord, ...]]:
    """The frames of all coloured inks with their text, and red words outside them."""
    frames: list[Frame] = []
    words: tuple[OcrWord, ...] = ()
    for name, mask in (("red", inks.red), ("blue", inks.blue)):
        if not cv2.countNonZero(mask):
            continue
        small = shrink(mask, image.dpi)
        ink: FrameInk = "red" if name == "red" else "blue"
        found = find_frames(small, ink)
        frames += [read_frame(frame, image, engine) for frame in found]
        if not any(frame.kind == "stamp" for frame in found):
            crossed = _pale_stamps(image, mask, found, ink)
            crossed = crossed or find_outlined_stamps(without(small, found), ink)
            stamps = (read_frame(frame, image, engine) for frame in crossed)
            kept = tuple(zip(crossed, stamps, strict=True))
            frames += [stamp for _, stamp in kept if is_arrival(stamp, image)]
            found = (*found, *crossed)
        if ink == "blue":
            pen = find_signatures(without(small, found), ink)
            pen = tuple(frame for frame in pen if not _is_inside(frame, frames))
            frames += [read_frame(frame, image, engine) for frame in pen]
        else:
            frames += read_arrows(image, without(small, found), ink, engine)
            words = _coloured_words(image, mask, found, engine)
    return tuple(frames), words


def _pale_stamps(
    image: PageImage, mask: Mask, found: tuple[InkFrame, ...], ink: FrameInk
) -> tuple[InkFrame, ...]:
    """The stamps whose lines are so thin that most of their dots are paler than their ink."""
    small = shrink(with_pale_parts(image.pixels, mask, ink), image.dpi)
    rectangles = find_rectangles(without(small, found), ink)
    return tuple(frame for frame in rectangles if frame.kind == "stamp")


def _without_marks_in_stamps(frames: tuple[Frame, ...]) -> tuple[Frame, ...]:
    """The frames without rows of writing in a stamp that have the size of a mark."""
    stamps = [frame for frame in frames if frame.kind == "stamp"]
    return tuple(
        frame
        for frame in frames
        if frame.kind != "mark" or not any(frame.box.overlap(s.box) > _MOSTLY for s in stamps)
    )


def _is_inside(frame: InkFrame, frames: list[Frame]) -> bool:
    return any(frame.box.overlap(other.box) > _MOSTLY for other in frames if other.kind == "stamp")


def _coloured_words(
    image: PageImage, mask: Mask, frames: tuple[InkFrame, ...], engine: OcrEngine
) -> tuple[OcrWord, ...]:
    rest = mask.copy()
    for frame in frames:
        rest[pixel_slices(frame.box.expanded(2), image.dpi, mask.shape)] = 0
    return read_coloured_print(image, rest, engine)


def _word(item: OcrWord, dpi: float, ink: Ink) -> Word:
    raw = unicodedata.normalize("NFC", item.text)
    box = Box(item.left, item.top, item.right, item.bottom).scaled(POINTS_PER_INCH / dpi)
    return Word(raw, box, item.confidence, raw, ink=ink)
