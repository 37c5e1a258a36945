"""
Laws by their name.

`Luật Tổ chức Chính phủ`, `Bộ luật Dân sự`, `Pháp lệnh …`, `Hiến pháp`; party congress resolutions.
"""

from dataclasses import dataclass

from nlp.lexicon.schema import load_lexicon
from nlp.spans.numerals import parse_numeral
from nlp.spans.tokens import BarePhrases, Phrases, Tokens, low_at

LEXICON = load_lexicon()
NAMES = Phrases((name, name) for row in LEXICON.law for name in row.words)
BARE_NAMES = BarePhrases((name, name) for row in LEXICON.law for name in row.words if " " in name)
KINDS = Phrases((("luật", "L"), ("bộ luật", "L"), ("pháp lệnh", "PL")))
CONSTITUTION = Phrases((("hiến pháp", "HP"),))
NATION = Phrases(
    (
        ("nước cộng hòa xã hội chủ nghĩa việt nam", ""),
        ("nước cộng hoà xã hội chủ nghĩa việt nam", ""),
    )
)
AMENDING = BarePhrases(LEXICON.phrases("law_amending"))
CONGRESS = Phrases(
    (words, words)
    for words in ("đại hội", "hội nghị", "hội nghị lần thứ", "trung ương", "đại hội đại biểu")
)
NOT_NAMES = LEXICON.words("law_not_name")
NOT_BEFORE = frozenset({"học", "khoa", "hội", "tạp", "bộ", "ngành", "pháp"})
ENDS = LEXICON.words("law_end")
BREAKS = LEXICON.words("law_break")
MOST_WORDS = 22
MOST_LOWER_WORDS = 8
JOINERS = frozenset({"và", ",", "hoặc", "hay"})
LOWER_HEADS = frozenset({"các", "những", "văn", "hướng", "khoản", "điều", "thông", "nghị"})
DOCUMENTS = Phrases(
    (name, row.code)
    for row in LEXICON.type
    for name in row.names
    if row.family in {"legal", "administrative"}
)
TYPE_HEADS = frozenset(
    {
        "luật",
        "bộ",
        "nghị",
        "pháp",
        "các",
        "thông",
        "quyết",
        "văn",
        "hướng",
        "những",
        "điều",
        "khoản",
    }
)


@dataclass(frozen=True, slots=True)
class LawName:
    """
    A law up to before token `end`: its type, and its name from token `start` to `name_end`.

    `mended` is the name in the lexicon where the printed one is damaged.
    """

    end: int
    type: str
    start: int
    name_end: int
    confidence: float = 0.9
    mended: str | None = None


def parse_law(tokens: Tokens, index: int) -> LawName | None:
    """A law by name at `index`, with the year behind it."""
    kind = KINDS.match(tokens, index)
    if kind is None or low_at(tokens, index - 1) in NOT_BEFORE:
        return parse_constitution(tokens, index)
    if not tokens[index].is_capital and not _is_capital_name(tokens, kind[0]):
        return None
    start = kind[0]
    found = _parse_known(tokens, start)
    damaged = BARE_NAMES.match(tokens, start) if found is None else None
    if damaged:
        end = damaged[0]
        return LawName(_behind_year(tokens, end), kind[1], start, end, 0.7, damaged[1])
    found = found or _parse_unknown(tokens, start)
    if found is None:
        return None
    end, confidence = found
    return LawName(_behind_year(tokens, end), kind[1], start, end, confidence)


def _is_capital_name(tokens: Tokens, index: int) -> bool:
    """True for a known name that unmasks a lower-case `luật` before it."""
    return NAMES.match(tokens, index) is not None and tokens[index].is_capital


def _parse_known(tokens: Tokens, index: int) -> tuple[int, float] | None:
    amending = AMENDING.match(tokens, index)
    if amending:
        inner = KINDS.match(tokens, _behind_articles(tokens, amending[0]))
        known = NAMES.match(tokens, inner[0]) if inner else None
        other = _parse_unknown(tokens, inner[0]) if inner and known is None else None
        return (_behind_more_laws(tokens, known[0]), 0.9) if known else other
    known = NAMES.match(tokens, index)
    if known is None:
        return None
    other = _parse_unknown(tokens, index)
    is_dated = other is not None and other[0] > known[0] and _is_hard_end(tokens, other[0])
    return other if is_dated and other else (known[0], 0.95)


def _behind_articles(tokens: Tokens, index: int) -> int:
    """Index behind `Điều 6, Điều 7 của`, what a law changes in another one."""
    at = index
    while low_at(tokens, at) in {"điều", "khoản", ",", "và"} or parse_numeral(tokens, at):
        at += 1
    return at + (low_at(tokens, at) == "của")


def _behind_more_laws(tokens: Tokens, index: int) -> int:
    """End of the further laws that one law amends: `… và Luật Kế toán`."""
    end = index
    while low_at(tokens, end) in JOINERS:
        inner = KINDS.match(tokens, end + 1)
        known = NAMES.match(tokens, inner[0]) if inner else None
        if known is None:
            break
        end = known[0]
    return end


def _parse_unknown(tokens: Tokens, index: int) -> tuple[int, float] | None:
    """
    End of a name that the lexicon doesn't hold, and how sure it is.

    More so where a date or a number ends it.
    """
    low = low_at(tokens, index)
    is_word = low not in NOT_NAMES and (low not in ENDS or low == "về")
    if index >= len(tokens) or not is_word or not tokens[index].text.isalpha():
        return None
    end = index
    soft: int | None = None
    while end < min(index + MOST_WORDS, len(tokens)):
        if _is_hard_end(tokens, end):
            return end, 0.85
        if _is_break(tokens, end) or (end > index and low_at(tokens, end) == "về"):
            break
        if soft is None and _is_soft_end(tokens, end):
            soft = end
        end += 1
    end = end if soft is None else soft
    is_named = tokens[index].is_capital or end - index <= MOST_LOWER_WORDS
    return (end, 0.6) if is_named and end > index else None


def _is_hard_end(tokens: Tokens, index: int) -> bool:
    numeral = parse_numeral(tokens, index + 1)
    if numeral is None:
        return False
    if low_at(tokens, index) == "số":
        return low_at(tokens, numeral.end) == "/"
    return low_at(tokens, index) in {"ngày", "năm"}


def _is_break(tokens: Tokens, index: int) -> bool:
    """True where no name goes on: a stop, a verb, another document."""
    low = low_at(tokens, index)
    if low in BREAKS:
        return True
    if low in JOINERS:
        following = low_at(tokens, index + 1)
        return following in TYPE_HEADS and (
            tokens[index + 1].is_capital or following in LOWER_HEADS
        )
    return DOCUMENTS.match(tokens, index) is not None and tokens[index].is_capital


def _is_soft_end(tokens: Tokens, index: int) -> bool:
    return low_at(tokens, index) in ENDS or low_at(tokens, index) == ","


def _behind_year(tokens: Tokens, index: int) -> int:
    """End of `năm 2018` or `(năm 2018)` behind a name."""
    at = index + (low_at(tokens, index) == "(")
    year = parse_numeral(tokens, at + (low_at(tokens, at) == "năm"))
    if year is None or len(year.digits) != len("2018") or low_at(tokens, year.end) == "/":
        return index
    return year.end + 1 if at > index and low_at(tokens, year.end) == ")" else year.end


def parse_constitution(tokens: Tokens, index: int) -> LawName | None:
    """`Hiến pháp năm 2013`, `Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam`."""
    found = CONSTITUTION.match(tokens, index)
    if found is None or not tokens[index].is_capital or low_at(tokens, found[0]) in {"này", "và"}:
        return None
    nation = NATION.match(tokens, found[0])
    end = nation[0] if nation else found[0]
    return LawName(_behind_year(tokens, end), "HP", found[0], end)


def parse_congress(tokens: Tokens, index: int) -> LawName | None:
    """`Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX`: a party resolution without a number."""
    if low_at(tokens, index) != "nghị" or low_at(tokens, index + 1) != "quyết":
        return None
    start = index + 2
    congress = CONGRESS.match(tokens, start)
    if congress is None or not tokens[start].is_capital or low_at(tokens, congress[0]) == "đồng":
        return None
    end = start
    while end < min(start + MOST_WORDS, len(tokens)) and not _ends_congress(tokens, end):
        end += 1
    return LawName(end, "NQ", start, end, 0.7)


def _ends_congress(tokens: Tokens, index: int) -> bool:
    low = low_at(tokens, index)
    is_number = low == "số" and parse_numeral(tokens, index + 1) is not None
    return (
        low in {",", ";", ".", "(", ")", "về", "và", "ngày", "đã", "được", "đề", "trên"}
        or is_number
    )
