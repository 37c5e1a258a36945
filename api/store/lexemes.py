"""Text to lexemes: syllables as written and folded, pairs of them, numbers in one spelling.

PostgreSQL's own parser splits `15/2021/NĐ-CP` and never folds đ, so lexemes are made here.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from nlp.lexicon.schema import load_lexicon

_SYLLABLE = re.compile(r"[^\W_]+")
_DASHES = "\\-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}"
# Letters of a symbol; those of the National Assembly bear the number of its term: QH11.
_LETTERS = r"(?:UBTVQH\d\d|QH\d\d|[^\W\d_]{1,8}(?!\w))"
_SEPARATORS = re.compile(rf"\s*[/&.{_DASHES}]\s*")
_VOWELS = re.compile("[aeiouy]")
_WHOLE_NUMBER = re.compile(
    rf"""
    (?:số\s*:?\s*)?
    0*(?P<number>\d+(?:[A-ZĐ](?![^\W\d_]))?)
    (?:\s*[/{_DASHES}\s]\s*(?P<year>(?:19|20)\d\d)(?=\W|$))?
    \s*[/{_DASHES}]?\s*
    (?P<symbol>{_LETTERS}(?:[\s/&.{_DASHES}]+{_LETTERS}){{0,4}})?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER = re.compile(
    rf"""
    (?<![\w/])
    0*(?P<number>\d+(?:[A-ZĐ](?![^\W\d_]))?)      # 2873, 05, 3176B
    \s*[/{_DASHES}]\s*
    (?:(?P<year>(?:19|20)\d\d)\s*[/{_DASHES}]\s*)?
    (?P<symbol>{_LETTERS}(?:\s*[/&.{_DASHES}]\s*{_LETTERS})*)?
    """,
    re.VERBOSE,
)


class _Folds(dict[int, str]):
    """A table for str.translate that learns each letter when it is first met."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFD", chr(code))
        folded = "".join(letter for letter in plain if not unicodedata.combining(letter))
        self[code] = folded
        return folded


_FOLDS = _Folds({ord("đ"): "d", ord("ð"): "d"})


def fold(text: str) -> str:
    """The text in lower case without any diacritics.

    >>> fold("Bình đẳng GIỚI")
    'binh dang gioi'
    """
    return text.lower().translate(_FOLDS)


def syllables(text: str) -> tuple[str, ...]:
    """The syllables and digits of a text in lower case, in order.

    >>> syllables("Kế hoạch số 05/HĐ-SNV")
    ('kế', 'hoạch', 'số', '05', 'hđ', 'snv')
    """
    return tuple(_SYLLABLE.findall(unicodedata.normalize("NFC", text).lower()))


def pairs(words: Sequence[str]) -> tuple[str, ...]:
    """Each two syllables that follow each other, folded.

    >>> pairs(("bình", "đẳng", "giới"))
    ('binh_dang', 'dang_gioi')
    """
    folded = [fold(word) for word in words]
    return tuple(f"{first}_{second}" for first, second in pairwise(folded))


def lexemes(text: str) -> frozenset[str]:
    """What a text is found by: each syllable as written and folded, and each pair of them.

    >>> sorted(lexemes("Bình đẳng"))
    ['binh', 'binh_dang', 'bình', 'dang', 'đẳng']
    """
    words = syllables(text)
    found = set(words)
    return frozenset(found | {fold(word) for word in found} | set(pairs(words)))


def number_key(text: str) -> str | None:
    """The canonical spelling of a number and symbol; None where the text has no number.

    Blanks, dashes and leading zeros do not count; letters do, HD and HĐ differ.

    >>> number_key("2873 / kh – ubnd"), number_key("05/HĐ-SNV"), number_key("15/2021/NĐ-CP")
    ('2873/KHUBND', '5/HĐSNV', '15/2021/NĐCP')
    """
    match = _WHOLE_NUMBER.fullmatch(_upper(text))
    return _key(match) if match and _is_whole(match) else None


def split_numbers(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without the numbers of documents in it, and those numbers in canonical spelling.

    >>> split_numbers("kế hoạch 2873/KH-UBND năm 2018")
    ('KẾ HOẠCH  NĂM 2018', ('2873/KHUBND',))
    """
    upper = _upper(text)
    numbers = tuple(_key(match) for match in _NUMBER.finditer(upper))
    return _NUMBER.sub("", upper), numbers


def vector(found: Iterable[str]) -> str:
    """Lexemes as the text of a tsvector; none holds a quote or a backslash."""
    return " ".join(f"'{lexeme}'" for lexeme in sorted(found))


def _is_whole(match: re.Match[str]) -> bool:
    """Whether all of it is a number: what stands apart by a blank must look like a symbol."""
    symbol = match["symbol"] or ""
    is_apart = match.string[: match.start("symbol")].endswith(" ") if symbol else False
    runs = [run.split() for run in _SEPARATORS.split(symbol)]
    apart = [part for run in runs for part in run[1:]] + (runs[0][:1] if is_apart else [])
    return all(part in _symbols() or not _VOWELS.search(fold(part)) for part in apart)


@cache
def _symbols() -> frozenset[str]:
    """The letters that stand for types and organs in symbols, in upper case."""
    lexicon = load_lexicon()
    types = (symbol for row in lexicon.type for symbol in row.symbols)
    organs = (row.letters for row in lexicon.symbol)
    return frozenset(letters.upper() for letters in (*types, *organs))


def _upper(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip().upper().replace("Ð", "Đ")


def _key(match: re.Match[str]) -> str:
    symbol = "".join(_SYLLABLE.findall(match["symbol"] or ""))
    return "/".join(part for part in (match["number"], match["year"], symbol) if part)
