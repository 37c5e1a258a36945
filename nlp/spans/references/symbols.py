"""
Numbers and symbols of documents.

`30/2020/NĐ-CP`, `12-NQ/TU`, `05/UBND-VX`, also damaged or without a number.
"""

from dataclasses import dataclass

from nlp.spans.numerals import Numeral, parse_numeral
from nlp.spans.references.groups import (
    CODES,
    LEGISLATURE,
    MARKS,
    Groups,
    mend_groups,
    parse_groups,
    skip_blanks,
)
from nlp.spans.tokens import Tokens, low_at

MOST_DIGITS = 6


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """
    A number up to before token `end`.

    `number` is canonical, None where the slot is blank. `symbol` is what follows the digits.
    `type` is the code that the symbol shows, None where it shows none. `is_cut` tells that the
    symbol breaks off behind a mark (131/CĐ-).
    """

    end: int
    number: str | None
    symbol: str = ""
    type: str | None = None
    is_suspicious: bool = False
    is_cut: bool = False


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
    groups = parse_groups(tokens, start, is_led=is_led)
    if groups.letters:
        return _with_symbol(digits, mend_groups(groups), is_suspicious=numeral.is_suspicious)
    return _without_symbol(tokens, numeral, (digits, start), groups) if is_led else None


def _with_symbol(digits: str, groups: Groups, *, is_suspicious: bool) -> DocumentNumber:
    return DocumentNumber(
        groups.end,
        digits + groups.symbol,
        groups.symbol,
        type_of(groups.letters),
        is_suspicious or groups.is_suspicious,
        groups.is_cut,
    )


def _without_symbol(
    tokens: Tokens, numeral: Numeral, number: tuple[str, int], groups: Groups
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
    at = skip_blanks(tokens, index)
    if low_at(tokens, at) != "/":
        return None
    groups = parse_groups(tokens, at, is_led=True)
    if not groups.letters:
        return None
    groups = mend_groups(groups)
    return DocumentNumber(
        groups.end, None, groups.symbol, type_of(groups.letters), groups.is_suspicious
    )
