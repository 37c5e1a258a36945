"""Whether the text layer of a page can be trusted."""

import re
import unicodedata
from typing import Final

from nlp.pages.pdf import TextFacts

_MANY: Final = 300  # letters painted on a page-filling image: the image is only its background
_HIDDEN: Final = 0.5
_ODD: Final = 0.03  # of all characters
_MARKED: Final = 0.1  # of all letters: Vietnamese text bears marks on a quarter of them
_ENOUGH: Final = 150  # letters on which the share of marks can be judged
_KNOWN: Final = re.compile(
    r"[\sA-Za-z0-9À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ!-/:-@\[-`{-~–—‘’“”…•§°²³−]"
)


def is_trustworthy(facts: TextFacts) -> bool:
    """Whether the text is all that the page shows, in Unicode and in Vietnamese."""
    text = unicodedata.normalize("NFC", facts.text)
    letters = sum(map(str.isalpha, text))
    if not letters or facts.hidden > _HIDDEN:
        return False
    if letters < (_MANY if facts.is_scan else 1):
        return False
    odd = sum(1 for sign in text if not _KNOWN.match(sign))
    return odd <= _ODD * len(text) and (letters < _ENOUGH or _marked(text) >= _MARKED * letters)


def _marked(text: str) -> int:
    return sum(1 for sign in text if sign.isalpha() and not sign.isascii())
