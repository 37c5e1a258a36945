"""What can be told of printed text by its letters alone."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

_NOT_WORD: Final = re.compile(r"[^a-z0-9]+")
_CAPITALS: Final = 0.8


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The text in lower case without diacritics, for comparing what was read with damage.

    >>> fold("ĐẾN  Ngày")
    'den  ngay'
    """
    plain = unicodedata.normalize(
        "NFD", text.replace("Đ", "D").replace("đ", "d").replace("Ð", "D")
    )
    return "".join(mark for mark in plain if not unicodedata.combining(mark)).lower()


@lru_cache(maxsize=8192)
def squeeze(text: str) -> str:
    """The folded letters and digits alone.

    >>> squeeze("K Ế  H O Ạ C H:")
    'kehoach'
    """
    return _NOT_WORD.sub("", fold(text))


def likeness(text: str, other: str) -> float:
    """How like two texts are, blanks, case and diacritics aside, in [0, 1].

    >>> likeness("SỞ Y TẺ", "Sở Y tế")
    1.0
    """
    return fuzz.ratio(squeeze(text), squeeze(other)) / 100


def is_like(text: str, name: str, least: float = 0.85) -> bool:
    """Whether `text` is `name`, blanks, diacritics and a little damage aside.

    >>> is_like("KÊ HOACH", "KẾ HOẠCH"), is_like("KẾ TOÁN", "KẾ HOẠCH")
    (True, False)
    """
    return likeness(text, name) >= least


def upper_share(text: str) -> float:
    """The share of upper-case letters among the letters, 0 where there are none.

    >>> upper_share("SỞ Y tế")
    0.6
    """
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) / len(letters) if letters else 0.0


def is_upper(text: str) -> bool:
    """Whether the text is print in capitals, a stray small letter allowed."""
    return upper_share(text) >= _CAPITALS


def has_print(text: str) -> bool:
    """Whether the text holds a letter or digit, and not specks alone."""
    return any(mark.isalnum() and unicodedata.category(mark) != "Lm" for mark in text)


def letter_count(text: str) -> int:
    """How many letters the text holds."""
    return sum(letter.isalpha() for letter in text)
