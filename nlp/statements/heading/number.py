"""The number and symbol of the document."""

import re
from dataclasses import dataclass, replace

from nlp.evidence import Evidence, Leaf
from nlp.reading.page import Passage, Slot
from nlp.regions.region import Parts
from nlp.statements.folding import fold
from nlp.statements.heading.symbol import (
    Maker,
    confirm_symbol,
    find_lost_slash,
    is_type,
    mend_by_maker,
    mend_symbol,
)
from nlp.statements.marked import whole_leaf

_LABEL = re.compile(r"^\W*(?:[S$5][^\W\d]?[^\W\d]?|[Nn]o)\s*[:;.,]?\s*", re.IGNORECASE)
_DASHES = re.compile(r"[‐‑‒–—−]")
_SLASHES = re.compile(r"[⁄∕]")
_FORM = re.compile(
    r"""^(?P<number>\d{1,5}[A-Z]?)?
        (?P<year>/(?:19|20)\d\d)?
        (?P<symbol>[/-](?=[^\W\d])[^\W_].*)?$""",
    re.VERBOSE,
)
_SYMBOL_TAIL = re.compile(
    r"(?:/(?:19|20)\d\d)?(?:-[A-ZĐ]\w{0,5}/[A-ZĐ][\w&]*|/[A-ZĐ][\w&,.()-]*)$"
)
_OPEN_PARTY = re.compile(r"[.,;:_*'\"`|-]*-[A-ZĐ]\w{0,5}/[A-ZĐ]")  # the pen filled in: …-KH/HU
_DIGITS = re.compile(r"(?:\d{1,5}[A-Z]?)?")
_BANNER = re.compile(
    r"(?:kèm\s+theo|ban\s+hành)\s[^()]{0,40}?\bsố\s*:?\s*"
    r"(?P<number>\d[\w./&,-]*?-?\s?[\w&-]+)\s+ngày",
    re.IGNORECASE,
)
_BANNER_CONFIDENCE = 0.9
_LEAST_SURE = 0.4
_MENDED = 0.8
_UNSURE = 0.58  # of digits that two readers saw apart


@dataclass(frozen=True, slots=True)
class NumberReading:
    """The two halves of a number, each with how sure it is; `digits` is None where unreadable."""

    digits: str | None
    digits_confidence: float
    symbol: str | None
    symbol_confidence: float
    evidence: Evidence | None
    is_mended: bool = False


@dataclass(frozen=True, slots=True)
class _Printed:
    """What the printed line holds: digits (None where they can't be told) and the symbol."""

    digits: str | None
    symbol: str | None
    is_mended: bool


def read_number(parts: Parts) -> NumberReading:
    """What line and slot of the number hold."""
    passage = parts.letterhead.number
    if passage is None:
        return NumberReading(None, 0.0, None, 0.0, None)
    slot = next((slot for slot in parts.letterhead.slots if slot.kind == "number"), None)
    printed = _read_line(passage)
    digits, sure = _choose_digits(passage, printed, slot)
    rule = "number.slot" if slot is not None and slot.text == digits else "number.printed"
    evidence = passage.evidence(0, len(passage.text), rule)
    if rule == "number.slot" and slot is not None:
        evidence = replace(evidence, box=slot.box)
    symbol_sure = _symbol_confidence(passage) * (_MENDED if printed.is_mended else 1.0)
    return NumberReading(digits, sure, printed.symbol, symbol_sure, evidence, printed.is_mended)


def mend_reading(
    parts: Parts, reading: NumberReading, kind: str | None, issuer: str | None
) -> NumberReading:
    """The reading with letters mended by what kind, issuer and the line `Lưu:` say.

    Where the slash before them was lost, the letters are found by the issuer's initials.
    """
    passage = parts.letterhead.number
    if passage is None:
        return reading
    maker = _maker(parts, kind if is_type(kind) else None, issuer)
    if reading.symbol is None:
        text = _squeeze(_LABEL.sub("", passage.text, count=1))
        return replace(reading, symbol=find_lost_slash(text, maker))
    return replace(reading, symbol=mend_by_maker(reading.symbol, maker))


def find_number(
    parts: Parts, reading: NumberReading, kind: str | None, issuer: str | None
) -> Leaf[str] | None:
    """The number as one string without spaces, None where its slot is empty or unreadable.

    Letters that agree with the kind, the issuer or the line `Lưu:` are sure however badly they
    were read.
    """
    own = _find_banner(parts)
    leaf = None
    if reading.digits and reading.symbol:
        letters = confirm_symbol(
            reading.symbol,
            reading.symbol_confidence,
            _maker(parts, kind, issuer),
            is_mended=reading.is_mended,
        )
        sure = reading.digits_confidence * letters
        leaf = Leaf(reading.digits + reading.symbol, sure, reading.evidence)
    return _agreed(leaf, own)


def _maker(parts: Parts, kind: str | None, issuer: str | None) -> Maker:
    return Maker(kind, issuer or "", _kept_by(parts))


def _read_line(passage: Passage) -> _Printed:
    text = _squeeze(_LABEL.sub("", passage.text, count=1))
    tail = _SYMBOL_TAIL.search(text)
    before = text[: tail.start()] if tail else text
    if tail and not _DIGITS.fullmatch(before):
        return _printed(None, tail.group())
    whole = _FORM.match(text)
    if whole is None:
        return _printed(None, None)
    return _printed(whole["number"], f"{whole['year'] or ''}{whole['symbol'] or ''}" or None)


def _printed(digits: str | None, symbol: str | None) -> _Printed:
    mended = mend_symbol(symbol.rstrip("-/.'")) if symbol else None
    return _Printed(digits, mended or None, is_mended=mended != symbol)


def _squeeze(text: str) -> str:
    text = _SLASHES.sub("/", _DASHES.sub("-", text.replace("Ð", "Đ")))
    text = re.sub(r"\s+", "", text)
    is_open = _OPEN_PARTY.match(text) is not None
    return "-" * is_open + text.strip(".,;:_*-'\"`|")


def _choose_digits(
    passage: Passage, printed: _Printed, slot: Slot | None
) -> tuple[str | None, float]:
    """The digits of pen or print: of the slot where it was filled by hand, else the surer ones."""
    typed = _digits_confidence(passage, printed.digits) if printed.digits else 0.0
    if slot is None:
        return printed.digits, typed
    if _is_cut(slot, printed.digits):
        return printed.digits, min(typed, _UNSURE)
    if slot.is_handwritten or not printed.digits:
        return slot.text or None, slot.confidence
    if printed.digits == slot.text:
        return slot.text, max(typed, slot.confidence)
    return (printed.digits, typed) if typed >= slot.confidence else (slot.text, slot.confidence)


def _is_cut(slot: Slot, printed: str | None) -> bool:
    """Whether a slot ends before the last of the digits that both readers saw: 35 of 356."""
    seen = {text for text, _ in slot.alternatives}
    return bool(printed and slot.text) and printed in seen and printed[:-1] == slot.text


def _digits_confidence(passage: Passage, digits: str) -> float:
    at = passage.text.find(digits[:1])
    found = re.search(r"\d[\d\s]*", passage.text[at:]) if at >= 0 else None
    if found is None:
        return passage.confidence
    return passage.confidence_between(at + found.start(), at + found.end())


def _symbol_confidence(passage: Passage) -> float:
    """How sure the printed letters are; junk that recognition made of the pen doesn't count."""
    sure = [
        placed.word.confidence
        for placed in passage.words
        if re.search(r"[^\W\d_]{2}", placed.word.text) and not _LABEL.fullmatch(placed.word.text)
    ]
    return max(min(sure, default=_LEAST_SURE), _LEAST_SURE)


def _kept_by(parts: Parts) -> str:
    """The units that keep a copy: the line `Lưu: VT, …`."""
    lines = (passage.text for passage in parts.closing.recipients)
    return next((line for line in lines if fold(line).lstrip(" -").startswith("luu")), "")


def _find_banner(parts: Parts) -> Leaf[str] | None:
    """The number that an appendix states of the document it belongs to."""
    for item in parts.body:
        if item.part == 0:
            continue
        found = _BANNER.search(item.passage.text)
        if found:
            number = _squeeze(found["number"])
            return whole_leaf(item.passage, number, "number.banner", _BANNER_CONFIDENCE)
    return None


def _agreed(leaf: Leaf[str] | None, own: Leaf[str] | None) -> Leaf[str] | None:
    """The number with what its own appendix says of it."""
    if own is None or (leaf is not None and _symbol(leaf.value) != _symbol(own.value)):
        return leaf
    if leaf is None or leaf.value == own.value:
        sure = max(own.confidence, leaf.confidence if leaf else 0.0)
        return replace(leaf or own, confidence=sure)
    return leaf if leaf.confidence >= own.confidence else own


def _symbol(number: str) -> str:
    return number.lstrip("0123456789")
