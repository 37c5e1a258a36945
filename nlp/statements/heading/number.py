"""The number and symbol of the document."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from nlp.evidence import Evidence, Leaf
from nlp.lexicon.schema import DocumentType, load_lexicon
from nlp.reading.page import Passage, Slot
from nlp.regions.region import Parts
from nlp.statements.folding import fold
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
_DIGITS = re.compile(r"(?:\d{1,5}[A-Z]?)?")
_BANNER = re.compile(
    r"(?:kèm\s+theo|ban\s+hành)\s[^()]{0,40}?\bsố\s*:?\s*"
    r"(?P<number>\d[\w./&,-]*?-?\s?[\w&-]+)\s+ngày",
    re.IGNORECASE,
)
_BANNER_CONFIDENCE = 0.9
_LEAST_SURE = 0.4
_MENDED = 0.8
_CONFIRMED = 0.97
_WELL_FORMED = 0.9
"""How often capitals that nothing confirms were read right on scans, the pen beside them aside."""
_LETTERS = re.compile(r"[A-ZĐ][A-ZĐ&,]{1,7}")
_SMALL_WORDS = frozenset({"và", "của", "các", "-", "–", "&"})


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
        symbol = confirm_symbol(reading, kind, (issuer or "", _kept_by(parts)))
        sure = reading.digits_confidence * symbol
        leaf = Leaf(reading.digits + reading.symbol, sure, reading.evidence)
    return _agreed(leaf, own)


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
    return re.sub(r"\s+", "", text).strip(".,;:_*-'\"`|")


def mend_symbol(symbol: str) -> str:
    """A symbol whose damaged groups of letters are mended by the lexicon of confusions.

    >>> mend_symbol("/QD-UBND")
    '/QĐ-UBND'
    """
    groups = re.split(r"([/-])", symbol.replace("ĐĐ", "Đ"))
    return "".join(_confusions().get(group, group) for group in groups)


@lru_cache(maxsize=1)
def _confusions() -> dict[str, str]:
    return {wrong: row.right for row in load_lexicon().confusion for wrong in row.wrong}


def _choose_digits(
    passage: Passage, printed: _Printed, slot: Slot | None
) -> tuple[str | None, float]:
    """The digits of pen or print: of the slot where it was filled by hand, else the surer ones."""
    typed = _digits_confidence(passage, printed.digits) if printed.digits else 0.0
    if slot is None:
        return printed.digits, typed
    if slot.is_handwritten or not printed.digits:
        return slot.text or None, slot.confidence
    if printed.digits == slot.text:
        return slot.text, max(typed, slot.confidence)
    return (printed.digits, typed) if typed >= slot.confidence else (slot.text, slot.confidence)


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


def confirm_symbol(reading: NumberReading, kind: str | None, said: tuple[str, str]) -> float:
    """How sure the letters are, with what the kind, the issuer and its archive say of them."""
    groups = re.findall(r"[^\W\d_][\w&,.]*", reading.symbol or "")
    if all(_is_confirmed(group, kind, said) for group in groups):
        return max(reading.symbol_confidence, _CONFIRMED)
    is_plain = all(_is_confirmed(each, kind, said) or _LETTERS.fullmatch(each) for each in groups)
    if is_plain and not reading.is_mended:
        return max(reading.symbol_confidence, _WELL_FORMED)
    return reading.symbol_confidence


def _is_confirmed(group: str, kind: str | None, said: tuple[str, str]) -> bool:
    if group == kind or any(row.code == kind and group in row.symbols for row in _types()):
        return True
    issuer, archive = said
    organ = load_lexicon().organ_of(group)
    named = group in issuer.split() or (bool(issuer) and group == initials(issuer))
    return named or bool(organ and organ in issuer) or group in re.findall(r"[\w&]+", archive)


def _kept_by(parts: Parts) -> str:
    """The units that keep a copy: the line `Lưu: VT, …`."""
    lines = (passage.text for passage in parts.closing.recipients)
    return next((line for line in lines if fold(line).lstrip(" -").startswith("luu")), "")


def _types() -> tuple[DocumentType, ...]:
    return load_lexicon().type


def initials(issuer: str) -> str:
    """The letters by which a symbol names its organ.

    >>> initials("Bộ Giáo dục và Đào tạo"), initials("Sở Y tế tỉnh Kiên Giang")
    ('BGDĐT', 'SYT')
    """
    name = re.split(r"\s+(?:tỉnh|thành phố|huyện|quận|thị xã|phường|xã)\b", issuer)[0]
    words = [word for word in name.split() if word not in _SMALL_WORDS]
    return "".join(word if word.isupper() else word[0].upper() for word in words)


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
