"""Whether the text layer of a page can be trusted."""

import re
from collections.abc import Sequence
from typing import Final

from nlp.lexicon.syllables import is_syllable

_HIDDEN: Final = 0.5
_UNSAID: Final = 0.5  # of the letter-like ink: the page is a scan, or drawn in curves
_ODD: Final = 0.03  # of all characters
_MARKED: Final = 0.1  # of all letters: Vietnamese text bears marks on a quarter of them
_ENOUGH: Final = 150  # letters on which the share of marks can be judged
_GARBLED: Final = 0.3  # of the words in small letters; good text has one in thirty
_WORDS: Final = 30  # on which the share of garbled ones can be judged
_UNMAPPED: Final = re.compile(r"\(cid:\d+\)")
_KNOWN: Final = re.compile(
    r"[\sA-Za-z0-9À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíòóõôùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ!-/:-@\[-`{-~–—‘’“”…•·●▪■○◦➢►✓§°²³]"
)


def is_trustworthy(words: Sequence[str], hidden: float, unsaid: float) -> bool:
    """Whether the words are all that the page shows, in Unicode and in Vietnamese.

    `hidden` is the share of the layer's letters that nobody sees, `unsaid` the share of
    letter-like ink on the page that the layer does not tell.
    """
    text = _UNMAPPED.sub("\ufffd", " ".join(words))
    letters = sum(map(str.isalpha, text))
    if not letters or hidden > _HIDDEN or unsaid > _UNSAID:
        return False
    odd = sum(1 for sign in text if not _KNOWN.match(sign))
    if odd > _ODD * len(text):
        return False
    return (letters < _ENOUGH or _marked(text) >= _MARKED * letters) and not _is_garbled(words)


def _marked(text: str) -> int:
    return sum(1 for sign in text if sign.isalpha() and not sign.isascii())


def _is_garbled(words: Sequence[str]) -> bool:
    small = [word for word in (word.strip(".,;:()“”") for word in words) if word.islower()]
    garbled = sum(1 for word in small if not is_syllable(word))
    return len(small) >= _WORDS and garbled > _GARBLED * len(small)
