"""Numbers in print that were read with doubt, read again by themselves.

A line is read as words, and a doubtful digit takes the likeliest shape (2023 read as 2028). Two
enlarged looks at the word alone that agree, and are surer, decide; they may change digits only,
never how many there are or what stands between them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from nlp.pages.image import Grey
from nlp.reading.engine import OcrEngine, OcrWord
from nlp.reading.second import Look, read_region

_DOUBT: Final = 0.8  # confidence below which a number is read again
_SURER: Final = 0.1  # by so much must both looks be surer
_FINE: Final = (330.0, 420.0)  # dpi of the looks
_MOST: Final = 12  # words of one page
_FIGURE: Final = re.compile(r"\d[\d./-]*\d")  # two digits at least


def read_figures_again(
    words: Sequence[OcrWord], grey: Grey, dpi: float, engine: OcrEngine
) -> tuple[OcrWord, ...]:
    """The words, doubtful numbers as two enlarged looks in `grey` (at `dpi`) both read them."""
    doubtful = [
        word
        for word in words
        if word.confidence < _DOUBT and _FIGURE.search(word.text) is not None
    ]
    doubtful.sort(key=lambda word: word.confidence, reverse=True)
    better = {id(word): _seen_again(word, grey, dpi, engine) for word in doubtful[:_MOST]}
    return tuple(better.get(id(word), word) for word in words)


def _seen_again(word: OcrWord, grey: Grey, dpi: float, engine: OcrEngine) -> OcrWord:
    found = _FIGURE.search(word.text)
    if found is None:
        return word
    said: set[str] = set()
    sure = 1.0
    for fine in _FINE:
        place = (word.left, word.top, word.right, word.bottom)
        looks = read_region(grey, dpi, place, engine, Look("line", fine))
        figure = _FIGURE.search("".join(look.text for look in looks))
        sure = min((sure, *(look.confidence for look in looks)))
        if figure is None or _shape(figure.group()) != _shape(found.group()):
            return word
        said.add(figure.group())
    if len(said) > 1 or sure < word.confidence + _SURER:
        return word
    text = word.text[: found.start()] + said.pop() + word.text[found.end() :]
    return replace(word, text=text, confidence=sure)


def _shape(figure: str) -> str:
    return re.sub(r"\d", "0", figure)
