"""Stamps of arrival and marks in black ink, as photocopies have them."""

from collections.abc import Sequence
from typing import Final

import cv2

from nlp.pages.frames import InkFrame, find_rectangles, shrink
from nlp.pages.image import Grey, PageImage
from nlp.pages.outlines import find_crossed_stamps, find_outlined_stamps
from nlp.reading.engine import OcrEngine
from nlp.reading.page import Frame
from nlp.reading.stamps import is_arrival, is_headed, read_frame

_DARK: Final = 150
_DRAWN: Final = 0.85  # of the sides of a black frame; a line of print fills less of its box
_LARGER: Final = 1.1  # times as large as a part of it is a whole stamp
_MOSTLY: Final = 0.5  # of a stamp that another covers: they are one


def read_outlined(
    image: PageImage, paper: Grey, engine: OcrEngine, *, is_stamped: bool
) -> tuple[Frame, ...]:
    """Stamps in black ink that are those of arrival, and black frames with letters like marks.

    Lines longer than a stamp are taken off only where no stamp is found otherwise. If none is
    found then, a frame with a heading alone is one: a pen filled in the rest.
    """
    dark = cv2.threshold(paper, _DARK, 255, cv2.THRESH_BINARY_INV)[1]
    small = shrink(dark, image.dpi)
    seen = _frames(find_outlined_stamps(small), image, engine)
    stamps = [frame for frame in seen if is_arrival(frame, image)]
    if not stamps and not is_stamped:
        seen = [*seen, *_frames(find_crossed_stamps(small), image, engine)]
        stamps = [frame for frame in seen if is_arrival(frame, image)]
        stamps = stamps or [frame for frame in seen if is_headed(frame)][:1]
    high = small[: small.shape[0] // 2]
    boxes = (
        frame
        for frame in find_rectangles(high, "black")
        if frame.kind == "mark" and frame.confidence >= _DRAWN
    )
    marks = (read_frame(frame, image, engine) for frame in boxes)
    return (*stamps, *(mark for mark in marks if mark.lines))


def _frames(found: Sequence[InkFrame], image: PageImage, engine: OcrEngine) -> list[Frame]:
    return [read_frame(frame, image, engine) for frame in found]


def with_further_stamps(
    outlined: Sequence[Frame], greys: Sequence[Frame], image: PageImage
) -> tuple[Frame, ...]:
    """The outlined frames with the stamps of arrival among pale ones.

    A pale stamp that was found whole replaces the part of it that was found by its lines.
    """
    kept = list(outlined)
    for frame in greys:
        if frame.kind != "stamp" or not is_arrival(frame, image):
            continue
        same = [
            other
            for other in kept
            if max(frame.box.overlap(other.box), other.box.overlap(frame.box)) > _MOSTLY
        ]
        if all(frame.box.area > _LARGER * other.box.area for other in same):
            kept = [other for other in kept if other not in same] + [frame]
    return tuple(kept)
