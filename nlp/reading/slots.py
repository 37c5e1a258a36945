"""
Reads the fields of a printed form that are filled by hand or by type.

The number stands between "Số:" and the symbol, the day between "ngày" and "tháng", the month
between "tháng" and "năm", number and date of arrival in the ĐẾN stamp.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from nlp.reading.digits import (
    Form,
    Guess,
    fits,
    load_digit_reader,
    rank,
    value_of,
)
from nlp.reading.forms.arrival import (
    find_rows,
    find_stamp_places,
    straighten_stamp,
    with_overrun,
)
from nlp.reading.forms.arrivaldays import likely_arrivals
from nlp.reading.forms.letterhead import find_places
from nlp.reading.forms.strokes import Strokes, cut_near_views, find_strokes
from nlp.reading.forms.views import (
    Colour,
    Place,
    Sheet,
    cut_apart_views,
    cut_undotted_views,
    cut_views,
    cut_whole_views,
    is_faded,
)
from nlp.reading.page import Frame, Line, Slot, SlotKind

_FORMS: Final[dict[SlotKind, Form]] = {
    "number": "number",
    "day": "day",
    "month": "month",
    "arrival_number": "number",
    "arrival_date": "date",
}
_COUNTED: Final = frozenset({"number", "day", "arrival_number"})  # slots with digits alone
_SURE: Final = 0.85  # from this confidence on OCR's digits count as a witness

# How much likelier a reading becomes when OCR says the same.
_PRINT_FAVOUR: Final = 40.0
_PEN_FAVOUR: Final = 4.0
_ENOUGH: Final = 0.9  # of probability: ink of the form's own colour is not looked at then
_UNREAD: Final = 0.5  # of its confidence is left to a number with fewer digits than strokes
_MAYBE: Final = 0.02  # of probability: another reading that the strokes speak for
_RIVAL: Final = 0.15  # of probability: digits that are as many may be the right ones
_UNSEEN: Final = 0.002
_TOLD_APART: Final = 0.89  # of its probability has what a pen told from print says: it is unsure
_LIKELY: Final = 0.5  # of probability: what is likelier right than wrong
_CLEARER: Final = 0.85  # of its probability has another reading that the dotted line does not mar
_NOTHING: Final = Guess("", 1.0)


def read_slots(
    image: Colour, dpi: float, lines: tuple[Line, ...], frames: tuple[Frame, ...]
) -> tuple[Slot, ...]:
    """
    The filled slots of an upright, straightened page in its original colours.

    Args:
        image: Pixels (height, width, 3), RGB.
        dpi: The resolution of `image`.
        lines: The printed lines, in points.
        frames: Stamps and marks with their own lines, in points.
    """
    page = Sheet(image, dpi)
    size = page_size(page)
    own = tuple(_read(page, place) for place in find_places(lines, size))
    likely: tuple[str, ...] = ()
    arrival: list[Slot] = []
    for frame in frames:
        if frame.kind == "stamp":
            likely = likely or likely_arrivals(lines, size, own)
            sheet, straight = straighten_stamp(page, frame)
            rows = find_rows(sheet, straight)
            for place in find_stamp_places(straight, rows):
                hints = likely if place.kind == "arrival_date" else ()
                arrival.append(_read(sheet, with_overrun(sheet, place), hints))
    return (*own, *arrival)


def page_size(sheet: Sheet) -> tuple[float, float]:
    """Width and height in points."""
    height, width = sheet.image.shape[:2]
    return width * 72 / sheet.dpi, height * 72 / sheet.dpi


def _read(sheet: Sheet, place: Place, likely: Sequence[str] = ()) -> Slot:
    """What stands in a slot: the network's word, weighed with OCR's where that read digits too."""
    guess, is_typed = weigh(_look(sheet, place, likely), place)
    strokes = find_strokes(sheet, place) if place.kind in _COUNTED else None
    if strokes is not None:
        if place.kind == "arrival_number":
            guess = with_every_stroke(guess, strokes.count)
        guess = _look_near(guess, strokes, _FORMS[place.kind])
    return Slot(
        place.kind, place.box, guess.text, guess.probability, not is_typed, guess.alternatives
    )


def _look(sheet: Sheet, place: Place, likely: Sequence[str]) -> Guess:
    """The surest word of the network on a slot, seen in other ways until it is sure enough."""
    reader, form = load_digit_reader(), _FORMS[place.kind]
    views = tuple(cut_views(sheet, place))
    is_own = place.ink == "blue" and all(map(is_faded, views[:1]))  # the pen has the form's ink
    guess = _NOTHING if is_own else reader.read(views, form, likely)
    if _says(guess) < _ENOUGH and (whole := tuple(cut_whole_views(sheet, place))):
        guess = max(guess, reader.read(whole, form, likely), key=_says)
    is_amid_print = place.kind in {"arrival_number", "arrival_date"} and _says(guess) < _ENOUGH
    if is_amid_print and (apart := tuple(cut_apart_views(sheet, place))):
        other = reader.read(apart, form, likely)
        guess = max(guess, replace(other, probability=_TOLD_APART * other.probability), key=_says)
    if is_amid_print and (plain := tuple(cut_undotted_views(sheet, place))):
        other = reader.read(plain, form, likely)
        is_clearer = _says(other) > max(_CLEARER * _says(guess), _LIKELY)
        if is_clearer and other.text != guess.text:
            guess = replace(other, probability=min(_TOLD_APART, other.probability))
    return guess


def _look_near(guess: Guess, strokes: Strokes, form: Form) -> Guess:
    """What is not sure and has no fewer digits than strokes, if it is surer seen from near.

    So digits are told from print beside them, not from others that look like them. Another
    reading from near is not heard: it may be of a part of the digits.
    """
    rivals = [sure for text, sure in guess.alternatives if len(text) == len(guess.text)]
    is_told = max(rivals, default=0.0) < _RIVAL
    if _says(guess) >= _ENOUGH or len(guess.text) < strokes.count or not is_told:
        return guess
    near = load_digit_reader().read(tuple(cut_near_views(strokes)), form)
    is_surer = near.text == guess.text and near.probability > guess.probability
    return near if is_surer else guess


def _says(guess: Guess) -> float:
    """How surely a guess says anything."""
    return guess.probability if guess.text else 0.0


def with_every_stroke(guess: Guess, strokes: int) -> Guess:
    """The guess, another of as many digits as tall strokes were counted if it has fewer.

    A plain stroke beside digits may be a 1; where that is not sure, nothing is.
    """
    if strokes <= len(guess.text):
        return guess
    readings = ((guess.text, guess.probability), *guess.alternatives)
    whole = [one for one in readings if len(one[0]) == strokes and one[1] >= _MAYBE]
    with_stroke = {f"1{guess.text}", f"{guess.text}1"}
    best = max(whole, key=lambda one: (one[0] in with_stroke, one[1]), default=readings[0])
    others = tuple(reading for reading in readings if reading != best)
    return Guess(best[0], best[1] * _UNREAD, others)


def weigh(guess: Guess, place: Place) -> tuple[Guess, bool]:
    """
    The guess with OCR heard as a second witness, and whether the slot is typed.

    OCR reads type well and handwriting badly, so its word counts for much where it is sure.
    """
    heard = place.typed.strip(".,_ ")
    if not heard or not fits(heard, _FORMS[place.kind]):
        return guess, False
    is_sure = place.typed_confidence > _SURE
    favour = _PRINT_FAVOUR if is_sure else _PEN_FAVOUR
    readings = {guess.text: guess.probability, **dict(guess.alternatives)}
    same = next((text for text in readings if value_of(text) == value_of(heard)), heard)
    readings[same] = max(readings.get(same, 0.0), _UNSEEN) * favour
    if "" in readings:
        readings[""] /= favour
    rest = max(1.0 - guess.probability - sum(share for _, share in guess.alternatives), 0.0)
    total = sum(readings.values()) + rest
    weighed = rank((text, share / total) for text, share in readings.items())
    return weighed, is_sure and value_of(weighed.text) == value_of(heard)
