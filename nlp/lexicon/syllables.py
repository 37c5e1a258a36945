"""Which letters make a Vietnamese syllable.

Source: the sounds of the language as every school grammar has them: a first consonant, a rhyme
and a tone, where rhymes that end in c, ch, p and t bear only the acute tone or the dot.
"""

import unicodedata
from functools import lru_cache
from typing import Final

_TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")
_STOPPED: Final = frozenset(("", "\u0301", "\u0323"))
_ONSETS: Final = (
    *("ngh", "ng", "gh", "gi", "kh", "nh", "ph", "qu", "th", "tr", "ch", "b", "c", "d", "đ", "g"),
    *("h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x"),
)
_ENDINGS: Final = {  # by the vowels that a rhyme begins with
    "a": " c ch i m n ng nh o p t u y k",
    "ă": "c m n ng p t k",
    "â": "c m n ng p t u y",
    "e": " c m n ng o p t",
    "ê": " ch m n ng nh p t u",
    "i": " ch m n nh p t u a êc êm ên êng êp êt êu",
    "o": " c i m n ng p t oc ong",
    "oa": " c ch i m n ng nh o p t y",
    "oă": "c m n ng t",
    "oe": " n o t",
    "ô": " c i m n ng p t",
    "ơ": " i m n p t",
    "u": " c i m n ng p t a ôc ôi ôm ôn ông ôt",
    "uâ": "n ng t y",
    "uê": " ch n nh",
    "uơ": " ",
    "uy": " a ch nh n t p u ên êt",
    "ư": " c i m ng t u a ơc ơi ơm ơn ơng ơp ơt ơu",
    "y": " êm ên êt êu",
}
_RHYMES: Final = frozenset(
    vowels + ending for vowels, endings in _ENDINGS.items() for ending in endings.split(" ")
)


@lru_cache(maxsize=65536)
def is_syllable(text: str) -> bool:
    """Whether the word, in any case, is spelled as a syllable of Vietnamese can be.

    >>> is_syllable("Tường"), is_syllable("nghiệp"), is_syllable("hcp"), is_syllable("tôt")
    (True, True, False, False)
    """
    bare, tones = split_tone(text)
    return len(tones) <= 1 and any(_fits(rhyme, tones) for rhyme in _rhymes(bare))


@lru_cache(maxsize=65536)
def split_tone(text: str) -> tuple[str, str]:
    """The syllable in small letters without its tone, and the combining sign of the tone.

    Both ways to place a tone (hòa, hoà) give the same.

    >>> split_tone("Hoà") == split_tone("hòa") == ("hoa", "\u0300")
    True
    """
    letters = unicodedata.normalize("NFD", text.lower())
    tones = "".join(sign for sign in letters if sign in _TONES)
    bare = "".join(sign for sign in letters if sign not in _TONES)
    return unicodedata.normalize("NFC", bare), tones


def _rhymes(bare: str) -> list[str]:
    """What may be the rhyme of a syllable without its tone; gì, gìn and giêng share their i."""
    found = [bare.removeprefix(onset) for onset in _ONSETS if bare.startswith(onset)]
    if bare.startswith("gi"):
        found.append(bare[1:])
    return [bare, *found]


def _fits(rhyme: str, tone: str) -> bool:
    if rhyme not in _RHYMES:
        return False
    stopped = rhyme.endswith(("c", "ch", "p", "t", "k"))
    return not stopped or (tone in _STOPPED and bool(tone))
