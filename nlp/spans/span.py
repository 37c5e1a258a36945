"""
Marked spans of a text.

What the spaCy pipeline finds, as plain values with exact character offsets.
"""

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

Relation = Literal[
    "basis", "implements", "amends", "replaces", "attached_to", "replies_to", "mentions"
]
Operator = Literal["before", "by", "within", "from"]
DateKind = Literal["day", "period", "recurring", "term", "horizon", "cutoff", "effective", "vague"]
CueKind = Literal[
    "assign", "lead", "support", "duty", "request", "report", "condition", "background"
]


@dataclass(frozen=True, slots=True)
class ReferenceMention:
    """
    A cited document. Fields that the text does not state are None.

    `number` is canonical, without spaces ("8271/KH-UBND", bare "197" in a list without symbol);
    None where the slot is empty (`is_partial`) or the document has none (a law by its name).
    `type` is the contract's code. `subject` is the trích yếu or the name of the law. `cue` is the
    relation that the words before it state, None where they state none. `is_short` marks a later
    mention by type and number only. `is_suspicious` tells of OCR damage in the symbol. `pinpoint`
    is `điểm a khoản 2 Điều 103`. `is_own` marks the number line of the document itself.
    """

    type: str | None
    number: str | None
    date: date | None
    issuer: str | None
    subject: str | None
    cue: Relation | None
    pinpoint: str | None = None
    is_partial: bool = False
    is_short: bool = False
    is_suspicious: bool = False
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class DateMention:
    """
    A date, period, term or recurrence.

    kind day, period: `start` and `end` (a day: equal). recurring: `recurrence` is the RRULE.
    term: `days`, or `months`, counted from `anchor` ("receipt", "signing", "other"), `is_working`
    for working days. horizon (giai đoạn, năm học, đến năm), cutoff (tính đến ngày), effective
    (có hiệu lực) and vague (thường xuyên, trong năm 2022) are no deadlines; only
    `đến hết năm 2026`, a horizon of one day with the operator "by", tells when something ends.
    `operator` is that of the words before it (trước → before, chậm nhất, hạn chót → by, trong →
    within, từ → from). `is_year_inferred`: the year is not printed. `is_valid` is False for a day
    that does not exist or is left blank (start and end None). `is_document_date` marks the date of
    a cited document (part of a reference).
    """

    kind: DateKind
    start: date | None = None
    end: date | None = None
    recurrence: str | None = None
    operator: Operator | None = None
    at: time | None = None
    days: int | None = None
    months: int | None = None
    is_working: bool = False
    anchor: Literal["receipt", "signing", "other"] | None = None
    is_year_inferred: bool = False
    is_valid: bool = True
    is_document_date: bool = False


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """
    A unit, group of units or person in office; `canonical` is its full ordinary form.

    `kind`: agency, group (các sở, ban, ngành), person (đồng chí …) or post (Chánh Văn phòng,
    Thủ trưởng các đơn vị).
    """

    canonical: str
    kind: Literal["agency", "group", "person", "post"]


@dataclass(frozen=True, slots=True)
class CueMention:
    """
    Words that lay a duty or frame it.

    assign (giao), request (đề nghị), lead (chủ trì), support (phối hợp), duty (có trách nhiệm),
    report (báo cáo), condition (nếu có), background (trong thời gian qua).
    """

    kind: CueKind


@dataclass(frozen=True, slots=True)
class Span:
    """
    text[start:end] with what it means.

    `rule` names the rule or model that decided. `confidence` is in [0, 1].
    """

    start: int
    end: int
    value: ReferenceMention | DateMention | AgencyMention | CueMention
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class MarkedText:
    """
    A text with its spans, in order of start.

    Reference and date spans may contain agencies and dates of their own.
    """

    text: str
    spans: tuple[Span, ...]
