"""The slots of the arrival stamp (dấu ĐẾN), found from its labels or its usual proportions."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import cv2
import numpy as np

from nlp.geometry import Box
from nlp.reading.forms.letterhead import NUMBER_LABEL, width_of
from nlp.reading.forms.views import Colour, Place, Sheet
from nlp.reading.page import Frame, Line, SlotKind

# A stamp whose labels were not read, in shares of its height and width.
_PITCH: Final = 0.21
_NUMBER_FOOT: Final = 0.375
_DATE_FOOT: Final = 0.585
_NUMBER_START: Final = 0.36
_DATE_START: Final = 0.44
_NUMBER_WIDTH: Final = 0.115
_DATE_WIDTH: Final = 0.185
_TAIL: Final = 0.25  # of the height of a word with a y
_LEAST_EM: Final = 13.0  # points: pens write no smaller in a low stamp
_LEVEL: Final = 0.3  # degrees
_DATE_LABEL: Final = re.compile(r"^\W{0,2}[Nn][gG][àaáảãâấầÀA][yYvj]?[:;.,]*", re.IGNORECASE)


def find_stamp_places(frame: Frame) -> Iterator[Place]:
    """The slots of number and date of an arrival stamp that stands straight."""
    box = frame.box
    number, date = (
        _label_in(frame, NUMBER_LABEL, _NUMBER_WIDTH),
        _label_in(frame, _DATE_LABEL, _DATE_WIDTH),
    )
    pitch = _PITCH * box.height
    if number and date:
        pitch = min(max(date.bottom - number.bottom, 0.15 * box.height), 0.3 * box.height)
    feet = _feet(box, pitch, number, date)
    kinds: tuple[tuple[SlotKind, Box | None, float, float], ...] = (
        ("arrival_number", number, feet[0], _NUMBER_START),
        ("arrival_date", date, feet[1], _DATE_START),
    )
    for kind, label, foot, share in kinds:
        x0 = label.x1 if label else box.x0 + share * box.width
        yield Place(kind, Box(x0, foot - 0.7 * pitch, box.x1, foot), max(0.8 * pitch, _LEAST_EM))


def _feet(box: Box, pitch: float, number: Box | None, date: Box | None) -> tuple[float, float]:
    """The baselines of number and date, one from the other where only one label was read."""
    if number and date:
        return number.bottom, date.bottom
    if number:
        return number.bottom, number.bottom + pitch
    if date:
        return date.bottom - pitch, date.bottom
    return box.top + _NUMBER_FOOT * box.height, box.top + _DATE_FOOT * box.height


def _label_in(frame: Frame, label: re.Pattern[str], widest: float) -> Box | None:
    """The box of the first line that begins with such a label, without tails and handwriting.

    The label is at most `widest` wide, in shares of the stamp: what is wider was written after it.
    """
    for line in frame.lines:
        word = line.words[0]
        found = label.match(word.text)
        if found is not None and frame.box.contains(*word.box.center):
            share = width_of(found.group(), 1) / width_of(word.text, 1)
            width = min(share * word.box.width, widest * frame.box.width)
            tail = _TAIL * word.box.height if label is _DATE_LABEL else 0.0
            box = word.box
            return Box(box.x0, box.top, box.x0 + width, box.bottom - tail)
    return None


def straighten_stamp(sheet: Sheet, frame: Frame) -> tuple[Sheet, Frame]:
    """The page turned about the middle of a stamp so that this stands straight."""
    if abs(frame.angle_degrees) < _LEVEL:
        return sheet, frame
    middle = frame.box.center
    scale = sheet.dpi / 72
    part = frame.box.expanded(0.15 * frame.box.width)
    image = sheet.cut(part)
    pivot = ((middle[0] - max(part.x0, 0)) * scale, (middle[1] - max(part.top, 0)) * scale)
    turn = cv2.getRotationMatrix2D(pivot, frame.angle_degrees, 1.0)
    turned: Colour = cv2.warpAffine(  # type: ignore[assignment]
        image, turn, image.shape[1::-1], borderMode=cv2.BORDER_REPLICATE
    )
    lines = tuple(
        Line(
            tuple(
                replace(word, box=_turned(word.box, middle, frame.angle_degrees))
                for word in line.words
            )
        )
        for line in frame.lines
    )
    origin = max(part.x0, 0.0), max(part.top, 0.0)
    return Sheet(turned, sheet.dpi, origin), replace(frame, lines=lines, angle_degrees=0.0)


def _turned(box: Box, middle: tuple[float, float], degrees: float) -> Box:
    """The box, its centre turned back about `middle` by the lean of a stamp."""
    angle = np.deg2rad(degrees)
    x, y = box.center[0] - middle[0], box.center[1] - middle[1]
    dx = x * np.cos(angle) + y * np.sin(angle) - x
    dy = y * np.cos(angle) - x * np.sin(angle) - y
    return Box(box.x0 + dx, box.top + dy, box.x1 + dx, box.bottom + dy)
