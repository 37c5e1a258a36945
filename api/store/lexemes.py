"""Text to lexemes: syllables as written and folded, and numbers in one canonical spelling.

PostgreSQL's own parser splits `15/2021/NĐ-CP` and never folds đ, so lexemes are made here.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_SYLLABLE = re.compile(r"[^\W_]+")
_DASHES = "\\-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}"
_NUMBER = re.compile(
    rf"""
    (?<![\w/])
    0*(?P<number>\d+(?:[A-ZĐ](?![^\W\d_]))?)      # 2873, 05, 3176B
    \s*[/{_DASHES}]\s*
    (?:(?P<year>(?:19|20)\d\d)\s*[/{_DASHES}]\s*)?
    (?P<symbol>[^\W\d_]+(?:\s*[/&.{_DASHES}]\s*[^\W\d_]+)*)?
    """,
    re.VERBOSE,
)
_WHOLE_NUMBER = re.compile(
    rf"""
    (?:số\s*:?\s*)?
    0*(?P<number>\d+(?:[A-ZĐ](?![^\W\d_]))?)
    (?:\s*[/{_DASHES}\s]\s*(?P<year>(?:19|20)\d\d)(?=\W|$))?
    \s*[/{_DASHES}]?\s*
    (?P<symbol>[^\W\d_]{{1,8}}(?:[\s/&.{_DASHES}]+[^\W\d_]{{1,8}}){{0,4}})?
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Query:
    """What a user typed: syllables in lower case as written, and canonical numbers.

    `is_number`: the whole query may be the number of a document, as in `2873/kh ubnd` or `2873`.
    """

    words: tuple[str, ...]
    numbers: tuple[str, ...]
    is_number: bool


def fold(text: str) -> str:
    """The text in lower case without any diacritics.

    >>> fold("Bình đẳng GIỚI")
    'binh dang gioi'
    """
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d").replace("ð", "d"))
    return "".join(character for character in plain if not unicodedata.combining(character))


def syllables(text: str) -> tuple[str, ...]:
    """The syllables and digits of a text in lower case, in order.

    >>> syllables("Kế hoạch số 05/HĐ-SNV")
    ('kế', 'hoạch', 'số', '05', 'hđ', 'snv')
    """
    return tuple(_SYLLABLE.findall(unicodedata.normalize("NFC", text).lower()))


def lexemes(text: str) -> frozenset[str]:
    """What a text is found by: each syllable as written and folded."""
    found = set(syllables(text))
    return frozenset(found | {fold(syllable) for syllable in found})


def number_key(text: str) -> str | None:
    """The canonical spelling of a number and symbol; None where the text has no number.

    Blanks, dashes and leading zeros do not count; letters do, HD and HĐ differ.

    >>> number_key("2873 / kh – ubnd"), number_key("05/HĐ-SNV"), number_key("15/2021/NĐ-CP")
    ('2873/KHUBND', '5/HĐSNV', '15/2021/NĐCP')
    """
    match = _WHOLE_NUMBER.fullmatch(_upper(text))
    return _key(match) if match else None


def parse_query(text: str) -> Query:
    """What the user asks for.

    >>> parse_query("kế hoạch 2873/KH-UBND")
    Query(words=('kế', 'hoạch'), numbers=('2873/KHUBND',), is_number=False)
    """
    key = number_key(text)
    if key is not None:
        return Query((), (key,), is_number=True)
    upper, rest, numbers = _upper(text), [], []
    position = 0
    for match in _NUMBER.finditer(upper):
        rest.append(upper[position : match.start()])
        numbers.append(_key(match))
        position = match.end()
    rest.append(upper[position:])
    return Query(syllables(" ".join(rest)), tuple(numbers), is_number=False)


def vector(found: Iterable[str]) -> str:
    """Lexemes as the text of a tsvector; letters and digits only, so nothing needs escaping."""
    return " ".join(f"'{lexeme}'" for lexeme in sorted(found))


def conjunction(found: Iterable[str]) -> str:
    """Lexemes as the text of a tsquery that wants all of them."""
    return " & ".join(f"'{lexeme}'" for lexeme in found)


def _upper(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip().upper().replace("Ð", "Đ")


def _key(match: re.Match[str]) -> str:
    symbol = "".join(_SYLLABLE.findall(match["symbol"] or ""))
    return "/".join(part for part in (match["number"], match["year"], symbol) if part)
