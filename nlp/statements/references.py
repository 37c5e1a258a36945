"""The documents that the directive cites, each once, in the order of first mention."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from nlp.evidence import Leaf
from nlp.spans.span import ReferenceMention, Relation, Span
from nlp.statements.folding import fold
from nlp.statements.marked import MarkedParts, MarkedPassage
from nlp.statements.statement import Reference


@dataclass(frozen=True, slots=True)
class _Cited:
    """One mention at its place."""

    passage: MarkedPassage
    span: Span
    mention: ReferenceMention


def find_references(marked: MarkedParts, own_number: str | None) -> tuple[Reference, ...]:
    """The cited documents; the directive itself, also in its appendix banners, is none."""
    groups: dict[str, list[_Cited]] = {}
    for cited in _cited(marked):
        if _is_listed(cited.mention, own_number):
            key = _full_key(cited.mention, groups) or _key(cited.mention)
            groups.setdefault(key, []).append(cited)
    return tuple(_merge(group) for group in groups.values())


def _cited(marked: MarkedParts) -> Iterator[_Cited]:
    passages = [marked.subject] if marked.subject else []
    for item in marked.items:
        passages += [item.marked, *(cell.marked for cell in item.cells if cell.marked)]
    for passage in (*passages, *marked.footnotes):
        for span, mention in passage.references():
            yield _Cited(passage, span, mention)


def _is_listed(mention: ReferenceMention, own_number: str | None) -> bool:
    if mention.is_own or (mention.number is not None and same(mention.number, own_number)):
        return False
    return mention.number is not None or mention.is_partial or bool(mention.subject)


def same(number: str, other: str | None) -> bool:
    """Whether two numbers name the same document, leading zeros aside."""
    return other is not None and number.lstrip("0") == other.lstrip("0")


def _key(mention: ReferenceMention) -> str:
    if mention.number is not None:
        return mention.number.lstrip("0")
    if mention.subject:
        return f"{mention.type} {fold(mention.subject)}"
    return f"{mention.type} {mention.issuer} {mention.date}"


def _full_key(mention: ReferenceMention, groups: dict[str, list[_Cited]]) -> str | None:
    """The key of the document that a figure or the first letters of its name recall.

    `Nghị định 59` of 59/2019/NĐ-CP, `Luật PCTT` of Luật Phòng, chống thiên tai.
    """
    same_kind = [key for key, group in groups.items() if group[0].mention.type == mention.type]
    if mention.number is None and (mention.subject or "").isupper():
        return next(
            (key for key in same_kind if _shortens(mention.subject, groups[key][0].mention)), None
        )
    number = (mention.number or "").lstrip("0")
    if not number.isdigit():
        return None
    return next((key for key in same_kind if re.match(rf"{number}\D", key)), None)


def _shortens(letters: str | None, mention: ReferenceMention) -> bool:
    """Whether letters are the first ones of the words that a law is named by."""
    words = re.findall(r"\w+", mention.subject or "")
    return len(words) > 1 and "".join(word[0].upper() for word in words) == letters


def _merge(group: list[_Cited]) -> Reference:
    """One reference of all its mentions: what the first leaves out a later one may state."""
    first = group[0]
    return Reference(
        relation=_relation(group),
        type=next((cited.mention.type for cited in group if cited.mention.type), None),
        number=_number(first),
        date=_first_date(group),
        issuer=_first_text(group, "issuer"),
        subject=_first_text(group, "subject"),
        mention=_leaf(first, first.passage.text[first.span.start : first.span.end]),
        pinpoints=tuple(dict.fromkeys(c.mention.pinpoint for c in group if c.mention.pinpoint)),
    )


def _relation(group: list[_Cited]) -> Relation:
    for cited in group:
        cue = cited.mention.cue
        if cue is not None and cue != "mentions":
            return cue
    return "mentions"


def _leaf(cited: _Cited, value: str) -> Leaf[str]:
    span = cited.span
    return cited.passage.leaf(value, span.start, span.end, span.rule, span.confidence)


def _number(cited: _Cited) -> Leaf[str] | None:
    number = cited.mention.number
    if number is None:
        return None
    leaf = _leaf(cited, number)
    at = _find_loosely(cited.passage.text, number, cited.span)
    if at is not None:
        leaf = cited.passage.leaf(number, *at, cited.span.rule, cited.span.confidence)
    return replace(leaf, confidence=leaf.confidence / 2) if cited.mention.is_suspicious else leaf


def _find_loosely(text: str, number: str, span: Span) -> tuple[int, int] | None:
    """Where the number itself is printed in its span, None where it is printed otherwise."""
    start = text.find(number, span.start, span.end)
    return (start, start + len(number)) if start >= 0 else None


def _first_date(group: list[_Cited]) -> Leaf[date] | None:
    for cited in group:
        day = cited.mention.date
        if day is not None:
            span = cited.span
            return cited.passage.leaf(day, span.start, span.end, span.rule, span.confidence)
    return None


def _first_text(group: list[_Cited], name: str) -> Leaf[str] | None:
    for cited in group:
        value = getattr(cited.mention, name)
        if value:
            return _leaf(cited, value)
    return None
