"""Issuers: a damaged name put right (Bộ Ý tế → Bộ Y tế), and its letters in a symbol."""

from dataclasses import replace

from nlp.lexicon.schema import load_lexicon
from nlp.spans.agencies.parse import parse_agency
from nlp.spans.agencies.words import DAMAGED_FIELDS, FIELDS, HEADS, canonical_name
from nlp.spans.letters import fold, skeleton
from nlp.spans.references.symbols import DocumentNumber
from nlp.spans.tokens import Token, Tokens, low_at

SAYS = frozenset(
    {
        ("yêu", "cầu"),
        ("đề", "nghị"),
        ("kiến", "nghị"),
        ("chỉ", "đạo"),
        ("có", "ý"),
        ("hướng", "dẫn"),
    }
)
LETTERS = {fold(row.organ): row.letters for row in reversed(load_lexicon().symbol)}


def find_speaker(tokens: Tokens, start: int, end: int, symbol: str) -> tuple[int, int] | None:
    """The tokens of who speaks in the document at tokens[start:end]; None where nobody does.

    `Tại Công văn số 20/BNV-TL ngày 05/3/2020, Bộ Nội vụ đã yêu cầu …`: the letters must agree.
    """
    opens = low_at(tokens, start - 1) == "tại" and tokens[start - 1].is_capital
    named = parse_agency(tokens, end + 1) if opens and low_at(tokens, end) == "," else None
    if named is None or named.kind not in {"agency", "post"}:
        return None
    at = named.end + (low_at(tokens, named.end) == "đã")
    says = (low_at(tokens, at), low_at(tokens, at + 1)) in SAYS or low_at(tokens, at) == "giao"
    name = " ".join(token.text for token in tokens[end + 1 : named.end])
    letters = _letters_of(name)
    parts = [part for part in symbol.replace("-", "/").split("/")[1:] if part]
    is_other = letters is not None and not any(p in letters or letters in p for p in parts)
    return (end + 1, named.end) if says and not is_other else None


def mend_issuer(tokens: Tokens, start: int, end: int) -> str:
    """The text of tokens start to end on one line, its fields as the lexicon writes them."""
    pieces: list[str] = []
    index = start
    while index < end:
        mended = _mend_field(tokens, index)
        last = mended[0] if mended else index + 1
        is_apart = bool(pieces) and tokens[index].start > tokens[index - 1].end
        piece = mended[1] if mended else _mend_token(tokens[index])
        pieces.append(f" {piece}" if is_apart else piece)
        index = last
    return "".join(pieces)


def _mend_token(token: Token) -> str:
    """The word as printed, or as it was mended among its neighbours, in the case of its print."""
    if not token.text.isalpha() or fold(token.text) == token.low:
        return token.text
    return token.low[:1].upper() + token.low[1:] if token.is_capital else token.low


def _mend_field(tokens: Tokens, index: int) -> tuple[int, str] | None:
    """End and right form of a damaged field; None where it is whole or none stands there."""
    if FIELDS.match(tokens, index) or HEADS.match(tokens, index) or not tokens[index].is_capital:
        return None
    damaged = DAMAGED_FIELDS.match(tokens, index)
    if damaged is None or skeleton(damaged[1].lower()).count(" ") != damaged[1].count(" "):
        return None
    return damaged[0], damaged[1][:1].upper() + damaged[1][1:]


def complete_number(number: DocumentNumber, issuer: str | None) -> DocumentNumber:
    """The number with the letters of its issuer; unchanged where the symbol is whole.

    Such a number stays suspicious: the letters were inferred, not read.
    """
    if not number.is_cut or number.number is None or issuer is None:
        return number
    letters = _letters_of(issuer)
    if letters is None:
        return number
    symbol = f"{number.symbol}-{letters}"
    return replace(number, number=f"{number.number}-{letters}", symbol=symbol)


def _letters_of(issuer: str) -> str | None:
    """The letters of the organ that a name begins with, also of the office of its head.

    >>> _letters_of("UBND tỉnh Hà Giang"), _letters_of("Chủ tịch UBND huyện Mù Cang Chải")
    ('UBND', 'UBND')
    """
    name = fold(canonical_name(issuer))
    for post in ("chủ tịch ", "bộ trưởng "):
        name = name.removeprefix(post)
    known = [organ for organ in LETTERS if name == organ or name.startswith(f"{organ} ")]
    return LETTERS[max(known, key=len)] if known else None
