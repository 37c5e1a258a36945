"""Slips of recognition mended in the text of lines; the raw word is always kept.

What is mended: marks of dirt at the ends of a line, letters that only look right (Ð, ⁄), a dash
read as a tilde, Roman numerals, and hook tones lost in common phrases. No digit is ever changed.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from nlp.lexicon.phrasing import HOOKED_PHRASES
from nlp.reading.letters import clean_letters
from nlp.reading.page import Line, Word

_ACUTE, _HOOK, _TILDE = "\u0301", "\u0309", "\u0303"
_TONES: Final = frozenset(("\u0300", _ACUTE, _HOOK, _TILDE, "\u0323"))
_SURE: Final = 0.9  # a mark of punctuation that is surer is no dirt
_DASH: Final = re.compile(r"^[~¬−—–_]+-?$|^-[~'`¬]+$|^~-$")
_DIRT_BEFORE: Final = re.compile(r"^[ˆ`´'‘’_~¬|„‚.,:;‹›]+(?=\w)")
_DIRT: Final = re.compile(r"^[^\w\-+*…/()“”\"%&§]+$|^[|_]+$")
_TILDE_DASH: Final = re.compile(r"(?<=[A-ZĐ\d])~(?=[A-ZĐ])")
_ROMAN: Final = re.compile(
    r"^(?P<numeral>H|HI|IH|IL|II1|I1|1I|IHI|VH|VHI|VIH|VỊ|VỊI|XỊ|XH|XHI|IY)(?P<end>[.)])$"
)
_ROMAN_READ: Final = {
    "H": "II", "HI": "III", "IH": "III", "IL": "II", "IHI": "III", "VH": "VII", "VHI": "VIII",
    "VIH": "VIII", "VỊ": "VI", "VỊI": "VII", "XỊ": "XI", "XH": "XII", "XHI": "XIII", "IY": "IV",
}  # fmt: skip


def mend_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with slips mended; lines without a letter or digit are left out."""
    mended = (mend_line(line) for line in lines)
    return tuple(line for line in mended if line is not None)


def mend_line(line: Line) -> Line | None:
    """The line with slips mended, None where it holds nothing but dirt."""
    words = _without_dirt([_mend_letters(word) for word in line.words])
    if not any(any(map(str.isalnum, word.text)) for word in words):
        return None
    words = _mend_marker(words)
    return Line(tuple(_mend_hooks(words)))


def _mend_letters(word: Word) -> Word:
    text = _TILDE_DASH.sub("-", clean_letters(word.text))
    return replace(word, text=text) if text != word.text else word


def _without_dirt(words: list[Word]) -> list[Word]:
    """The words without marks of dirt before the first and behind the last."""
    while len(words) > 1 and _is_dirt(words[-1]):
        words = words[:-1]
    while len(words) > 1 and _is_dirt(words[0]) and not _DASH.match(words[0].text):
        words = words[1:]
    if words:
        text = _DIRT_BEFORE.sub("", words[0].text)
        words = [replace(words[0], text=text), *words[1:]]
    return words


def _is_dirt(word: Word) -> bool:
    return word.confidence < _SURE and bool(_DIRT.match(word.text))


def _mend_marker(words: list[Word]) -> list[Word]:
    """The dash of a list, or the Roman numeral of a heading, as it was printed."""
    first, text = words[0], words[0].text
    roman = _ROMAN.match(text)
    if len(words) > 1 and _DASH.match(text):
        text = "-"
    elif roman and (len(words) == 1 or words[1].text[:1].isupper()):
        text = _ROMAN_READ.get(roman["numeral"], roman["numeral"]) + roman["end"]
    return [replace(first, text=text), *words[1:]] if text != first.text else words


def _mend_hooks(words: list[Word]) -> list[Word]:
    """The words, lost hook tones put back where two words make a known phrase only with them."""
    mended = list(words)
    for index in range(len(mended) - 1):
        pair = mended[index].text, mended[index + 1].text
        right = mend_phrase(*pair)
        for offset, text in enumerate(right):
            if text != pair[offset]:
                mended[index + offset] = replace(mended[index + offset], text=text)
    return mended


def mend_phrase(first: str, second: str) -> tuple[str, str]:
    """The two words with hook tones put back, as they are where they make no known phrase.

    >>> mend_phrase("bố", "sung,")
    ('bổ', 'sung,')
    """
    cores = _core(first), _core(second)
    phrase = f"{cores[0]} {cores[1]}".lower()
    right = _BY_SKELETON.get(_skeleton(phrase))
    if right is None or right == phrase or not _lost_hooks(phrase, right):
        return first, second
    words = right.split(" ")
    return _put(first, cores[0], words[0]), _put(second, cores[1], words[1])


def _core(text: str) -> str:
    return text.strip(".,;:()“”\"'/-+!?")


def _put(text: str, core: str, right: str) -> str:
    """The text with its core exchanged, in the same case."""
    if core.isupper() and len(core) > 1:
        right = right.upper()
    elif core[:1].isupper():
        right = right[:1].upper() + right[1:]
    return text.replace(core, right, 1)


def _skeleton(text: str) -> str:
    """The text without tones; the shapes of vowels stay."""
    parts = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(sign for sign in parts if sign not in _TONES))


def _lost_hooks(seen: str, right: str) -> bool:
    """Whether the two differ only where a hook was read as an acute, a tilde or nothing."""
    return len(seen) == len(right) and all(
        old == new or (_HOOK in _tone(new) and _tone(old) in {"", _ACUTE, _TILDE})
        for old, new in zip(seen, right, strict=True)
    )


def _tone(sign: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFD", sign) if part in _TONES)


_BY_SKELETON: Final = {_skeleton(phrase): phrase for phrase in HOOKED_PHRASES}
