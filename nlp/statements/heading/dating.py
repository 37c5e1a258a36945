"""Where and when the document was issued."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from nlp.evidence import Evidence, Leaf
from nlp.reading.page import Passage, Slot
from nlp.statements.agreement import mend_place
from nlp.statements.folding import fold
from nlp.statements.marked import leaf_of
from nlp.statements.naming import is_upper

_DATED = re.compile(
    r"""^(?P<place>.*)[\s,.;:]*
    \bng[ao]\w?\W{0,2}(?P<day>[\dOolI|ZSBG]{1,2}(?=\W|th[ao]|$))?.{0,8}?\s*
    (?:(?:\b|(?<=\d))(?:th[aou]\w{0,2}|[th]ang)|(?<=\w)thang)\W{0,2}
    (?P<month>[\dOolI|ZSBG]{1,2}(?!\w))?.{0,6}?\s*
    \bna[mn]\W{0,2}(?P<year>[\dOolI|ZSBG]{4}|\d{2}(?!\w))?""",
    re.VERBOSE | re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"^(?P<place>.*?)[\s,.;:]*(?:ngay\s*)?(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})",
    re.IGNORECASE,
)
_MONTH_LOST = re.compile(
    r"^(?P<place>.*)[\s,.;:]*\bngay\W{0,2}(?P<day>\d{1,2})\W{1,6}(?P<month>\d{1,2})\W{1,3}nam\W{0,2}(?P<year>\d{4})",
    re.IGNORECASE,
)
_WORD_LOST = re.compile(  # of ngày 05 tháng 11 năm 2024, where a slot holds the day
    r"^(?P<place>.*)[\s,.;:]*\bngay\W{0,3}(?P<day>(?!))?(?P<month>\d{1,2})\W{1,3}nam\W{0,2}(?P<year>\d{4})",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"[\s,.;:]*\b(?:(?:h[oôồổốộ]i|lúc)\s+\d|\d{1,2}\s*(?:gi[oờ]|h\b|h\d|:\s*\d)).*$", re.IGNORECASE
)
"""The hour of a công điện, between place and day: `Quảng Bình, hồi 10h30 ngày …`, `…, 15 giờ`."""
_LETTERS_AS_DIGITS = str.maketrans("oli|zsbg", "01112586")
_GUESSED = 0.5  # how sure a number is of which a sign was no digit
_CENTURY = 2000
_HUNDRED = 100
_EARLIEST = 1945


@dataclass(frozen=True, slots=True)
class _Part:
    """One number of a date with its readings, the best first, each with its probability."""

    readings: tuple[tuple[int, float], ...]
    is_slot: bool


def find_place(passage: Passage | None, voices: Counter[str]) -> Leaf[str] | None:
    """Địa danh, mended where the document or the gazetteer agrees; the raw word is evidence."""
    found = _match(passage)
    if passage is None or found is None:
        return None
    start, end = found.span("place")
    place = _HOUR.sub("", passage.text[start:end]).strip(" ,.;:*-–_'\"“”")
    if not place or not any(letter.isalpha() for letter in place):
        return None
    if is_upper(place) and len(place.split()) > 1:
        place = place.title()
    mended = mend_place(place, voices - Counter([place]))  # itself it was counted once
    rule = "place.printed" if mended == place else "place.mended"
    return leaf_of(passage, mended, (start, end), rule)


def find_date(passage: Passage | None, slots: tuple[Slot, ...]) -> Leaf[date] | None:
    """The day of issue as printed or filled in; None where no such day exists."""
    found = _match(passage)
    if passage is None or found is None:
        return None
    parts = [_part(passage, found, name, slots) for name in ("day", "month", "year")]
    best = _best(parts)
    if best is None:
        return None
    day, sure = best
    at = (found.end("place"), found.end())
    evidence = passage.evidence(*at, "date.slot" if parts[0].is_slot else "date.printed")
    boxes = [slot.box for slot in slots if slot.kind in {"day", "month"}]
    if boxes and evidence.box is None:
        evidence = Evidence(evidence.page, boxes[0], evidence.text, evidence.rule)
    return Leaf(day, sure, evidence)


def _match(passage: Passage | None) -> re.Match[str] | None:
    if passage is None:
        return None
    text = fold(passage.text)
    kinds = _DATED, _NUMERIC, _MONTH_LOST, _WORD_LOST
    return next((found for kind in kinds if (found := kind.search(text))), None)


def _part(passage: Passage, found: re.Match[str], name: str, slots: tuple[Slot, ...]) -> _Part:
    """The readings of day, month or year: of its slot where it has one, and of the words."""
    readings: list[tuple[int, float]] = []
    slot = next((slot for slot in slots if slot.kind == name), None)
    if slot is not None:
        for text, sure in ((slot.text, slot.confidence), *slot.alternatives):
            if text.isdigit():
                readings.append((int(text), sure))
    printed = (found[name] or "").translate(_LETTERS_AS_DIGITS)
    if printed.isdigit():
        value = int(printed)
        sure = passage.confidence_between(*found.span(name))
        sure = sure if found[name].isdigit() else min(sure, _GUESSED)
        readings = _with_printed(readings, value, sure, slot)
    return _Part(tuple(readings), is_slot=slot is not None)


def _with_printed(
    readings: list[tuple[int, float]], value: int, sure: float, slot: Slot | None
) -> list[tuple[int, float]]:
    """The readings with that of the printed words, which count little where a pen wrote."""
    if slot is not None and slot.is_handwritten:
        return readings or [(value, sure / 2)]
    agreeing = [reading for reading in readings if reading[0] == value]
    if agreeing:
        best = max(sure, agreeing[0][1])
        return [(value, best), *(r for r in readings if r[0] != value)]
    return sorted([*readings, (value, sure)], key=lambda reading: -reading[1])


def _best(parts: list[_Part]) -> tuple[date, float] | None:
    """The likeliest day that exists."""
    days, months, years = (part.readings for part in parts)
    found: list[tuple[float, date]] = []
    for day, day_sure in days:
        for month, month_sure in months:
            for year, year_sure in years:
                real = _day(year, month, day)
                if real is not None:
                    found.append((min(day_sure, month_sure, year_sure), real))
    if not found:
        return None
    sure, real = max(found, key=lambda each: each[0])
    return real, sure


def _day(year: int, month: int, day: int) -> date | None:
    year = year + _CENTURY if year < _HUNDRED else year
    try:
        real = date(year, month, day)
    except ValueError:
        return None
    return real if real.year >= _EARLIEST else None
