"""What a document is found by: lexemes of its head and text, and its attributes.

Attributes are lexemes with a mark: `t:` type, `i:` issuer, `p:` place, `s:` signer, `g:` unit that
leads or supports a task, `k:` keyword, `o:` own number, `c:` cited number, `a:` arrival number,
`d:` year, `m:` month, `e:` 0 before the reform of July 2025 and 1 from it on, `v:` that it lays a
task on someone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from sqlalchemy import cast, delete, insert, literal
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Session

from api.record import Record, bare, directives
from api.store.lexemes import fold, lexemes, number_key, pairs, syllables, vector
from api.store.search.tables import SearchEntry
from api.store.search.vocabulary import keep_words
from nlp.lexicon.areas import REFORM
from nlp.lexicon.schema import load_lexicon

# Of the entries and of the graph, which are made together.
VERSION: Final = 4
HEAD_TEXTS: Final = ("number", "issuer", "place", "subject")


@dataclass(frozen=True, slots=True)
class Entry:
    """A search entry before it is stored."""

    day: date
    type: str | None
    issuer: str | None
    keywords: tuple[str, ...]
    head: frozenset[str]
    body: frozenset[str]


def index_document(session: Session, document_id: int, entry: Entry) -> None:
    """Replace what a document is found by."""
    session.execute(delete(SearchEntry).where(SearchEntry.document_id == document_id))
    values = entry_values(document_id, entry)
    vectors = {name: cast(literal(values.pop(name)), TSVECTOR) for name in ("head", "body")}
    session.execute(insert(SearchEntry).values(**values, **vectors))
    keep_words(session, entry.body)


def entry_values(document_id: int, entry: Entry) -> dict[str, Any]:
    """The columns of an entry, its vectors as text."""
    return {
        "document_id": document_id,
        "version": VERSION,
        **{name: getattr(entry, name) for name in ("day", "type", "issuer")},
        "keywords": list(entry.keywords),
        "head": vector(entry.head),
        "body": vector(entry.body),
    }


def make_entry(record: Record, text: str, received: date) -> Entry:
    """The entry of a record; `text` is that of all pages, `received` stands in for its date."""
    header = record.get("header", {})
    day = _day(header.get("date")) or received
    values = {name: bare(header.get(name)) for name in ("type", "issuer")}
    keywords = tuple(record.get("keywords", ()))
    times = (f"d:{day.year}", f"m:{day:%Y-%m}", f"e:{int(day >= REFORM)}")
    attributes = frozenset((*_attributes(record), *_names("k", keywords), *times))
    head_text = " ".join(bare(header.get(name)) or "" for name in HEAD_TEXTS)
    head = lexemes(f"{_type_name(values['type'])} {head_text}")
    body = head | lexemes(text) | attributes
    return Entry(day, **values, keywords=keywords, head=head | attributes, body=body)


def _attributes(record: Record) -> Iterator[str]:
    for part in directives(record):
        header = part.get("header", {})
        issuer, place = bare(header.get("issuer")), bare(header.get("place"))
        if code := bare(header.get("type")):
            yield f"t:{code}"
        yield from _names("i", (issuer,))
        yield from _names("p", (place, issuer))
        signers = (header.get("signer"), *header.get("cosigners", ()))
        yield from _names("s", (bare((signer or {}).get("name")) for signer in signers))
        yield from _names("g", _units(part))
        yield from _numbers(part)
        if part.get("tasks"):
            yield "v:"


def _units(part: Record) -> Iterator[str | None]:
    for task in part.get("tasks", ()):
        yield from (bare(leaf) for leaf in (*task.get("lead", ()), *task.get("support", ())))


def _names(mark: str, names: Iterable[str | None]) -> Iterator[str]:
    for name in names:
        words = syllables(name or "")
        yield from (f"{mark}:{word}" for word in (*map(fold, words), *pairs(words)))


def _numbers(part: Record) -> Iterator[str]:
    own = ("o", part.get("header", {}).get("number"))
    arrival = ("a", (part.get("incoming") or {}).get("number"))
    cited = (("c", reference.get("number")) for reference in part.get("references", ()))
    for mark, leaf in (own, arrival, *cited):
        key = number_key(bare(leaf) or "")
        if key:
            yield f"{mark}:{key}"


@cache
def _type_names() -> dict[str, str]:
    return {row.code: row.names[0] for row in load_lexicon().type}


def _type_name(code: str | None) -> str:
    return _type_names().get(code or "", "")


def _day(leaf: object) -> date | None:
    value = bare(leaf)
    return date.fromisoformat(value) if value else None
