"""The slots of the letterhead, found from the printed words around them.

OCR often glues the filling to the print or drops it, so the places follow from the widths of the
printed words, never from what OCR made of the filling.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from statistics import median
from typing import Final

from nlp.geometry import Box
from nlp.reading.forms.views import Place
from nlp.reading.page import Line, SlotKind, Word

_EM: Final = 13.0  # points: the usual size of type, where no word tells
_TOP: Final = 0.36  # of the page: below it no letterhead stands
_LEFT: Final = 0.42  # of the page: where the right column of the letterhead may begin
_SHORT: Final = 2
_TIGHT: Final = 0.95  # print is set at least this much of what its letters ask
_LOOSE: Final = 1.1  # and at most this much: the rest of a word is the pen's
_SURE: Final = 0.85  # from this confidence on OCR's digits count as a witness

# Advance widths of Times-like faces in thousandths of an em, by kinds of letters.
_WIDTHS: Final = {
    **dict.fromkeys("ijltíìỉĩị.,:;/|!'", 278),
    **dict.fromkeys("frsIÍÌ-–()J", 360),
    **dict.fromkeys("mMwW", 800),
    **dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYĐÐƯƠÔÂĂÊ", 670),
}
_LETTER: Final = 480

NUMBER_LABEL: Final = re.compile(r"^\W{0,2}[Ss][ốôóòồổỗộơớởoeéêöõỐÔÓỒỔOÖ06áàã]\s?[zZ]?[:;.,]*")
_SYMBOL: Final = re.compile(
    r"""
    (?P<slashed> [/⁄] \s? (?= [A-ZĐÐ][A-Za-zĐÐƯ]) )                # 12/KH-UBND, /TTr-UBND
    | (?P<party> [-–] (?= [A-ZĐÐ]{2,}[a-z]? [/⁄] [A-ZĐÐ]) )         # 12-NQ/TU
    | (?P<bare> [#|lI\\]? (?= [A-ZĐÐ]{2,}[a-z]? \s? [-–] \s? [A-ZĐÐ]{2}) )  # the slash was lost
    """,
    re.VERBOSE,
)
_DATE_LINE: Final = re.compile(
    r"""
    ^ .* (?P<before> ng [àaáảãâă] y? )                                    # ngày, ngà
    .{0,12}? (?P<month> (?: t?h | [TI]h ) [áàảãạâăaẳắ] n?[gp]? )  # tháng, háng, thẳng
    .{0,8}? (?P<year> n [ăâaắáàẵạ] m ) \W* \w{0,6} [\W_]* $            # năm 2018
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MONTH_LOST: Final = re.compile(
    r"""
    ^ .* (?P<before> ng [àaáảãâă] y ) \W{0,3} (?P<month> \d{1,2} ) \W{1,3}   # ngày 11 năm 2018
    (?P<year> n [ăâaắáàẵạ] m ) \W* \d{4} \W* $
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BETWEEN: Final = "tháng "  # what may be lost behind a day that a pen wrote

_YEAR: Final = re.compile(r"\W*(?P<year>(?:19|20)\d\d)\b")


def find_places(lines: Sequence[Line], size: tuple[float, float]) -> Iterator[Place]:
    """The slots of the letterhead: number, day and month, at most one of each."""
    width, _ = size
    top = _top(lines, size)
    em = type_size(word for line in top for word in line.words)
    numbers = (_number_place(line, em) for line in top if line.box.x0 < _LEFT * width)
    yield from (place for place in [next(filter(None, numbers), None)] if place)
    for line in top:
        dates = tuple(_date_places(line, em))
        if dates and dates[0].box.x0 > _LEFT * width:
            yield from dates
            break


def find_year(lines: Sequence[Line], size: tuple[float, float]) -> int | None:
    """The year of issue where it is printed whole."""
    for line in _top(lines, size):
        text = " ".join(word.text for word in line.words)
        found = _DATE_LINE.search(text)
        if found is not None and line.box.x1 > _LEFT * size[0]:
            year = _YEAR.match(text, found.end("year"))
            return int(year.group("year")) if year else None
    return None


def _top(lines: Sequence[Line], size: tuple[float, float]) -> list[Line]:
    return [line for line in lines if line.words and line.box.top < _TOP * size[1]]


def type_size(words: Iterable[Word]) -> float:
    """The size of type in points, from the widths of words that were surely read."""
    sizes = [
        word.box.width / width_of(word.text, 1.0)
        for word in words
        if word.confidence > _SURE and len(word.text) > _SHORT and word.text.isalpha()
    ]
    return median(sizes) if sizes else _EM


def width_of(text: str, em: float) -> float:
    """How wide a text is in a Times-like face of size `em`, roughly."""
    return sum(_WIDTHS.get(letter, _LETTER) for letter in text) * em / 1000


def _number_place(line: Line, em: float) -> Place | None:
    """The slot between "Số:" and the symbol, if this line has them."""
    for index, word in enumerate(line.words[:3]):
        label = NUMBER_LABEL.match(word.text)
        if label is not None:
            text = Text(line.words[index:])
            symbol = _SYMBOL.search(text.text, label.end())
            return text.place("number", label.end(), symbol.start(), em) if symbol else None
    return None


def _date_places(line: Line, em: float) -> Iterator[Place]:
    """The slots of day and month in "…, ngày 9 tháng 11 năm 2018", if this line is one."""
    text = Text(line.words)
    found = _DATE_LINE.search(text.text)
    if found is not None:
        yield text.place("day", found.end("before"), found.start("month"), em)
        yield text.place("month", found.end("month"), found.start("year"), em)
    elif (lost := _MONTH_LOST.search(text.text)) is not None:
        day = text.place("day", lost.end("before"), lost.start("month"), em)
        word = width_of(_BETWEEN, em)
        if day.box.width > word + em:  # room for a day before the word
            yield replace(day, box=replace(day.box, x1=day.box.x1 - word))
            yield text.place("month", lost.start("month"), lost.start("year"), em)


class Text:
    """The words of a line as one string that knows where its characters stand."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.text = " ".join(word.text for word in words)

    def _locate(self, position: int) -> tuple[Word, int]:
        """The word around a character, and how many of its characters stand before that one."""
        begin = 0
        for word in self.words:
            if position <= begin + len(word.text):
                return word, max(position - begin, 0)
            begin += len(word.text) + 1
        return self.words[-1], len(self.words[-1].text)

    def place(self, kind: SlotKind, start: int, end: int, em: float) -> Place:
        """The slot between characters `start` and `end`, both of which are print."""
        first, cut = self._locate(start)
        printed = width_of(first.text[:cut], em)
        x0 = first.box.x0 + _TIGHT * printed
        if cut == len(first.text):
            x0 = min(first.box.x0 + _LOOSE * printed, first.box.x1)
        last, cut = self._locate(end)
        printed = width_of(last.text[cut:], em)
        x1 = last.box.x1 - _TIGHT * printed
        if cut == 0:
            x1 = max(last.box.x1 - _LOOSE * printed, last.box.x0)
        foot = _foot((first, last), em)
        inside = [word for word in self.words if first.box.x0 <= word.box.x0 <= last.box.x0]
        typed = self.text[start:end].strip()
        sure = min(word.confidence for word in inside) if typed else 0.0
        box = Box(x0, foot - 0.68 * em, max(x1, x0 + 0.5 * em), foot)
        return Place(kind, box, em, typed, sure)


def _foot(words: Sequence[Word], em: float) -> float:
    """The baseline of print: the foot of words without the tails of letters or of a pen."""
    feet = []
    for word in words:
        has_tail = any(letter in "gpqyGy,;_" for letter in word.text.rstrip(",;"))
        feet.append(word.box.bottom - (0.21 * em if has_tail else 0.0))
    return min(feet)
