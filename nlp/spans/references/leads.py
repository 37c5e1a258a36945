"""What stands before a number (type word, `số`), and the numbers that it leads."""

from dataclasses import dataclass, replace

from nlp.lexicon.schema import load_lexicon
from nlp.spans.agencies.parse import parse_agency
from nlp.spans.references.symbols import DocumentNumber, parse_document_number
from nlp.spans.tokens import BarePhrases, Phrases, Tokens, low_at

LEXICON = load_lexicon()
TYPE_NAMES: Phrases[str | None] = Phrases(
    [(name, row.code) for row in LEXICON.type for name in row.names]
    + [(name, None) for row in LEXICON.generic for name in row.names]
)
DAMAGED_NAMES: Phrases[str | None] = BarePhrases(
    (name, row.code) for row in LEXICON.type for name in row.names if " " in name
)
SHORT_NAMES = {short: row.code for row in LEXICON.type for short in row.short}
BARE_TYPES = frozenset(
    {
        "NQ",
        "QĐ",
        "CT",
        "KH",
        "TB",
        "BC",
        "TTr",
        "CV",
        "NĐ",
        "TT",
        "TTLT",
        "HD",
        "KL",
        "CĐ",
        "L",
        "PL",
        "QyĐ",
        "CTr",
    }
)
SHORT_TYPES = frozenset({"NĐ", "TT", "NQ", "QĐ", "CT", "KL"})  # cited by the digits: Nghị định 59
SEPARATORS = frozenset({",", ";", "và", "&"})
UNITS = frozenset(
    {
        "tháng",
        "ngày",
        "năm",
        "nội",
        "đơn",
        "người",
        "hộ",
        "xã",
        "%",
        "nhóm",
        "điểm",
        "trường",
        "cơ",
    }
)
PURPOSES = frozenset(
    {
        ("hướng", "dẫn"), ("chỉ", "đạo"), ("đề", "nghị"), ("thông", "báo"), ("trả", "lời"),
        ("hỏa", "tốc"), ("đôn", "đốc"), ("triển", "khai"),
    }
)  # fmt: skip
MIN_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Lead:
    """
    Type word and `số` before a number: the number starts at `end`.

    `issuer` are the tokens of an organ that stands between the two.
    """

    start: int
    end: int
    type: str | None = None
    has_word: bool = False
    has_number_word: bool = False
    is_plural: bool = False
    issuer: tuple[int, int] | None = None
    is_own: bool = False


def read_lead(tokens: Tokens, index: int) -> Lead | None:
    """The type word (or its letters) and `số`; None where neither stands at `index`."""
    named = TYPE_NAMES.match(tokens, index) or _match_damaged(tokens, index)
    short = SHORT_NAMES.get(tokens[index].text)
    end, code = named or ((index + 1, short) if short else (index, None))
    end = _behind_purpose(tokens, end) if named and code in {"CV", None} else end
    issuer = _issuer_between(tokens, end) if end > index else None
    end = issuer[1] if issuer else end
    at = end + (low_at(tokens, end) == ":" and low_at(tokens, end + 1) == "số")
    has_number_word = low_at(tokens, at) in {"số", "sô", "sổ"} and (
        end > index or tokens[at].text[0] in "Ss"
    )
    if has_number_word:
        at += 1 + (low_at(tokens, at + 1) in {":", "."})
    if at == index:
        return None
    is_plural = low_at(tokens, index - 1) in {"các", "những"}
    return Lead(
        index,
        at if has_number_word else end,
        code,
        end > index,
        has_number_word,
        is_plural,
        issuer,
        is_own=end == index and has_number_word and _is_number_line(tokens, index),
    )


def _behind_purpose(tokens: Tokens, index: int) -> int:
    """Index behind what a letter is for: `công văn` + `hướng dẫn (số …)`."""
    words = (low_at(tokens, index), low_at(tokens, index + 1))
    end = index + 2 if words in PURPOSES else index + (words[0] in {"khẩn", "mật"})
    return end if low_at(tokens, end) == "số" else index


def _is_number_line(tokens: Tokens, index: int) -> bool:
    """True for `Số: 15/KH-UBND`, the number line of a document, not for `số 15/KH-UBND`."""
    return tokens[index].is_capital or index == 0 or low_at(tokens, index + 1) == ":"


def _issuer_between(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The organs in `Nghị định của Chính phủ số …`, `Thông tư liên tịch Bộ A - Bộ B số …`."""
    start = index + (low_at(tokens, index) == "của")
    named = parse_agency(tokens, start) if start < len(tokens) else None
    while named and low_at(tokens, named.end) in {"-", ","}:
        following = parse_agency(tokens, named.end + 1)
        if following is None:
            break
        named = following
    if named is None:
        return None
    is_list = low_at(tokens, named.end) == ":" and low_at(tokens, named.end + 1) == "số"
    if low_at(tokens, named.end) != "số" and not is_list:
        return None
    return (start, named.end) if tokens[index - 1].end < tokens[start].start else None


def _match_damaged(tokens: Tokens, index: int) -> tuple[int, str | None] | None:
    """A type word with damaged diacritics (Kể hoạch), taken only where `số` follows."""
    named = DAMAGED_NAMES.match(tokens, index)
    return named if named and low_at(tokens, named[0]) == "số" else None


def parse_numbers(tokens: Tokens, lead: Lead) -> tuple[DocumentNumber, ...]:
    """The number behind a lead, or several that share the symbol of the last one."""
    first = parse_document_number(tokens, lead.end, is_led=True)
    if first is None:
        return ()
    numbers = [first]
    while not numbers[-1].symbol and numbers[-1].number is not None:
        following = _parse_listed(tokens, numbers[-1].end)
        if following is None:
            break
        numbers.append(following)
    last = numbers[-1]
    if last.symbol and last.number is not None:
        shared = (
            replace(n, number=f"{n.number}{last.symbol}", symbol=last.symbol, type=last.type)
            if not n.symbol
            else n
            for n in numbers
        )
        return tuple(shared)
    return tuple(numbers) if lead.is_plural else (first,)


def _parse_listed(tokens: Tokens, index: int) -> DocumentNumber | None:
    if low_at(tokens, index) not in SEPARATORS:
        return None
    at = index + 1 + (low_at(tokens, index + 1) == "và")
    at += low_at(tokens, at) == "số"
    number = parse_document_number(tokens, at, is_led=True)
    if number is None or number.number is None:
        return None
    return number if number.symbol or low_at(tokens, number.end) not in UNITS else None


def is_sound(tokens: Tokens, lead: Lead, number: DocumentNumber) -> bool:
    """True where a number without a symbol is really one of a document."""
    if number.symbol:
        return lead.has_word or lead.has_number_word
    is_year = number.number is not None and "/" in number.number
    if not lead.has_word or lead.type not in BARE_TYPES or not tokens[lead.start].is_capital:
        return False
    if is_year:
        return True
    is_long = lead.is_plural or len(number.number or "") >= MIN_DIGITS
    if lead.has_number_word:
        return is_long and low_at(tokens, number.end) not in UNITS
    if (
        lead.type not in SHORT_TYPES
        or low_at(tokens, number.end) in UNITS
        or len(number.number or "") < MIN_DIGITS
    ):
        return False
    return (
        low_at(tokens, number.end) not in {"/", "-", ".", ")"}
        or number.end + 1 >= len(tokens)
        or not tokens[number.end + 1].is_glued
    )
