"""Words mended where the same words elsewhere in the document agree on another tone.

A directive repeats the words of its subject. Where recognition reads one of them otherwise than
most times between the same neighbours (quản lý về được và mỹ phẩm, elsewhere dược), the reading
that most agree on is right. No digit is changed, and the raw word is kept.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import itemgetter
from typing import Final

from nlp.lexicon.syllables import is_syllable, split_tone
from nlp.reading.page import Line, PageReading, Word
from nlp.reading.tones import bare_letters, in_case, is_known_pair

_EDGES: Final = ".,;:()“”\"'/-+!?"
_LEAST: Final = 2  # letters
_SAID: Final = 2  # times that the right word must be read
_TIMES: Final = 3  # as often as the wrong one
_SURE: Final = 0.98  # a word surer than this stands as it was read

Place = tuple[int, int, int]  # page, line, word
Context = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class _Token:
    place: Place
    core: str
    letters: str
    confidence: float
    is_title: bool


def agree_on_words(pages: Sequence[PageReading]) -> tuple[PageReading, ...]:
    """The pages, words on scans read as most of their repetitions are."""
    tokens = list(_tokens(pages))
    meant = dict(_mended(tokens))
    if not meant:
        return tuple(pages)
    return tuple(
        replace(
            page,
            lines=tuple(
                Line(
                    tuple(
                        _written(word, meant.get((at, row, index)))
                        for index, word in enumerate(line.words)
                    )
                )
                for row, line in enumerate(page.lines)
            ),
        )
        for at, page in enumerate(pages)
    )


def _written(word: Word, meant: str | None) -> Word:
    core = word.text.strip(_EDGES)
    if meant is None:
        return word
    return replace(word, text=word.text.replace(core, in_case(meant, core), 1))


def _tokens(pages: Sequence[PageReading]) -> Iterator[_Token]:
    for at, page in enumerate(pages):
        if page.origin != "ocr":
            continue
        for row, line in enumerate(page.lines):
            for index, word in enumerate(line.words):
                core, place = word.text.strip(_EDGES), (at, row, index)
                letters, is_title = bare_letters(core), core.istitle()
                yield _Token(place, core.lower(), letters, word.confidence, is_title)


def _mended(tokens: Sequence[_Token]) -> Iterator[tuple[Place, str]]:
    """Where a word was read otherwise than its repetitions, with what they are read as."""
    places: dict[Context, list[int]] = defaultdict(list)
    for index in range(len(tokens)):
        for context in _contexts(tokens, index):
            places[context].append(index)
    for index, token in enumerate(tokens):
        if len(token.core) < _LEAST or not token.core.isalpha() or token.confidence >= _SURE:
            continue
        if _bears(tokens, index) or _is_in_name(tokens, index):
            continue
        meant = _meant(tokens, index, places)
        if meant is not None:
            yield token.place, meant


def _meant(
    tokens: Sequence[_Token], index: int, places: Mapping[Context, Sequence[int]]
) -> str | None:
    """What most repetitions of a word are read as, None where they do not tell.

    Where none has both its neighbours, the word must make a compound with the one that differs.
    """
    contexts = list(_contexts(tokens, index))
    alike = {at for context in contexts for at in places[context]}
    votes = Counter(split_tone(tokens[at].core) for at in alike)
    best, count = max(votes.items(), key=itemgetter(1), default=(("", ""), 0))
    if count < max(_SAID, _TIMES * votes[split_tone(tokens[index].core)]):
        return None
    said = [at for at in alike if split_tone(tokens[at].core) == best]
    meant = tokens[said[0]].core
    both = {at for context in contexts if context[0].startswith("1") for at in places[context]}
    near = [token.core for token in tokens[max(0, index - 1) : index + 2]]
    is_borne = not both.isdisjoint(said) or any(
        is_known_pair(*pair) for pair in ((near[0], meant), (meant, near[-1]))
    )
    return meant if is_borne and is_syllable(meant) else None


def _bears(tokens: Sequence[_Token], index: int) -> bool:
    """Whether the word makes a compound with a neighbour."""
    near = [token.core for token in tokens[max(0, index - 1) : index + 2]]
    return any(is_known_pair(*both) for both in pairwise(near))


def _is_in_name(tokens: Sequence[_Token], index: int) -> bool:
    """Whether the word and one beside it begin with a capital alone, as in a name."""
    near = tokens[max(0, index - 1) : index + 2]
    return tokens[index].is_title and sum(token.is_title for token in near) > 1


def _contexts(tokens: Sequence[_Token], index: int) -> Iterator[Context]:
    """A word with two neighbours: both before it, one on each side, both behind it."""
    if not tokens[index].letters.isalpha():
        return
    for first in range(max(0, index - 2), min(index, len(tokens) - 3) + 1):
        window = tokens[first : first + 3]
        if all(token.letters.isalpha() for token in window):
            yield f"{index - first}{window[0].letters}", window[1].letters, window[2].letters
