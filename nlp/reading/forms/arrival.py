"""The slots of the arrival stamp (dấu ĐẾN), found from its labels or its usual proportions."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from nlp.geometry import Box
from nlp.pages.frames import untilted
from nlp.pages.image import Grey
from nlp.pages.ink import ink_alone
from nlp.pages.leaders import find_leader_feet
from nlp.pages.light import even_light
from nlp.pages.rulings import erase, find_rulings
from nlp.reading.forms.letterhead import NUMBER_LABEL, width_of
from nlp.reading.forms.views import Colour, Place, Sheet, only_blue, without_red
from nlp.reading.page import Frame, Ink, Line, SlotKind

# A stamp whose labels were not read, in shares of its height and width.
_PITCH: Final = 0.21
_LEAST_PITCH: Final = 0.65  # of the usual distance of two rows
_MOST_PITCH: Final = 1.5
_GLUED: Final = 0.3  # of the usual distance of two rows, by which a label may reach too low
_NEXT: Final = (0.75, 1.18)  # of the distance of two rows, within which the next lies below
_FOLLOWED: Final = 0.5  # of the usual distance that two rows with such a next may lie off
_NUMBER_FOOT: Final = 0.375
_DATE_FOOT: Final = 0.585
_NUMBER_START: Final = 0.36
_DATE_START: Final = 0.44
_NUMBER_WIDTH: Final = 0.115
_DATE_WIDTH: Final = 0.185
_HIGHEST_LABEL: Final = 0.24  # of the height: the heading stands above
_LOWEST_NUMBER: Final = 0.6  # of the height: the label of the number stands above,
_LOWEST_DATE: Final = 0.88  # and that of the date
_TAIL: Final = 0.25  # of the height of a word with a y
_LEAST_EM: Final = 13.0  # points: pens write no smaller in a low stamp
_LEVEL: Final = 0.3  # degrees
_HEADING: Final = 0.28  # of its height: the name of the organ, above the rows to fill in
_FOOT: Final = 0.97  # of its height: a row of dots lies above it
_TALL: Final = 0.36  # of its height: no letter is so tall, the lines of its cells are
_EDGE: Final = 3.0  # points within which the border of the stamp lies
_OVERRUN: Final = 4.0  # ems that the pen may run on behind it,
_GAP: Final = 0.35  # with no wider gap, in ems
_BORDER: Final = 2.0  # points: how thick the border is
_DOTS: Final = 0.2  # ems above the foot of a row to which its dots reach
_UPRIGHT: Final = 0.85  # of the height of a row: a border is so much of it dark
_DARK: Final = 128  # of 255: the pen
_DATE_LABEL: Final = re.compile(r"^\W{0,2}[Nn][gG][àaáảãâấầÀA][yYvj]?[:;.,]*", re.IGNORECASE)
_LABEL_WIDTHS: Final = {
    "arrival_number": width_of("Số:", 1),
    "arrival_date": width_of("Ngày:", 1),
}
_FORWARDING: Final = re.compile(r"^\W?[Cc]huy[eêềếểễẻé]n", re.IGNORECASE)


def find_stamp_places(frame: Frame, rows: Sequence[float] = ()) -> Iterator[Place]:
    """The slots of number and date of an arrival stamp that stands straight.

    `rows` are the feet of its dotted rows in points of the page, the first of them the number's.
    """
    box = frame.box
    number, date = (
        _label_in(frame, NUMBER_LABEL, _NUMBER_WIDTH, _LOWEST_NUMBER),
        _label_in(frame, _DATE_LABEL, _DATE_WIDTH, _LOWEST_DATE),
    )
    feet = _feet(box, rows, (number, date), _forwarding_foot(frame))
    pitch = min(max(feet[1] - feet[0], 0.15 * box.height), 0.3 * box.height)
    kinds: tuple[tuple[SlotKind, Box | None, float, float], ...] = (
        ("arrival_number", number, feet[0], _NUMBER_START),
        ("arrival_date", date, feet[1], _DATE_START),
    )
    for kind, label, foot, share in kinds:
        x0 = label.x1 if label else _start(kind, number or date, box.x0 + share * box.width)
        slot, em = Box(x0, foot - 0.7 * pitch, box.x1, foot), max(0.8 * pitch, _LEAST_EM)
        yield Place(kind, slot, em, ink=frame.ink)


def _start(kind: SlotKind, other: Box | None, usual: float) -> float:
    """Where a slot begins whose label was not read: below or above that of the other slot."""
    if other is None:
        return usual
    wider = _LABEL_WIDTHS["arrival_date"] / _LABEL_WIDTHS["arrival_number"]
    factor = wider if kind == "arrival_date" else 1 / wider
    return other.x0 + factor * other.width


def with_overrun(sheet: Sheet, place: Place) -> Place:
    """The date of a stamp as far as the pen went over the border of the stamp."""
    if place.kind != "arrival_date":
        return place
    box, gap = place.box, _GAP * place.em
    start = box.x1 - _EDGE - gap
    foot = box.bottom - _DOTS * place.em
    crop = sheet.cut(Box(start, box.top, box.x1 + _OVERRUN * place.em, foot))
    if not crop.size:
        return place
    written = np.flatnonzero(_pen_columns(crop, place.ink)) * 72 / sheet.dpi
    gaps = np.diff(written, prepend=0.0, append=np.inf) > gap + _BORDER
    last = int(np.argmax(gaps))
    end = start + written[last - 1] if last else 0.0
    return replace(place, box=replace(box, x1=end)) if end > box.x1 + _EDGE else place


def _pen_columns(crop: Colour, ink: Ink) -> NDArray[np.bool_]:
    """Which columns of the end of a row hold ink of the pen, neither the form's nor its border."""
    if ink == "red":
        return np.asarray((without_red(crop) < _DARK).any(axis=0))
    grey = np.asarray(crop.min(axis=2), np.uint8)
    blue = only_blue(crop, grey)
    dark = (grey if blue is None else blue) < _DARK
    if ink == "blue":  # that of a black pen too, which crosses no border
        dark |= without_red(np.ascontiguousarray(crop[:, :, ::-1])) < _DARK
    return np.asarray(dark.any(axis=0) & (dark.mean(axis=0) < _UPRIGHT))


def find_rows(sheet: Sheet, frame: Frame) -> tuple[float, ...]:
    """The feet of the dotted rows of a straight stamp below its heading, in points of the page."""
    box = frame.box
    grey = _own_print(sheet.cut(box), frame.ink, sheet.dpi)
    lines = find_rulings(grey, sheet.dpi, _TALL * box.height / 72)
    feet = find_leader_feet(erase(grey, lines.mask), sheet.dpi)
    top = max(box.top, sheet.origin[1])
    return tuple(top + foot for foot in feet if _HEADING * box.height < foot < _FOOT * box.height)


def _own_print(crop: Colour, ink: Ink, dpi: float) -> Grey:
    """A stamp in its own ink where that has a colour, else as it is, black on white."""
    if ink in {"red", "blue"}:
        return ink_alone(crop, ink, is_bridged=True)
    return even_light(crop.min(axis=2), dpi)


def has_rows(sheet: Sheet, frame: Frame) -> bool:
    """Whether a stamp has dotted rows one below the other, as for number and date of arrival."""
    straight_sheet, straight = straighten_stamp(sheet, frame)
    pitch = _PITCH * straight.box.height
    rows = find_rows(straight_sheet, straight)
    return any(_may_follow(pair, pitch) for pair in combinations(rows, 2))


def _feet(
    box: Box, rows: Sequence[float], labels: tuple[Box | None, Box | None], below: float | None
) -> tuple[float, float]:
    """The baselines of number and date: from labels, dotted rows, or the usual proportions.

    `below` is the foot of the row of Chuyển, the next after that of the date.
    """
    pitch = _PITCH * box.height
    number, date = (label and _on_dots(label.bottom, rows, pitch) for label in labels)
    if number and date:
        return number, date
    if number:
        later = (row for row in rows if _may_follow((number, row), pitch))
        return number, _nearest(later, number + pitch)
    if date:
        above = (row for row in rows if _may_follow((row, date), pitch))
        return _nearest(above, date - pitch), date
    usual = box.top + _NUMBER_FOOT * box.height, box.top + _DATE_FOOT * box.height
    if below is not None:
        usual = below - 2 * pitch, below - pitch
    pairs = [pair for pair in combinations(rows, 2) if _may_follow(pair, pitch)]
    if not pairs:
        return usual
    off = {pair: abs(pair[0] - usual[0]) + abs(pair[1] - usual[1]) for pair in pairs}
    favour = 0.0 if below is not None else _FOLLOWED * pitch
    return min(pairs, key=lambda pair: off[pair] - favour * _is_followed(pair, rows))


def _on_dots(foot: float, rows: Sequence[float], pitch: float) -> float:
    """The foot of a label, that of its dots where print below was read into it."""
    return max((row for row in rows if 0 < foot - row <= _GLUED * pitch), default=foot)


def _is_followed(pair: tuple[float, float], rows: Sequence[float]) -> bool:
    """Whether a third row, that of Chuyển, follows about as far below: print has none there."""
    pitch = pair[1] - pair[0]
    return any(_NEXT[0] * pitch <= row - pair[1] <= _NEXT[1] * pitch for row in rows)


def _forwarding_foot(frame: Frame) -> float | None:
    """The foot of the label Chuyển, which stands alone or behind the title of the stamp."""
    words = (word for line in frame.lines for word in line.words)
    for word in words:
        if _FORWARDING.match(word.text) and frame.box.contains(*word.box.center):
            return word.box.bottom - _TAIL * word.box.height
    return None


def _nearest(rows: Iterable[float], usual: float) -> float:
    return min(rows, key=lambda row: abs(row - usual), default=usual)


def _may_follow(pair: tuple[float, float], pitch: float) -> bool:
    return _LEAST_PITCH * pitch <= pair[1] - pair[0] <= _MOST_PITCH * pitch


def _label_in(frame: Frame, label: re.Pattern[str], widest: float, lowest: float) -> Box | None:
    """The box of the first line that begins with such a label, without tails and handwriting.

    The label is at most `widest` wide, in shares of the stamp: what is wider was written after it.
    It ends above `lowest`, in shares of its height: `Số và ký hiệu HS` below is no number's label,
    and neither is a `Sở` of the heading.
    """
    head, foot = (frame.box.top + share * frame.box.height for share in (_HIGHEST_LABEL, lowest))
    for line in frame.lines:
        word = line.words[0]
        found = label.match(word.text)
        is_here = frame.box.contains(*word.box.center) and head < word.box.center[1] < foot
        if found is not None and is_here:
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
                replace(word, box=turned_back(word.box, middle, frame.angle_degrees))
                for word in line.words
            )
        )
        for line in frame.lines
    )
    origin = max(part.x0, 0.0), max(part.top, 0.0)
    straight = replace(
        frame, box=untilted(frame.box, frame.angle_degrees), lines=lines, angle_degrees=0.0
    )
    return Sheet(turned, sheet.dpi, origin), straight


def turned_back(box: Box, middle: tuple[float, float], degrees: float) -> Box:
    """The box, its centre turned back about `middle` by the lean of a stamp, in degrees."""
    angle = np.deg2rad(degrees)
    x, y = box.center[0] - middle[0], box.center[1] - middle[1]
    dx = x * np.cos(angle) + y * np.sin(angle) - x
    dy = y * np.cos(angle) - x * np.sin(angle) - y
    return Box(box.x0 + dx, box.top + dy, box.x1 + dx, box.bottom + dy)
