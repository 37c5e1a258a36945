"""
Numbers and symbols of documents.

`30/2020/NĐ-CP`, `12-NQ/TU`, `05/UBND-VX`, also damaged or without a number.
"""

import re
from dataclasses import dataclass

from nlp.lexicon.schema import load_lexicon
from nlp.spans.numerals import Numeral, parse_numeral
from nlp.spans.tokens import Tokens, low_at

LEXICON = load_lexicon()
CODES = {symbol: row.code for row in LEXICON.type for symbol in row.symbols}
ORGANS = frozenset(row.letters for row in LEXICON.symbol)
MENDED = {
    wrong.replace("Ð", "Đ"): row.right
    for row in LEXICON.confusion
    for wrong in row.wrong
    if wrong.replace("Ð", "Đ") != row.right
}
GROUP = re.compile(r"[^\W\d_][^\W_]*")
LEGISLATURE = re.compile(r"(?P<body>UBTVQH|QH|HĐND|HĐBT)(?P<term>\d{0,2})[a-z]?")
MARKS = {"/": "/", "-": "-"}
STAINS = frozenset("§$*'’‘`|~_°^«»")  # specks that recognition reads as a mark
YEAR_DIGITS = 4
MOST_DIGITS = 6
MIN_UPPER = 2
MOST_GROUPS = 8


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """
    A number up to before token `end`.

    `number` is canonical, None where the slot is blank. `symbol` is what follows the digits.
    `type` is the code that the symbol shows, None where it shows none.
    """

    end: int
    number: str | None
    symbol: str = ""
    type: str | None = None
    is_suspicious: bool = False


@dataclass(frozen=True, slots=True)
class _Groups:
    end: int
    marks: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    is_suspicious: bool = False

    @property
    def letters(self) -> tuple[str, ...]:
        return tuple(text for text in self.texts if not text.isdigit())

    @property
    def symbol(self) -> str:
        return "".join(mark + text for mark, text in zip(self.marks, self.texts, strict=True))


def is_symbol_text(text: str) -> bool:
    """True for the letters of a symbol: KH, TTg, QĐ, UBTVQH14; not for an ordinary word."""
    if not GROUP.fullmatch(text) or not text[0].isupper():
        return False
    upper = sum(char.isupper() for char in text)
    return upper == len(text) or upper >= MIN_UPPER or text in CODES


def parse_document_number(tokens: Tokens, index: int, *, is_led: bool) -> DocumentNumber | None:
    """
    A number with its symbol at `index`; `is_led` tells that a type word or `số` stands before it.

    Only a led number may lack its symbol or its digits.
    """
    numeral = parse_numeral(tokens, index)
    if numeral is None:
        return _parse_blank(tokens, index) if is_led else None
    if len(numeral.digits) > MOST_DIGITS:
        return None
    digits, start = _with_suffix(tokens, numeral)
    groups = _parse_groups(tokens, start, is_led=is_led)
    if groups.letters:
        return _with_symbol(digits, _mend(groups), is_suspicious=numeral.is_suspicious)
    return _without_symbol(tokens, numeral, (digits, start), groups) if is_led else None


def _with_symbol(digits: str, groups: _Groups, *, is_suspicious: bool) -> DocumentNumber:
    return DocumentNumber(
        groups.end,
        digits + groups.symbol,
        groups.symbol,
        type_of(groups.letters),
        is_suspicious or groups.is_suspicious,
    )


def _without_symbol(
    tokens: Tokens, numeral: Numeral, number: tuple[str, int], groups: _Groups
) -> DocumentNumber:
    digits, end = number
    if end < len(tokens) and tokens[end].is_glued and tokens[end].text.isalnum():
        return _illegible(tokens, end)
    if groups.texts and groups.marks[0] == "/":  # 05/2016
        digits, end = digits + groups.symbol, groups.end
    return DocumentNumber(end, digits, is_suspicious=numeral.is_suspicious)


def _illegible(tokens: Tokens, index: int) -> DocumentNumber:
    """Digits that run into letters which are no symbol (1UC1-TTg): left to the clerk."""
    end = index
    while (
        end < len(tokens) and tokens[end].is_glued and tokens[end].text not in {",", ";", ".", ")"}
    ):
        end += 1
    return DocumentNumber(end, None, symbol="?", is_suspicious=True)


def _with_suffix(tokens: Tokens, numeral: Numeral) -> tuple[str, int]:
    """
    The digits with a letter that is written into the number (3176B).

    And the index behind it.
    """
    at = numeral.end
    if (
        at < len(tokens)
        and tokens[at].is_glued
        and tokens[at].text.isalpha()
        and len(tokens[at].text) == 1
        and low_at(tokens, at + 1) in MARKS
    ):
        return numeral.digits + tokens[at].text, at + 1
    return numeral.digits, at


def _parse_groups(tokens: Tokens, index: int, *, is_led: bool) -> _Groups:
    groups = _slash_lost(tokens, index) or _old_form(tokens, index) if is_led else None
    groups = groups or _Groups(index)
    while len(groups.texts) < MOST_GROUPS:
        following = _parse_group(tokens, groups, is_led=is_led)
        if following is None:
            return groups
        groups = following
    return groups


def _slash_lost(tokens: Tokens, index: int) -> _Groups | None:
    """`2873KH-UBND`: the slash behind the digits is lost."""
    if (
        index >= len(tokens)
        or not tokens[index].is_glued
        or tokens[index].text not in CODES
        or low_at(tokens, index + 1) not in MARKS
    ):
        return None
    return _Groups(index + 1, ("/",), (tokens[index].text,), is_suspicious=True)


def _old_form(tokens: Tokens, index: int) -> _Groups | None:
    """`150 CP ngày …`, `105 TC/ĐT`: the old way without a mark behind the digits."""
    if (
        index >= len(tokens)
        or tokens[index].is_glued
        or not is_symbol_text(tokens[index].text)
        or len(tokens[index].text) < MIN_UPPER
    ):
        return None
    if low_at(tokens, index + 1) not in {"ngày", "/", "-"}:
        return None
    return _Groups(index + 1, ("-",), (tokens[index].text,), is_suspicious=True)


def _parse_group(tokens: Tokens, groups: _Groups, *, is_led: bool) -> _Groups | None:
    at = groups.end
    mark = MARKS.get(low_at(tokens, at))
    if mark is None or at + 1 >= len(tokens) or not _may_join(tokens, groups, is_led=is_led):
        return None
    year = parse_numeral(tokens, at + 1)
    if year and mark == "/" and not groups.texts and _is_year(tokens, year):
        return _Groups(year.end, ("/",), (year.digits,), year.is_suspicious)
    is_stained = tokens[at + 1].text in STAINS and at + 2 < len(tokens)
    end, text = _parse_letters(tokens, at + 1 + is_stained)
    if not text:
        return None
    is_suspicious = groups.is_suspicious or is_stained
    return _Groups(end, (*groups.marks, mark), (*groups.texts, text), is_suspicious)


def _is_year(tokens: Tokens, year: Numeral) -> bool:
    """True for a year of four digits, or of two with a symbol behind it (29/13/QH13)."""
    if len(year.digits) == YEAR_DIGITS:
        return True
    is_followed = low_at(tokens, year.end) == "/" and year.end + 1 < len(tokens)
    return is_followed and is_symbol_text(tokens[year.end + 1].text)


def _may_join(tokens: Tokens, groups: _Groups, *, is_led: bool) -> bool:
    """True unless blanks around a mark show that it belongs to the sentence."""
    mark, following = tokens[groups.end], tokens[groups.end + 1]
    blanks = (not mark.is_glued) + (not following.is_glued)
    if not groups.texts:
        is_slash = mark.low == "/"
        return blanks == 0 or (is_led and (is_slash or (blanks == 1 and following.text in CODES)))
    if blanks == 0:
        return True
    is_full = len(groups.letters) > 1 or (bool(groups.letters) and "/" not in groups.marks)
    return not is_full or blanks == 1


def _parse_letters(tokens: Tokens, index: int) -> tuple[int, str]:
    """
    End and text of one group.

    `UBND`, `BTN&MT`, `BCĐ.PCTT`; empty where no letters of a symbol stand there.
    """
    if not is_symbol_text(tokens[index].text):
        return index, ""
    end, text = index + 1, tokens[index].text
    while (
        end + 1 < len(tokens)
        and tokens[end].text in {"&", "."}
        and tokens[end].is_glued
        and tokens[end + 1].is_glued
    ):
        if not is_symbol_text(tokens[end + 1].text):
            break
        text += tokens[end].text + tokens[end + 1].text
        end += 2
    return end, text.replace("Ð", "Đ")


def _mend(groups: _Groups) -> _Groups:
    """
    The groups with known misreadings put right.

    Then, or where only one group is left, they are suspicious.
    """
    mended = tuple(_mend_group(text, place) for place, text in enumerate(groups.texts))
    is_lone = (
        len(groups.letters) == 1
        and not LEGISLATURE.fullmatch(mended[-1])
        and mended[-1] not in CODES | dict.fromkeys(ORGANS, "")
    )
    is_suspicious = groups.is_suspicious or mended != groups.texts or is_lone
    return _Groups(groups.end, groups.marks, mended, is_suspicious)


def _mend_group(text: str, place: int) -> str:
    right = MENDED.get(text)
    if right is None or text in CODES or text in ORGANS or (right in CODES and place > 1):
        return text
    return right


def type_of(letters: tuple[str, ...]) -> str | None:
    """
    The code that the letters of a symbol show: CV for organ and unit (công văn), None for nothing.

    >>> type_of(("KH", "UBND")), type_of(("UBND", "VX")), type_of(("QH15",))
    ('KH', 'CV', 'L')
    """
    first = letters[0]
    if first in CODES:
        return CODES[first]
    legislature = LEGISLATURE.fullmatch(first)
    if legislature and legislature["term"]:
        return {"QH": "L", "UBTVQH": "NQ"}.get(legislature["body"])
    return "CV" if len(letters) > 1 else None


def _parse_blank(tokens: Tokens, index: int) -> DocumentNumber | None:
    """`/SGDĐT-VP`, `…/KH-UBND`: the digits are left to be filled in."""
    at = index
    while at < len(tokens) and set(tokens[at].text) <= {".", "…", "_"}:
        at += 1
    if low_at(tokens, at) != "/":
        return None
    groups = _parse_groups(tokens, at, is_led=True)
    if not groups.letters:
        return None
    groups = _mend(groups)
    return DocumentNumber(
        groups.end, None, groups.symbol, type_of(groups.letters), groups.is_suspicious
    )
