"""The markers that open the items of an outline: I. 1. 1.1. a) (1) - + Điều 3. Chương II."""

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from nlp.regions.printed.text import fold

MarkerKind = Literal[
    "division",
    "chapter",
    "section",
    "article",
    "capital",
    "roman",
    "decimal",
    "ordinal",
    "letter",
    "parenthesis",
    "dash",
    "dot",
    "star",
    "plus",
]

BULLETS: Final = frozenset[MarkerKind]({"dash", "dot", "star", "plus"})

_ROMAN_DIGITS: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ORDINALS: Final = (
    ("thu nhat", 1),
    ("mot", 1),
    ("thu hai", 2),
    ("hai", 2),
    ("thu ba", 3),
    ("ba", 3),
    ("thu tu", 4),
    ("bon", 4),
    ("thu nam", 5),
    ("nam", 5),
)
_LOOKALIKES: Final = {"ø": "g", "ß": "g", "€": "e", "£": "e"}
_LETTERS: Final = "abcdđeghiklmnopqrstuvxy"

_NAMED: Final = re.compile(
    r"""
    (?P<name>PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|ĐIỀU|Điều|Điêu|Ðiều|TIỂU\sMỤC|Tiểu\smục) \s+
    (?P<value>(?:thứ|THỨ)\s+\w+ | [IVXLC]+\b | \d{1,3}[a-zđ]?\b | [A-D]\b)
    \s* (?P<close>[.:,\-–/)]|$)? \s*
    """,
    re.VERBOSE,
)
_ROMAN: Final = re.compile(
    r"(?P<value>[IVXL]{1,6}) \s* [.,:/)\-–] (?=\s|\w)(?!v\b) \s*", re.VERBOSE
)
_BARE_ROMAN: Final = re.compile(r"(?P<value>[IVXL]{1,6})\s+(?=[^\W\d_]{2})(?!\w+\b\s*$)")
_CANONICAL: Final = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_CAPITAL: Final = re.compile(r"(?P<value>[A-EGHKĐ])\s*[.)/]\s*(?=[^\W\d_])")
_DECIMALS: Final = re.compile(
    r"(?P<value>\d{1,2}(?:\s?\.\s?\d{1,2}){1,3})(?![\d.,]*[/%]) \s* [.,:)]? (?=\s|[^\W\d_]) \s*",
    re.VERBOSE,
)
_DECIMAL: Final = re.compile(r"(?P<value>\d{1,2}) \s* [.,:/\-–] (?=\s|[^\W\d_]) \s*", re.VERBOSE)
_PARENTHESIS: Final = re.compile(
    r"(?:\( (?P<inner>\d{1,2}|[a-zđ]|[ivx]{1,4}) \) | (?P<value>\d{1,2})\s*\) ) \s*", re.VERBOSE
)
_LETTER: Final = re.compile(r"(?P<value>[a-zđøß€£]|[a-zđ]\d)\s*(?:\)|[./](?=\s))\s*")
_BULLET: Final = re.compile(
    r"""
    (?P<sign> [-–—−‐‑~_¬=]{1,3} | [•·●▪■○◦➢►✓❖♦«»°] | [*+] ) (?![-–—.*+=_~\d]) \s*
    | [-–—+*•~] \s+
    """,
    re.VERBOSE,
)
_SPOKEN: Final = re.compile(
    r"(?:(?P<count>Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Bẩy|Tám|Chín|Mười)\s+là"
    r"|Thứ\s+(?P<place>nhất|hai|ba|tư|năm|sáu|bảy|tám|chín)(?:\s+là)?(?=\s*[,:])"
    r"(?!\s*,\s*(?:thứ|ngày|chủ\s+nhật|\d)))\s*[,:]?\s+",
    re.IGNORECASE,
)
"""`Một là,` `Thứ nhất:` before what they count; `Thứ Hai, ngày …` is a day."""
_SPOKEN_VALUES: Final = {
    word: value
    for value, words in enumerate(
        ("mot nhat", "hai", "ba", "bon tu", "nam", "sau", "bay", "tam", "chin", "muoi"), start=1
    )
    for word in words.split()
}
_SPECKS: Final = re.compile(r"[.,;:'’`|ˆ^¡°\s]{1,4}(?=\S)|-(?=\d{1,2}\.\s)")
_DAMAGED_ROMAN: Final = re.compile(
    r"(?P<value>[IVXLHNTUYWl1|!iJ]{1,5}) (?: \s*[.,:/\-–]\s* | (?<=\w\w)\s+(?=[^\W\d_]{2}) )",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker at the head of a text; the item's own text begins at character `end`.

    `value` is its place in the count (None for bullets), `depth` how many numbers it has (1.1: 2).
    """

    text: str
    kind: MarkerKind
    value: int | None
    depth: int
    end: int


def parse_marker(text: str) -> Marker | None:
    """The marker that `text` opens with, None where there is none.

    >>> parse_marker("1.2. Kinh phí")
    Marker(text='1.2.', kind='decimal', value=2, depth=2, end=5)
    >>> parse_marker("10.000 đồng") is None
    True
    """
    marker = _parse_clean(text)
    specks = _SPECKS.match(text)
    if marker is not None or specks is None:
        return marker
    marker = _parse_clean(text[specks.end() :])
    return marker if marker is None else replace(marker, end=marker.end + specks.end())


def _parse_clean(text: str) -> Marker | None:
    parsers = (_parse_named, _parse_counted, _parse_bullet)
    return next((marker for parse in parsers if (marker := parse(text)) is not None), None)


def parse_damaged_roman(text: str, expected: int) -> Marker | None:
    """The roman marker `expected`, read with letters that look alike (H. for II.), else None.

    >>> parse_damaged_roman("H. NỘI DUNG", 2).value
    2
    """
    match = _DAMAGED_ROMAN.match(text)
    if match is None or match.end() >= len(text):
        return None
    if expected not in _roman_readings(match["value"]):
        return None
    return Marker(match.group().strip(), "roman", expected, 1, match.end())


def roman_value(text: str) -> int:
    """The number that a roman numeral writes.

    >>> roman_value("XIV")
    14
    """
    values = [_ROMAN_DIGITS[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


def _is_canonical(text: str) -> bool:
    """Whether a roman numeral is written as numbers below 50 are."""
    return bool(_CANONICAL.fullmatch(text))


def _roman_readings(text: str) -> frozenset[int]:
    plain = (
        re.sub(r"[l1|!iJTL]", "I", text).replace("Y", "V").replace("U", "II").replace("W", "IV")
    )
    spellings = {plain.replace("H", "II"), plain.replace("N", "IV"), plain.replace("H", "I")}
    spellings |= {"V" if plain == "IV" and text == "W" else plain}
    return frozenset(
        roman_value(spelling) for spelling in spellings if set(spelling) <= set(_ROMAN_DIGITS)
    )


def _parse_named(text: str) -> Marker | None:
    match = _NAMED.match(text)
    if match is None:
        return None
    name = fold(match["name"])
    kind: MarkerKind = "section"
    if name == "phan":
        kind = "division"
    elif name == "chuong":
        kind = "chapter"
    elif name == "dieu":
        kind = "article"
    if kind == "article" and not match["close"]:
        return None
    if kind in ("section", "division") and not match["close"] and not _opens_title(text, match):
        return None
    return Marker(match.group().strip(), kind, _value_of(match["value"]), 1, match.end())


def _opens_title(text: str, match: re.Match[str]) -> bool:
    rest = text[match.end() :]
    return not rest or match["name"].isupper() or rest[:1].isupper()


def _value_of(text: str) -> int | None:
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits.group())
    if set(text) <= set(_ROMAN_DIGITS) and text not in {"C", "L"}:
        return roman_value(text)
    if len(text) == 1:
        return ord(text) - ord("A") + 1
    return next((value for name, value in _ORDINALS if fold(text) == name), None)


def _parse_counted(text: str) -> Marker | None:
    match = _ROMAN.match(text) or _BARE_ROMAN.match(text)
    if match and match.re is _BARE_ROMAN and not text[match.end() :][:1].isupper():
        match = None
    if match and _is_canonical(match["value"]):
        return Marker(match.group().strip(), "roman", roman_value(match["value"]), 1, match.end())
    if match := _CAPITAL.match(text):
        value = "ABCDĐEGHK".index(match["value"]) + 1
        return Marker(match.group().strip(), "capital", value, 1, match.end())
    if match := _DECIMALS.match(text):
        numbers = re.findall(r"\d+", match["value"])
        return Marker(
            match.group().strip(), "decimal", int(numbers[-1]), len(numbers), match.end()
        )
    if match := _DECIMAL.match(text):
        return Marker(match.group().strip(), "decimal", int(match["value"]), 1, match.end())
    if match := _SPOKEN.match(text):
        value = _SPOKEN_VALUES[fold(match["count"] or match["place"])]
        return Marker(match.group().strip(), "ordinal", value, 1, match.end())
    return _parse_lettered(text)


def _parse_lettered(text: str) -> Marker | None:
    if match := _PARENTHESIS.match(text):
        inner = match["inner"] or match["value"]
        value = int(inner) if inner.isdigit() else _LETTERS.find(inner[0]) + 1
        return Marker(match.group().strip(), "parenthesis", value, 1, match.end())
    if match := _LETTER.match(text):
        value = _LETTERS.find(_LOOKALIKES.get(match["value"], match["value"])[0]) + 1
        return Marker(match.group().strip(), "letter", value, 1, match.end())
    return None


def _parse_bullet(text: str) -> Marker | None:
    match = _BULLET.match(text)
    if match is None or match.end() >= len(text):
        return None
    sign = text[0]
    kind: MarkerKind = "dot"
    if sign in "-–—−‐‑~_¬=":
        kind = "dash"
    elif sign == "*":
        kind = "star"
    elif sign == "+":
        kind = "plus"
    return Marker(match.group().strip(), kind, None, 1, match.end())
