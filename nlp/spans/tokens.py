"""Tokens with exact offsets, and the small steps that the grammars take over them."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Generic, TypeVar

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
LOOKALIKES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("⁄∕／", "/"))
YEAR_DIGITS = 4
_TONES = (
    ("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"),
    ("oè", "òe"), ("oé", "óe"), ("oẻ", "ỏe"), ("oẽ", "õe"), ("oẹ", "ọe"),
    ("uỳ", "ùy"), ("uý", "úy"), ("uỷ", "ủy"), ("uỹ", "ũy"), ("uỵ", "ụy"),
)  # fmt: skip


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """
    One lower-case form of a word, with one way of placing the tone mark.

    >>> fold("Uỷ") == fold("ỦY")
    True
    """
    text = unicodedata.normalize("NFC", text).lower().replace("ð", "đ").translate(LOOKALIKES)
    for new, old in _TONES:
        if text.endswith(new) and not text.endswith("q" + new):
            return text[: -len(new)] + old
    return text


@lru_cache(maxsize=65536)
def skeleton(low: str) -> str:
    """
    A folded word without its diacritics, to compare words that recognition damaged.

    >>> skeleton("quyểt")
    'quyet'
    """
    decomposed = unicodedata.normalize("NFD", low.replace("đ", "d"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


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
    right = BESIDE_NUMBERS.get(skeleton(token.low)) if len(token.low) <= len("tháng") else None
    if right is None or token.low in {right, "sơ"} or not _is_beside(tokens, index, right):
        return token
    return replace(token, low=right)


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
