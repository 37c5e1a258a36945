"""Numbers as they are written: digits, damaged digits, Roman numerals and number words."""

import re
from dataclasses import dataclass

from nlp.lexicon.schema import load_lexicon
from nlp.spans.tokens import Tokens, low_at

QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
STROKES = str.maketrans(dict.fromkeys("l1|!íìị", "i") | {"h": "ii", "y": "v"})
MOST_STROKES = 4
WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9,    "mười": 10, "mươi": 10, "lăm": 5, "nhăm": 5, "mốt": 1,
}  # fmt: skip
MOST_DIGITS = 12
DAMAGED = re.compile(r"[0-9OoQDlI|iSBZ]{1,6}")
LOOKALIKES = {wrong: row.right for row in load_lexicon().digit for wrong in row.wrong}


@dataclass(frozen=True, slots=True)
class Numeral:
    """
    A number that ends before token `end`.

    `digits` as they stand, mended where `is_suspicious`.
    """

    end: int
    digits: str
    is_suspicious: bool = False

    @property
    def value(self) -> int:
        """The number."""
        return int(self.digits)


def parse_numeral(tokens: Tokens, index: int) -> Numeral | None:
    """
    Digits at `index`, also where recognition put letters among them (2O18, l5).

    A letter is taken for a digit only beside a real digit.
    """
    if index >= len(tokens):
        return None
    first = tokens[index].text
    if not (first[0].isdigit() or DAMAGED.fullmatch(first)):
        return None
    end, piece = index + 1, first
    while (
        end < len(tokens)
        and tokens[end].is_glued
        and DAMAGED.fullmatch(tokens[end].text)
        and not piece_is_unit(tokens, end)
    ):
        piece, end = piece + tokens[end].text, end + 1
    if len(piece) > MOST_DIGITS:
        return None
    if piece.isascii() and piece.isdigit():
        return Numeral(end, piece)
    return _mended(piece, end)


def parse_quarter_number(tokens: Tokens, index: int) -> Numeral | None:
    """
    The number of a quarter, Roman or not; suspicious where strokes were misread (H, Il, 1V).

    >>> from nlp.spans.tokens import tokenize
    >>> parse_quarter_number(tokenize("H/2022"), 0)
    Numeral(end=1, digits='2', is_suspicious=True)
    """
    low = low_at(tokens, index)
    if low in QUARTERS and not _goes_on(tokens, index + 1):
        return Numeral(index + 1, str(QUARTERS[low]))
    end, strokes = index, ""
    while end < len(tokens) and (end == index or _goes_on(tokens, end)):
        strokes, end = strokes + tokens[end].low, end + 1
    value = QUARTERS.get(strokes.translate(STROKES)) if len(strokes) <= MOST_STROKES else None
    return Numeral(end, str(value), is_suspicious=True) if value else None


def _goes_on(tokens: Tokens, index: int) -> bool:
    """True for a stroke right behind another one."""
    return (
        index < len(tokens)
        and tokens[index].is_glued
        and set(tokens[index].low.translate(STROKES)) <= {"i", "v"}
    )


def piece_is_unit(tokens: Tokens, index: int) -> bool:
    """True where a letter behind digits is a suffix of its own (3176B/QĐ), not a damaged digit."""
    is_part = low_at(tokens, index + 2)[:1].isdigit()  # of a date: 2B/10/2025
    is_suffix = tokens[index].text in {"B", "D"} and low_at(tokens, index + 1) in {"/", "-"}
    return is_suffix and not is_part


def _mended(piece: str, end: int) -> Numeral | None:
    digits = "".join(LOOKALIKES.get(char, char) for char in piece)
    has_digit = any(char.isascii() and char.isdigit() for char in piece)
    is_number = digits.isascii() and digits.isdigit()
    return Numeral(end, digits, is_suspicious=True) if has_digit and is_number else None


def parse_count(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """
    End and value of a count, also stated twice or in words: 05 (năm), mười, 10.

    >>> from nlp.spans.tokens import tokenize
    >>> parse_count(tokenize("05 (năm) ngày"), 0)
    (4, 5)
    """
    numeral = parse_numeral(tokens, index)
    if numeral:
        return _skip_bracket(tokens, numeral.end), numeral.value
    word = WORDS.get(low_at(tokens, index))
    if word is None:
        return None
    following = WORDS.get(low_at(tokens, index + 1))
    if following is None:
        return _skip_bracket(tokens, index + 1), word
    value = word + following if word >= WORDS["mười"] else word * 10
    return _skip_bracket(tokens, index + 2), value


def _is_count(tokens: Tokens, index: int) -> bool:
    return low_at(tokens, index) in WORDS or tokens[index].text.isdigit()


def _skip_bracket(tokens: Tokens, index: int) -> int:
    if low_at(tokens, index) != "(":
        return index
    for end in range(index + 1, min(index + 5, len(tokens))):
        if low_at(tokens, end) == ")":
            return end + 1 if all(_is_count(tokens, k) for k in range(index + 1, end)) else index
    return index
