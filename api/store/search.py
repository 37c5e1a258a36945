"""Find documents by words, with or without diacritics, and by number in any spelling."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Date, Engine, and_, case, cast, exists, func, or_, select
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session, sessionmaker

from api.store.lexemes import Query, conjunction, fold, parse_query, syllables
from api.store.tables import Document, NumberEntry, Page, SearchEntry

SNIPPET_WORDS = 32
WORDS_BEFORE_MATCH = 6
Place = Literal["number", "head", "body"]
PLACES: dict[int, Place] = {0: "number", 1: "number", 2: "head", 3: "head", 4: "number"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a snippet; `is_match` where it is what the user asked for."""

    text: str
    is_match: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found, where it matched, and a snippet of its text, empty without."""

    document: Document
    matched_in: Place
    page: int | None
    snippet: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One page of hits, and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int


class Finder:
    """Searches one store."""

    def __init__(self, engine: Engine) -> None:
        """Search the database of `engine`."""
        self._session = sessionmaker(engine, expire_on_commit=False)

    def find(self, query: str, limit: int = 20, offset: int = 0) -> Found:
        """What a query finds: by number, then by head, then by text; newest first in each."""
        asked = parse_query(query)
        if not asked.words and not asked.numbers:
            return Found((), 0)
        with self._session() as session:
            rows = session.execute(_statement(asked).limit(limit).offset(offset)).all()
            total = rows[0].total if rows else 0
            places: dict[int, Place] = {
                row.Document.id: PLACES.get(row.tier, "body") for row in rows
            }
            snippets = _snippets(session, places, syllables(query))
        hits = (
            Hit(row.Document, places[row.Document.id], *snippets[row.Document.id]) for row in rows
        )
        return Found(tuple(hits), total)


def _statement(asked: Query) -> Any:  # noqa: ANN401 - a select of three typed columns
    tier = _number_tier(asked.numbers[0]) if asked.numbers else _word_tier(asked.words)
    newest = func.coalesce(Document.issued_on, cast(Document.received_at, Date)).desc()
    return (
        select(Document, tier.label("tier"), func.count().over().label("total"))
        .join(SearchEntry, SearchEntry.document_id == Document.id)
        .where(_condition(asked))
        .order_by("tier", newest, Document.id.desc())
    )


def _condition(asked: Query) -> ColumnElement[bool]:
    numbers: list[ColumnElement[bool]] = [
        _has_number(NumberEntry.key.startswith(key)) for key in asked.numbers
    ]
    if asked.is_number and asked.numbers[0].isdecimal():
        return or_(*numbers, _matches(SearchEntry.body, (asked.numbers[0],)))
    words = [_matches(SearchEntry.body, map(fold, asked.words))] if asked.words else []
    return and_(*numbers, *words)


def _number_tier(key: str) -> ColumnElement[int]:
    own = NumberEntry.role == "own"
    whole = or_(NumberEntry.key == key, NumberEntry.key.startswith(f"{key}/"))
    return case(
        (_has_number(own, whole), 0),
        (_has_number(own, NumberEntry.key.startswith(key)), 1),
        (_has_number(NumberEntry.key.startswith(key)), 4),
        else_=6,
    )


def _word_tier(words: tuple[str, ...]) -> ColumnElement[int]:
    folded = tuple(map(fold, words))
    return case(
        (_matches(SearchEntry.head, words), 2),
        (_matches(SearchEntry.head, folded), 3),
        (_matches(SearchEntry.body, words), 5),
        else_=6,
    )


def _has_number(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(NumberEntry.document_id == Document.id, *conditions)


def _matches(vector: Any, words: Iterable[str]) -> ColumnElement[bool]:  # noqa: ANN401 - a column
    matched: ColumnElement[bool] = vector.op("@@")(cast(conjunction(words), TSQUERY))
    return matched


def _snippets(
    session: Session, documents: Iterable[int], asked: tuple[str, ...]
) -> dict[int, tuple[int | None, tuple[Piece, ...]]]:
    wanted = {fold(word) for word in asked}
    best: dict[int, tuple[int, int | None, str]] = defaultdict(lambda: (0, None, ""))
    query = select(Page.document_id, Page.number, Page.text).where(Page.document_id.in_(documents))
    for document_id, number, page in session.execute(query.order_by(Page.number)):
        score = len(wanted.intersection(syllables(fold(page))))
        if score > best[document_id][0]:
            best[document_id] = (score, number, page)
    return {
        document: (best[document][1], cut_snippet(best[document][2], wanted))
        for document in documents
    }


def cut_snippet(page: str, wanted: set[str]) -> tuple[Piece, ...]:
    """The part of a page with the most of the folded syllables `wanted`; empty without any."""
    words = page.split()
    is_match = [not wanted.isdisjoint(syllables(fold(word))) for word in words]
    if True not in is_match:
        return ()
    starts = [index for index, match in enumerate(is_match) if match]
    first = max(starts, key=lambda start: sum(is_match[start : start + SNIPPET_WORDS]))
    start = max(0, first - WORDS_BEFORE_MATCH)
    pieces: list[Piece] = []
    for word, match in zip(words[start : start + SNIPPET_WORDS], is_match[start:], strict=False):
        if pieces and pieces[-1].is_match == match:
            pieces[-1] = Piece(f"{pieces[-1].text} {word}", match)
        else:
            pieces.append(Piece(word, match))
    return tuple(pieces)
