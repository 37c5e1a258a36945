"""The word `tỉnh` before the name of a province, whatever tone was read on it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from nlp.lexicon.areas import area_key
from nlp.lexicon.units import unit_rows
from nlp.reading.page import Word
from nlp.reading.tones import bare_letters, in_case

_EDGES: Final = ".,;:()“”\"'/-"
_LEVEL: Final = "tỉnh"
_LENGTHS: Final = (3, 2)  # words of the name of a province


def mend_areas(words: Sequence[Word]) -> list[Word]:
    """The words of a line, `tỉnh` put right where the name of a province follows it."""
    mended = list(words)
    for index, word in enumerate(words):
        core = word.text.strip(_EDGES)
        if core.lower() == _LEVEL or bare_letters(core) != bare_letters(_LEVEL):
            continue
        if word.text.endswith(core) and _opens_with_province(words[index + 1 :]):
            text = word.text.replace(core, in_case(_LEVEL, core), 1)
            mended[index] = replace(word, text=text)
    return mended


def _opens_with_province(words: Sequence[Word]) -> bool:
    """Whether words begin with the whole name of a province, as Thái Bình Dương does not."""
    for length in _LENGTHS:
        if len(words) < length:
            continue
        name, behind = words[:length], words[length : length + 1]
        text = " ".join(word.text for word in name).rstrip(_EDGES)
        goes_on = text.endswith(name[-1].text) and behind and behind[0].text[:1].isupper()
        if text.istitle() and not goes_on and area_key(text) in _provinces():  # no Dương behind
            return True
    return False


@lru_cache(maxsize=1)
def _provinces() -> frozenset[str]:
    """The keys of the names of all provinces, former ones too, without their level."""
    names = {name for row in unit_rows() for name in row[:2]}
    levels = f"{_LEVEL} "
    return frozenset(area_key(name.removeprefix(levels)) for name in names if levels in name)
