"""The words that say what to do: where they begin, the names of those who do it have ended."""

import re
from typing import Final

from nlp.lexicon.schema import load_lexicon
from nlp.statements.folding import fold

_ACTIONS: Final = sorted(load_lexicon().words("action"))
_ONE: Final = "|".join(words for words in _ACTIONS if " " not in words)
_SEVERAL: Final = "|".join(fold(words).replace(" ", "[ ]+") for words in _ACTIONS if " " in words)
_NOUNS: Final = sorted(load_lexicon().words("thing"))
_SURE: Final = re.compile(rf"(?<!\w)(?:{'|'.join(_NOUNS)}|(?P<act>{_ONE}))(?!\w)", re.IGNORECASE)
_THINGS: Final = re.compile(
    rf"(?<!\w)(?:{'|'.join(fold(words) for words in _NOUNS if ' ' in words)})(?!\w)"
)
_FOLDED: Final = re.compile(rf"(?<!\w)(?:{_SEVERAL})(?!\w)")


def opens_with_action(text: str) -> bool:
    """Whether the text begins with a word that says what to do; lost tone marks don't hide it.

    >>> opens_with_action("Rà soát hồ sơ"), opens_with_action("Sở Nội vụ")
    (True, False)
    """
    text = text.lstrip(" -+•._~")
    sure = _SURE.match(text)
    return bool((sure and sure["act"]) or _several(fold(text[:40]), 0, only_first=True))


def find_action(text: str, start: int, end: int | None = None) -> int | None:
    """Where the first word that says what to do begins at or after `start`."""
    stop = len(text) if end is None else end
    sure = next((each for each in _SURE.finditer(text, start, stop) if each["act"]), None)
    found = (sure, _several(fold(text[:stop]), start))
    return min((each.start() for each in found if each), default=None)


def _several(folded: str, start: int, *, only_first: bool = False) -> re.Match[str] | None:
    """The first words of action of several syllables that open no name of a thing."""
    for found in _FOLDED.finditer(folded, start):
        if only_first and found.start() > start:
            return None
        if _THINGS.match(folded, found.start()) is None:
            return found
    return None
