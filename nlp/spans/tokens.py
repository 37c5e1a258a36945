"""Tokens with exact offsets, and the small steps that the grammars take over them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from nlp.spans.damage import differs_little, mend_word
from nlp.spans.letters import fold, skeleton
from nlp.spans.syllables import is_syllable

T = TypeVar("T")

PIECE = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<grouped>\d{1,3}(?:\.\d{3})+(?!\d))  # 10.000
  | (?P<number>\d+)
  | (?P<run_on>[^\W\d_]+(?<=[a-zà-ỹ]{2})(?=\d)) # ngày32: a word that runs into a number
  | (?P<word>[^\W\d_]\w*)                   # letters, also QH15
  | (?P<dots>\.{2,}|…+|_{2,})               # a blank to be filled in
  | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
# words that stand beside numbers, by their letters without diacritics
BESIDE_NUMBERS = {"ngay": "ngày", "thang": "tháng", "nam": "năm", "so": "số"}
YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Token:
    """text[start:end] of the marked text. `is_glued` tells that no space stands before it."""

    start: int
    end: int
    text: str
    low: str
    is_glued: bool

    @property
    def is_capital(self) -> bool:
        """True where the first letter is upper-case."""
        return self.text[:1].isupper()


Tokens = tuple[Token, ...]


def split_pieces(text: str) -> list[str]:
    """
    All pieces of a text, spaces included: joined they give the text.

    >>> split_pieces("Số 15/KH-UBND")
    ['Số', ' ', '15', '/', 'KH', '-', 'UBND']
    """
    return [match[0] for match in PIECE.finditer(text)]


def tokens_of(pieces: Iterable[tuple[int, str]]) -> Tokens:
    """Tokens of (offset, piece) pairs in order of offset; spaces are dropped."""
    tokens: list[Token] = []
    end = 0
    for offset, piece in pieces:
        if not piece.isspace():
            tokens.append(Token(offset, offset + len(piece), piece, fold(piece), offset == end))
            end = offset + len(piece)
    return tuple(_mend(tokens, index) for index in range(len(tokens)))


def _mend(tokens: list[Token], index: int) -> Token:
    """The token, its folded text mended where numbers beside it show the word: ngay 24/10."""
    token = tokens[index]
    right = _beside_numbers(token)
    if right and token.low not in {right, "sơ"} and _is_beside(tokens, index, right):
        return replace(token, low=right)
    mended = _mend_damaged(tokens, index)
    return replace(token, low=mended) if mended else token


def _beside_numbers(token: Token) -> str | None:
    """`ngày`, `tháng`, `năm`, `số` by their letters, or by all but one in what is no syllable."""
    if not 1 < len(token.low) <= len("tháng") + 1 or token.text.isdigit():
        return None
    bare = skeleton(token.low)
    if bare in BESIDE_NUMBERS or is_syllable(token.low):
        return BESIDE_NUMBERS.get(bare)
    near = (right for word, right in BESIDE_NUMBERS.items() if differs_little(word, bare))
    return next(near, None) if len(bare) > 1 + len("so") else None


def _mend_damaged(tokens: list[Token], index: int) -> str | None:
    """What a word that is no syllable must have been between its neighbours: kế hoọch → hoạch."""
    token = tokens[index]
    is_word = token.text.isalnum() and not token.text.isdigit()
    if not is_word or len(token.text) == 1 or is_symbol_like(token.text) or is_syllable(token.low):
        return None
    before = tokens[index - 1].low if index else ""
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    return mend_word(before, token.low, after)


def is_symbol_like(text: str) -> bool:
    """True for letters of an abbreviation or a symbol, which are never mended: UBND, TTg, QH15."""
    return sum(char.isupper() for char in text) > 1 and not text[1:].islower()


def _is_beside(tokens: list[Token], index: int, right: str) -> bool:
    before = tokens[index - 1].text if index else ""
    following = [token.text for token in tokens[index + 1 : index + 3]] + ["", ""]
    if not following[0][:1].isdigit():
        return False
    if right == "tháng":
        return before[-1:].isdigit()
    if right == "năm":
        return before[-1:].isdigit() and len(following[0]) == YEAR_DIGITS
    if right == "ngày":
        return following[1] in {"/", "-"} or skeleton(fold(following[1])) == "thang"
    return following[1] in {"/", "-"} and before[:1].isalpha()


def tokenize(text: str) -> Tokens:
    """Tokens of a text, without spaces."""
    return tokens_of((match.start(), match[0]) for match in PIECE.finditer(text))


def low_at(tokens: Tokens, index: int) -> str:
    """Folded text of the token there, an empty string outside of the text."""
    return tokens[index].low if 0 <= index < len(tokens) else ""


class Phrases(Generic[T]):
    """Phrases of one or more words, each with a value; the longest one wins."""

    def __init__(self, rows: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in rows:
            words = tuple(self._key(token.low) for token in tokenize(phrase))
            self._by_first.setdefault(words[0], []).append((words, value))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def match(self, tokens: Tokens, index: int) -> tuple[int, T] | None:
        """Index behind the longest phrase that starts at `index`, and its value."""
        if not 0 <= index < len(tokens):
            return None
        for words, value in self._by_first.get(self._key(tokens[index].low), ()):
            if len(words) == 1 or self._stands(words, tokens, index):
                return index + len(words), value
        return None

    @property
    def firsts(self) -> frozenset[str]:
        """The words with which a phrase may begin."""
        return frozenset(self._by_first)

    def match_before(self, tokens: Tokens, index: int, reach: int = 8) -> tuple[int, T] | None:
        """Start and value of the longest phrase that ends right before `index`."""
        for start in range(max(0, index - reach), index):
            for words, value in self._by_first.get(self._key(low_at(tokens, start)), ()):
                if len(words) == index - start and self._stands(words, tokens, start):
                    return start, value
        return None

    def _stands(self, words: tuple[str, ...], tokens: Tokens, start: int) -> bool:
        if start + len(words) > len(tokens):
            return False
        for token, word in zip(tokens[start : start + len(words)], words, strict=True):
            if self._key(token.low) != word:
                return False
        return True

    def _key(self, low: str) -> str:
        return low


class BarePhrases(Phrases[T]):
    """Phrases compared without diacritics, for words that recognition damaged."""

    def _key(self, low: str) -> str:
        return skeleton(low)
