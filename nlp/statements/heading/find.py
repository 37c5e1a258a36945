"""The header of one directive."""

from nlp.evidence import Leaf
from nlp.regions.region import Parts
from nlp.statements.agreement import count_places, places_in
from nlp.statements.heading.closing import (
    find_signers,
    find_subject,
    list_addressees,
    list_recipients,
)
from nlp.statements.heading.dating import find_date, find_place
from nlp.statements.heading.kind import find_type
from nlp.statements.heading.number import find_number, mend_reading, read_number
from nlp.statements.heading.organs import find_organs
from nlp.statements.statement import Header


def find_heading(parts: Parts) -> Header:
    """What letterhead, marks and closing say; the body where the letterhead is lost."""
    letterhead, voices = parts.letterhead, count_places(parts)
    reading = read_number(parts)
    parent, issuer = find_organs(parts, reading.symbol, voices)
    made_by = issuer.value if issuer else None
    for organ in filter(None, (parent, issuer)):
        voices += places_in(organ.value)
    kind = find_type(letterhead, reading.symbol)
    reading = mend_reading(parts, reading, kind.value if kind else None, made_by)
    kind = find_type(letterhead, reading.symbol)
    number = find_number(parts, reading, kind.value if kind else None, made_by)
    signers = find_signers(parts.closing.signers, made_by)
    return Header(
        parent=parent,
        issuer=issuer,
        number=number,
        type=kind,
        place=find_place(letterhead.place_date, voices),
        date=find_date(letterhead.place_date, letterhead.slots),
        subject=find_subject(letterhead.subject),
        urgency=_mark(parts, "urgency"),
        secrecy=_mark(parts, "secrecy"),
        signer=signers[0] if signers else None,
        cosigners=signers[1:],
        addressees=list_addressees(parts.addressees),
        recipients=list_recipients(parts.closing.recipients),
    )


def _mark(parts: Parts, kind: str) -> Leaf[str] | None:
    return next((mark.value for mark in parts.marks if mark.kind == kind), None)
