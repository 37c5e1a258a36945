"""
The letters of a symbol as groups with the marks before them: `/2020`, `/NĐ`, `-CP`.

Also where marks are lost, doubled or set apart by blanks.
"""

import re
from dataclasses import dataclass, replace

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
UNIT_NUMBER = re.compile(r"[A-ZĐ]\d{1,3}")  # a unit named by letter and figure: QĐ-BCA-V24
LEGISLATURE = re.compile(r"(?P<body>UBTVQH|QH|HĐND|HĐBT)(?P<term>\d{0,2})[a-z]?")
MARKS = {"/": "/", "-": "-"}
MISREAD_MARKS = frozenset({".", ",", ":", ";", "~", "_", "=", "+", "'", "|"})
CUT_BEFORE = frozenset({"ngày", "của"})
DOUBLED = re.compile(r"[ĐD]Đ|ĐD")
STAINS = frozenset("§$*'’‘`|~_°^«»")  # specks that recognition reads as a mark
YEAR_DIGITS = 4
MIN_UPPER = 2
MOST_GROUPS = 8


@dataclass(frozen=True, slots=True)
class Groups:
    """
    Groups up to before token `end`.

    `is_cut` tells that a mark stands behind them with nothing after it (131/CĐ- ngày …).
    """

    end: int
    marks: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    is_suspicious: bool = False
    is_cut: bool = False

    @property
    def letters(self) -> tuple[str, ...]:
        """The groups without the year."""
        return tuple(text for text in self.texts if not text.isdigit())

    @property
    def symbol(self) -> str:
        """All groups with their marks: `/2020/NĐ-CP`."""
        return "".join(mark + text for mark, text in zip(self.marks, self.texts, strict=True))


def is_symbol_text(text: str) -> bool:
    """True for the letters of a symbol: KH, TTg, QĐ, UBTVQH14; not for an ordinary word."""
    if not GROUP.fullmatch(text) or not text[0].isupper():
        return False
    upper = sum(char.isupper() for char in text)
    is_room = UNIT_NUMBER.fullmatch(text) is not None
    return upper == len(text) or upper >= MIN_UPPER or text in CODES or is_room


def parse_groups(tokens: Tokens, index: int, *, is_led: bool) -> Groups:
    """The groups from `index` on, empty where none stand there."""
    groups = _slash_lost(tokens, index) or _old_form(tokens, index) if is_led else None
    groups = groups or Groups(index)
    while len(groups.texts) < MOST_GROUPS:
        following = _parse_group(tokens, groups, is_led=is_led) or _mark_lost(tokens, groups)
        if following is None:
            break
        groups = following
    return _skip_cut_mark(tokens, groups) if is_led else groups


def _slash_lost(tokens: Tokens, index: int) -> Groups | None:
    """`2873KH-UBND`: the slash behind the digits is lost."""
    if (
        index >= len(tokens)
        or not tokens[index].is_glued
        or tokens[index].text not in CODES
        or low_at(tokens, index + 1) not in MARKS
    ):
        return None
    return Groups(index + 1, ("/",), (tokens[index].text,), is_suspicious=True)


def _mark_lost(tokens: Tokens, groups: Groups) -> Groups | None:
    """`118/2025NĐ-CP`, `15/KH.UBND`: a mark between two groups is lost or misread."""
    if not groups.texts or groups.end >= len(tokens):
        return None
    if groups.texts[-1].isdigit():
        lost = _slash_lost(tokens, groups.end)
        return lost and _joined(groups, "/", lost.end, lost.texts[0])
    at = groups.end
    is_misread = tokens[at].text in MISREAD_MARKS and tokens[at].is_glued
    if not is_misread or at + 1 >= len(tokens) or not tokens[at + 1].is_glued:
        return None
    organ = tokens[at + 1].text
    if groups.letters[0] not in CODES or len(groups.letters) > 1 or not is_symbol_text(organ):
        return None
    return _joined(groups, "-", at + 2, organ)


def _joined(groups: Groups, mark: str, end: int, text: str) -> Groups:
    return Groups(end, (*groups.marks, mark), (*groups.texts, text), is_suspicious=True)


def _skip_cut_mark(tokens: Tokens, groups: Groups) -> Groups:
    """The groups with a mark behind them that lost what it led to: `131/CĐ- ngày 11/12/2024`."""
    if not groups.letters or low_at(tokens, groups.end) not in MARKS:
        return groups
    end = skip_blanks(tokens, groups.end + 1)
    if low_at(tokens, end) not in CUT_BEFORE:
        return groups
    return replace(groups, end=end, is_suspicious=True, is_cut=True)


def skip_blanks(tokens: Tokens, index: int) -> int:
    """Index behind the dots and lines of a slot that is left to be filled in."""
    while index < len(tokens) and set(tokens[index].text) <= {".", "…", "_"}:
        index += 1
    return index


def _old_form(tokens: Tokens, index: int) -> Groups | None:
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
    return Groups(index + 1, ("-",), (tokens[index].text,), is_suspicious=True)


def _parse_group(tokens: Tokens, groups: Groups, *, is_led: bool) -> Groups | None:
    at = groups.end
    mark = MARKS.get(low_at(tokens, at))
    if mark is None or at + 1 >= len(tokens) or not _may_join(tokens, groups, is_led=is_led):
        return None
    is_doubled = low_at(tokens, at + 1) in MARKS and at + 2 < len(tokens)
    at += is_doubled
    year = parse_numeral(tokens, at + 1)
    if year and mark == "/" and not groups.texts and _is_year(tokens, year):
        return Groups(year.end, ("/",), (year.digits,), year.is_suspicious or is_doubled)
    is_stained = tokens[at + 1].text in STAINS and at + 2 < len(tokens)
    end, text = _parse_letters(tokens, at + 1 + is_stained)
    if not text:
        return None
    is_suspicious = groups.is_suspicious or is_stained or is_doubled
    return Groups(end, (*groups.marks, mark), (*groups.texts, text), is_suspicious)


def _is_year(tokens: Tokens, year: Numeral) -> bool:
    """True for a year of four digits, or of two with a symbol behind it (29/13/QH13)."""
    if len(year.digits) == YEAR_DIGITS:
        return True
    is_followed = low_at(tokens, year.end) == "/" and year.end + 1 < len(tokens)
    return is_followed and is_symbol_text(tokens[year.end + 1].text)


def _may_join(tokens: Tokens, groups: Groups, *, is_led: bool) -> bool:
    """True unless blanks around a mark show that it belongs to the sentence."""
    mark, following = tokens[groups.end], tokens[groups.end + 1]
    blanks = (not mark.is_glued) + (not following.is_glued)
    if not groups.texts:
        is_slash = mark.low == "/"
        is_code = following.text in CODES
        if blanks == 0 or (is_led and (is_slash or (blanks == 1 and is_code))):
            return True
        return is_slash and is_code and low_at(tokens, groups.end + 2) == "-"
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
    if _is_torn(tokens, index):
        end, text = end + 1, text + tokens[end].text
    marks = {"&"} if text in CODES else {"&", "."}
    while (
        end + 1 < len(tokens)
        and tokens[end].text in marks
        and tokens[end].is_glued
        and tokens[end + 1].is_glued
    ):
        if not is_symbol_text(tokens[end + 1].text):
            break
        text += tokens[end].text + tokens[end + 1].text
        end += 2
    return end, text.replace("Ð", "Đ")


def _is_torn(tokens: Tokens, index: int) -> bool:
    """True for the letters of a type that a blank tore: `T T-BQP`."""
    first, second = (tokens[at].text for at in (index, min(index + 1, len(tokens) - 1)))
    is_type = first not in CODES and first + second in CODES
    return is_type and low_at(tokens, index + 2) == "-"


def mend_groups(groups: Groups) -> Groups:
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
    return replace(groups, texts=mended, is_suspicious=is_suspicious)


def _mend_group(text: str, place: int) -> str:
    single = DOUBLED.sub("Đ", text)  # CĐĐ: the bar of one letter seen twice
    right = MENDED.get(text, single if single in CODES else text)
    if text in CODES or text in ORGANS or (right in CODES and place > 1):
        return text
    return right
