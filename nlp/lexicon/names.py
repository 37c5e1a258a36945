"""The syllables that names of people are made of."""

import unicodedata
from functools import lru_cache
from importlib.resources import files
from typing import Final

_FAMILY: Final = "[family]"
_ABOVE: Final = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309"), "\u0300")
_ALIKE: Final = str.maketrans("oec", "aaa")  # letters that a line across them makes one another


@lru_cache(maxsize=1)
def name_syllables() -> frozenset[str]:
    """The syllables of family, middle and given names, each with a capital letter.

    >>> "Nguyễn" in name_syllables(), "Ngục" in name_syllables()
    (True, False)
    """
    return frozenset().union(*_sections().values())


@lru_cache(maxsize=1)
def family_names() -> frozenset[str]:
    """The family names, with their marks.

    >>> "Đinh" in family_names(), "Định" in family_names()
    (True, False)
    """
    return _sections()[_FAMILY]


def is_settled(word: str, *, is_family: bool) -> bool:
    """Whether the letters of a part of a name tell its marks: no other known name has them.

    >>> is_settled("Nguyễn", is_family=True), is_settled("Quảng", is_family=True)
    (True, False)
    >>> is_settled("Thắng", is_family=False)  # or Thăng
    False
    """
    known = family_names() if is_family else name_syllables()
    return _of_letters(known).get(bare(word)) == (word,)


def near_family_name(word: str) -> str:
    """The word, or the only family name that has its letters, but for what a stroke may change.

    That are its marks, or else its marks and letters that look alike, or the marks of tone above
    a letter.

    >>> near_family_name("Định"), near_family_name("Là"), near_family_name("Hã")
    ('Đinh', 'Lò', 'Hà')
    """
    if word in family_names():
        return word
    ways = (bare, _blurred, _with_marks_alike)
    like = ([name for name in sorted(family_names()) if way(name) == way(word)] for way in ways)
    return next((names[0] for names in like if len(names) == 1), word)


def _with_marks_alike(word: str) -> str:
    """A word whose marks of tone above its letters are the same."""
    return unicodedata.normalize("NFD", word).translate(_ABOVE)


def bare(text: str) -> str:
    """The letters in lower case, without the marks on them."""
    letters = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()


def _blurred(word: str) -> str:
    return unicodedata.normalize("NFD", word).translate(_ALIKE)


@lru_cache(maxsize=2)
def _of_letters(names: frozenset[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name in sorted(names):
        found[bare(name)] = (*found.get(bare(name), ()), name)
    return found


@lru_cache(maxsize=1)
def _sections() -> dict[str, frozenset[str]]:
    lines = files("nlp.lexicon").joinpath("names.txt").read_text("utf-8").splitlines()
    found: dict[str, list[str]] = {}
    section = ""
    for line in lines:
        if line.startswith("["):
            section = line
        elif not line.startswith("#"):
            found.setdefault(section, []).extend(line.split())
    return {section: frozenset(words) for section, words in found.items()}
