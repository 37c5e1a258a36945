"""The ĐẾN stamp: who received the document, under which number and on which day."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from rapidfuzz.distance import Levenshtein

from nlp.evidence import Evidence, Leaf
from nlp.reading.page import Passage, Slot
from nlp.regions.printed.names import ORGAN_HEADS
from nlp.regions.region import Parts, Stamp
from nlp.statements.agreement import (
    complete_department,
    complete_province,
    count_places,
    mend_places,
)
from nlp.statements.folding import fold
from nlp.statements.marked import whole_leaf
from nlp.statements.naming import mend_short_names, ordinary_name
from nlp.statements.statement import Arrival

_DAY = re.compile(r"(?P<day>\d{1,2})\D{1,3}(?P<month>\d{1,2})\D{1,3}(?P<year>\d{4}|\d{2})(?!\d)")
_IN_WORDS = re.compile(
    r"(?P<day>\d{1,2})\s*tháng\s*(?P<month>\d{1,2})\s*năm\s*(?P<year>\d{4}|\d{2})", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+[A-Za-z]?")
_SCRAP = re.compile(r"(?<=[A-ZĐ])\s+[^\W\d_A-ZĐy]$")  # a small letter behind capitals
_EDGES = " .:;,|[](){}_'\"“”‘’"  # what the lines of a stamp are read as
_LEGIBLE = 0.6
_NAMELESS = 0.6
"""What a heading is worth that begins with no word that names of organs begin with."""
_SCRAPS = 0.4
_GUESSED = 0.59
_NEARLY = 0.7
_CENTURY = 2000
_HUNDRED = 100
_LATEST = timedelta(days=120)
_USUAL = timedelta(days=10)
_BY_CHANCE = 0.1
_IMPLAUSIBLE = 0.3


def find_arrival(parts: Parts, issued: date | None) -> Arrival | None:
    """`incoming`, None where no stamp stands on the pages."""
    stamp = parts.stamp
    if stamp is None:
        return None
    arrival = Arrival(
        organisation=_organisation(stamp, parts),
        number=_number(stamp),
        date=_date(stamp, issued),
        forwarded_to=_text(stamp.forwarded_to, "arrival.forwarded"),
        file_number=_text(stamp.file_number, "arrival.file"),
    )
    return arrival if any((arrival.organisation, arrival.number, arrival.date)) else None


def _organisation(stamp: Stamp, parts: Parts) -> Leaf[str] | None:
    if stamp.organisation is None:
        return None
    text = _SCRAP.sub("", stamp.organisation.text.strip(_EDGES))
    name = mend_places(mend_short_names(ordinary_name(text)), count_places(parts))
    if not name:
        return None
    leaf = whole_leaf(stamp.organisation, name, "arrival.organisation")
    whole = complete_department(complete_province(name))
    if whole != name:  # what is left tells it, however badly its end was read
        leaf = replace(leaf, value=whole, confidence=min(stamp.organisation.confidence, _GUESSED))
    if not fold(whole).startswith(ORGAN_HEADS):
        leaf = replace(leaf, confidence=leaf.confidence * _NAMELESS)
    return _addressed(leaf, parts) if leaf.confidence < _LEGIBLE else leaf


def _addressed(leaf: Leaf[str], parts: Parts) -> Leaf[str] | None:
    """A name that can hardly be read, as the document spells whom it goes to.

    The stamp is that of an addressee: of the one whose name is nearly the same, or of the only
    one where at least the first word agrees. It stays as unsure as it was read; None for scraps.
    """
    passages = (*parts.addressees, *parts.closing.recipients)
    names = [ordinary_name(passage.text.split("(")[0].strip(" -;.")) for passage in passages]
    alike = {name: _likeness(name, leaf.value) for name in names if name}
    best = max(alike, key=lambda name: alike[name], default="")
    says_more = fold(leaf.value).startswith(fold(best)) and len(leaf.value) > len(best)
    if alike.get(best, 0.0) >= _NEARLY and not says_more:
        return replace(leaf, value=best)
    addressees = [name for name in names[: len(parts.addressees)] if any(map(str.isalpha, name))]
    is_only = len(addressees) == 1 and fold(leaf.value).startswith(fold(addressees[0].split()[0]))
    if is_only and not says_more:
        return replace(leaf, value=addressees[0])
    return leaf if leaf.confidence >= _SCRAPS else None


def _likeness(name: str, other: str) -> float:
    return Levenshtein.normalized_similarity(fold(name), fold(other))


def _text(passage: Passage | None, rule: str) -> Leaf[str] | None:
    text = " ".join(passage.text.split()).strip(" .:;_…-") if passage else ""
    return whole_leaf(passage, text, rule) if passage and text else None


def _number(stamp: Stamp) -> Leaf[str] | None:
    """The digits as stamped, leading zeros kept."""
    slot, passage = stamp.number_slot, stamp.number
    if slot is not None and slot.text and (slot.is_handwritten or passage is None):
        return Leaf(slot.text, slot.confidence, _place(stamp, slot))
    found = _DIGITS.search(passage.text.replace(" ", "")) if passage else None
    if passage is None or found is None:
        return (
            Leaf(slot.text, slot.confidence, _place(stamp, slot)) if slot and slot.text else None
        )
    leaf = whole_leaf(passage, found.group(), "arrival.printed")
    if slot is not None and slot.text:
        if slot.text == leaf.value:
            return replace(leaf, confidence=max(leaf.confidence, slot.confidence))
        if slot.confidence > leaf.confidence:
            return Leaf(slot.text, slot.confidence, _place(stamp, slot))
        return replace(leaf, confidence=leaf.confidence / 2)
    return leaf


def _place(stamp: Stamp, slot: Slot) -> Evidence:
    return Evidence(stamp.page, slot.box, slot.text, f"arrival.{slot.kind}")


def _date(stamp: Stamp, issued: date | None) -> Leaf[date] | None:
    """The day of arrival: the likeliest reading, knowing when the document was issued."""
    readings = [*_readings(stamp)]
    if not readings:
        return None
    weights = [leaf.confidence * _expectation(leaf.value, issued) for leaf in readings]
    best = readings[max(range(len(readings)), key=weights.__getitem__)]
    if issued is None or best.confidence <= 0:
        return best
    own = best.confidence * _expectation(best.value, issued)
    others = sum(
        weight for leaf, weight in zip(readings, weights, strict=True) if leaf.value != best.value
    )
    unseen = max(1 - sum(leaf.confidence for leaf in readings), 0.0) * _BY_CHANCE
    sure = own / (own + others + unseen)
    if not issued <= best.value <= issued + _LATEST:
        sure = min(sure, best.confidence) * _IMPLAUSIBLE
    return replace(best, confidence=sure)


def _expectation(arrived: date, issued: date | None) -> float:
    """How much a day of arrival is to be expected, 1 at most.

    Documents arrive within days of their issue; a misread day falls into those by chance once in
    ten times, the true one nearly always.
    """
    if issued is None or issued <= arrived <= issued + _USUAL:
        return 1.0
    return _BY_CHANCE if issued <= arrived <= issued + _LATEST else _BY_CHANCE**3


def _readings(stamp: Stamp) -> Iterator[Leaf[date]]:
    slot, passage = stamp.date_slot, stamp.date
    if slot is not None:
        evidence = _place(stamp, slot)
        for text, sure in ((slot.text, slot.confidence), *slot.alternatives):
            day = parse_day(text)
            if day is not None:
                yield Leaf(day, sure, evidence)
    day = parse_day(passage.text) if passage else None
    if passage and day:
        share = 0.5 if slot is not None and slot.is_handwritten else 1.0
        yield whole_leaf(passage, day, "arrival.printed", share)


def parse_day(text: str) -> date | None:
    """The day that the digits of a stamp write, a year of two digits in this century.

    >>> parse_day("9/11/18")
    datetime.date(2018, 11, 9)
    """
    found = _IN_WORDS.search(text) or _DAY.search(text)
    if found is None:
        return None
    year = int(found["year"])
    try:
        return date(
            year + _CENTURY if year < _HUNDRED else year, int(found["month"]), int(found["day"])
        )
    except ValueError:
        return None
