"""What a directive says, each value a Leaf with evidence. Names are the contract's."""

import datetime as dt
from dataclasses import dataclass

from nlp.evidence import Leaf
from nlp.spans.span import DateMention, Relation


@dataclass(frozen=True, slots=True)
class SignerStatement:
    """`header.signer` and `header.cosigners`."""

    authority: Leaf[str] | None
    title: Leaf[str] | None
    name: Leaf[str] | None


@dataclass(frozen=True, slots=True)
class Header:
    """`header` of the contract."""

    parent: Leaf[str] | None = None
    issuer: Leaf[str] | None = None
    number: Leaf[str] | None = None
    type: Leaf[str] | None = None
    place: Leaf[str] | None = None
    date: Leaf[dt.date] | None = None
    subject: Leaf[str] | None = None
    urgency: Leaf[str] | None = None
    secrecy: Leaf[str] | None = None
    signer: SignerStatement | None = None
    cosigners: tuple[SignerStatement, ...] = ()
    addressees: tuple[Leaf[str], ...] = ()
    recipients: tuple[Leaf[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Arrival:
    """`incoming` of the contract."""

    organisation: Leaf[str] | None
    number: Leaf[str] | None
    date: Leaf[dt.date] | None
    forwarded_to: Leaf[str] | None
    file_number: Leaf[str] | None


@dataclass(frozen=True, slots=True)
class Reference:
    """One item of `references`."""

    relation: Relation
    type: str | None
    number: Leaf[str] | None
    date: Leaf[dt.date] | None
    issuer: Leaf[str] | None
    subject: Leaf[str] | None
    mention: Leaf[str]
    pinpoints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateStatement:
    """One item of `dates`."""

    text: Leaf[str]
    mention: DateMention


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty laid on someone, its time not yet counted.

    `deadline_text` is the time as printed, after correction. `section` is the path of headings.
    """

    action: Leaf[str]
    lead: tuple[Leaf[str], ...]
    support: tuple[Leaf[str], ...]
    deadline: Leaf[DateMention] | None
    report_to: Leaf[str] | None
    deliverable: Leaf[str] | None
    section: tuple[str, ...]
    deadline_text: str | None = None


@dataclass(frozen=True, slots=True)
class Statements:
    """All that one directive says.

    `aims` are what its sentences say it is for, where no heading tells its purposes.
    """

    header: Header
    incoming: Arrival | None
    references: tuple[Reference, ...]
    purposes: tuple[Leaf[str], ...]
    requirements: tuple[Leaf[str], ...]
    dates: tuple[DateStatement, ...]
    duties: tuple[Duty, ...]
    aims: tuple[Leaf[str], ...] = ()
