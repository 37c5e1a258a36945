"""A cited document with what the text ties to it: number, date, issuer, subject."""

from dataclasses import dataclass, replace

from nlp.spans.references.issuers import complete_number
from nlp.spans.references.laws import LawName, parse_congress, parse_law
from nlp.spans.references.leads import SEPARATORS, Lead, is_sound, parse_numbers, read_lead
from nlp.spans.references.symbols import DocumentNumber, parse_document_number
from nlp.spans.references.tail import Tail, line_of, read_tail
from nlp.spans.span import ReferenceMention
from nlp.spans.tokens import Tokens, low_at

LEGAL = frozenset({"L", "PL", "HP"})
FORMS = frozenset({"mẫu", "biểu", "lục", "kê", "bảng", "phiếu", "khai"})


@dataclass(frozen=True, slots=True)
class Cited:
    """A cited document from token `start` on; `reach` is the end of its subject."""

    start: int
    end: int
    reach: int
    value: ReferenceMention
    confidence: float
    rule: str
    date_tokens: tuple[int, int] | None = None
    list_issuer: tuple[int, int] | None = None  # `các Quyết định của UBND tỉnh: số …, số …`


def read_cited(tokens: Tokens, text: str, index: int) -> tuple[Cited, ...]:
    """
    The documents cited at `index`.

    None, one, or a list of which only the last has a date and an issuer.
    """
    lead = read_lead(tokens, index)
    if lead and (lead.has_word or low_at(tokens, index - 1) not in FORMS):
        numbers = parse_numbers(tokens, lead)
        if numbers and is_sound(tokens, lead, numbers[-1]):
            return _cite_numbers(tokens, text, lead, numbers)
    law = parse_law(tokens, index) or parse_congress(tokens, index)
    if law:
        return (_cite_law(tokens, text, index, law),)
    number = (
        parse_document_number(tokens, index, is_led=False)
        if _may_stand_alone(tokens, index)
        else None
    )
    if number and number.type and number.number:
        return _cite_numbers(tokens, text, Lead(index, index), (number,))
    return ()


def _may_stand_alone(tokens: Tokens, index: int) -> bool:
    before = low_at(tokens, index - 1)
    if before == "số" and low_at(tokens, index - 2) in FORMS:
        return False
    return tokens[index].text[0].isdigit() and before not in FORMS | {"/", "-", ".", ":"}


def _cite_numbers(
    tokens: Tokens, text: str, lead: Lead, numbers: tuple[DocumentNumber, ...]
) -> tuple[Cited, ...]:
    tail = read_tail(tokens, text, numbers[-1].end)
    cited: list[Cited] = []
    start = lead.start
    if lead.issuer and tail.issuer is None:
        tail = replace(tail, issuer=line_of(tokens, text, *lead.issuer))
    for number in (complete_number(one, tail.issuer) for one in numbers):
        is_last = number.end == numbers[-1].end
        own = (
            tail
            if is_last or lead.is_plural
            else replace(tail, end=number.end, reach=number.end, day=None, subject=None)
        )
        end = tail.end if is_last else number.end
        reach = tail.reach if is_last else number.end
        cited.append(
            Cited(
                start,
                end,
                reach,
                _mention(lead, number, own),
                _confidence(lead, number),
                _rule(lead, number),
                _date_tokens(number, tail) if is_last else None,
                lead.issuer,
            )
        )
        start = number.end + 1
    return tuple(cited)


def _date_tokens(number: DocumentNumber, tail: Tail) -> tuple[int, int] | None:
    return (number.end, tail.date_end) if tail.day is not None else None


def _mention(lead: Lead, number: DocumentNumber, tail: Tail) -> ReferenceMention:
    code = lead.type or number.type
    is_law = code in LEGAL
    return ReferenceMention(
        type=code,
        number=number.number,
        date=tail.day,
        issuer=None if is_law else tail.issuer,
        subject=tail.subject,
        cue=None,
        is_partial=number.number is None,
        is_short=tail.day is None and tail.issuer is None and tail.subject is None,
        is_suspicious=number.is_suspicious,
        is_own=lead.is_own,
    )


def _confidence(lead: Lead, number: DocumentNumber) -> float:
    if number.is_suspicious or number.number is None:
        return 0.5
    if not number.symbol:
        return 0.6 if lead.has_number_word else 0.45
    return 0.97 if lead.has_word else 0.8


def _rule(lead: Lead, number: DocumentNumber) -> str:
    if number.number is None:
        return "reference.partial"
    if not number.symbol:
        return "reference.bare_number"
    return "reference.numbered" if lead.has_word else "reference.number_alone"


def _cite_law(tokens: Tokens, text: str, index: int, law: LawName) -> Cited:
    """A law by name, with the number and the date behind it."""
    at = law.end
    number = None
    has_word = low_at(tokens, at) == "số" or (
        low_at(tokens, at) == "," and low_at(tokens, at + 1) == "số"
    )
    if has_word:
        number = parse_document_number(tokens, at + 1 + (low_at(tokens, at) == ","), is_led=True)
        at = number.end if number else at
    tail = read_tail(tokens, text, at)
    name = line_of(tokens, text, law.start, law.name_end) if law.name_end > law.start else None
    name = law.mended or name
    mention = ReferenceMention(
        type=law.type,
        number=number.number if number else None,
        date=tail.day,
        issuer=None,
        subject=name,
        cue=None,
        is_suspicious=number.is_suspicious if number else False,
        is_short=number is None and tail.day is None,
    )
    end = max(tail.date_end, at)
    rule = "reference.congress" if law.type == "NQ" else "reference.law"
    return Cited(
        index,
        end,
        tail.reach,
        mention,
        law.confidence,
        rule,
        (at, tail.date_end) if tail.day else None,
    )


def continue_list(tokens: Tokens, text: str, last: Cited) -> tuple[Cited, ...]:
    """`…, số 13/QĐ-UBND ngày …` behind a document: the type is that of the one before."""
    end = last.end if low_at(tokens, last.end) in SEPARATORS else last.reach
    if low_at(tokens, end) not in SEPARATORS or last.value.number is None:
        return ()
    at = end + 1 + (low_at(tokens, end + 1) == "và")
    has_word = low_at(tokens, at) == "số"
    number = (
        parse_document_number(tokens, at + has_word, is_led=has_word) if at < len(tokens) else None
    )
    if number is None or not number.symbol or number.number is None:
        return ()
    if not has_word and number.type != last.value.type:
        return ()
    lead = Lead(
        at,
        at + has_word,
        last.value.type,
        has_word=True,
        has_number_word=has_word,
        issuer=last.list_issuer,
    )
    return _cite_numbers(tokens, text, lead, (number,))
